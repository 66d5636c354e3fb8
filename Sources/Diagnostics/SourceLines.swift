/// Finds lines in the bytes of a source, for quoting them.
public struct SourceLines: Sendable {
  let bytes: [UInt8]
  private let starts: [Int]

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(index + 1)
    }
    self.starts = starts
  }

  /// The bytes of a line counted from 1, without its end; `nil` past the last.
  func line(_ number: Int) -> ArraySlice<UInt8>? {
    guard number >= 1, number <= starts.count else { return nil }
    var end = number < starts.count ? starts[number] - 1 : bytes.count
    let start = starts[number - 1]
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return bytes[start..<max(start, end)]
  }

  /// A byte column of a line as a column of Unicode scalars, both from 1.
  func scalarColumn(line number: Int, byteColumn: Int) -> Int {
    guard let line = line(number) else { return byteColumn }
    let before = line.prefix(max(0, byteColumn - 1))
    return 1 + before.count { $0 & 0xC0 != 0x80 }
  }
}
