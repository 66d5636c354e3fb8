internal import Diagnostics

/// A file of comma-separated values by RFC 4180: fields in quotation marks may hold commas, line
/// ends and doubled quotation marks.
struct CSV {
  struct Field {
    var text: String
    /// Where its text stands, quotation marks apart.
    var map: TextMap

    var position: SourcePosition { map.position(of: 0) ?? SourcePosition(line: 1, column: 1) }
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
        if header.count == 1, let other = header[0].text.first(where: Self.isSeparator) {
          report(other, header[0], file, log)
          return nil
        }
        let last = row[row.count - 1]
        log.error(
          "csv-row", at: SourceLocation(file: file.name, position: last.position),
          "the row has \(row.count) cell\(row.count == 1 ? "" : "s"); the header has \(header.count)",
          hint: row.count < header.count
            ? "add commas for cells that are empty"
            : "put a cell that holds a comma in quotation marks")
        isSound = false
        continue
      }
      rows.append(row)
    }
    if let other = otherSeparator {
      report(other, rows[0][0], file, log)
      return nil
    }
    if !rows.isEmpty {
      for column in rows[0].indices { rows[0][column].text = rows[0][column].text.trimmed }
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
    if !isSound {
      log.lose(file.name)
      return nil
    }
  }

  private static func isSeparator(_ character: Character) -> Bool { ";\t|".contains(character) }

  /// What parts columns in place of commas: it stands as often in every row of what would be one column.
  private var otherSeparator: Character? {
    guard rows.count > 1, rows[0].count == 1 else { return nil }
    return rows[0][0].text.first { separator in
      Self.isSeparator(separator)
        && Set(rows.map { row in row[0].text.count { $0 == separator } }).count == 1
    }
  }

  private func report(
    _ separator: Character, _ header: Field, _ file: SourceFile, _ log: FindingLog
  ) {
    log.error(
      "csv-separator", at: SourceLocation(file: file.name, position: header.position),
      "its columns are parted by “\(separator == "\t" ? "tab" : String(separator))”, not by commas",
      hint: "export it with commas, and a point before decimals")
    log.lose(file.name)
  }

  /// Takes out columns by the names in the header.
  mutating func remove(_ columns: Set<String>) {
    let kept = rows[0].indices.filter { !columns.contains(rows[0][$0].text) }
    for index in rows.indices { rows[index] = kept.map { rows[index][$0] } }
  }

  /// Puts other texts in the place of those below the header.
  mutating func replaceTexts(_ text: (String, _ column: Int) -> String) {
    for row in rows.indices.dropFirst() {
      for column in rows[row].indices {
        rows[row][column].text = text(rows[row][column].text, column)
      }
    }
  }

  /// The file: fields in quotation marks where they need them.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for row in rows {
      for (position, field) in row.enumerated() {
        if position > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.append(field.text, to: &bytes)
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    guard text.utf8.contains(where: { $0 == quote || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D })
    else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(quote)
    for byte in text.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  private struct Parser {
    let bytes: [UInt8]
    var at = 0
    var line = 1
    var lineStart = 0
    var openQuote: (line: Int, column: Int)?

    private var column: Int { at - lineStart + 1 }

    mutating func row() -> [Field]? {
      guard at < bytes.count else { return nil }
      var fields: [Field] = []
      while true {
        fields.append(field())
        guard at < bytes.count else { return fields }
        if bytes[at] == UInt8(ascii: ",") {
          at += 1
          if at == bytes.count {
            fields.append(field())
            return fields
          }
          continue
        }
        endLine()
        return fields
      }
    }

    private mutating func endLine() {
      at += bytes[at] == 0x0D && at + 1 < bytes.count && bytes[at + 1] == 0x0A ? 2 : 1
      line += 1
      lineStart = at
    }

    private mutating func field() -> Field {
      var text: [UInt8] = []
      var map = TextMap()
      let isQuoted = at < bytes.count && bytes[at] == UInt8(ascii: "\"")
      if isQuoted { at += 1 }
      map.add(0, line: line, column: column)
      if isQuoted { readQuoted(into: &text, &map) }
      map.add(text.count, line: line, column: column)
      text += rest()
      return Field(text: String(decoding: text, as: UTF8.self), map: map)
    }

    /// Reads up to the closing quotation mark and past it.
    private mutating func readQuoted(into text: inout [UInt8], _ map: inout TextMap) {
      let start = (line, column - 1)
      while at < bytes.count {
        let byte = bytes[at]
        at += 1
        if byte == UInt8(ascii: "\"") {
          guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { return }
          at += 1
        }
        text.append(byte)
        if byte == 0x0A || (byte == 0x0D && (at == bytes.count || bytes[at] != 0x0A)) {
          line += 1
          lineStart = at
        }
        map.add(text.count, line: line, column: column)
      }
      openQuote = start
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
