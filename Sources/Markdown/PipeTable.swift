internal import Diagnostics
internal import Model

/// The columns of a delimiter row, `| :--- | ---: |`; `nil` where the line is none.
func delimiterRow(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> [ColumnAlignment]? {
  guard let first = line.first,
    first == UInt8(ascii: "|") || first == UInt8(ascii: "-") || first == UInt8(ascii: ":"),
    line.allSatisfy({ isDelimiterByte($0) })
  else { return nil }
  var columns: [ColumnAlignment] = []
  for range in splitRow(line.base, line.startIndex..<line.endIndex) {
    var marks = line.base[range]
    let isLeft = marks.first == UInt8(ascii: ":")
    if isLeft { marks = marks.dropFirst() }
    let isRight = marks.last == UInt8(ascii: ":")
    if isRight { marks = marks.dropLast() }
    guard !marks.isEmpty, marks.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
    columns.append(isLeft ? (isRight ? .center : .left) : (isRight ? .right : .none))
  }
  return columns.isEmpty ? nil : columns
}

/// The cells of a row, trimmed; the bars at its ends are optional, `\|` is no bar.
func splitRow(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> [Range<Int>] {
  let row = trimmed(bytes, line)
  guard !row.isEmpty else { return [] }
  var cells: [Range<Int>] = []
  var start = row.lowerBound
  if bytes[start] == UInt8(ascii: "|") { start += 1 }
  var at = start
  while at < row.upperBound {
    if bytes[at] == UInt8(ascii: "\\"), at + 1 < row.upperBound {
      at += 2
      continue
    }
    if bytes[at] == UInt8(ascii: "|") {
      cells.append(trimmed(bytes, start..<at))
      start = at + 1
    }
    at += 1
  }
  if start < row.upperBound { cells.append(trimmed(bytes, start..<row.upperBound)) }
  return cells
}

private func trimmed(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
  var (start, end) = (range.lowerBound, range.upperBound)
  while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
  while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
  return start..<end
}

private func isDelimiterByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: ":"), 0x20, 0x09: true
  default: false
  }
}
