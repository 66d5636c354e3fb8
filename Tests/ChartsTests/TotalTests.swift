import Model
import Templates
import Testing

@testable import Charts

/// What a stacked bar says that its parts come to is true, whatever is known of them.
struct TotalTests {
  private func totals(_ rows: [[String]]) -> [String?] {
    let fixture = Fixture(
      rows.enumerated().map { ("Row \($0)", $1) },
      series: (0..<(rows.first?.count ?? 0)).map { "Series \($0)" })
    let data = fixture.data(fixture.chart(.stackedBar))
    let numbers = NumberText(English.words, isRightToLeft: false)
    return data.categories.indices.map { data.total(of: $0, numbers)?.text }
  }

  @Test(arguments: [
    // All is known, or known in one way.
    (["3", "4"], "7"), (["~3", "4"], "~7"), (["<3", "4"], "<7"), (["≤3", "4"], "≤7"),
    (["<3", "≤4"], "<7"), ([">3", "4"], ">7"), (["≥3", "4"], "≥7"), ([">3", "≥4"], ">7"),
    // What is not known may be anything from nothing on.
    (["3", ""], "≥3"), ([">3", ""], ">3"), (["≥3", ""], "≥3"), (["~3", ""], "≥~3"),
    // What is less than a figure may be nothing, and counts only towards a most.
    (["<5", ">6", "1"], ">7"), (["≤5", "≥6", "1"], "≥7"), (["<5", "6", ""], "≥6"),
    (["≤5", ">0"], ">0"),
    // About as much as that is no limit of its own.
    (["~3", "<4"], "<~7"), (["~3", "≤4"], "≤~7"), (["~3", ">4"], ">~7"), (["~3", "≥4"], "≥~7"),
    (["~3", "<4", ">5"], ">~8"), (["~0", ">0"], ">0"), (["~0", "0"], "~0"),
    // Nothing that would be true says anything.
    (["≤5", ""], nil), (["<5", "", ""], nil), (["0", ""], nil), (["~0", ""], nil), (["", ""], nil),
    (["≤5", "≥0"], nil),
    // A part that is alone says what it says.
    (["<5"], "<5"), ([""], nil),
  ])
  func signs(parts: [String], total: String?) { #expect(totals([parts]) == [total]) }

  /// Each figure a total may stand for, tried out: what it says holds for all, and no sum is less than what it
  /// says is the least.
  @Test func whatTotalsSayIsTrue() throws {
    let kinds = ["", "0", "2", "<2", "≤2", ">2", "≥2"]
    func values(_ kind: String) -> [Double] {
      switch kind {
      case "": [0, 1, 2, 9]
      case "<2": [0, 1, 1.9]
      case "≤2": [0, 1, 2]
      case ">2": [2.1, 9]
      case "≥2": [2, 9]
      default: [Double(kind) ?? 0]
      }
    }
    for a in kinds {
      for b in kinds {
        for c in kinds {
          guard let total = totals([[a, b, c]])[0] else { continue }
          let limit = try #require(Double(total.filter(\.isNumber)))
          for sum in values(a).flatMap({ x in
            values(b).flatMap { y in values(c).map { x + y + $0 } }
          }) {
            let isTrue =
              switch total.first {
              case ">": sum > limit
              case "≥": sum >= limit
              case "<": sum < limit
              case "≤": sum <= limit
              default: sum == limit
              }
            #expect(isTrue, "\(a) \(b) \(c): \(total) is not true of \(sum)")
          }
        }
      }
    }
  }

  @Test(arguments: ["en", "fr", "ar"])
  func everySignIsExplained(language: String) {
    let words = interfaceStrings(for: language)
    let signs = ["", "1", ">1", "≥1", "<1", "≤1", "~1"]
    for a in signs {
      for b in signs where !(a + b).isEmpty {
        let fixture = Fixture([("A", [a, b])], series: ["S", "T"], language: language)
        let data = fixture.data(fixture.chart(.stackedBar))
        let numbers = NumberText(words, isRightToLeft: language == "ar")
        let said = data.remarks.joined()
        for sign in data.total(of: 0, numbers)?.qualifier ?? "" {
          #expect(said.contains(words.chartQualifier(String(sign))), "\(a) \(b) \(sign): \(said)")
        }
      }
    }
  }

  @Test func whatIsSaidOfTotals() {
    let fixture = Fixture(
      [("A", ["<5", "6", ""]), ("B", ["≤5", "", ""])], series: ["X", "Y", "Z"])
    #expect(
      fixture.data(fixture.chart(.stackedBar)).remarks == [
        "Not known: A (Z), B (Y and Z).",
        "Broken outlines mark figures that are not exact: < less than, ≤ at most.",
        "Signs before totals: ≥ at least.",
        "A total of which only the least is known leaves out parts of which only the most is known.",
      ])
    for direction in [Chart.Direction.horizontal, .vertical] {
      for isNarrow in [true, false] {
        let canvas = fixture.drawing(fixture.chart(.stackedBar) { $0.direction = direction })
          .canvas(isNarrow: isNarrow)
        let said = canvas.textBoxes.map(\.text)
        #expect(said.contains("≥6") && said.contains("not known") && !said.contains("~11"))
      }
    }
  }
}
