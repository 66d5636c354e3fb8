internal import Diagnostics

/// A file of comma-separated values by RFC 4180: fields in quotation marks may hold commas, line
/// ends and doubled quotation marks.
struct CSV {
  struct Field {
    var text: String
    var line: Int
    /// Byte column, from 1.
    var column: Int
  }

  /// The first is the header's. Rows have as many fields as the header.
  private(set) var rows: [[Field]] = []

  /// `nil` with findings where the file is no table.
  init?(_ file: SourceFile, log: FindingLog) {
    var parser = Parser(bytes: file.bytes)
    var isSound = true
    while let row = parser.row() {
      // A blank line is no row.
      if row.count == 1, row[0].text.isEmpty { continue }
      if let header = rows.first, row.count != header.count {
        let last = row[row.count - 1]
        log.error(
          "csv-row", at: file.location(line: row[0].line, column: last.column),
          "the row has \(row.count) cell\(row.count == 1 ? "" : "s"); the header has \(header.count)",
          hint: row.count < header.count
            ? "add commas for cells that are empty" : "put a cell that holds a comma in quotation marks")
        isSound = false
        continue
      }
      rows.append(row)
    }
    if let quote = parser.openQuote {
      log.error(
        "csv-quote", at: file.location(line: quote.line, column: quote.column),
        "the quotation mark is not closed")
      isSound = false
    }
    if rows.isEmpty {
      log.error("csv-empty", at: file.start, "the table has no header row")
      isSound = false
    }
    if !isSound { return nil }
  }

  private struct Parser {
    let bytes: [UInt8]
    var at = 0
    var line = 1
    var lineStart = 0
    var openQuote: (line: Int, column: Int)?

    mutating func row() -> [Field]? {
      guard at < bytes.count else { return nil }
      var fields: [Field] = []
      while true {
        fields.append(field())
        guard at < bytes.count else { return fields }
        if bytes[at] == UInt8(ascii: ",") {
          at += 1
          if at == bytes.count {
            fields.append(Field(text: "", line: line, column: at - lineStart + 1))
            return fields
          }
          continue
        }
        endLine()
        return fields
      }
    }

    private mutating func endLine() {
      if bytes[at] == 0x0D { at += 1 }
      if at < bytes.count, bytes[at] == 0x0A { at += 1 }
      line += 1
      lineStart = at
    }

    private mutating func field() -> Field {
      let (startLine, column) = (line, at - lineStart + 1)
      var text: [UInt8] = []
      if at < bytes.count, bytes[at] == UInt8(ascii: "\"") {
        at += 1
        while at < bytes.count {
          if bytes[at] == UInt8(ascii: "\"") {
            if at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "\"") {
              text.append(bytes[at])
              at += 2
              continue
            }
            at += 1
            text += rest()
            return Field(text: String(decoding: text, as: UTF8.self), line: startLine, column: column)
          }
          if bytes[at] == 0x0A {
            line += 1
            lineStart = at + 1
          }
          text.append(bytes[at])
          at += 1
        }
        openQuote = (startLine, column)
      } else {
        text = rest()
      }
      return Field(text: String(decoding: text, as: UTF8.self), line: startLine, column: column)
    }

    private mutating func rest() -> [UInt8] {
      let start = at
      while at < bytes.count, bytes[at] != UInt8(ascii: ","), bytes[at] != 0x0A, bytes[at] != 0x0D {
        at += 1
      }
      return Array(bytes[start..<at])
    }
  }
}
