import Charts
import HTML
import Model
import Templates

/// A brief with one table, in one language.
struct Fixture {
  var brief: Brief
  var portal = Portal()

  /// - Parameters:
  ///   - rows: a category and its figures as content writes them; an empty one is not known.
  ///   - type: of the categories.
  init(
    _ rows: [(String, [String])], series: [String] = ["Killed"], unit: String? = nil,
    type: DataTable.ColumnType = .text, language: String = "en"
  ) {
    brief = Brief(id: "b", slug: "b", title: "B", language: language, file: "briefs/b/brief.yaml")
    let columns =
      [DataTable.Column(name: "what", title: "What", type: type, unit: nil, about: Prose())]
      + series.map {
        DataTable.Column(name: $0, title: $0, type: .number, unit: unit, about: Prose())
      }
    brief.tables = [
      DataTable(
        id: "t", number: 1, title: "T", caption: Prose(), source: Prose(), section: nil,
        columns: columns, rows: rows.map { [Self.category($0, type)] + $1.map(Self.figure) },
        key: nil, csv: [])
    ]
    portal.briefs = [brief]
  }

  private static func category(_ text: String, _ type: DataTable.ColumnType) -> DataTable.Cell {
    if type == .date, let span = DateSpan(text) { return .date(span) }
    if type == .number, let value = Double(text) { return .number(text, value, qualifier: "") }
    return .text(prose(text))
  }

  static func prose(_ text: String) -> Prose {
    var prose = Prose()
    var node = ProseNode(.text, text: prose.store(text))
    node.end = 1
    prose.nodes = [node]
    return prose
  }

  private static func figure(_ text: String) -> DataTable.Cell {
    let sign = text.prefix { "><≥≤~".contains($0) }
    guard let value = Double(text.dropFirst(sign.count)) else { return .empty }
    return .number(text, value, qualifier: String(sign))
  }

  func chart(_ kind: Chart.Kind, _ change: (inout Chart) -> Void = { _ in }) -> Chart {
    let values = Array(1..<brief.tables[0].columns.count)
    var chart = Chart(
      id: "c", number: 1, title: "A chart", kind: kind,
      data: .table(Chart.TableFigures(table: 0, category: 0, values: values)))
    change(&chart)
    return chart
  }

  func drawing(_ chart: Chart) -> ChartDrawing {
    ChartDrawing(
      chart, of: brief, in: portal, words: interfaceStrings(for: brief.language), idPrefix: "c1")
  }

  func data(_ chart: Chart) -> ChartData {
    ChartData(of: chart, in: brief, portal, words: interfaceStrings(for: brief.language))
  }
}

extension ChartDrawing {
  func document(isNarrow: Bool) -> [UInt8] {
    var sink = Sink()
    writeDocument(isNarrow: isNarrow, style: [], to: &sink)
    return sink.bytes
  }
}
