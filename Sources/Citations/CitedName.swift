internal import Model

/// An author as a bibliography sorts them.
public struct CitedName: Sendable, Equatable {
  /// The whole name of an organisation, or of someone who has one name.
  public var family: String
  public var given: String?
  public var isOrganization: Bool
  /// Bare, `0000-0002-1825-0097`.
  public var orcid: String?

  public init(
    family: String, given: String? = nil, isOrganization: Bool = false, orcid: String? = nil
  ) {
    self.family = family
    self.given = given
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
  ///   the last word, with the words in lower case before it (*van*, *de la*), as BibTeX has it
  ///   (Patashnik, BibTeXing, 4).
  init(splitting name: String, family known: String?) {
    if let known, let range = name.range(of: known) {
      let rest = [name[..<range.lowerBound], name[range.upperBound...]]
        .map { trimmed($0) }.filter { !$0.isEmpty }.joined(separator: " ")
      self.init(family: known, given: rest.isEmpty ? nil : rest)
      return
    }
    if let comma = name.utf8.firstIndex(of: UInt8(ascii: ",")) {
      let (family, given) = (trimmed(name[..<comma]), trimmed(name[name.index(after: comma)...]))
      if !family.isEmpty {
        self.init(family: family, given: given.isEmpty ? nil : given)
        return
      }
    }
    let words = name.unicodeScalars.split(whereSeparator: \.properties.isWhitespace)
      .map { Substring($0) }
    guard let last = words.last, words.count > 1 else {
      self.init(family: trimmed(name[...]))
      return
    }
    let start = words.dropLast().firstIndex {
      $0.unicodeScalars.first?.properties.isLowercase ?? false
    }
    let family = start.map { words[$0...].joined(separator: " ") } ?? String(last)
    let given = words[..<(start ?? words.count - 1)].joined(separator: " ")
    self.init(family: family, given: given.isEmpty ? nil : given)
  }

  /// “Haenni, Patrick”.
  public var inverted: String { given.map { "\(family), \($0)" } ?? family }

  /// “Patrick Haenni”.
  public var full: String { given.map { "\($0) \(family)" } ?? family }
}

private func trimmed(_ text: Substring) -> String {
  var scalars = text.unicodeScalars
  while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
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
