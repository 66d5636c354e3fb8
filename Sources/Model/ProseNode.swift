public import Diagnostics

/// One node of a `Prose`. What `text`, `title`, `detail` and `value` mean depends on the kind.
public struct ProseNode: Sendable, Equatable {
  public enum Kind: UInt8, Sendable {
    // Blocks
    /// Inlines.
    case paragraph
    /// `detail`: level 1…6; `text`: the anchor. Inlines.
    case heading
    case blockQuote
    /// `detail`: a `CallOut`. The first child may be a `.callOutTitle`.
    case callOut
    /// Inlines.
    case callOutTitle
    /// `detail`: `ListStyle` bits; `value`: the first number. Items.
    case list
    case item
    /// `text`: the code; `title`: the info string.
    case codeBlock
    /// `text`: raw HTML.
    case htmlBlock
    case thematicBreak
    /// `value`: the number of columns. Rows, the header first.
    case table
    /// `detail`: 1 for the header.
    case tableRow
    /// `detail`: a `ColumnAlignment`. Inlines.
    case tableCell
    /// A numbered figure; `value`: index of its `Reference`. The caption's inlines.
    case figure
    // Inlines
    /// `text`.
    case text
    case softBreak
    case lineBreak
    /// `text`.
    case code
    /// `text`: raw HTML.
    case htmlInline
    case emphasis
    case strong
    /// `text`: the destination, or where `detail` is 1 the name of a `BriefFile`; `title`. Inlines.
    case link
    /// `text`: the address, or where `detail` is 1 the name of a `BriefFile`; `title`. Inlines: the
    /// alternative.
    case image
    /// `text`: the label; `value`: index of the note in its brief, -1 when unresolved; `ordinal`:
    /// which reference to that note this is in the brief, from 1.
    case noteReference
    /// A typed link; `value`: index of its `Reference`; `ordinal`: which mention of that target
    /// this is in the brief's front and sections, from 1. Inlines, none where the label is to be generated.
    case reference
  }

  public var kind: Kind
  public var detail: UInt8
  public var value: Int32
  public var ordinal: Int32
  /// Index just after the last descendant.
  public var end: Int32
  public var text: ByteRange
  public var title: ByteRange
  /// Where it stands in its file; line 0 where that is not known (soft breaks).
  public var position: SourcePosition

  public init(
    _ kind: Kind, detail: UInt8 = 0, value: Int = 0, text: ByteRange = .empty,
    title: ByteRange = .empty, at position: SourcePosition = SourcePosition(line: 0, column: 0)
  ) {
    self.kind = kind
    self.detail = detail
    self.value = Int32(clamping: value)
    self.ordinal = 0
    self.end = 0
    self.text = text
    self.title = title
    self.position = position
  }
}

/// Bits of a list node's `detail`.
public struct ListStyle: OptionSet, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  public static let ordered = ListStyle(rawValue: 1)
  /// Paragraphs of its items are shown without paragraph marks.
  public static let tight = ListStyle(rawValue: 2)
}

/// A column's alignment in a table.
public enum ColumnAlignment: UInt8, Sendable {
  case none, left, center, right
}

/// The kinds of call-out, as GitHub's Markdown names them.
public enum CallOut: UInt8, Sendable, CaseIterable {
  case note, tip, important, warning, caution

  public var name: String {
    switch self {
    case .note: "note"
    case .tip: "tip"
    case .important: "important"
    case .warning: "warning"
    case .caution: "caution"
    }
  }
}
