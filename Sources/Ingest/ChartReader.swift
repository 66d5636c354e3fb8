internal import Diagnostics
internal import Model

/// Reads charts/*.yaml.
struct ChartReader {
  let names: PortalNames
  let brief: Brief
  /// The brief's names, with its notes by their definitions' order.
  let known: BriefNames
  let log: FindingLog

  /// `nil` with findings where there is nothing to draw, or what there is cannot be drawn like that.
  func chart(_ record: Record, id: String) -> Chart? {
    record.expect(
      "title", "caption", "source", "description", "section", "kind", "data", "category", "values",
      "series", "rows", "without", "order", "direction", "unit", "fromZero", "events", "actors",
      "places")
    let title = record.required("title", of: "a chart") ?? id
    guard let kind = record.choice("kind", Chart.Kind.self) else {
      if !record.has("kind") { _ = record.required("kind", of: "a chart") }
      return nil
    }
    guard let data = data(record, kind) else { return nil }
    var chart = Chart(id: id, number: 0, title: title, kind: kind, data: data)
    chart.caption = record.inlines("caption")
    chart.source = record.inlines("source")
    chart.description = record.text("description")
    chart.section = record.section(known)
    chart.order = record.choice("order", Chart.Order.self) ?? .given
    chart.direction = record.choice("direction", Chart.Direction.self)
    chart.unit = record.text("unit")
    chart.startsAtZero = record.flag("fromZero") ?? true
    chart.location = record.origin.file.start
    warnOfUseless(record, chart)
    return check(chart, record) ? chart : nil
  }

  private func data(_ record: Record, _ kind: Chart.Kind) -> Chart.Data? {
    if kind == .timeline { return timeline(record) }
    guard let name = record.names("data").first else {
      if !record.has("data") { _ = record.required("data", of: "a chart") }
      return nil
    }
    if let table = known.tables[name.text] { return tableFigures(record, table, name) }
    if name.text == "interviews" { return interviews(record, kind, name) }
    if log.isLeftOut(name.text) { return nil }
    log.error(
      "unknown-table", at: name.location, "there is no table “\(name.text)”",
      hint: log.didYouMean(name.text, among: Array(known.tables.keys) + ["interviews"])
        ?? "name a table of data/, or write “interviews” to count those of sources.yaml")
    return nil
  }

  private func timeline(_ record: Record) -> Chart.Data? {
    if let name = record.names("data").first, name.text != "events" {
      log.error(
        "chart-data", at: name.location, "a timeline shows events, not “\(name.text)”",
        hint: "leave “data” out; “events”, “actors” and “places” choose among those of events.yaml")
      return nil
    }
    func indices(_ key: String, _ what: String, _ known: [String: Int]) -> [Int]? {
      let given = record.names(key)
      let names = given.filter { !log.isLeftOut($0.text) }
      if names.isEmpty, !given.isEmpty { return nil }
      let found = names.compactMap { known.index(of: $0, what, log: log) }
      return found.count == names.count ? found : nil
    }
    let found = (
      indices("events", "event", known.events), indices("actors", "actor", names.actors),
      indices("places", "place", names.places)
    )
    guard case (let events?, let actors?, let places?) = found else { return nil }
    let choice = Chart.EventChoice(events: events, actors: actors, places: places)
    let count = brief.events(of: choice).count
    if count == 0, !log.leftOut.isEmpty { return nil }
    if count == 0 {
      log.error(
        "chart-empty", at: record.location, "the timeline has no events",
        hint: brief.events.isEmpty
          ? "write events.yaml, or remove the chart"
          : "no event is allowed by “events”, “actors” and “places” together")
      return nil
    }
    return isReadable(count, "events", record.location) ? .events(choice) : nil
  }

  private func interviews(
    _ record: Record, _ kind: Chart.Kind, _ name: Record.Name
  ) -> Chart.Data? {
    let order = record.choice("category", Chart.InterviewOrder.self)
    if record.has("category"), order == nil { return nil }
    var isByPlace = false
    if let series = record.names("series").first {
      guard series.text == "place", order != .place else {
        log.error(
          "choice", at: series.location, "“\(series.text)” is not possible for “series” here",
          hint: "interviews by month may have a series for each “place”")
        return nil
      }
      isByPlace = true
    }
    if record.has("values") {
      log.warning(
        "unknown-key", at: record.location(of: "values"),
        "interviews are counted; “values” is left out", hint: "remove it")
    }
    let dated = brief.sources.filter { source in
      guard case .interview(let interview) = source.content else { return false }
      return order == .place ? !interview.places.isEmpty : interview.date != nil
    }
    if dated.isEmpty, !log.leftOut.isEmpty { return nil }
    if dated.isEmpty {
      log.error(
        "chart-empty", at: name.location,
        "sources.yaml has no interviews with a \(order == .place ? "place" : "date")",
        hint: "there is nothing to count; remove the chart")
      return nil
    }
    return .interviews(by: order ?? .month, seriesByPlace: isByPlace)
  }

  func isReadable(_ count: Int, _ what: String, _ location: SourceLocation) -> Bool {
    if count <= Chart.mostFigures { return true }
    log.error(
      "chart-size", at: location,
      "\(count) \(what) are more than a chart can show; \(Chart.mostFigures) are the most",
      hint: "choose fewer, or show the table")
    return false
  }

  private func warnOfUseless(_ record: Record, _ chart: Chart) {
    var useless: [String] = []
    switch chart.data {
    case .table: useless = ["series", "events", "actors", "places"]
    case .interviews: useless = ["rows", "without", "events", "actors", "places"]
    case .events:
      useless = [
        "category", "values", "series", "rows", "without", "order", "direction", "unit", "fromZero",
      ]
    }
    if chart.kind == .line { useless += ["direction", "order"] }
    if chart.kind == .dot { useless.append("direction") }
    for key in useless where record.has(key) {
      log.warning(
        "chart-key", at: record.location(of: key),
        "“\(key)” does nothing for a \(chart.kind.rawValue) chart of these data",
        hint: "remove it")
    }
  }
}
