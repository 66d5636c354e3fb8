internal import Diagnostics
internal import Markdown
internal import Model

// data/*.csv, each with the YAML beside it.

/// Reads a table of data.
struct TableReader {
  let names: PortalNames
  let brief: BriefNames
  let log: FindingLog
  let rawHTML: RawHTML

  /// - Parameters:
  ///   - record: what the YAML beside it says, as the edition has it.
  ///   - whole: all that it says.
  ///   - leftOut: names of columns that the edition does not hold.
  func table(
    id: String, csv file: SourceFile, about record: Record?, whole: Record?,
    without leftOut: Set<String> = []
  ) -> DataTable? {
    record?.expect("title", "caption", "source", "section", "columns", "key", "note")
    guard var csv = CSV(file, log: log) else { return nil }
    if file.mayNameAudience() { reportMarks(in: csv, file) }
    checkNames(of: whole?.record("columns"), csv.rows[0])
    var isCut = !leftOut.isEmpty
    if isCut { csv.remove(leftOut) }
    let header = csv.rows[0]
    let columns = columns(header, file, record)
    let published = log.leftOut.isEmpty ? csv : cleaned(csv, columns, &isCut)
    var rows: [[DataTable.Cell]] = []
    for row in csv.rows.dropFirst() {
      rows.append(zip(row, columns).map { cell($0, $1, file) })
    }
    var key: Int?
    if let record, let name = record.names("key").first {
      let indices = Dictionary(
        columns.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { a, _ in a })
      key = indices.index(of: name, "column", log: log)
      if let key { checkKey(key, csv, file) }
    }
    var table = DataTable(
      id: id, number: 0, title: record?.text("title") ?? id,
      caption: record?.inlines("caption") ?? Prose(), source: record?.inlines("source") ?? Prose(),
      section: record?.section(brief), columns: columns, rows: rows, key: key,
      csv: isCut ? published.bytes : file.bytes)
    table.lacksColumns = !leftOut.isEmpty
    return table
  }

  private func reportMarks(in csv: CSV, _ file: SourceFile) {
    for field in csv.rows.joined() where AudienceMarks.isMark(in: Array(field.text.utf8)) {
      log.error(
        "audience-place", at: SourceLocation(file: file.name, position: field.position),
        "this mark of an audience has no effect in a table",
        hint: "give the column an “audience:” in the file beside it")
    }
  }

  /// The same without names of what the edition leaves out: ids, and Markdown that names them.
  private func cleaned(_ csv: CSV, _ columns: [DataTable.Column], _ isCut: inout Bool) -> CSV {
    var csv = csv
    csv.replaceTexts { text, column in
      let clean =
        switch columns[column].type {
        case .note, .place, .actor:
          text.split(separator: " ").filter { !log.isLeftOut(String($0)) }.joined(separator: " ")
        case .text: text.withoutLinks { log.isLeftOut($0) }
        case .integer, .number, .date: text
        }
      guard clean.split(separator: " ") != text.split(separator: " ") else { return text }
      isCut = true
      return clean
    }
    return csv
  }

  private func columns(_ header: [CSV.Field], _ file: SourceFile, _ record: Record?)
    -> [DataTable.Column]
  {
    let about = record?.record("columns")
    var seen: Set<String> = []
    return header.map { field in
      if !seen.insert(field.text).inserted {
        log.error(
          "csv-column",
          at: SourceLocation(
            file: file.name, position: field.position, length: max(1, field.text.utf8.count)),
          "two columns are called “\(field.text)”", hint: "give each its own name")
      }
      let column = about?.record(field.text)
      column?.expect("title", "type", "unit", "about")
      return DataTable.Column(
        name: field.text, title: column?.text("title") ?? field.text,
        type: column?.choice("type", DataTable.ColumnType.self) ?? .text,
        unit: column?.text("unit"), about: column?.inlines("about") ?? Prose())
    }
  }

  /// A column that has an audience and is not found would be shown to everyone.
  private func checkNames(of columns: Record?, _ header: [CSV.Field]) {
    guard let columns else { return }
    let names = header.map(\.text)
    for key in columns.keys where !names.contains(key) {
      let isWithheld = columns.record(key)?.has(AudienceFilter.key) ?? false
      log.add(
        Finding(
          isWithheld ? .error : .warning, "unknown-key", at: columns.location(of: key),
          "the table has no column “\(key)”",
          hint: log.didYouMean(key, among: names)
            ?? "its columns are \(names.joined(separator: ", "))"))
    }
  }

  private func checkKey(_ key: Int, _ csv: CSV, _ file: SourceFile) {
    var seen: Set<String> = []
    for row in csv.rows.dropFirst() where !seen.insert(row[key].text).inserted {
      log.error(
        "csv-key", at: SourceLocation(file: file.name, position: row[key].position),
        "“\(row[key].text)” is the key of two rows", hint: "a key names one row")
    }
  }

  private func cell(_ field: CSV.Field, _ column: DataTable.Column, _ file: SourceFile)
    -> DataTable.Cell
  {
    let text = field.text.trimmed
    if text.isEmpty { return .empty }
    let start = field.text.utf8.prefix { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
      .count
    /// A part of the text in the file.
    func location(_ offset: Int, _ length: Int) -> SourceLocation {
      SourceLocation(
        file: file.name, position: field.map.position(of: start + offset), length: length)
    }
    let all = location(0, text.utf8.count)
    switch column.type {
    case .text: return .text(prose(text, field.map, skipped: start, file))
    case .integer, .number: return number(text, column.type, all)
    case .date:
      if let span = DateSpan(text) { return .date(span) }
      log.error("date", at: all, "“\(text)” is no date", hint: "write 2022, 2022-03 or 2022-03-31")
      return .empty
    case .place: return .places(indices(text, names.places, "place", location))
    case .actor: return .actors(indices(text, names.actors, "actor", location))
    case .note: return .notes(indices(text, brief.notes, "note", location))
    }
  }

  private func number(_ text: String, _ type: DataTable.ColumnType, _ location: SourceLocation)
    -> DataTable.Cell
  {
    let qualifier = text.prefix { "><≥≤~".contains($0) }
    guard qualifier.count <= 1, let value = figure(text.dropFirst(qualifier.count)),
      type == .number || value == value.rounded()
    else {
      let hasComma = text.contains(",") && figure(text.filter { $0 != "," }[...]) != nil
      log.error(
        "csv-number", at: location,
        "“\(text)” is no \(type == .integer ? "whole number" : "number")",
        hint: hasComma
          ? "write a point before decimals, and commas between thousands alone: 1,234.5"
          : "write digits, after >, ≥, <, ≤ or ~ where the figure is not exact")
      return .empty
    }
    return .number(text, value, qualifier: String(qualifier))
  }

  /// A decimal number as it is written in English, or in ISO 31-0's groups of three digits: `-1,234.5`,
  /// `1 234.5`, `1e6`. What could be read in two ways is none.
  private func figure(_ text: Substring) -> Double? {
    var text = Substring(String(text).trimmed)
    var number = ""
    if let sign = text.first, "+-−".contains(sign) {
      number = sign == "+" ? "" : "-"
      text.removeFirst()
    }
    func isDigit(_ character: Character) -> Bool { "0"..."9" ~= character }
    var separator: Character?
    var groups = 0
    while true {
      let digits = text.prefix(while: isDigit)
      text = text.dropFirst(digits.count)
      number += digits
      guard groups > 0 || !digits.isEmpty || text.first == ".",
        groups == 0 || digits.count == 3
      else { return nil }
      guard let next = text.first, ", \u{A0}\u{2009}\u{202F}".contains(next) else { break }
      // One sign between all groups, of which the first counts something.
      guard (1...3).contains(digits.count), groups > 0 || digits.first != "0",
        separator == nil || separator == next
      else { return nil }
      separator = next
      groups += 1
      text.removeFirst()
    }
    // What is left is decimals and an exponent.
    guard text.allSatisfy({ isDigit($0) || ".eE+-".contains($0) }), text.last != ".",
      let value = Double(number + text), value.isFinite
    else { return nil }
    return value
  }

  private func indices(
    _ text: String, _ known: [String: Int], _ what: String,
    _ location: (_ offset: Int, _ length: Int) -> SourceLocation
  ) -> [Int] {
    text.utf8.split(separator: UInt8(ascii: " ")).compactMap { part in
      let name = String(Substring(part))
      if let index = known[what == "note" ? noteKey(name) : name] { return index }
      if log.isLeftOut(name) { return nil }
      let offset = text.utf8.distance(from: text.utf8.startIndex, to: part.startIndex)
      log.error(
        "unknown-\(what)", at: location(offset, part.count), "there is no \(what) “\(name)”",
        hint: log.didYouMean(name, among: known.keys))
      return nil
    }
  }

  private func prose(_ text: String, _ map: TextMap, skipped: Int, _ file: SourceFile) -> Prose {
    let bytes = Array(text.utf8)
    var parsed = parseInlines(
      bytes, file: file.name, options: MarkdownOptions(rawHTML: rawHTML))
    map.relocate(&parsed, of: [], skipped: skipped)
    log.add(contentsOf: parsed.findings)
    return parsed.prose
  }
}

extension String {
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
