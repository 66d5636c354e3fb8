internal import Diagnostics

/// The cells of a table as a text of paragraphs for libcmark, one a cell.
///
/// Each begins with a comma, so that nothing in it can begin a block; the comma is dropped again
/// when the paragraph is lowered. A comma before it lets emphasis open and close as at a line's start.
struct CellText {
  private(set) var bytes: [UInt8] = []
  /// Where each line comes from in the file.
  private(set) var origins: [LineOrigin?] = [nil]
  /// Whether a link by reference may stand in it.
  private var hasLink = false

  /// A cell's text. Line ends become blanks; `\|` a bar, in code too, where cells are divided by bars.
  mutating func addCell(
    _ text: some Collection<UInt8>, at origin: SourcePosition, hasBars: Bool = true
  ) {
    var from = LineOrigin(start: origin, added: 1)
    let lineStart = bytes.count
    bytes.append(UInt8(ascii: ","))
    var isEscaped = false
    for byte in text {
      if isEscaped, hasBars, byte == UInt8(ascii: "|") {
        bytes.removeLast()
        from.dropped.append(bytes.count - lineStart + 1)
      }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      if byte != UInt8(ascii: "^"), bytes.last == UInt8(ascii: "[") { hasLink = true }
      bytes.append(byte == 0x0A || byte == 0x0D ? 0x20 : byte)
    }
    origins.append(from)
    bytes.append(0x0A)
    endParagraph()
  }

  /// A line of the paragraph before the table. Where it goes on it is indented, so that what was
  /// indented before stays text.
  mutating func addLine(
    _ text: Slice<UnsafeBufferPointer<UInt8>>, isFirst: Bool, at origin: SourcePosition
  ) {
    let added = isFirst ? "," : "    "
    origins.append(LineOrigin(start: origin, added: added.utf8.count))
    bytes.append(contentsOf: added.utf8)
    bytes.append(contentsOf: text)
    bytes.append(0x0A)
    hasLink = true
  }

  /// Ends the paragraph whose lines were added.
  mutating func endParagraph() {
    bytes.append(0x0A)
    origins.append(nil)
  }

  /// Adds the file's link reference definitions, where a cell may use them.
  mutating func add(_ definitions: @autoclosure () -> [UInt8]) {
    if hasLink { bytes += definitions() }
  }
}

/// A text's link reference definitions of one line, a paragraph each.
func linkDefinitions(in source: UnsafeBufferPointer<UInt8>) -> [UInt8] {
  var found: [UInt8] = []
  for line in source.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
    let text = line.drop { isIndentation($0) }
    guard text.first == UInt8(ascii: "["), let close = text.firstIndex(of: UInt8(ascii: "]")),
      close + 1 < text.endIndex, text[close + 1] == UInt8(ascii: ":"),
      text[text.startIndex + 1] != UInt8(ascii: "^")
    else { continue }
    found.append(contentsOf: text)
    found.append(contentsOf: [0x0A, 0x0A])
  }
  return found
}
