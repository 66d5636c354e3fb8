internal import Diagnostics

/// A Markdown file's two parts.
struct FrontMatter {
  /// `nil` where the file has none, or where it could not be read.
  var record: Record?
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
    case .none: break
    case .lines(let last):
      if !skips {
        record = YAMLReader(file: file, log: log)
          .record(bytes[file.line(2).lowerBound..<file.line(last).lowerBound], linesBefore: 1)
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
