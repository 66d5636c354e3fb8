internal import Diagnostics
internal import Model

/// A table wider than this, in columns of a terminal, is not padded: its lines would be wrapped.
private let widestTable = 160
/// More empty cells than this are not filled in.
private let mostFilled = 1_000

/// A table's lines, its cells padded to the widest of their column.
///
/// - Parameters:
///   - rows: the header first; a row may have fewer cells than there are columns, or more.
/// - Returns: `nil` where the table is to be left as it stands.
func tableLines(_ columns: [ColumnAlignment], _ rows: [[ArraySlice<UInt8>]]) -> [[UInt8]]? {
  let filled = rows.reduce(0) { $0 + max(0, columns.count - $1.count) }
  guard filled <= mostFilled else { return nil }
  let cells = rows.map { row in
    let texts = row.map { Array($0) }
    return texts + Array(repeating: [], count: max(0, columns.count - row.count))
  }
  let measured = cells.map { row in row.map { columnWidth(of: String(decoding: $0, as: UTF8.self)) }
  }
  var widths = columns.indices.map { column in
    max(3, measured.map { $0[column] }.max() ?? 3)
  }
  let total = widths.reduce(1) { $0 + $1 + 3 }
  let isPadded = total <= widestTable
  if !isPadded { widths = widths.map { _ in 0 } }
  var lines: [[UInt8]] = []
  for (row, rowWidths) in zip(cells, measured) {
    var line: [UInt8] = [UInt8(ascii: "|")]
    for (index, cell) in row.enumerated() {
      let space = index < columns.count ? max(0, widths[index] - rowWidths[index]) : 0
      let (before, after) =
        switch index < columns.count ? columns[index] : .none {
        case .right: (space, 0)
        case .center: (space / 2, space - space / 2)
        default: (0, space)
        }
      line.append(0x20)
      line += repeatElement(0x20, count: before)
      line += cell
      line += repeatElement(0x20, count: after)
      // An empty cell of a table that is not padded is one blank.
      if !(cell.isEmpty && space == 0) { line.append(0x20) }
      line.append(UInt8(ascii: "|"))
    }
    lines.append(line)
  }
  lines.insert(delimiterLine(columns, widths), at: 1)
  return lines
}

private func delimiterLine(_ columns: [ColumnAlignment], _ widths: [Int]) -> [UInt8] {
  var line: [UInt8] = [UInt8(ascii: "|")]
  for (column, width) in zip(columns, widths) {
    var marks = [UInt8](repeating: UInt8(ascii: "-"), count: max(3, width))
    if column == .left || column == .center { marks[0] = UInt8(ascii: ":") }
    if column == .right || column == .center { marks[marks.count - 1] = UInt8(ascii: ":") }
    line.append(0x20)
    line += marks
    line += [0x20, UInt8(ascii: "|")]
  }
  return line
}
