internal import Diagnostics

/// Takes a position in the bytes that libcmark parsed back to the file.
struct SourceMap {
  /// Lines of the file before the first parsed.
  var linesBefore = 0
  /// Added to columns of the first line: Markdown inside a YAML value begins somewhere in its line.
  var firstColumnShift = 0
  /// Added to columns of a line from its marker's on, for lines whose marker was shortened.
  var shifts: [Int: (column: Int, shift: Int)] = [:]
  /// Where each line came from, for lines put together from a table's cells.
  var origins: [Int: SourcePosition] = [:]

  func position(line: Int, column: Int) -> SourcePosition {
    if let origin = origins[line] {
      // The cell's text has a comma before it.
      return SourcePosition(
        line: Int(origin.line), column: Int(origin.column) + max(0, column - 2))
    }
    var column = column
    if let marker = shifts[line], column > marker.column { column += marker.shift }
    if line == 1 { column += firstColumnShift }
    return SourcePosition(line: line + linesBefore, column: column)
  }
}
