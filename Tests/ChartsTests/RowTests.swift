import Model
import Templates
import Testing

@testable import Charts

/// Rows whose figures are long leave room for names, bars and scale.
struct RowTests {
  private static let name = "A name which is rather long"

  @Test(
    arguments: [
      ("900000000", ["−1,000,000,000", "0", "1,000,000,000"]),
      ("1234567890", ["−2,000,000,000", "0", "2,000,000,000"]),
      ("123456789012", ["−200,000,000,000", "0", "200,000,000,000"]),
      ("900000000000000", ["−1,000,000,000,000,000", "0", "1,000,000,000,000,000"]),
    ], [Chart.Kind.bar, .dot])
  func bothSigns(figure: (digits: String, scale: [String]), kind: Chart.Kind) {
    let fixture = Fixture([
      ("a", [figure.digits]), (Self.name, ["-" + figure.digits]), ("c", [""]),
    ])
    let canvas = fixture.drawing(fixture.chart(kind)).canvas(isNarrow: true)
    let boxes = canvas.textBoxes
    #expect(boxes.allSatisfy { $0.box.x >= 0 && $0.box.x + $0.box.width <= canvas.width })
    #expect(canvas.scale.map(\.text) == figure.scale)
    // Neither names nor figures are broken.
    let words = Set(boxes.map(\.text))
    #expect(words.contains { $0.hasPrefix(Self.name) }, "\(words)")
    #expect(words.contains { $0.filter(\.isNumber) == figure.digits })
  }

  /// In letters that run wider, numbers of the scale stand one under the other rather than not at all.
  @Test(arguments: ["123456789012", "900000000000000"], ["fr", "ar"])
  func numbersOfTheScaleStay(digits: String, language: String) {
    let fixture = Fixture(
      [("a", [digits]), ("b", ["-" + digits]), ("c", [""])], language: language)
    let canvas = fixture.drawing(fixture.chart(.bar)).canvas(isNarrow: true)
    #expect(canvas.scale.count == 3)
    #expect(canvas.textBoxes.allSatisfy { $0.box.y + $0.box.height <= canvas.height })
  }

  /// Where names stand above bars, figures may have room behind them that they had not in a column beside names.
  @Test func figuresStayAtBarsWhereTheyCan() {
    let fixture = Fixture([("Some place", ["12345678"]), ("Another", ["-12345678"])])
    let canvas = fixture.drawing(fixture.chart(.bar)).canvas(isNarrow: true)
    #expect(
      canvas.textBoxes.map(\.text).filter { !$0.hasSuffix("000") && $0 != "0" }
        == ["Some place", "12,345,678", "Another", "−12,345,678"])
  }

  @Test func stackedBarsOfLongTotals() {
    let fixture = Fixture(
      [("Some place", ["123456789012345", "9"]), ("Another", ["5", "7000000000000"])],
      series: ["A", "B"])
    let canvas = fixture.drawing(fixture.chart(.stackedBar)).canvas(isNarrow: true)
    let words = canvas.textBoxes.map(\.text)
    #expect(words.contains("0") && words.contains("150,000,000,000,000"), "\(words)")
    #expect(words.contains("123,456,789,012,354"))
  }
}

extension Canvas {
  /// The numbers under the bars, from the least.
  fileprivate var scale: [Words] {
    marks.compactMap { mark in
      if case .words(let words) = mark, words.lettering == .small { words } else { nil }
    }.sorted { $0.at.x < $1.at.x }
  }
}
