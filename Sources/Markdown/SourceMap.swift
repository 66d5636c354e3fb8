internal import Diagnostics

/// Takes a position in the bytes that libcmark parsed back to the file.
struct SourceMap {
  /// Lines of the file before the first parsed.
  var linesBefore = 0
  /// By line: what is added to its columns from its marker's on, where its marker was shortened.
  var shifts: [Shift] = []
  /// By line, for lines put together from a table's cells: where each came from.
  var origins: [LineOrigin?] = []

  struct Shift {
    var column: Int32 = .max
    var shift: Int32 = 0
  }

  /// Takes the markers that stand in the lines, in their order.
  mutating func shift(by markers: [NoteMarker]) {
    shifts = Array(repeating: Shift(), count: (markers.last?.line ?? -1) + 1)
    for marker in markers where shifts[marker.line].shift == 0 {
      shifts[marker.line] = Shift(
        column: Int32(clamping: marker.column), shift: Int32(clamping: marker.shift))
    }
  }

  func position(line: Int, column: Int) -> SourcePosition {
    if line < origins.count, let origin = origins[line] { return origin.position(ofColumn: column) }
    var column = column
    if line < shifts.count, column > Int(shifts[line].column) {
      column += Int(shifts[line].shift)
    }
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
