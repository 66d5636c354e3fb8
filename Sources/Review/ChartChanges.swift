internal import Model

func chartChanges(
  _ old: Brief, _ new: Brief, _ names: (old: BriefNames, new: BriefNames),
  _ beside: (String) -> (old: String, new: String)
) -> [Change] {
  var changes: [Change] = []
  let known = Dictionary(
    zip(names.old.charts, old.charts), uniquingKeysWith: { first, _ in first })
  for chart in new.charts {
    let was = known[chart.id]
    var files = beside("charts/\(chart.id).yaml")
    if let was { files.old = beside("charts/\(was.id).yaml").old }
    changes += recordChanges(
      .chart, was.map { [Record(chart: $0, of: old, names.old)] } ?? [],
      [Record(chart: chart, of: new, names.new)], files)
  }
  let ids = Set(new.charts.map(\.id))
  for (id, chart) in zip(names.old.charts, old.charts) where !ids.contains(id) {
    changes += recordChanges(
      .chart, [Record(chart: chart, of: old, names.old)], [], beside("charts/\(chart.id).yaml"))
  }
  return changes
}

extension Record {
  init(chart: Chart, of brief: Brief, _ names: BriefNames) {
    self.init(chart.id, names.renames, keys: [])
    add("title", chart.title)
    add("kind", chart.kind.rawValue)
    add("caption", chart.caption)
    add("source", chart.source)
    add("description", chart.description)
    add("section", chart.section.map { names.sections[$0] })
    switch chart.data {
    case .table(let figures):
      let table = brief.tables[figures.table]
      add("data", names.tables[figures.table])
      add("category", table.columns[figures.category].name)
      add("values", figures.values.map { table.columns[$0].name })
      let key = table.key ?? figures.category
      func rows(_ indices: [Int]) -> [String] {
        indices.map { table.rows[$0][key].words(names) }
      }
      add("rows", figures.rows.map(rows) ?? [])
      add("without", rows(figures.without))
    case .interviews(let order, let seriesByPlace):
      add("data", "interviews")
      add("category", order.rawValue)
      add("series", seriesByPlace ? "place" : nil)
    case .events(let choice):
      add("events", choice.events.map { names.events[$0] })
      add("actors", names.portal.actors(choice.actors))
      add("places", names.portal.places(choice.places))
    }
    add("order", chart.order == .given ? nil : chart.order.rawValue)
    add("direction", chart.direction?.rawValue)
    add("unit", chart.unit)
    add("from zero", chart.startsAtZero ? nil : "no", key: "fromZero")
  }
}

extension DataTable.Cell {
  /// What names a row, as content writes it.
  fileprivate func words(_ names: BriefNames) -> String {
    switch self {
    case .empty: ""
    case .text(let prose): prose.plainText
    case .number(let written, _, _): written
    case .date(let span): span.iso
    case .places(let places): names.portal.places(places).joined(separator: " ")
    case .actors(let actors): names.portal.actors(actors).joined(separator: " ")
    case .notes(let notes): names.notes(notes).joined(separator: " ")
    }
  }
}
