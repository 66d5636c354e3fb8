internal import CMark
internal import Diagnostics
internal import Model

extension Lowering {
  /// A paragraph with a delimiter row in it is a table by the rules of GitHub Flavored Markdown
  /// (section 4.10); lines before the header row stay a paragraph.
  mutating func addTable(_ paragraph: OpaquePointer) -> Bool {
    let first = Int(cmark_node_get_start_line(paragraph))
    let last = Int(cmark_node_get_end_line(paragraph))
    guard last > first, source.map.origins.isEmpty else { return false }
    for number in (first + 1)...last {
      let line = source.content(ofLine: number, in: paragraph)
      guard let columns = delimiterRow(source.bytes[line]) else { continue }
      let header = cells(ofLine: number - 1, paragraph, first)
      guard header.count == columns.count else { continue }
      return addTable(
        paragraph, lines: first...last, headerLine: number - 1, header: header, columns: columns)
    }
    return false
  }

  private mutating func addTable(
    _ paragraph: OpaquePointer, lines: ClosedRange<Int>, headerLine: Int, header: [Range<Int>],
    columns: [ColumnAlignment]
  ) -> Bool {
    let width = columns.count
    var rows = [header]
    // As many empty cells as GitHub's parser fills in at most.
    var filled = 0
    if headerLine + 2 <= lines.upperBound {
      for number in (headerLine + 2)...lines.upperBound {
        let row = cells(ofLine: number, paragraph, lines.lowerBound)
        filled += max(0, width - row.count)
        rows.append(Array(row.prefix(width)))
      }
    }
    guard filled <= 1 << 19 else {
      report(
        .error, "table-size", paragraph, "the table's rows are too short for its \(width) columns",
        hint: "give each row as many cells as the header has")
      return true
    }
    var cellText = CellText()
    if headerLine > lines.lowerBound {
      for number in lines.lowerBound..<headerLine {
        let line = content(ofLine: number, paragraph, lines.lowerBound)
        cellText.addLine(
          source.bytes[line], isFirst: number == lines.lowerBound,
          at: position(ofLine: number, line.lowerBound))
      }
      cellText.endParagraph()
    }
    let hasLead = headerLine > lines.lowerBound
    for (index, row) in rows.enumerated() {
      let number = index == 0 ? headerLine : headerLine + 1 + index
      for cell in row {
        cellText.addCell(source.bytes[cell], at: position(ofLine: number, cell.lowerBound))
      }
    }
    cellText.add(linkDefinitionsOfFile())
    let outer = source
    cellText.bytes.withUnsafeBufferPointer { bytes in
      guard let document = CMarkDocument(bytes) else { return }
      var map = outer.map
      map.shifts = []
      map.origins = cellText.origins
      source = ParsedSource(bytes: bytes, map: map)
      var next = cmark_node_first_child(document.root)
      if hasLead, let lead = next {
        builder.enter(ProseNode(.paragraph, at: outer.position(of: paragraph)))
        lowerParagraph(lead)
        builder.leave()
        next = cmark_node_next(lead)
      }
      addRows(rows, columns, from: next, at: outer.map.position(line: headerLine, column: 1))
    }
    source = outer
    return true
  }

  private mutating func addRows(
    _ rows: [[Range<Int>]], _ columns: [ColumnAlignment], from first: OpaquePointer?,
    at position: SourcePosition
  ) {
    var next = first
    builder.enter(ProseNode(.table, value: columns.count, at: position))
    for (index, row) in rows.enumerated() {
      // The delimiter row stands between the header and the others.
      let position = SourcePosition(
        line: Int(position.line) + (index == 0 ? 0 : index + 1), column: Int(position.column))
      builder.enter(ProseNode(.tableRow, detail: index == 0 ? 1 : 0, at: position))
      for column in columns.indices {
        builder.enter(ProseNode(.tableCell, detail: columns[column].rawValue, at: position))
        if column < row.count, let paragraph = next {
          lowerParagraph(paragraph)
          next = cmark_node_next(paragraph)
        }
        builder.leave()
      }
      builder.leave()
    }
    builder.leave()
  }

  private mutating func cells(
    ofLine number: Int, _ paragraph: OpaquePointer, _ first: Int
  ) -> [Range<Int>] {
    splitRow(source.bytes, content(ofLine: number, paragraph, first))
  }

  /// A line of a paragraph without what its containers put before it.
  private mutating func content(
    ofLine number: Int, _ paragraph: OpaquePointer, _ first: Int
  ) -> Range<Int> {
    guard number == first else { return source.content(ofLine: number, in: paragraph) }
    let line = source.line(number)
    let start = line.lowerBound + Int(cmark_node_get_start_column(paragraph)) - 1
    return min(start, line.upperBound)..<line.upperBound
  }

  private mutating func linkDefinitionsOfFile() -> [UInt8] {
    let known = linkDefinitions ?? Markdown.linkDefinitions(in: source.bytes)
    linkDefinitions = known
    return known
  }

  private mutating func position(ofLine number: Int, _ offset: Int) -> SourcePosition {
    source.map.position(line: number, column: offset - source.line(number).lowerBound + 1)
  }
}
