import Charts
import Foundation
import HTML
import Model
import Templates
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

enum English {
  static let words = interfaceStrings(for: "en")
}

/// Drawings as they were looked at. With `CHANCERY_RECORD=1` in the environment they are recorded anew: look at the
/// pictures before you keep them.
struct GoldenTests {
  private func expectGolden(
    _ bytes: [UInt8], _ name: String, at place: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let parser = XMLParser(data: Data(bytes))
    #expect(
      parser.parse(), "\(name): \(String(describing: parser.parserError))", sourceLocation: place)
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/\(name).svg")
    // A start tag a line, so that a change shows as lines of a diff.
    let text =
      String(decoding: bytes, as: UTF8.self)
      .replacingOccurrences(of: "><", with: ">\n<") + "\n"
    if ProcessInfo.processInfo.environment["CHANCERY_RECORD"] != nil {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text, sourceLocation: place)
  }

  private static let sides: [(String, [String])] = [
    ("Islamic State members (attackers and prisoners)", ["374"]),
    ("SDF members and prison guards", ["117"]), ("Civilians", [">30"]), ("Unidentified", [""]),
  ]

  @Test func bars() throws {
    let fixture = Fixture(Self.sides, unit: "people")
    let drawing = fixture.drawing(fixture.chart(.bar))
    try expectGolden(drawing.document(isNarrow: false), "bars")
    try expectGolden(drawing.document(isNarrow: true), "bars-narrow")
  }

  @Test func dots() throws {
    let fixture = Fixture(
      [("Up", ["3.5", "-2"]), ("Down", ["-12.25", "~4"])], series: ["A", "B"])
    try expectGolden(fixture.drawing(fixture.chart(.dot)).document(isNarrow: false), "dots")
  }

  @Test func stacked() throws {
    let fixture = Fixture(
      [("2019", ["12", "30"]), ("2020", ["8", ""]), ("2021", ["<20", "41"])],
      series: ["Killed", "Injured"], type: .date)
    let chart = fixture.chart(.stackedBar)
    try expectGolden(fixture.drawing(chart).document(isNarrow: false), "columns")
    let lying = fixture.chart(.stackedBar) { $0.direction = .horizontal }
    try expectGolden(fixture.drawing(lying).document(isNarrow: false), "stacked")
  }

  @Test func line() throws {
    let fixture = Fixture(
      [
        ("2019-01", ["3", "4"]), ("2019-07-12", ["8", "4.5"]), ("2020", ["", "5"]),
        ("2021-02", ["6", "5"]),
      ],
      series: ["Attacks", "Arrests"], type: .date)
    try expectGolden(fixture.drawing(fixture.chart(.line)).document(isNarrow: false), "line")
  }

  private func timeline(_ language: String, _ titles: [String]) -> ChartDrawing {
    var fixture = Fixture([("A", ["1"])], language: language)
    let dates = ["2014-06", "2018/2020", "2022-01-20", "2022-01-20/2022-01-26"]
    fixture.brief.events = zip(dates, titles).compactMap { date, title in
      DateSpan(date).map {
        Event(
          id: date, date: $0, title: Fixture.prose(title), text: Prose(), places: [], actors: [],
          section: nil, notes: [])
      }
    }
    return fixture.drawing(
      Chart(id: "t", number: 1, title: "T", kind: .timeline, data: .events(Chart.EventChoice())))
  }

  @Test func timeline() throws {
    let titles = [
      "The city falls", "Small attacks along the river", "The prison is attacked",
      "Siege of the quarter",
    ]
    let drawing = timeline("en", titles)
    try expectGolden(drawing.document(isNarrow: false), "timeline")
    try expectGolden(drawing.document(isNarrow: true), "timeline-narrow")
  }

  @Test func fromRightToLeft() throws {
    let fixture = Fixture(
      [
        ("المهاجمون والسجناء", ["374"]), ("قوات سوريا الديمقراطية", ["117"]), ("المدنيون", [">30"]),
      ],
      series: ["القتلى"], unit: "أشخاص", language: "ar")
    try expectGolden(
      fixture.drawing(fixture.chart(.bar)).document(isNarrow: false), "bars-arabic")
    let titles = ["سقوط المدينة", "هجمات صغيرة على طول النهر", "الهجوم على السجن", "حصار الحي"]
    try expectGolden(timeline("ar", titles).document(isNarrow: false), "timeline-arabic")
  }

  @Test func sheet() throws {
    let fixture = Fixture(Self.sides, unit: "people")
    var sink = Sink()
    fixture.drawing(fixture.chart(.bar) { $0.caption = Fixture.prose("By side & place") })
      .writeSheet(
        style: Array(".chart-bar{stroke-width:1}".utf8), subtitle: "A brief",
        lines: ["Publisher. https://example.org/"], to: &sink)
    try expectGolden(sink.bytes, "sheet")
  }
}
