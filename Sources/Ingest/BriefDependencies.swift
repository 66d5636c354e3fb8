internal import Cache
internal import Model

/// Which other briefs each brief's pages show something of: what they are called, where they are.
struct BriefDependencies {
  /// Those that it links to, or is related to.
  private var linked: [Set<Int>]
  /// Those whose figures it shows, with the links in them.
  private var shown: [Set<Int>]
  /// Those that mention its own records, which list the mentions.
  private var mentioning: [Set<Int>]
  /// Those that a text on every page links to.
  private var everywhere: Set<Int> = []

  init(count: Int) {
    linked = Array(repeating: [], count: count)
    shown = linked
    mentioning = linked
  }

  mutating func add(
    _ texts: [OpenReferences], _ resolved: [ResolvedReferences], of brief: Int
  ) {
    for (text, result) in zip(texts, resolved) {
      for (link, (target, _)) in zip(text.links, result.links) {
        guard let target else { continue }
        let other = target.kind == .brief ? target.index : target.brief
        guard other >= 0, other != brief else { continue }
        linked[brief].insert(other)
        if link.isFigure { shown[brief].insert(other) }
      }
    }
  }

  mutating func add(_ mentions: [(Target, Mention)], of brief: Int) {
    for (target, _) in mentions where target.brief >= 0 && target.brief != brief {
      mentioning[target.brief].insert(brief)
    }
  }

  /// A text of the portal's own that stands on every page.
  mutating func add(onEveryPage text: Prose) {
    for target in text.references.compactMap(\.target) {
      let other = target.kind == .brief ? target.index : target.brief
      if other >= 0 { everywhere.insert(other) }
    }
  }

  mutating func add(related: [Int], of brief: Int) { linked[brief].formUnion(related) }

  /// A checksum for each brief of all that its pages may show of the content, the portal's own records
  /// apart.
  ///
  /// - Parameter keys: a checksum for each of the brief alone.
  func pageKeys(_ keys: [UInt64]) -> [UInt64] {
    keys.indices.map { brief in
      var others = linked[brief].union(mentioning[brief]).union(everywhere)
      for other in shown[brief] { others.formUnion(linked[other]) }
      others.remove(brief)
      return checksum(of: [keys[brief]] + others.sorted().map { keys[$0] })
    }
  }
}
