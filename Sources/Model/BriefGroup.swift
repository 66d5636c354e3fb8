/// Briefs that have a topic, an author or a series in common: a list with a feed of its own. What they have
/// in common is told by how it is written, so that its address is the same in each of the site's languages.
public struct BriefGroup: Sendable, Equatable {
  /// What its briefs have in common.
  public enum Kind: String, Sendable { case topic, author, series }

  public var kind: Kind
  /// Index in `Portal.people` of an author who is one of them.
  public var person: Int?
  /// In the language that is read, where a brief translates it.
  public var name: String
  /// As it is written.
  public var ownName: String
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
  public fileprivate(set) var hasPlainSlug = true
  /// Indices in `Portal.briefs`, in their order.
  public var briefs: [Int]

  fileprivate init(
    _ kind: Kind, _ name: String, ownName: String, anchor: String, briefs: [Int], person: Int? = nil
  ) {
    self.kind = kind
    self.name = name
    self.ownName = ownName
    self.anchor = anchor
    self.briefs = briefs
    self.person = person
  }
}

extension Portal {
  /// In the order of the alphabet; topics whose `BriefGroup.key` is the same are one.
  public var briefsByTopic: [BriefGroup] {
    var names = NamedBriefs<String>()
    for index in briefs.indices {
      let own = briefs[index].ownTopics
      for (position, name) in briefs[index].topics.enumerated() {
        names.add(index, to: name, own: own.isEmpty ? nil : own[position])
      }
    }
    return names.groups(.topic)
  }

  /// In the order of the alphabet; series likewise.
  public var briefsBySeries: [BriefGroup] {
    var names = NamedBriefs<String>()
    for index in briefs.indices {
      if let name = briefs[index].series, !name.isEmpty {
        names.add(index, to: name, own: briefs[index].ownSeries)
      }
    }
    return names.groups(.series)
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
          names.add(index, to: author.name, own: author.ownName)
        }
      }
    }
    let people = written.inOrder.sorted { $0.name < $1.name }
    let groups =
      (people.map { author in
        let person = self.people[author.name]
        return BriefGroup(
          .author, person.name, ownName: person.name,
          anchor: BriefGroup.anchor(.author, person.id), briefs: author.briefs,
          person: author.name)
      }
      + names.inOrder.sorted { $0.name < $1.name }.map { author in
        BriefGroup(
          .author, author.translated ?? author.name, ownName: author.name,
          anchor: BriefGroup.anchor(.author, author.name), briefs: author.briefs)
      }).withFeeds()
    return (
      Dictionary(zip(people.map(\.name), groups), uniquingKeysWith: { first, _ in first }),
      groups.dropFirst(people.count).sorted { ($0.name, $0.anchor) < ($1.name, $1.anchor) }
    )
  }
}

/// Briefs by what they have in common, each once, in the order in which that was met.
private struct NamedBriefs<Name: Hashable> {
  struct Named {
    /// As it is written.
    var name: Name
    /// As the newest of its briefs that translates it has it.
    var translated: String?
    var briefs: [Int]
  }

  private var numbers: [Name: Int] = [:]
  private(set) var inOrder: [Named] = []

  mutating func add(_ brief: Int, to name: Name, translated: String? = nil) {
    guard let number = numbers[name] else {
      numbers[name] = inOrder.count
      inOrder.append(Named(name: name, translated: translated, briefs: [brief]))
      return
    }
    if inOrder[number].briefs.last != brief { inOrder[number].briefs.append(brief) }
    if inOrder[number].translated == nil { inOrder[number].translated = translated }
  }
}

extension NamedBriefs<String> {
  mutating func add(_ brief: Int, to name: String, own: String?) {
    add(brief, to: own ?? name, translated: own == nil || own == name ? nil : name)
  }

  /// Those whose keys are the same are one, called as the newest of its briefs has it.
  fileprivate func groups(_ kind: BriefGroup.Kind) -> [BriefGroup] {
    var found: [String: Named] = [:]
    for named in inOrder {
      let key = BriefGroup.key(named.name)
      guard var group = found[key] else {
        found[key] = named
        continue
      }
      group.translated = group.translated ?? named.translated
      group.briefs = Set(group.briefs).union(named.briefs).sorted()
      found[key] = group
    }
    // Numbered in the order of keys, so that a group's address is the same in each language.
    var groups = found.sorted { $0.key < $1.key }.map { _, named in
      BriefGroup(
        kind, named.translated ?? named.name, ownName: named.name,
        anchor: BriefGroup.anchor(kind, named.name), briefs: named.briefs)
    }.withFeeds()
    for index in groups.indices where !groups[index].hasPlainSlug {
      groups[index].anchor = "\(kind.rawValue)-\(groups[index].slug)"
    }
    return groups.sorted { ($0.name, $0.anchor) < ($1.name, $1.anchor) }
  }
}

extension BriefGroup {
  private static let hyphen = UInt8(ascii: "-")
  /// Most bytes of an anchor in a file's name.
  fileprivate static let longest = 120

  /// What tells a topic or a series from others: its name without case and without blanks, hyphens and other
  /// marks that part words. *C#* and *C++* are two.
  public static func key(_ name: String) -> String {
    var key: [UInt8] = []
    key.reserveCapacity(name.utf8.count)
    for byte in name.utf8 {
      // Character by character where there are others than ASCII’s.
      guard byte < 0x80 else { return keyOfAnyScript(name) }
      switch byte {
      case 0x41...0x5A: key.append(byte | 0x20)
      case 0x09...0x0D, 0x20, UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"),
        UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "'"), UInt8(ascii: "\""),
        UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"),
        UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "_"), hyphen:
        if key.last != 0x20, !key.isEmpty { key.append(0x20) }
      default: key.append(byte)
      }
    }
    if key.last == 0x20 { key.removeLast() }
    return key.isEmpty ? name : String(decoding: key, as: UTF8.self)
  }

  private static func keyOfAnyScript(_ name: String) -> String {
    let words = name.lowercased().split { character in
      character.isWhitespace || ",.;:/'’‘\"“”«»()[]{}_…·،؛-‐‑‒–—―".contains(character)
    }
    return words.isEmpty ? name : words.joined(separator: " ")
  }

  /// `topic-armed-groups`: letters and digits of any script, all else as hyphens.
  static func anchor(_ kind: Kind, _ name: String) -> String {
    let kind = kind.rawValue
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
      group.hasPlainSlug = slug == group.anchor
      return group
    }
  }
}
