import Charts
import Model
import Testing

/// What figures become: nothing that is not known is drawn as zero, and what is not exact says so.
struct DataTests {
  @Test func whatIsNotKnown() {
    let fixture = Fixture([("A", ["3"]), ("B", [""]), ("C", [">50"])], unit: "people")
    let data = fixture.data(fixture.chart(.bar))
    #expect(data.series[0].figures.map { $0?.text } == ["3", nil, ">50"])
    #expect(
      data.remarks == [
        "Not known: B.", "Broken outlines mark figures that are not exact: > more than.",
      ])
    let drawing = fixture.drawing(fixture.chart(.bar))
    #expect(
      drawing.description
        == "Bar chart (people). Killed: A 3; B not known; C >50. "
        + "Broken outlines mark figures that are not exact: > more than.")
    let picture = String(decoding: drawing.document(isNarrow: false), as: UTF8.self)
    #expect(picture.contains(">not known</text>"))
    #expect(picture.components("class=\"chart-bar") == 2)
  }

  @Test func orderIsBySize() {
    let fixture = Fixture([("A", ["3"]), ("B", [""]), ("C", ["50"]), ("D", ["3"])])
    let falling = fixture.chart(.bar) { $0.order = .descending }
    #expect(fixture.data(falling).categories.map(\.name) == ["C", "A", "D", "B"])
    let rising = fixture.chart(.bar) { $0.order = .ascending }
    #expect(fixture.data(rising).categories.map(\.name) == ["A", "D", "C", "B"])
  }

  @Test func someRows() {
    let fixture = Fixture([("A", ["1"]), ("B", ["2"]), ("C", ["3"])])
    let chart = fixture.chart(.bar) {
      $0.data = .table(
        Chart.TableFigures(table: 0, category: 0, values: [1], rows: [2, 1], without: [1]))
    }
    #expect(fixture.data(chart).categories.map(\.name) == ["C"])
  }

  private func interviews(_ list: [(String?, [String], Bool)]) -> Fixture {
    var fixture = Fixture([("A", ["1"])])
    fixture.brief.sources = list.enumerated().map { index, interview in
      Source(
        id: "i\(index)",
        content: .interview(
          Interview(
            role: "", isPlural: interview.2, isObservation: false,
            places: interview.1.map { Interview.PlaceName(name: $0) },
            date: interview.0.flatMap { DateSpan($0) })))
    }
    return fixture
  }

  private func counts(_ data: ChartData) -> [String] {
    zip(data.categories, data.series[0].figures).map { "\($0.name) \($1?.text ?? "")" }
  }

  @Test func interviewsByMonth() {
    let fixture = interviews([
      ("2022-01-20", ["Raqqa"], false), ("2022-01", ["Raqqa"], false), ("2022-03", [], true),
      (nil, ["Paris"], false),
    ])
    let chart = fixture.chart(.bar) { $0.data = .interviews(by: .month, seriesByPlace: false) }
    let data = fixture.data(chart)
    #expect(counts(data) == ["January 2022 2", "February 2022 0", "March 2022 1"])
    #expect(
      data.remarks == [
        "1 interview without a date is not counted.",
        "An interview with several people counts once.",
      ])
  }

  @Test func spansOfMonthsAreTheirOwn() {
    let fixture = interviews([
      ("2022-01/2022-02", [], false), ("2022-01", [], false), ("2022-02-03/2022-02-07", [], false),
    ])
    let chart = fixture.chart(.bar) { $0.data = .interviews(by: .month, seriesByPlace: false) }
    #expect(
      counts(fixture.data(chart)) == [
        "January 2022 1", "January–February 2022 1", "February 2022 1",
      ])
  }

  @Test func interviewsByPlace() {
    let fixture = interviews([
      ("2022", ["Raqqa", "Manbij", "Raqqa"], false), (nil, ["Raqqa"], false),
      ("2022-01", [], false),
    ])
    let chart = fixture.chart(.bar) { $0.data = .interviews(by: .place, seriesByPlace: false) }
    let data = fixture.data(chart)
    #expect(counts(data) == ["Raqqa 2", "Manbij 1"])
    #expect(
      data.remarks == [
        "1 interview without a place is not counted.",
        "An interview in several places counts for each of them.",
      ])
  }

  @Test func eventsOfOneActor() {
    var fixture = Fixture([("A", ["1"])])
    fixture.brief.events = ["2021", "2022-01-20", "2022-02/2022-03"].enumerated().compactMap {
      index, date in
      DateSpan(date).map {
        Event(
          id: "e\(index)", date: $0, title: Fixture.prose("Event \(index)"), text: Prose(),
          places: [], actors: [index % 2], section: nil, notes: [])
      }
    }
    let chart = Chart(
      id: "t", number: 1, title: "T", kind: .timeline,
      data: .events(Chart.EventChoice(actors: [0])))
    let data = fixture.data(chart)
    #expect(data.events.map(\.title) == ["Event 0", "Event 2"])
    #expect(data.events.map(\.date) == ["2021", "February–March 2022"])
    #expect(fixture.drawing(chart).description.contains("2021: Event 0."))
  }

  @Test func figuresAsAFile() {
    let fixture = Fixture([("A, or \"B\"", ["1234.5"]), ("C", [""])])
    let data = fixture.data(fixture.chart(.bar))
    let table = ChartTable(data, words: English.words)
    #expect(
      String(decoding: table.csv, as: UTF8.self)
        == "What,Killed\r\n\"A, or \"\"B\"\"\",\"1,234.5\"\r\nC,not known\r\n")
  }
}

extension String {
  /// How often a part stands in it.
  fileprivate func components(_ part: String) -> Int { split(separator: part).count - 1 }
}
