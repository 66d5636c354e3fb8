internal import Diagnostics

/// A file of the content folder, read whole.
final class SourceFile {
  /// Relative to the content folder, with `/`.
  let name: String
  /// UTF-8, checked; without a byte order mark.
  let bytes: [UInt8]
  /// Offsets of the lines' first bytes, as far as they have been asked for.
  private var starts = [0]
  /// Bytes in which lines have been looked for.
  private var scanned = 0

  init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Finds the beginnings of so many lines, where there are as many.
  private func find(lines count: Int) {
    guard starts.count < count, scanned < bytes.count else { return }
    // Some more at once, since each search looks for carriage returns anew.
    let most = count < .max - 64 ? count + 64 : count
    scanned = bytes.withUnsafeBufferPointer {
      addLineStarts(of: $0, from: scanned, to: &starts, upTo: most)
    }
  }

  /// The range of a line's bytes, from 1, without its end; empty past the last.
  func line(_ number: Int) -> Range<Int> {
    find(lines: number + 1)
    guard number >= 1, number <= starts.count else { return bytes.count..<bytes.count }
    let start = starts[number - 1]
    var end = number < starts.count ? starts[number] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// The byte column of a character (a Unicode scalar) of a line, both from 1.
  func byteColumn(line number: Int, character: Int) -> Int {
    let range = line(number)
    var at = range.lowerBound
    var left = character - 1
    // Characters are mostly asked for in order: thousands on one long line cost one walk along it.
    if let last, last.line == number, last.character <= character {
      at = last.offset
      left = character - last.character
    }
    while left > 0, at < range.upperBound {
      at += 1
      while at < range.upperBound, bytes[at] & 0xC0 == 0x80 { at += 1 }
      left -= 1
    }
    last = (number, character - left, at)
    return at - range.lowerBound + 1
  }

  /// What `byteColumn` was asked last.
  private var last: (line: Int, character: Int, offset: Int)?

  /// The place of a byte, by its offset in the file.
  func location(offset: Int, length: Int = 1) -> SourceLocation {
    find(lines: .max)
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    let line = max(1, low)
    return location(line: line, column: offset - starts[line - 1] + 1, length: length)
  }

  func location(line: Int, column: Int = 1, length: Int = 1) -> SourceLocation {
    SourceLocation(file: name, line: line, column: column, length: length)
  }

  /// The whole file: its first line.
  var start: SourceLocation { location(line: 1) }

  /// The file's name without folders and ending.
  var stem: String { Self.stem(of: name) }

  static func stem(of name: String) -> String {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return last }
    return String(last[..<dot])
  }
}
