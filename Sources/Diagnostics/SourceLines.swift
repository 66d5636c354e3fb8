#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Finds lines in the bytes of a source, for quoting them.
public struct SourceLines: Sendable {
  /// Scalars are counted up to every so many bytes once, so that a column far into a long line is
  /// found without counting the line anew.
  private static let stride = 1024

  let bytes: [UInt8]
  private let starts: [Int]
  /// Scalars before each multiple of `stride`.
  private let scalars: [Int]

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    starts = lineStarts(of: bytes)
    var scalars = [0]
    var count = 0
    for (offset, byte) in bytes.enumerated() {
      if offset > 0, offset % Self.stride == 0 { scalars.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    self.scalars = scalars
  }

  /// The bytes of a line counted from 1, without its end; `nil` past the last.
  func line(_ number: Int) -> ArraySlice<UInt8>? {
    guard number >= 1, number <= starts.count else { return nil }
    let start = starts[number - 1]
    var end = number < starts.count ? starts[number] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return bytes[start..<end]
  }

  /// A byte column of a line as a column of Unicode scalars, both from 1.
  func scalarColumn(line number: Int, byteColumn: Int) -> Int {
    guard let line = line(number) else { return byteColumn }
    let end = min(line.endIndex, line.startIndex + max(0, byteColumn - 1))
    return 1 + scalarCount(before: end) - scalarCount(before: line.startIndex)
  }

  private func scalarCount(before offset: Int) -> Int {
    let block = min(offset / Self.stride, scalars.count - 1)
    return scalars[block] + bytes[(block * Self.stride)..<offset].count { $0 & 0xC0 != 0x80 }
  }
}

extension [UInt8] {
  /// Without the mark that UTF-8 may begin with, which is no part of the text.
  public var withoutByteOrderMark: [UInt8] {
    starts(with: [0xEF, 0xBB, 0xBF]) ? Array(dropFirst(3)) : self
  }
}

/// The offsets at which lines begin: after a line feed, a carriage return, or both together, as
/// CommonMark and YAML divide lines.
public func lineStarts(of bytes: [UInt8]) -> [Int] {
  bytes.withUnsafeBufferPointer { lineStarts(of: $0) }
}

/// The same of borrowed bytes.
public func lineStarts(of bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
  var starts = [0]
  addLineStarts(of: bytes, from: 0, to: &starts, upTo: .max)
  return starts
}

/// How many lines end in some bytes.
public func lineEndCount(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
  var count = 0
  _ = eachLineStart(of: bytes, from: 0) { _ in
    count += 1
    return true
  }
  return count
}

/// Adds the offsets at which lines begin after `offset`, until there are `most` in all. Gives the offset
/// up to which the bytes have been looked at.
@discardableResult
public func addLineStarts(
  of bytes: UnsafeBufferPointer<UInt8>, from offset: Int, to starts: inout [Int], upTo most: Int
) -> Int {
  if starts.count >= most { return offset }
  return eachLineStart(of: bytes, from: offset) { start in
    starts.append(start)
    return starts.count < most
  }
}

/// Gives the offset at which each line begins after `offset`, as long as it is told to go on; returns the
/// offset up to which the bytes have been looked at.
@inline(__always)
private func eachLineStart(
  of bytes: UnsafeBufferPointer<UInt8>, from offset: Int, _ goesOn: (Int) -> Bool
) -> Int {
  guard let base = bytes.baseAddress else { return 0 }
  let count = bytes.count
  func next(_ byte: Int32, from start: Int) -> Int {
    guard start < count, let found = memchr(base + start, byte, count - start) else { return count }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
  var at = offset
  // Carriage returns are rare: where there is none, lines are found by their feeds alone.
  var nextReturn = next(0x0D, from: at)
  while at < count {
    let end = min(next(0x0A, from: at), nextReturn)
    guard end < count else { return count }
    at = end + 1
    if end == nextReturn {
      nextReturn = next(0x0D, from: at)
      // Both together are one end.
      if at < count, base[at] == 0x0A { continue }
    }
    guard goesOn(at) else { return at }
  }
  return at
}
