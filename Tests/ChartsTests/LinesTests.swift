import Model
import Templates
import Testing

@testable import Charts

/// A line's points can be read: what stands under them is their own name.
struct LinesTests {
  private func canvas(
    _ rows: [(String, [String])], series: [String] = ["Killed"],
    type: DataTable.ColumnType = .date, language: String = "en", isNarrow: Bool = true
  ) -> Canvas {
    let fixture = Fixture(rows, series: series, type: type, language: language)
    return fixture.drawing(fixture.chart(.line)).canvas(isNarrow: isNarrow)
  }

  private static let periods: [(dates: [String], named: [String])] = [
    (["2022-01-01", "2022-01-02"], ["2022-01-01", "2022-01-02"]),
    (
      ["2022-01-01", "2022-01-02", "2022-01-03", "2022-01-04", "2022-01-05"],
      ["2022-01-01", "2022-01-03", "2022-01-05"]
    ),
    (["2019", "2020", "2021", "2022", "2023"], ["2019", "2020", "2021", "2022", "2023"]),
    (
      ["2022-01", "2022-02", "2022-03", "2022-04", "2022-05", "2022-06"],
      ["2022-01", "2022-04", "2022-06"]
    ),
    (["2011", "2021", "2022"], ["2011", "2022"]),
  ]

  @Test(arguments: periods.indices, ["en", "ar"])
  func periodsAreNamedUnderTheirPoints(index: Int, language: String) {
    let (dates, named) = Self.periods[index]
    let words = interfaceStrings(for: language)
    // Lines of a drawing have plain spaces.
    let names = dates.map {
      DateSpan($0).map(words.dates)?.replacing("\u{A0}", with: " ") ?? ""
    }
    for isNarrow in [true, false] {
      let canvas = canvas(
        dates.enumerated().map { ($1, ["\($0 + 1)"]) }, language: language, isNarrow: isNarrow)
      let points = canvas.signs
      #expect(points.count == dates.count)
      let boxes = canvas.textBoxes
      // A long name stands on two lines.
      func isNamed(_ index: Int) -> Bool {
        boxes.contains { text, box in
          abs(box.x + box.width / 2 - points[index].x) < 0.01
            && (text == names[index]
              || names[index].hasPrefix(text + " ")
                && boxes.contains {
                  names[index] == text + " " + $0.text && $0.box.y > box.y
                    && abs($0.box.x + $0.box.width / 2 - points[index].x) < 0.01
                })
        }
      }
      let found = dates.indices.filter(isNamed)
      #expect(found.first == 0 && found.last == dates.count - 1, "\(found)")
      if isNarrow, language == "en" { #expect(found.map { dates[$0] } == named) }
    }
  }

  @Test(arguments: [
    ["2022-01-01", "2022-01-02"], ["2022", "2022-03", "2022-03-15"], ["2021-12-31", "2022-01"],
    ["2022-01-30", "2022-01-31/2022-02-02"], ["0800", "1066-10-14", "1999"],
  ])
  func nothingIsMarkedBeyondThePoints(dates: [String]) throws {
    for isNarrow in [true, false] {
      let canvas = canvas(
        dates.enumerated().map { ($1, ["\($0 + 1)"]) }, isNarrow: isNarrow)
      let points = canvas.signs.map(\.x)
      let (first, last) = (try #require(points.min()), try #require(points.max()))
      let marks = canvas.ticks
      #expect(marks.count > 1)
      #expect(marks.allSatisfy { $0 >= first - 0.01 && $0 <= last + 0.01 }, "\(dates): \(marks)")
    }
  }

  /// Between points of years and of days, a scale of time: each name stands at what it names.
  @Test func datesOfSeveralKindsStandOnAScale() throws {
    let canvas = canvas([("2019", ["1"]), ("2020-06", ["2"]), ("2022-07-02", ["3"])])
    let names = canvas.textBoxes.map(\.text).filter { $0.hasPrefix("20") }
    #expect(names == ["2020", "2021", "2022"])
    let (first, last) = (try #require(DateSpan("2019")), try #require(DateSpan("2022-07-02")))
    let points = canvas.signs
    for (year, mark) in zip([2020, 2021, 2022], canvas.ticks) {
      let share =
        (Double(dayNumber(year: year, month: 1, day: 1)) - first.middle)
        / (last.middle - first.middle)
      #expect(abs(points[0].x + share * (points[2].x - points[0].x) - mark) < 0.01)
    }
  }

  @Test func wholeNumbersHaveWholeSteps() {
    let canvas = canvas(
      [("2019", ["1"]), ("2020", ["2"]), ("2021", ["3"])], type: .number, isNarrow: false)
    #expect(canvas.textBoxes.map(\.text).filter { $0.hasPrefix("20") } == ["2019", "2020", "2021"])
  }

  // MARK: Names of lines

  private static let names = ["Attacks", "Arrests"]

  private func box(of text: String, in canvas: Canvas) throws -> Canvas.Box {
    try #require(canvas.textBoxes.first { $0.text == text }).box
  }

  @Test func aLineThatEndsEarlyIsNamedWhereItEnds() throws {
    let canvas = canvas(
      [("2018", ["3", "1"]), ("2019", ["5", "2"]), ("2020", ["4", ""]), ("2021", ["6", ""])],
      series: Self.names, isNarrow: false)
    // Points are painted line by line.
    let points = canvas.signs
    let (last, early) = (points[3], points[5])
    #expect(points.count == 6)
    let name = try box(of: "Arrests", in: canvas)
    #expect(name.x - early.x > 5 && name.x - early.x < 15)
    #expect(abs(name.y + name.height / 2 - early.y) < 4)
    #expect(try box(of: "Attacks", in: canvas).x > last.x)
    #expect(
      canvas.marks.count {
        if case .path(_, let style) = $0 { style.hasPrefix("chart-leader") } else { false }
      } == 1)
  }

  /// Beside a point of two lines, or where there is no room, a name would not tell which line it means.
  @Test(arguments: [
    [["3", "6"], ["5", "5"], ["4", ""], ["6", ""]],
    [["3", "4"], ["5", "5"], ["4", "4.4"], ["5", ""], ["2", ""]],
  ])
  func aNameWithoutRoomHasTheSignOfItsLine(figures: [[String]]) throws {
    let canvas = canvas(
      figures.enumerated().map { ("\(2018 + $0)", $1 + ["\(6 - Double($0) / 2)"]) },
      series: ["Attacks", "Releases of prisoners", "Arrests"], isNarrow: false)
    let name = try box(of: "Releases of prisoners", in: canvas)
    let signs = canvas.marks.compactMap { mark in
      if case .sign(let sign, let at, _) = mark, at.x > name.x - 15, at.x < name.x {
        sign
      } else {
        nil
      }
    }
    #expect(signs == [SeriesSign(series: 1)])
    #expect(name.x > (canvas.signs.first?.x ?? 0) + 300)
  }

  // MARK: Figures of a line

  @Test func figuresKeepClearOfTheLine() {
    var random = Seeded(state: 19)
    for round in 0..<80 {
      let rows = (0..<Int.random(in: 2...24, using: &random)).map { index in
        (
          "\(1990 + index)",
          [
            index > 0 && Int.random(in: 0..<9, using: &random) == 0
              ? "" : "\(Int.random(in: 0...[9, 900, 90_000][round % 3], using: &random))"
          ]
        )
      }
      for isNarrow in [true, false] {
        let canvas = canvas(rows, isNarrow: isNarrow)
        for words in canvas.figures {
          // Digits reach from their baseline to about seven tenths of their size.
          let (low, high) = (words.at.y, words.at.y - words.lettering.em * 0.7)
          for at in canvas.pointsOfLines {
            let isOn =
              at.x > words.box.x && at.x < words.box.x + words.box.width && at.y < low
              && at.y > high
            #expect(!isOn, "\(round) \(isNarrow): the line passes through “\(words.text)”")
          }
        }
      }
    }
  }

  @Test(
    arguments: [
      ["9", "1", "9", "2", "2", "0", "9"], ["−5", "10", "−20", "0"],
      ["900,000,000,000", "−900,000,000,000"],
    ], [true, false])
  func leastAndGreatestAreTold(figures: [String], isNarrow: Bool) {
    let canvas = canvas(
      figures.enumerated().map { index, figure in
        ("\(2018 + index)", [figure.replacing(",", with: "").replacing("−", with: "-")])
      }, isNarrow: isNarrow)
    #expect(canvas.figures.map(\.text).sorted() == figures.sorted())
  }
}

extension Canvas {
  /// Where signs of points stand, in the order in which they are painted.
  fileprivate var signs: [Point] {
    marks.compactMap { if case .sign(_, let at, _) = $0 { at } else { nil } }
  }

  /// Where short lines stand under the scale.
  fileprivate var ticks: [Double] {
    marks.compactMap { mark in
      guard case .path(let points, "chart-axis") = mark, let first = points.first,
        let last = points.last, first.x == last.x, abs(last.y - first.y) == 5
      else { return nil }
      return first.x
    }
  }

  /// The figures beside points.
  fileprivate var figures: [Words] {
    marks.compactMap { mark in
      if case .words(let words) = mark, words.isOnMark { words } else { nil }
    }
  }

  /// Many along each line of figures.
  fileprivate var pointsOfLines: [Point] {
    marks.flatMap { mark -> [Point] in
      guard case .path(let points, let style) = mark, style.hasPrefix("chart-line") else {
        return []
      }
      return zip(points, points.dropFirst()).flatMap { from, to in
        (0...200).map { step in
          let share = Double(step) / 200
          return Point(x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share)
        }
      }
    }
  }
}
