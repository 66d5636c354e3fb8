internal import Diagnostics

/// A Markdown file's two parts.
struct FrontMatter {
  /// `nil` where the file has none, or where it could not be read.
  var record: Record?
  /// The Markdown, and the line on which it begins, from 1.
  var body: ArraySlice<UInt8>
  var bodyLine: Int

  /// Front matter stands between two lines `---`, the first of them the file's first line.
  init(_ file: SourceFile, log: FindingLog) {
    let bytes = file.bytes
    body = bytes[...]
    bodyLine = 1
    guard Self.isFence(bytes[file.line(1)]) else { return }
    var number = 2
    while true {
      let line = file.line(number)
      guard line.lowerBound < bytes.count else { break }
      if Self.isFence(bytes[line]) || bytes[line].elementsEqual("...".utf8) {
        record = YAMLReader(file: file, log: log)
          .record(bytes[file.line(2).lowerBound..<line.lowerBound], linesBefore: 1)
        body = bytes[file.line(number + 1).lowerBound...]
        bodyLine = number + 1
        return
      }
      number += 1
    }
    // A lone `---` may be a thematic break; a key after it tells that front matter was meant.
    let second = bytes[file.line(2)]
    if second.contains(UInt8(ascii: ":")) {
      log.error(
        "front-matter-end", at: file.location(line: 1, length: 3),
        "the front matter does not end", hint: "put a line “---” after its last key")
      body = []
    }
  }

  private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    var line = line
    while line.last == 0x20 || line.last == 0x09 { line.removeLast() }
    return line.elementsEqual("---".utf8)
  }
}
