internal import Diagnostics
internal import Yams

extension TextMap {
  /// The map of a scalar's text: file and text are gone through side by side, blanks apart, since
  /// YAML folds them. Where the two differ in another way, places are those of the last piece.
  init(_ scalar: Node.Scalar, _ origin: Record.Origin) {
    guard let mark = scalar.mark else { return }
    let text = Array(scalar.string.utf8)
    let line = mark.line + origin.linesBefore
    var reader = ScalarReader(
      file: origin.file, style: scalar.style, line: line,
      column: origin.file.byteColumn(line: line, character: mark.column))
    var at = 0
    while at < text.count {
      if text[at] == 0x20 || text[at] == 0x09 || text[at] == 0x0A {
        at += 1
        continue
      }
      reader.skipBlanks()
      guard let width = reader.width(of: text[at]) else { return }
      add(at, line: reader.line, column: reader.column)
      reader.advance(width)
      at += width > 1 ? utf8Width(text[at]) : 1
    }
  }
}

/// Goes through a scalar as it is written in a file.
private struct ScalarReader {
  let file: SourceFile
  let style: Node.Scalar.Style
  private(set) var line: Int
  private var at: Int
  private var lineStart: Int

  var column: Int { at - lineStart + 1 }

  init(file: SourceFile, style: Node.Scalar.Style, line: Int, column: Int) {
    self.file = file
    self.style = style
    self.line = line
    lineStart = file.line(line).lowerBound
    at = min(lineStart + column - 1, file.bytes.count)
    switch style {
    case .literal, .folded:
      self.line += 1
      lineStart = file.line(self.line).lowerBound
      at = lineStart
    default:
      // An anchor or a tag stands before the text.
      while let byte = byte(0), byte == UInt8(ascii: "&") || byte == UInt8(ascii: "!") {
        while let byte = self.byte(0), byte > 0x20 { at += 1 }
        skipBlanks()
      }
      if style == .singleQuoted || style == .doubleQuoted { at += 1 }
    }
  }

  private func byte(_ ahead: Int) -> UInt8? {
    at + ahead < file.bytes.count ? file.bytes[at + ahead] : nil
  }

  mutating func skipBlanks() {
    while let byte = byte(0) {
      switch byte {
      case 0x20, 0x09: at += 1
      case 0x0A: endLine(1)
      case 0x0D: endLine(self.byte(1) == 0x0A ? 2 : 1)
      case UInt8(ascii: "\\") where style == .doubleQuoted:
        switch self.byte(1) {
        case UInt8(ascii: "n"), UInt8(ascii: "t"), 0x20, 0x09: at += 2
        case 0x0A: endLine(2)
        case 0x0D: endLine(self.byte(2) == 0x0A ? 3 : 2)
        default: return
        }
      default: return
      }
    }
  }

  private mutating func endLine(_ width: Int) {
    at += width
    line += 1
    lineStart = at
  }

  /// How many bytes of the file stand for the text's character that begins with a byte; `nil` where
  /// they are no such character.
  func width(of wanted: UInt8) -> Int? {
    guard let byte = byte(0) else { return nil }
    if style == .doubleQuoted, byte == UInt8(ascii: "\\") {
      switch self.byte(1) {
      case UInt8(ascii: "x"): return 4
      case UInt8(ascii: "u"): return 6
      case UInt8(ascii: "U"): return 10
      default: return 2
      }
    }
    guard byte == wanted else { return nil }
    return style == .singleQuoted && byte == UInt8(ascii: "'") ? 2 : 1
  }

  mutating func advance(_ width: Int) { at = min(at + width, file.bytes.count) }
}

private func utf8Width(_ lead: UInt8) -> Int {
  lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
}
