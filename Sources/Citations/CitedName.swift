internal import Model

/// An author as a bibliography sorts them.
public struct CitedName: Sendable, Equatable {
  /// The whole name of an organisation, or of someone who has one name.
  public var family: String
  public var given: String?
  /// What follows both, as *Jr.* and *III* do.
  public var suffix: String?
  public var isOrganization: Bool
  /// Bare, `0000-0002-1825-0097`.
  public var orcid: String?

  public init(
    family: String, given: String? = nil, suffix: String? = nil, isOrganization: Bool = false,
    orcid: String? = nil
  ) {
    self.family = family
    self.given = given
    self.suffix = suffix
    self.isOrganization = isOrganization
    self.orcid = orcid
  }

  init(_ author: Author, in portal: Portal) {
    guard let index = author.person else {
      self.init(splitting: author.name, family: nil)
      return
    }
    let person = portal.people[index]
    if person.isOrganization {
      self.init(family: person.name, isOrganization: true)
    } else {
      self.init(splitting: person.name, family: person.family)
      orcid = person.orcid.flatMap { ORCID($0)?.bare }
    }
  }

  /// - Parameter family: the family name, where it is known. Else it is what stands before a comma, else
  ///   the last word before any suffix, with the words in lower case before it (*van*, *de la*), as BibTeX has it
  ///   (Patashnik, BibTeXing, 4).
  init(splitting name: String, family known: String?) {
    var suffix: String?
    var words: [Substring] = []
    if name.utf8.contains(UInt8(ascii: ",")) {
      var parts = name.split(separator: ",").map { trimmed($0) }.filter { !$0.isEmpty }
      suffix = parts.dropFirst().first(where: Self.isSuffix)
      if let suffix { parts.removeAll { $0 == suffix } }
      if known == nil, parts.count > 1 {
        self.init(
          family: parts[0], given: parts.dropFirst().joined(separator: ", "), suffix: suffix)
        return
      }
      words = Self.words(parts.joined(separator: ", "))
    } else {
      words = Self.words(name)
      // Without a comma it is the last of three words or more.
      if words.count > 2, let last = words.last, Self.isSuffix(String(last)) {
        suffix = String(last)
        words.removeLast()
      }
    }
    let whole = words.joined(separator: " ")
    if let known, let range = whole.range(of: known) {
      let rest = [whole[..<range.lowerBound], whole[range.upperBound...]]
        .map { trimmed($0) }.filter { !$0.isEmpty }.joined(separator: " ")
      self.init(family: known, given: rest.isEmpty ? nil : rest, suffix: suffix)
      return
    }
    guard let last = words.last, words.count > 1 else {
      self.init(family: whole, suffix: suffix)
      return
    }
    let start = words.dropLast().firstIndex {
      $0.unicodeScalars.first?.properties.isLowercase ?? false
    }
    let family = start.map { words[$0...].joined(separator: " ") } ?? String(last)
    let given = words[..<(start ?? words.count - 1)].joined(separator: " ")
    self.init(family: family, given: given.isEmpty ? nil : given, suffix: suffix)
  }

  private static func words(_ text: String) -> [Substring] {
    text.unicodeScalars.split(whereSeparator: \.properties.isWhitespace).map { Substring($0) }
  }

  private static func isSuffix(_ text: String) -> Bool {
    text.utf8.count <= 3
      && ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"].contains(text.lowercased())
  }

  /// “Haenni, Patrick”; with a suffix “King, Martin Luther, Jr.”.
  public var inverted: String {
    [family, given, suffix].compactMap(\.self).joined(separator: ", ")
  }

  /// “Patrick Haenni”; with a suffix “Martin Luther King, Jr.”.
  public var full: String {
    let name = given.map { "\($0) \(family)" } ?? family
    return suffix.map { "\(name), \($0)" } ?? name
  }
}

private func trimmed(_ text: Substring) -> String {
  var scalars = text.unicodeScalars
  while let first = scalars.first, first.properties.isWhitespace || first == "," {
    scalars.removeFirst()
  }
  while let last = scalars.last, last.properties.isWhitespace || last == "," {
    scalars.removeLast()
  }
  return String(scalars)
}

extension String {
  /// Where a word or several stand as whole words.
  fileprivate func range(of words: String) -> Range<String.Index>? {
    guard !words.isEmpty else { return nil }
    for range in ranges(of: words) {
      let isStart = range.lowerBound == startIndex || self[index(before: range.lowerBound)].isBreak
      let isEnd = range.upperBound == endIndex || self[range.upperBound].isBreak
      if isStart, isEnd { return range }
    }
    return nil
  }
}

extension Character {
  fileprivate var isBreak: Bool { isWhitespace || self == "," }
}
