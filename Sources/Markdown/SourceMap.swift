internal import Diagnostics

/// Takes a position in the bytes that libcmark parsed back to the file.
struct SourceMap {
  /// Lines of the file before the first parsed.
  var linesBefore = 0
  /// Added to columns of a line from its marker's on, for lines whose marker was shortened.
  var shifts: [Int: (column: Int, shift: Int)] = [:]
  /// Where each line came from, for lines put together from a table's cells.
  var origins: [Int: LineOrigin] = [:]

  func position(line: Int, column: Int) -> SourcePosition {
    if !origins.isEmpty, let origin = origins[line] { return origin.position(ofColumn: column) }
    var column = column
    if let marker = shifts[line], column > marker.column { column += marker.shift }
    return SourcePosition(line: line + linesBefore, column: column)
  }
}

/// Where a line that was put together came from.
struct LineOrigin {
  var start: SourcePosition
  /// Bytes put before it.
  var added: Int
  /// Columns before which a byte of the file was left out.
  var dropped: [Int] = []

  func position(ofColumn column: Int) -> SourcePosition {
    SourcePosition(
      line: Int(start.line),
      column: Int(start.column) + max(0, column - 1 - added) + dropped.count { $0 <= column })
  }
}
