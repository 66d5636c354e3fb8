/// Briefs that have a topic, an author or a series in common: a list with a feed of its own.
public struct BriefGroup: Sendable, Equatable {
  public var name: String
  /// Its anchor in a list: `topic-armed-groups`, `author-ada`.
  public var anchor: String
  /// Its Atom feed, below the site's root: unlike that of any other group, whatever its case.
  public var feedPath = ""
  /// Its JSON feed.
  public var jsonFeedPath: String { "\(feedPath.dropLast(4)).json" }
  /// What tells it from other groups of its kind in the address of its page: `armed-groups`.
  public var slug: String {
    let name = feedPath.dropFirst("feeds/".count).dropLast(".xml".count)
    let slug = name.drop { $0 != "-" }.dropFirst()
    // Of a name without letters and digits nothing is left.
    return slug.isEmpty ? "_" : String(slug)
  }
  /// Whether the slug follows from the name alone, whatever other groups there are.
  public var hasPlainSlug: Bool { feedPath == "feeds/\(anchor).xml" }
  /// Indices in `Portal.briefs`, in their order.
  public var briefs: [Int]
}

extension Portal {
  /// In the order of the alphabet; topics that differ in case or punctuation alone are one.
  public var briefsByTopic: [BriefGroup] {
    var names = NamedBriefs<String>()
    for index in briefs.indices {
      for name in briefs[index].topics { names.add(index, to: name) }
    }
    return names.groups("topic")
  }

  /// In the order of the alphabet; series that differ in case or punctuation alone are one.
  public var briefsBySeries: [BriefGroup] {
    var names = NamedBriefs<String>()
    for index in briefs.indices {
      if let name = briefs[index].series, !name.isEmpty { names.add(index, to: name) }
    }
    return names.groups("series")
  }

  /// The portal's people who wrote briefs, by their indices, and authors known by name alone, in the
  /// order of the alphabet.
  public var briefsByAuthor: (people: [Int: BriefGroup], names: [BriefGroup]) {
    var written = NamedBriefs<Int>()
    var names = NamedBriefs<String>()
    for index in briefs.indices {
      for author in briefs[index].authors {
        if let person = author.person {
          written.add(index, to: person)
        } else {
          names.add(index, to: author.name)
        }
      }
    }
    let people = written.inOrder.sorted { $0.name < $1.name }
    let groups =
      (people.map { person, briefs in
        BriefGroup(
          name: self.people[person].name,
          anchor: BriefGroup.anchor("author", self.people[person].id), briefs: briefs)
      }
      + names.inOrder.sorted { $0.name < $1.name }.map { name, briefs in
        BriefGroup(name: name, anchor: BriefGroup.anchor("author", name), briefs: briefs)
      }).withFeeds()
    return (
      Dictionary(zip(people.map(\.name), groups), uniquingKeysWith: { first, _ in first }),
      Array(groups.dropFirst(people.count))
    )
  }
}

/// Briefs by a name that they have in common, each once; names in the order in which they were met.
private struct NamedBriefs<Name: Hashable> {
  private var numbers: [Name: Int] = [:]
  private(set) var inOrder: [(name: Name, briefs: [Int])] = []

  mutating func add(_ brief: Int, to name: Name) {
    guard let number = numbers[name] else {
      numbers[name] = inOrder.count
      inOrder.append((name, [brief]))
      return
    }
    if inOrder[number].briefs.last != brief { inOrder[number].briefs.append(brief) }
  }
}

extension NamedBriefs<String> {
  /// Those whose anchors are the same are one, called as the newest of its briefs has it.
  fileprivate func groups(_ kind: String) -> [BriefGroup] {
    var found: [String: BriefGroup] = [:]
    for (name, briefs) in inOrder {
      let anchor = BriefGroup.anchor(kind, name)
      found[anchor, default: BriefGroup(name: name, anchor: anchor, briefs: [])].add(briefs)
    }
    return found.values.sorted { ($0.name, $0.anchor) < ($1.name, $1.anchor) }.withFeeds()
  }
}

extension BriefGroup {
  private static let hyphen = UInt8(ascii: "-")
  /// Most bytes of an anchor in a file's name.
  fileprivate static let longest = 120

  fileprivate mutating func add(_ more: [Int]) {
    briefs = briefs.isEmpty ? more : Set(briefs).union(more).sorted()
  }

  /// `topic-armed-groups`: letters and digits of any script, all else as hyphens.
  public static func anchor(_ kind: String, _ name: String) -> String {
    if name.utf8.allSatisfy({ $0 < 0x80 }) {
      var slug = Array("\(kind)-".utf8)
      for byte in name.utf8 {
        switch byte {
        case 0x41...0x5A: slug.append(byte | 0x20)
        case 0x61...0x7A, 0x30...0x39: slug.append(byte)
        default: if slug.count > kind.utf8.count + 1, slug.last != hyphen { slug.append(hyphen) }
        }
      }
      while slug.count > kind.utf8.count + 1, slug.last == hyphen { slug.removeLast() }
      return String(decoding: slug, as: UTF8.self)
    }
    var slug = ""
    for character in name.lowercased() {
      if character.isLetter || character.isNumber {
        slug.append(character)
      } else if slug.last != "-", !slug.isEmpty {
        slug.append("-")
      }
    }
    while slug.last == "-" { slug.removeLast() }
    return "\(kind)-\(slug)"
  }
}

extension [BriefGroup] {
  /// The same with the names of their feeds.
  fileprivate func withFeeds() -> [BriefGroup] {
    var taken: Set<String> = []
    return map { group in
      var group = group
      var base = group.anchor
      while base.utf8.count > BriefGroup.longest { base.removeLast() }
      var slug = base
      var number = 2
      while !taken.insert(slug).inserted {
        slug = "\(base)-\(number)"
        number += 1
      }
      group.feedPath = "feeds/\(slug).xml"
      return group
    }
  }
}
