internal import Diagnostics
internal import Markdown
internal import Model
internal import Yams

/// Takes places in the text of a YAML scalar back to the file, whose lines YAML may have folded.
///
/// Each line of the file gives a piece of the text, blanks at its ends apart; pieces are found in
/// order. Where an escape makes the two differ, places are those of the last piece found.
struct ScalarMap {
  private struct Piece {
    var start: Int
    var line: Int
    var column: Int
  }

  private var pieces: [Piece] = []
  private var lineStarts = [0]

  init(_ scalar: Node.Scalar, _ origin: Record.Origin) {
    guard let mark = scalar.mark else { return }
    let text = Array(scalar.string.utf8)
    for (offset, byte) in text.enumerated() where byte == 0x0A { lineStarts.append(offset + 1) }
    var line = mark.line + origin.linesBefore
    let file = origin.file
    var column = file.byteColumn(line: line, character: mark.column)
    switch scalar.style {
    case .literal, .folded:
      line += 1
      column = 1
    case .singleQuoted, .doubleQuoted: column += 1
    default: break
    }
    var at = 0
    while at < text.count {
      if text[at] == 0x20 || text[at] == 0x0A {
        at += 1
        continue
      }
      let range = file.line(line)
      guard range.lowerBound < file.bytes.count else { break }
      var start = min(range.lowerBound + column - 1, range.upperBound)
      while start < range.upperBound, file.bytes[start] == 0x20 { start += 1 }
      pieces.append(Piece(start: at, line: line, column: start - range.lowerBound + 1))
      while start < range.upperBound, at < text.count, file.bytes[start] == text[at] {
        start += 1
        at += 1
      }
      if start < range.upperBound, file.bytes[start] != 0x20, at < text.count { break }
      line += 1
      column = 1
    }
  }

  func relocate(_ parsed: inout ParsedMarkdown) {
    guard !pieces.isEmpty else { return }
    for index in parsed.prose.nodes.indices {
      parsed.prose.nodes[index].position = position(parsed.prose.nodes[index].position)
    }
    for index in parsed.findings.indices {
      if let old = parsed.findings[index].location.position {
        parsed.findings[index].location.position = position(old)
      }
    }
    for index in parsed.definitions.indices {
      if let old = parsed.definitions[index].location.position {
        parsed.definitions[index].location.position = position(old)
      }
    }
  }

  private func position(_ old: SourcePosition) -> SourcePosition {
    let line = min(max(1, Int(old.line)), lineStarts.count)
    let offset = lineStarts[line - 1] + max(0, Int(old.column) - 1)
    guard let piece = pieces.last(where: { $0.start <= offset }) ?? pieces.first else { return old }
    return SourcePosition(line: piece.line, column: piece.column + max(0, offset - piece.start))
  }
}
