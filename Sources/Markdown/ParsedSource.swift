internal import CMark
internal import Diagnostics

/// The bytes that libcmark parsed, and their lines.
struct ParsedSource {
  let bytes: UnsafeBufferPointer<UInt8>
  let map: SourceMap
  private var starts: [Int]?
  /// Line ends after a backslash in the block at hand, which libcmark does not count: the line that
  /// it gives to what follows, and the bytes that it takes for that line's, those before included.
  private var missed: [(line: Int, bytes: Int)] = []
  /// A text of the block was looked for in vain: the next will not be.
  private var isLost = false

  init(bytes: UnsafeBufferPointer<UInt8>, map: SourceMap) {
    self.bytes = bytes
    self.map = map
  }

  /// A line's bytes, from 1, without its end. Lines are found at the first call.
  mutating func line(_ number: Int) -> Range<Int> {
    let starts = starts ?? lineStarts(of: bytes)
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
    let (line, column) = parsedPlace(of: node)
    return map.position(line: line, column: column + offset)
  }

  /// Some of the bytes parsed, as far as there are.
  func bytes(_ start: Int, _ count: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[start..<min(bytes.count, start + max(0, count))])
  }

  /// Where a text that stands as it is written begins: at the offset expected, or after it, where
  /// libcmark lost count over a link that goes on over a line's end.
  mutating func position(
    of text: Slice<UnsafeBufferPointer<UInt8>>, expected: Int, in node: OpaquePointer
  ) -> SourcePosition {
    let first = parsedPlace(of: node).line
    let end = line(Int(cmark_node_get_end_line(block(of: node)))).upperBound
    // As far as an address may be long.
    let last = min(end, expected + (isLost ? text.count : 4096))
    var at = expected
    while at + text.count <= last {
      if bytes(at, text.count).elementsEqual(text) { return position(ofByte: at, near: first) }
      at += 1
    }
    isLost = true
    return position(ofByte: expected, near: first)
  }

  /// Where a byte of the bytes parsed stands in the file.
  mutating func position(ofByte offset: Int, near line: Int) -> SourcePosition {
    var line = line
    while self.line(line + 1).lowerBound > 0, self.line(line + 1).lowerBound <= offset { line += 1 }
    return map.position(line: line, column: offset - self.line(line).lowerBound + 1)
  }

  /// The offset of an inline in the bytes parsed.
  mutating func offset(of node: OpaquePointer) -> Int {
    let (line, column) = parsedPlace(of: node)
    return min(self.line(line).lowerBound + max(0, column - 1), bytes.count)
  }

  /// The byte with which an inline begins in the bytes parsed.
  mutating func byte(of node: OpaquePointer) -> UInt8? {
    let offset = offset(of: node)
    return offset < bytes.count ? bytes[offset] : nil
  }

  /// Forgets what was lost in the block before.
  mutating func enterBlock() {
    missed.removeAll(keepingCapacity: true)
    isLost = false
  }

  /// Notes a hard line break, if it is one that libcmark does not count.
  mutating func pass(_ lineBreak: OpaquePointer) {
    guard let before = cmark_node_previous(lineBreak) else { return }
    let reported = Int(cmark_node_get_end_line(before))
    let block = block(of: before)
    let line = reported + missed.count
    let content =
      line > Int(cmark_node_get_start_line(block))
      ? content(ofLine: line, in: block)
      : self.line(line).lowerBound..<self.line(line).upperBound
    guard content.upperBound > content.lowerBound,
      bytes[content.upperBound - 1] == UInt8(ascii: "\\")
    else { return }
    let start =
      line > Int(cmark_node_get_start_line(block)) ? 0 : Int(cmark_node_get_start_column(block)) - 1
    let earlier = missed.last.map { $0.line == reported ? $0.bytes : 0 } ?? 0
    missed.append((reported, earlier + content.count - start + 1))
  }

  private func block(of node: OpaquePointer) -> OpaquePointer {
    var block = node
    while cmark_node_get_type(block).rawValue > CMARK_NODE_LAST_BLOCK.rawValue,
      let parent = cmark_node_parent(block)
    {
      block = parent
    }
    return block
  }

  /// The line and column of an inline in the bytes parsed.
  mutating func parsedPlace(of node: OpaquePointer) -> (line: Int, column: Int) {
    let reported = Int(cmark_node_get_start_line(node))
    var column = Int(cmark_node_get_start_column(node))
    guard cmark_node_get_type(node).rawValue > CMARK_NODE_LAST_BLOCK.rawValue else {
      return (reported, column)
    }
    let block = block(of: node)
    if let last = missed.last, last.line == reported { column -= last.bytes }
    let line = reported + missed.count
    guard line > Int(cmark_node_get_start_line(block)) else { return (line, column) }
    let content = content(ofLine: line, in: block)
    column += content.lowerBound - self.line(line).lowerBound + 1
    return (line, column - Int(cmark_node_get_start_column(block)))
  }

  /// A line of a block's text after its first, without what containers put before it: blanks, and
  /// as many quotation marks as the block has quotations around it.
  mutating func content(ofLine number: Int, in block: OpaquePointer) -> Range<Int> {
    let line = line(number)
    var quotations = 0
    var container = cmark_node_parent(block)
    while let node = container {
      if cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE { quotations += 1 }
      container = cmark_node_parent(node)
    }
    var start = line.lowerBound
    while start < line.upperBound {
      if bytes[start] == UInt8(ascii: ">"), quotations > 0 {
        quotations -= 1
      } else if bytes[start] != 0x20, bytes[start] != 0x09 {
        break
      }
      start += 1
    }
    return start..<line.upperBound
  }
}

/// What containers put before a line's text: blanks and quotation marks.
func isIndentation(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: ">")
}
