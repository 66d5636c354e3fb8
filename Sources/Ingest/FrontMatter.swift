internal import Diagnostics

/// A Markdown file's two parts.
struct FrontMatter {
  /// `nil` where the file has none, or where it could not be read.
  var record: Record?
  /// Whether the file has one that could not be read, which is told.
  private(set) var isUnread = false
  /// The Markdown, and the line on which it begins, from 1.
  var body: ArraySlice<UInt8>
  var bodyLine: Int

  /// Front matter stands between two lines `---`, the first of them the file's first line.
  ///
  /// - Parameter skips: whether its record has been read elsewhere.
  init(_ file: SourceFile, skipsRecord skips: Bool = false, log: FindingLog) {
    let bytes = file.bytes
    body = bytes[...]
    bodyLine = 1
    switch Self.extent(in: file) {
    case .none: if !skips { reportMisplaced(in: file, log) }
    case .lines(let last):
      if !skips {
        record = YAMLReader(file: file, log: log)
          .record(bytes[file.line(2).lowerBound..<file.line(last).lowerBound], linesBefore: 1)
        isUnread = record == nil
      }
      body = bytes[file.line(last + 1).lowerBound...]
      bodyLine = last + 1
    case .open:
      log.error(
        "front-matter-end", at: file.location(line: 1, length: 3),
        "the front matter does not end", hint: "put a line “---” after its last key")
      body = []
      log.lose(file.name)
    }
  }

  /// What is meant for front matter and stands a line or a blank too late, or between other lines, would be
  /// shown as text, and the brief to everyone.
  private func reportMisplaced(in file: SourceFile, _ log: FindingLog) {
    var number = 1
    func line() -> ArraySlice<UInt8>? {
      let range = file.line(number)
      if range.lowerBound >= file.bytes.count { return nil }
      return file.bytes[range].drop { $0 == 0x20 || $0 == 0x09 }
    }
    func isBlank(_ line: ArraySlice<UInt8>) -> Bool { line.allSatisfy { $0 <= 0x20 } }
    func isFence(_ line: ArraySlice<UInt8>) -> Bool {
      let text = line.filter { $0 > 0x20 }
      return text.count >= 3 && (text.allSatisfy { $0 == 0x2D } || text.allSatisfy { $0 == 0x2B })
    }
    while let text = line(), isBlank(text) { number += 1 }
    guard let first = line(), isFence(first) else { return }
    let start = number
    var names = false
    number += 1
    var isClosed = false
    while let text = line(), !isClosed, number < start + 200 {
      isClosed = isFence(text)
      names =
        names
        || ["audience", "draft", "publishat", "title"].contains { key in
          text.count > key.utf8.count && text.starts(with: key.utf8, by: { $0 | 0x20 == $1 })
            && text.dropFirst(key.utf8.count).first { $0 != 0x20 }.map { $0 == 0x3A || $0 == 0x3D }
              ?? false
        }
      number += 1
    }
    guard names, isClosed else { return }
    log.error(
      "front-matter-start", at: file.location(line: start, length: 3),
      "front matter stands between two lines “---”, of which one is the file’s first",
      hint: start > 1 ? "remove what stands before it" : "write “---”, with nothing before it")
  }

  enum Extent {
    case none
    /// Up to the line that ends it, from 1.
    case lines(Int)
    /// It is not ended.
    case open
  }

  static func extent(in file: SourceFile) -> Extent {
    let bytes = file.bytes
    guard isFence(bytes[file.line(1)]) else { return .none }
    var number = 2
    while true {
      let line = file.line(number)
      guard line.lowerBound < bytes.count else { break }
      if isFence(bytes[line]) || bytes[line].elementsEqual("...".utf8) { return .lines(number) }
      number += 1
    }
    // A lone `---` may be a thematic break; a key after it tells that front matter was meant.
    return bytes[file.line(2)].contains(UInt8(ascii: ":")) ? .open : .none
  }

  private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    var line = line
    while line.last == 0x20 || line.last == 0x09 { line.removeLast() }
    return line.elementsEqual("---".utf8)
  }
}
