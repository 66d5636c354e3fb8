internal import CMark
internal import Diagnostics

/// The bytes that libcmark parsed, and their lines.
struct ParsedSource {
  let bytes: UnsafeBufferPointer<UInt8>
  let map: SourceMap
  private var starts: [Int]?

  init(bytes: UnsafeBufferPointer<UInt8>, map: SourceMap) {
    self.bytes = bytes
    self.map = map
  }

  /// A line's bytes, from 1, without its end. Lines are found at the first call.
  mutating func line(_ number: Int) -> Range<Int> {
    let starts = starts ?? lineStarts()
    self.starts = starts
    guard number >= 1, number <= starts.count else { return 0..<0 }
    let start = starts[number - 1]
    var end = number < starts.count ? starts[number] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// Where a node begins, as libcmark tells it: exact for blocks and for a block's first line.
  func position(of node: OpaquePointer) -> SourcePosition {
    map.position(
      line: Int(cmark_node_get_start_line(node)), column: Int(cmark_node_get_start_column(node)))
  }

  /// Where an inline begins. libcmark takes each line of a paragraph to be indented like its first;
  /// here the line's own indentation is looked at.
  mutating func exactPosition(of node: OpaquePointer, offset: Int = 0) -> SourcePosition {
    let line = Int(cmark_node_get_start_line(node))
    let column = parsedColumn(of: node) + offset
    return map.position(line: line, column: column)
  }

  /// The column of an inline in the bytes parsed.
  mutating func parsedColumn(of node: OpaquePointer) -> Int {
    let line = Int(cmark_node_get_start_line(node))
    let column = Int(cmark_node_get_start_column(node))
    var block: OpaquePointer? = node
    while let candidate = block, cmark_node_get_type(candidate).rawValue
      > CMARK_NODE_LAST_BLOCK.rawValue
    {
      block = cmark_node_parent(candidate)
    }
    guard let block, line > Int(cmark_node_get_start_line(block)) else { return column }
    let range = self.line(line)
    let content = range.first { !isIndentation(bytes[$0]) } ?? range.lowerBound
    return column + content - range.lowerBound + 1 - Int(cmark_node_get_start_column(block))
  }

  private func lineStarts() -> [Int] {
    var starts = [0]
    for at in bytes.indices {
      if bytes[at] == 0x0A || (bytes[at] == 0x0D && (at + 1 == bytes.count || bytes[at + 1] != 0x0A)) {
        starts.append(at + 1)
      }
    }
    return starts
  }
}

/// What containers put before a line's text: blanks and quotation marks.
func isIndentation(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: ">")
}
