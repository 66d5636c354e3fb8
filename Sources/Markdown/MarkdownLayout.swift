internal import CMark
public import Model

/// How a Markdown text is laid out: the lines of its paragraphs and tables, and of the definitions of
/// notes that stand together. For those who lay it out anew.
///
/// Ranges are of bytes of the text. Blocks are in document order and do not overlap.
public struct MarkdownLayout: Sendable {
  public struct Block: Sendable {
    public enum Kind: Sendable {
      case paragraph
      /// `lead`: how many of the block's lines stand before the header row; `columns`: one for each
      /// cell of the delimiter row; `rows`: the cells of the header and of each row, trimmed, as many
      /// as are written.
      case table(lead: Int, columns: [ColumnAlignment], rows: [[Range<Int>]])
    }
    public var kind: Kind
    /// Each line without what containers put before it and without its end.
    public var lines: [Range<Int>]
    /// What a further line begins with to stand in the same containers.
    public var indent: [UInt8]
  }

  /// A note's definition.
  public struct Definition: Sendable {
    public var label: String
    /// Whole lines, the ends of all but the last included; no blank line at the end.
    public var range: Range<Int>
  }

  public var blocks: [Block] = []
  /// Definitions with nothing but blank lines between them, top-level ones only.
  public var runs: [[Definition]] = []
}

/// Finds where the blocks of a Markdown text stand.
///
/// - Parameter bytes: UTF-8.
public func markdownLayout(of bytes: [UInt8]) -> MarkdownLayout {
  bytes.withUnsafeBufferPointer { original in
    let markers = parseSettlingMarkers(
      original, file: "", firstLine: 1, options: MarkdownOptions(rawHTML: .allowed)
    ).markers
    let text = rewritten(original, markers)
    return text.withUnsafeBufferPointer { parsed in
      guard let document = CMarkDocument(parsed) else { return MarkdownLayout() }
      var survey = LayoutSurvey(original: original, parsed: parsed, markers: markers)
      survey.read(document.root)
      return survey.layout
    }
  }
}

private struct LayoutSurvey {
  /// The text, and what libcmark parsed: the same lines, with shorter markers.
  var original: ParsedSource
  var parsed: ParsedSource
  let markers: [Int: NoteMarker]
  var layout = MarkdownLayout()

  init(
    original: UnsafeBufferPointer<UInt8>, parsed: UnsafeBufferPointer<UInt8>, markers: [NoteMarker]
  ) {
    self.original = ParsedSource(bytes: original, map: SourceMap())
    self.parsed = ParsedSource(bytes: parsed, map: SourceMap())
    self.markers = Dictionary(markers.map { ($0.line, $0) }, uniquingKeysWith: { a, _ in a })
  }

  mutating func read(_ root: OpaquePointer) {
    guard let walk = CMarkWalk(root) else { return }
    while let (node, isEntered) = walk.next() {
      guard isEntered else { continue }
      switch cmark_node_get_type(node) {
      case CMARK_NODE_PARAGRAPH:
        addBlock(node)
        walk.skip(node)
      case CMARK_NODE_LIST: addRuns(node, isTop: cmark_node_parent(node) == root)
      default: break
      }
    }
  }

  private mutating func addBlock(_ paragraph: OpaquePointer) {
    let first = Int(cmark_node_get_start_line(paragraph))
    let last = Int(cmark_node_get_end_line(paragraph))
    guard first >= 1, last >= first else { return }
    let offset = Int(cmark_node_get_start_column(paragraph)) - 1
    let start = parsed.line(first)
    guard offset >= 0, start.lowerBound + offset <= start.upperBound else { return }
    let indent = indent(from: parsed.bytes[start.lowerBound..<(start.lowerBound + offset)])
    var lines: [Range<Int>] = []
    for number in first...last {
      var line =
        number == first ? original.line(number) : original.content(ofLine: number, in: paragraph)
      if number == first {
        var lead = offset
        if let marker = markers[first], offset >= marker.column { lead += marker.shift }
        line = min(line.lowerBound + lead, line.upperBound)..<line.upperBound
      }
      // Not what a paragraph looks like: its lines are not understood, and it is left alone.
      guard !line.isEmpty else { return }
      lines.append(line)
    }
    layout.blocks.append(
      MarkdownLayout.Block(kind: kind(of: lines), lines: lines, indent: indent))
  }

  private func kind(of lines: [Range<Int>]) -> MarkdownLayout.Block.Kind {
    for index in lines.indices.dropFirst() {
      guard let columns = delimiterRow(original.bytes[lines[index]]) else { continue }
      let header = splitRow(original.bytes, lines[index - 1])
      guard header.count == columns.count else { continue }
      let rows = lines[(index + 1)...].map { splitRow(original.bytes, $0) }
      return .table(lead: index - 1, columns: columns, rows: [header] + rows)
    }
    return .paragraph
  }

  /// Marks of lists are blanks on further lines; marks of quotations stay.
  private func indent(from prefix: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    var out: [UInt8] = []
    for byte in prefix {
      switch byte {
      case UInt8(ascii: ">"): out.append(byte)
      case 0x09: out += repeatElement(0x20, count: 4 - out.count % 4)
      default: out.append(0x20)
      }
    }
    return out
  }

  /// The items of a list that are definitions, in runs.
  private mutating func addRuns(_ list: OpaquePointer, isTop: Bool) {
    guard isTop, !markers.isEmpty else { return }
    var run: [MarkdownLayout.Definition] = []
    // A run goes on over lists that follow one another: an unlike mark begins another list.
    if let previous = cmark_node_previous(list), cmark_node_get_type(previous) == CMARK_NODE_LIST,
      let open = layout.runs.popLast()
    {
      run = open
    }
    var child = cmark_node_first_child(list)
    while let item = child {
      child = cmark_node_next(item)
      let line = Int(cmark_node_get_start_line(item))
      guard let marker = markers[line], marker.column == 1,
        Int(cmark_node_get_start_column(item)) == 1
      else {
        layout.runs.append(run)
        run = []
        continue
      }
      let start = original.line(line).lowerBound
      var last = line
      let next = child ?? cmark_node_next(list)
      let limit =
        next.map { Int(cmark_node_get_start_line($0)) }
        ?? max(line, Int(cmark_node_get_end_line(item))) + 1
      for number in stride(from: limit - 1, to: line, by: -1)
      where !isBlank(original.line(number)) {
        last = number
        break
      }
      run.append(
        MarkdownLayout.Definition(
          label: marker.label, range: start..<original.line(last).upperBound))
    }
    layout.runs.append(run)
  }

  private func isBlank(_ line: Range<Int>) -> Bool {
    original.bytes[line].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}
