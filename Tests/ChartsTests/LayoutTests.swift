import HTML
import Model
import Templates
import Testing

@testable import Charts

/// Whatever the data, no words touch others and nothing is cut off: measured on the drawing itself.
struct LayoutTests {
  private func check(_ drawing: ChartDrawing, _ name: String) {
    for isNarrow in [false, true] {
      let canvas = drawing.canvas(isNarrow: isNarrow)
      let boxes = canvas.textBoxes
      #expect(canvas.height.isFinite && canvas.height > 0 && canvas.height < 60_000)
      for (text, box) in boxes {
        #expect(
          box.x >= -0.5 && box.x + box.width <= canvas.width + 0.5 && box.y >= -0.5
            && box.y + box.height <= canvas.height + 0.5,
          "\(name), \(isNarrow ? "narrow" : "wide"): “\(text)” is cut off: \(box)")
      }
      // Sorted by height, so that few are compared.
      let sorted = boxes.sorted { $0.box.y < $1.box.y }
      for (index, first) in sorted.enumerated() {
        for second in sorted[(index + 1)...] {
          if second.box.y >= first.box.y + first.box.height { break }
          #expect(
            !first.box.slim.overlaps(second.box.slim),
            "\(name), \(isNarrow ? "narrow" : "wide"): “\(first.text)” touches “\(second.text)”")
        }
      }
      let text = String(decoding: drawing.document(isNarrow: isNarrow), as: UTF8.self)
      #expect(!text.contains("nan") && !text.contains("inf\""))
    }
  }

  private static let long =
    "A category whose name goes on and on, as somebody wrote it who was in no hurry and had no chart in mind"
  private static let word = String(repeating: "Donaudampfschifffahrt", count: 12)

  @Test(arguments: [Chart.Kind.bar, .stackedBar, .line, .dot], ["en", "fr", "ar"])
  func strangersData(kind: Chart.Kind, language: String) {
    var random = Seeded(state: 11)
    for round in 0..<60 {
      let count = [1, 2, 3, 7, 12, 40][Int.random(in: 0..<6, using: &random)]
      let series = Int.random(in: 1...(count > 20 ? 4 : 8), using: &random)
      let power = [1e-6, 0.01, 1, 100, 1e6, 1e12][Int.random(in: 0..<6, using: &random)]
      let sign = kind == .stackedBar ? 0.0 : -1.0
      let isFlat = Int.random(in: 0..<6, using: &random) == 0
      let rows = (0..<count).map { row -> (String, [String]) in
        let name =
          switch Int.random(in: 0..<8, using: &random) {
          case 0: Self.long
          case 1: Self.word
          case 2: "مقاتلو التنظيم من المهاجمين والسجناء"
          default: "Place \(row)"
          }
        return (
          name,
          (0..<series).map { _ in
            if Int.random(in: 0..<8, using: &random) == 0, row > 0 { return "" }
            let value = isFlat ? power : Double.random(in: sign...1, using: &random) * power
            let mark = ["", "", "", ">", "~", "<"][Int.random(in: 0..<6, using: &random)]
            return mark + (power < 1 ? "\(value)" : "\((value * 10).rounded() / 10)")
          }
        )
      }
      let fixture = Fixture(
        rows,
        series: (0..<series).map {
          $0 == 2 ? "\($0) \(Self.long)" : "Series \($0)"
        }, unit: round % 3 == 0 ? Self.long : "people", language: language)
      let direction: Chart.Direction? =
        series == 1 || kind == .stackedBar
        ? [nil, .horizontal, .vertical][Int.random(in: 0..<3, using: &random)] : nil
      let chart = fixture.chart(kind) {
        $0.direction = direction
        $0.startsAtZero = kind == .line || kind == .dot ? round % 2 == 0 : true
        $0.order = round % 4 == 0 ? .descending : .given
      }
      check(fixture.drawing(chart), "\(kind.rawValue) \(language) \(round)")
    }
  }

  @Test(arguments: ["en", "ar"])
  func dates(language: String) {
    var random = Seeded(state: 13)
    for round in 0..<40 {
      let first = Int.random(in: 1...2000, using: &random)
      let years = [0, 1, 4, 30, 1500][Int.random(in: 0..<5, using: &random)]
      let rows = (0..<Int.random(in: 1...30, using: &random)).map { _ -> (String, [String]) in
        let year = first + Int.random(in: 0...years, using: &random)
        let start = String(repeating: "0", count: 4 - "\(year)".utf8.count) + "\(year)"
        return (
          ["\(start)", "\(start)-06", "\(start)-06-12", "\(start)/\(start)"][
            Int.random(in: 0..<4, using: &random)],
          ["\(Int.random(in: 0...900, using: &random))"]
        )
      }
      let fixture = Fixture(rows, type: .date, language: language)
      check(fixture.drawing(fixture.chart(.line)), "line of dates \(language) \(round)")
      check(fixture.drawing(fixture.chart(.bar)), "bars of dates \(language) \(round)")
    }
  }

  @Test(arguments: ["en", "ar"])
  func timelines(language: String) {
    var random = Seeded(state: 17)
    for round in 0..<60 {
      var fixture = Fixture([("a", ["1"])], language: language)
      let first = Int.random(in: 1000...2000, using: &random)
      let years = [0, 1, 10, 900][Int.random(in: 0..<4, using: &random)]
      let events = (0..<Int.random(in: 1...40, using: &random)).compactMap { index -> Event? in
        let year = first + Int.random(in: 0...years, using: &random)
        let text = [
          "\(year)", "\(year)-03", "\(year)-03-0\(Int.random(in: 1...9, using: &random))",
          "\(year)/\(year + 2)",
        ][Int.random(in: 0..<4, using: &random)]
        let title = [Self.long, Self.word, "What happened", "وقع الهجوم على السجن"][
          Int.random(in: 0..<4, using: &random)]
        return DateSpan(text).map {
          Event(
            id: "e\(index)", date: $0, title: Fixture.prose(title), text: Prose(), places: [],
            actors: [], section: nil, notes: [])
        }
      }
      fixture.brief.events = events.sorted { $0.date.start < $1.date.start }
      let chart = Chart(
        id: "t", number: 1, title: "T", kind: .timeline, data: .events(Chart.EventChoice()))
      check(fixture.drawing(chart), "timeline \(language) \(round)")
    }
  }

  @Test func blocksAreSpread() {
    let tops = spread([10, 12, 14, 200], heights: [20, 20, 20, 20], gap: 4, within: 0...220)
    #expect(tops == [10, 34, 58, 200])
    let pushed = spread([90, 95, 99], heights: [20, 20, 20], gap: 0, within: 0...100)
    #expect(pushed == [40, 60, 80])
  }
}

extension Canvas.Box {
  /// Estimated widths are rounded up, and lines are set a little closer than letters are high.
  fileprivate var slim: Canvas.Box {
    Canvas.Box(x: x + 0.5, y: y + 2, width: width - 1, height: height - 4)
  }
}
