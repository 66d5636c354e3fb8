public import Diagnostics
public import Model

/// What a Markdown file holds.
public struct ParsedMarkdown: Sendable {
  /// Its blocks, without the definitions of notes.
  public var prose: Prose
  public var definitions: [NoteDefinition]
  public var findings: [Finding]
}

/// A note's text, not yet numbered.
public struct NoteDefinition: Sendable {
  public var label: String
  public var body: Prose
  public var location: SourceLocation
}

/// How Markdown is read.
public struct MarkdownOptions: Sendable {
  /// Notes, tables, call-outs, typed links and `{#id}`; without them it is CommonMark 0.30.
  public var hasExtensions: Bool
  public var allowsRawHTML: Bool

  public init(hasExtensions: Bool = true, allowsRawHTML: Bool = false) {
    self.hasExtensions = hasExtensions
    self.allowsRawHTML = allowsRawHTML
  }

  public static let commonMark = MarkdownOptions(hasExtensions: false, allowsRawHTML: true)
}
