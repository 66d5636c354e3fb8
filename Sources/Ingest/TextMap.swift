internal import Diagnostics
internal import Markdown
internal import Model

/// Takes places in a text back to the file that it was read from, where it may have been folded,
/// indented, quoted or escaped.
///
/// Pieces of the text stand in the file as they are; each says where.
struct TextMap {
  private struct Piece {
    /// Offset in the text.
    var start: Int
    var line: Int
    /// Byte column, from 1.
    var column: Int
  }

  private var pieces: [Piece] = []

  /// The text goes on there, from an offset of its own on.
  mutating func add(_ start: Int, line: Int, column: Int) {
    if let last = pieces.last, last.line == line, column - last.column == start - last.start {
      return
    }
    pieces.append(Piece(start: start, line: line, column: column))
  }

  /// Where the text's byte at an offset stands; `nil` where nothing is known.
  func position(of offset: Int) -> SourcePosition? {
    var (low, high) = (0, pieces.count)
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    guard !pieces.isEmpty else { return nil }
    let piece = pieces[max(0, low - 1)]
    return SourcePosition(line: piece.line, column: piece.column + max(0, offset - piece.start))
  }

  /// Moves everything found in a Markdown text to where it stands in the file.
  ///
  /// - Parameter skipped: bytes of the map's text before those parsed.
  func relocate(_ parsed: inout ParsedMarkdown, of text: [UInt8], skipped: Int = 0) {
    let starts = lineStarts(of: text)
    func moved(_ old: SourcePosition) -> SourcePosition {
      let line = min(max(1, Int(old.line)), starts.count)
      return position(of: skipped + starts[line - 1] + max(0, Int(old.column) - 1)) ?? old
    }
    func move(_ prose: inout Prose) {
      for index in prose.nodes.indices where prose.nodes[index].position.line > 0 {
        prose.nodes[index].position = moved(prose.nodes[index].position)
      }
    }
    move(&parsed.prose)
    for index in parsed.findings.indices {
      parsed.findings[index].location.position = parsed.findings[index].location.position.map(moved)
    }
    for index in parsed.definitions.indices {
      move(&parsed.definitions[index].body)
      parsed.definitions[index].location.position =
        parsed.definitions[index].location.position.map(moved)
    }
  }
}
