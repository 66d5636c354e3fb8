internal import Diagnostics
internal import Model

// A chart's columns and rows, and whether they can be drawn.

extension ChartReader {
  /// Figures beyond these are not exact as numbers, and no scale has room for them.
  private static let largest = 1e15
  private static let smallest = 1e-12

  func tableFigures(_ record: Record, _ index: Int, _ name: Record.Name) -> Chart.Data? {
    let table = brief.tables[index]
    if table.rows.isEmpty {
      log.error(
        "chart-empty", at: name.location, "the table “\(table.id)” has no rows",
        hint: "a chart needs one row or more")
      return nil
    }
    let columns = Dictionary(
      table.columns.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    let category = category(record, table, columns)
    let values = values(record, table, columns, apartFrom: category, name)
    guard let category else { return nil }
    let rowIndices = rowsByName(table, category)
    let chosen = (
      only: rows(record, "rows", rowIndices, of: table),
      without: rows(record, "without", rowIndices, of: table)
    )
    guard let values, let only = chosen.only, let without = chosen.without else { return nil }
    // Nothing is drawn of what the edition has no name for.
    let nameless =
      log.leftOut.isEmpty
      ? []
      : table.rows.indices.filter { row in
        table.rows[row][category] == .places([]) || table.rows[row][category] == .actors([])
      }
    return .table(
      Chart.TableFigures(
        table: index, category: category, values: values,
        rows: record.has("rows") ? only : nil, without: without + nameless))
  }

  private func category(
    _ record: Record, _ table: DataTable, _ columns: [String: Int]
  ) -> Int? {
    if let name = record.names("category").first {
      guard let index = columns.index(of: name, "column", log: log) else { return nil }
      if table.columns[index].type != .note { return index }
      log.error(
        "chart-column", at: name.location, "“\(name.text)” holds notes, which name nothing",
        hint: "name the column that says what is counted")
      return nil
    }
    if let key = table.key { return key }
    if let first = table.columns.firstIndex(where: { !$0.isNumber && $0.type != .note }) {
      return first
    }
    if table.lacksColumns { return nil }
    _ = record.required("category", of: "a chart of a table of numbers alone")
    return nil
  }

  private func values(
    _ record: Record, _ table: DataTable, _ columns: [String: Int], apartFrom category: Int?,
    _ data: Record.Name
  ) -> [Int]? {
    let named = record.names("values")
    let given = named.filter { !log.isLeftOut($0.text) }
    if given.isEmpty, !named.isEmpty { return nil }
    guard !given.isEmpty else {
      let all = table.columns.indices.filter { table.columns[$0].isNumber && $0 != category }
      if all.isEmpty, table.lacksColumns { return nil }
      if all.isEmpty {
        log.error(
          "chart-column", at: data.location, "the table “\(table.id)” has no column of numbers",
          hint: "say “type: integer” or “type: number” of it in data/\(table.id).yaml")
        return nil
      }
      return isFew(all.count, data.location) ? all : nil
    }
    var values: [Int] = []
    var isSound = true
    for name in given {
      guard let index = columns.index(of: name, "column", log: log) else {
        isSound = false
        continue
      }
      guard table.columns[index].isNumber else {
        log.error(
          "chart-column", at: name.location,
          "“\(name.text)” is a column of type \(table.columns[index].type.rawValue), not of numbers",
          hint: "say “type: integer” or “type: number” of it in data/\(table.id).yaml")
        isSound = false
        continue
      }
      if values.contains(index) || index == category {
        log.error(
          "given-twice", at: name.location, "the column “\(name.text)” is given twice",
          hint: "remove one")
        isSound = false
        continue
      }
      values.append(index)
    }
    return isFew(values.count, given[0].location) && isSound ? values : nil
  }

  private func isFew(_ series: Int, _ location: SourceLocation) -> Bool {
    if series <= Chart.mostSeries { return true }
    log.error(
      "chart-series", at: location,
      "\(series) series cannot be told apart; \(Chart.mostSeries) are the most",
      hint: "name the columns that matter under “values”")
    return false
  }

  private func rows(
    _ record: Record, _ key: String, _ known: [String: Int], of table: DataTable
  ) -> [Int]? {
    let names = record.names(key)
    // They may be named by a column that the edition leaves out.
    if table.lacksColumns, names.contains(where: { known[$0.text] == nil }) { return nil }
    let found = names.compactMap { known.index(of: $0, "row", log: log) }
    return found.count == names.count ? found : nil
  }

  /// By the words of the column that identifies a row, else of the categories.
  private func rowsByName(_ table: DataTable, _ category: Int) -> [String: Int] {
    let places = Dictionary(
      names.places.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let actors = Dictionary(
      names.actors.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var rows: [String: Int] = [:]
    for (index, row) in table.rows.enumerated() {
      let name: String =
        switch row[table.key ?? category] {
        case .empty, .notes: ""
        case .text(let prose): prose.plainText
        case .number(let written, _, _): written
        case .date(let span): span.iso
        case .places(let ids): ids.compactMap { places[$0] }.joined(separator: " ")
        case .actors(let ids): ids.compactMap { actors[$0] }.joined(separator: " ")
        }
      if !name.isEmpty, rows[name] == nil { rows[name] = index }
    }
    return rows
  }

  /// Whether a chart's figures and its kind go together.
  func check(_ chart: Chart, _ record: Record) -> Bool {
    if chart.kind == .bar || chart.kind == .stackedBar, !chart.startsAtZero {
      log.error(
        "chart-zero", at: record.location(of: "fromZero"), "bars begin at zero",
        hint: "remove “fromZero: false”, or draw the figures as dots or lines")
      return false
    }
    guard case .table(let figures) = chart.data else { return true }
    let table = brief.tables[figures.table]
    let rows = brief.rows(of: figures)
    let at = record.location(of: record.has("rows") ? "rows" : "data")
    var count = 0
    for row in rows {
      for column in [figures.category] + figures.values {
        guard case .number(let written, let value, _) = table.rows[row][column] else { continue }
        if abs(value) > Self.largest || value != 0 && abs(value) < Self.smallest {
          log.error(
            "chart-range", at: record.location(of: record.has("values") ? "values" : "data"),
            "“\(written)” is too \(abs(value) > 1 ? "large" : "small") to be drawn",
            hint: "give figures in a unit that suits them, or show the table")
          return false
        }
        if column == figures.category { continue }
        count += 1
        if chart.kind == .stackedBar, value < 0 {
          log.error(
            "chart-negative", at: record.location(of: record.has("values") ? "values" : "data"),
            "parts of a whole cannot be less than nothing, and “\(table.id)” has such figures",
            hint: "draw it with kind: bar")
          return false
        }
      }
    }
    if count == 0, !log.leftOut.isEmpty { return false }
    if count == 0 {
      log.error(
        "chart-empty", at: at, "none of the figures to draw is known",
        hint: "a chart needs one figure or more")
      return false
    }
    if chart.kind == .stackedBar, !haveOneUnit(figures, table, record) { return false }
    if chart.kind == .bar, chart.direction == .vertical, figures.values.count > 1 {
      log.error(
        "chart-direction", at: record.location(of: "direction"),
        "bars of several series lie, so that each can be named",
        hint: "remove “direction: vertical”, or name one column under “values”")
      return false
    }
    return isReadable(rows.count * figures.values.count, "figures", at)
  }

  /// Whether parts can be added.
  private func haveOneUnit(
    _ figures: Chart.TableFigures, _ table: DataTable, _ record: Record
  ) -> Bool {
    let columns = figures.values.map { table.columns[$0] }
    guard let first = columns.first(where: { $0.unit != nil }), let unit = first.unit,
      let other = columns.first(where: { $0.unit != nil && $0.unit != unit }),
      let otherUnit = other.unit
    else { return true }
    let name = record.names("values").first { $0.text == other.name }
    log.error(
      "chart-units", at: name?.location ?? record.location(of: "data"),
      "“\(first.name)” is in \(unit) and “\(other.name)” in \(otherUnit), which cannot be added",
      hint: "name columns of one unit under “values”, or draw it with kind: bar")
    return false
  }
}

extension DataTable.Column {
  fileprivate var isNumber: Bool { type == .integer || type == .number }
}
