import Diagnostics
import Ingest
import Model
import Testing

/// What is wrong in charts/*.yaml, each fault where “‸” stands, and what becomes of those that are right.
@Suite struct ChartTests {
  private static let files = [
    "places.yaml": "raqqa: { name: Raqqa }\n", "actors.yaml": "sdf: { name: SDF }\n",
    "briefs/b/brief.yaml": "title: B\n", "briefs/b/01-one.md": "# One\n\nText.\n",
    "briefs/b/data/toll.csv": "side,killed,hurt,loss,ref\nSDF,40,>3,-2,\nIS,374,,1,\n",
    "briefs/b/data/toll.yaml": """
    columns:
      killed: { type: integer, unit: people }
      hurt: { type: integer, unit: people }
      loss: { type: number }
      ref: { type: note }
    """,
    "briefs/b/data/bare.csv": "side,killed\n", "briefs/b/data/words.csv": "side,note\nSDF,none\n",
    "briefs/b/data/gaps.csv": "side,killed\nSDF,\n",
    "briefs/b/data/gaps.yaml": "columns: { killed: { type: integer } }\n",
    "briefs/b/data/units.csv": "side,killed,other,share\nSDF,50,2,3\n",
    "briefs/b/data/units.yaml": """
    columns:
      killed: { type: integer, unit: people }
      other: { type: integer }
      share: { type: number, unit: "%" }
    """,
    "briefs/b/data/many.csv": "side,a,b,c,d,e,f,g,h,i\nSDF,1,2,3,4,5,6,7,8,9\n",
    "briefs/b/data/many.yaml": "columns: { "
      + "abcdefghi".map { "\($0): { type: integer }" }.joined(separator: ", ") + " }\n",
    "briefs/b/events.yaml": "raid: { date: 2022-01, title: Raid, places: [raqqa] }\n",
  ]

  private func read(_ chart: String, text: String = "") async throws -> IngestedPortal {
    var files = Self.files
    files["briefs/b/charts/c.yaml"] = chart
    if !text.isEmpty { files["briefs/b/01-one.md"] = "# One\n\n\(text)\n" }
    return try await ContentFixture(files).read()
  }

  @Test(arguments: [
    ("‸data: toll", "missing-key", nil), ("kind: ‸pie\ndata: toll", "choice", "possible are"),
    ("kind: bar\ndata: ‸tol", "unknown-table", "did you mean “toll”?"),
    ("kind: bar\ndata: ‸interviews", "chart-empty", nil),
    ("kind: bar\ndata: ‸bare", "chart-empty", "one row or more"),
    ("kind: bar\ndata: ‸words", "chart-column", "type: integer"),
    ("kind: bar\ndata: ‸gaps", "chart-empty", nil),
    ("kind: bar\ndata: ‸many", "chart-series", "under “values”"),
    ("kind: bar\ndata: toll\nvalues: ‸kiled", "unknown-column", "did you mean “killed”?"),
    ("kind: bar\ndata: toll\nvalues: [killed, ‸side]", "chart-column", "type: integer"),
    ("kind: bar\ndata: toll\nvalues: [killed, ‸killed]", "given-twice", nil),
    ("kind: bar\ndata: toll\ncategory: ‸ref", "chart-column", nil),
    ("kind: bar\ndata: toll\nrows: [SDF, ‸Iss]", "unknown-row", "did you mean “IS”?"),
    ("kind: bar\ndata: toll\nfromZero: ‸false", "chart-zero", "dots or lines"),
    ("kind: stacked-bar\ndata: toll\nvalues: ‸loss", "chart-negative", "kind: bar"),
    ("kind: stacked-bar\ndata: ‸units", "chart-units", "columns of one unit"),
    ("kind: stacked-bar\ndata: units\nvalues: [killed, ‸share]", "chart-units", "kind: bar"),
    (
      "kind: bar\ndata: toll\nvalues: [killed, hurt]\ndirection: ‸vertical", "chart-direction", nil
    ),
    ("kind: bar\ndata: toll\nvalues: hurt\nrows: ‸[IS]", "chart-empty", nil),
    ("kind: timeline\ndata: ‸toll", "chart-data", "leave “data” out"),
    ("kind: timeline\nevents: ‸rad", "unknown-event", "did you mean “raid”?"),
    ("‸kind: timeline\nactors: [sdf]", "chart-empty", "together"),
    ("kind: bar\ndata: toll\nsection: ‸two", "unknown-section", nil),
  ])
  func faults(_ marked: String, _ rule: String, _ hint: String?) async throws {
    let (text, marks) = unmarked("title: T\n" + marked + "\n")
    let found = try await read(text).findings
    let place = marks[0] == "2:1" ? "1:1" : marks[0]
    #expect(found.map(\.line) == ["error \(rule) briefs/b/charts/c.yaml:\(place)"])
    if let hint { #expect(found.first?.hint?.contains(hint) == true, "\(found)") }
  }

  @Test(arguments: [
    ("kind: bar\ndata: toll\nvalues: killed\n‸colour: red", "unknown-key"),
    ("kind: bar\ndata: toll\nvalues: killed\nevents: ‸raid", "chart-key"),
    ("kind: timeline\norder: ‸ascending", "chart-key"),
    // Units that are given do not differ.
    ("kind: stacked-bar\ndata: units\nvalues: [killed, other]\n‸colour: red", "unknown-key"),
  ])
  func warnings(_ marked: String, _ rule: String) async throws {
    let (text, marks) = unmarked("title: T\n" + marked + "\n")
    let read = try await read(text)
    #expect(
      read.findings.map(\.line) == ["warning \(rule) briefs/b/charts/c.yaml:\(marks[0])"])
    #expect(read.portal.briefs[0].charts.count == 1)
  }

  @Test func columnsAreFound() async throws {
    let read = try await read("title: T\nkind: bar\ndata: toll\nwithout: [SDF]\n")
    #expect(read.findings.isEmpty)
    #expect(
      read.portal.briefs[0].charts.map(\.data) == [
        .table(
          Chart.TableFigures(
            table: read.portal.briefs[0].tables.firstIndex { $0.id == "toll" } ?? -1, category: 0,
            values: [1, 2, 3], without: [0]))
      ])
  }

  /// Tables are numbered by first showing, and a chart still draws its own.
  @Test func tablesThatMove() async throws {
    let read = try await read(
      "title: T\nkind: bar\ndata: toll\nvalues: killed\n",
      text: "![](table:words)\n\n![](table:toll)\n\n![The toll[^a]](chart:c)\n\n[^a]: Source.")
    #expect(read.findings.isEmpty)
    let brief = read.portal.briefs[0]
    guard case .table(let figures) = brief.charts[0].data else {
      Issue.record("no figures of a table")
      return
    }
    #expect(brief.tables[figures.table].id == "toll")
    #expect(figures.table == 1)
  }

  @Test func links() async throws {
    let chart = "title: T\nkind: timeline\nevents: [raid]\n"
    let sound = try await read(
      chart, text: "[](chart:c), [](timeline:c)\n\n![](timeline:c)\n\n![Again](chart:c)")
    #expect(sound.findings.isEmpty)
    let unknown = try await read(chart, text: "[](chart:d)")
    #expect(unknown.findings.map(\.line) == ["error unknown-chart briefs/b/01-one.md:3:1"])
    let other = try await read(
      "title: T\nkind: bar\ndata: toll\nvalues: killed\n", text: "![](timeline:c)")
    #expect(other.findings.map(\.line) == ["error not-a-timeline briefs/b/01-one.md:3:1"])
    #expect(other.findings.first?.hint == "write chart:c")
  }
}
