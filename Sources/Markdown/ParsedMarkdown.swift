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
  public var place: Place

  /// Where a definition is written: in the text, or in the innermost note around it.
  public struct Place: Sendable, Equatable {
    /// How many nodes of that stand before it.
    public var nodesBefore: Int
    /// The innermost of them around it.
    public var container: Int?
    /// The label of that note.
    public var note: String?

    public init(nodesBefore: Int = 0, container: Int? = nil, note: String? = nil) {
      self.nodesBefore = nodesBefore
      self.container = container
      self.note = note
    }
  }
}

/// What becomes of raw HTML.
public enum RawHTML: Sendable {
  /// It is a fault, and left out.
  case refused
  /// It is a fault, and kept: for comparing texts, never for showing them.
  case compared
  case allowed
}

/// How Markdown is read.
public struct MarkdownOptions: Sendable {
  /// Notes, tables, call-outs, typed links and `{#id}`; without them it is CommonMark 0.30.
  public var hasExtensions: Bool
  public var rawHTML: RawHTML

  public init(hasExtensions: Bool = true, rawHTML: RawHTML = .refused) {
    self.hasExtensions = hasExtensions
    self.rawHTML = rawHTML
  }

  public static let commonMark = MarkdownOptions(hasExtensions: false, rawHTML: .allowed)
}
