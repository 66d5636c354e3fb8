/// A part of a brief, with a page of its own.
public struct Section: Sendable, Equatable {
  public var id: String
  /// Without notes and markup.
  public var title: String
  /// The title as written, with its notes: inlines. Empty for an opening without one.
  public var heading: Prose
  /// `nil` where sections are not numbered, or this one is not.
  public var number: Int?
  public var summary: Prose
  public var body: Prose
  /// Headings inside the body, in order.
  public var contents: [ContentsEntry]
  /// The file, relative to the content folder.
  public var file: String
  /// The file of its translation, where it is one.
  public var translation: String?
  /// The language that it is in, where that is not its brief's.
  public var language: String?

  /// The file in which its text stands.
  public var textFile: String { translation ?? file }

  public init(
    id: String, title: String, heading: Prose, number: Int?, summary: Prose, body: Prose,
    contents: [ContentsEntry], file: String
  ) {
    self.id = id
    self.title = title
    self.heading = heading
    self.number = number
    self.summary = summary
    self.body = body
    self.contents = contents
    self.file = file
  }
}

extension Section {
  /// Where it stands on a page of several sections: its id, unless that may be another anchor's.
  public var anchor: String { Self.anchor(of: id) }

  public static func anchor(of id: String) -> String {
    isKeptAnchor(id) ? "section-" + id : id
  }
}

/// Whether an anchor may be one that Chancery makes itself: `note-zakat`, `ref2-zakat`, `p-3f9c2a`, `_contents`.
public func isKeptAnchor(_ anchor: String) -> Bool {
  if isParagraphAnchor(anchor) || anchor.hasPrefix("_") { return true }
  return ["note-", "ref", "at-", "map-", "table-"].contains { prefix in
    anchor.hasPrefix(prefix)
      && (prefix.hasSuffix("-")
        || anchor.dropFirst(prefix.count).drop(while: \.isNumber).first == "-")
  }
}

/// Whether an anchor is of the form of a paragraph's: six hexadecimal digits, and a number where others
/// begin alike.
private func isParagraphAnchor(_ anchor: String) -> Bool {
  guard anchor.hasPrefix("p-") else { return false }
  let digits = anchor.utf8.dropFirst(2)
  guard digits.count >= 6,
    digits.prefix(6).allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
  else { return false }
  let rest = digits.dropFirst(6)
  return rest.isEmpty
    || (rest.first == UInt8(ascii: "-") && rest.dropFirst().allSatisfy { (48...57).contains($0) })
}

/// A heading inside a section.
public struct ContentsEntry: Sendable, Equatable {
  /// 2…6; the section's own title is 1.
  public var level: Int
  public var title: String
  public var anchor: String

  public init(level: Int, title: String, anchor: String) {
    self.level = level
    self.title = title
    self.anchor = anchor
  }
}
