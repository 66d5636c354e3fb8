public import Diagnostics

/// What a brief says in another language, as its files write it. Links are not resolved and notes not
/// numbered: it is read to be compared.
public struct Translation: Sendable, Equatable {
  /// A BCP 47 tag.
  public var language: String
  /// What `translations:` and the language's own records give, in order.
  public var fields: [TranslatedField] = []
  /// The language's Markdown files, in the order of their names.
  public var parts: [TranslatedPart] = []

  public init(language: String) { self.language = language }
}

/// A value of a record in another language.
public struct TranslatedField: Sendable, Equatable {
  /// The key; those of maps and lists one after another: `original title`, `keyFindings 1`.
  public var name: String
  public var text: String

  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}

/// A Markdown file in another language.
public struct TranslatedPart: Sendable, Equatable {
  /// The name of the file that it translates: `01-attack.md`.
  public var name: String
  /// The file, relative to the content folder.
  public var file: String
  public var body: Prose
  /// In the order in which they are defined; without numbers.
  public var notes: [Note]

  public init(name: String, file: String, body: Prose, notes: [Note]) {
    self.name = name
    self.file = file
    self.body = body
    self.notes = notes
  }
}
