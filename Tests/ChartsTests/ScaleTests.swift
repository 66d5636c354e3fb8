import Model
import Testing

@testable import Charts

/// Scales hold what they are made for, in steps of 1, 2 or 5 times a power of ten.
struct ScaleTests {
  @Test(arguments: [
    ([3.0, 17], true, 5, [0.0, 5, 10, 15, 20]),
    ([374, 117, 30], true, 4, [0, 100, 200, 300, 400]),
    ([-12.25, 3.5], true, 4, [-15, -10, -5, 0, 5]),
    ([98, 103], false, 5, [98, 99, 100, 101, 102, 103]),
    ([7, 7, 7], true, 5, [0, 2, 4, 6, 8]),
    ([0, 0], true, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]),
  ])
  func roundSteps(values: [Double], startsAtZero: Bool, most: Int, ticks: [Double]) {
    let scale = Scale(values, startsAtZero: startsAtZero, most: most)
    #expect(scale.ticks.count == ticks.count)
    for (found, wanted) in zip(scale.ticks, ticks) { #expect(abs(found - wanted) < 1e-9) }
  }

  @Test func whateverTheFigures() {
    var random = Seeded(state: 7)
    for _ in 0..<3_000 {
      let power = Double.random(in: -11...14, using: &random)
      let size = NumberText.power(Int(abs(power))) * (power < 0 ? 0 : 1) + 1
      let factor = power < 0 ? 1 / NumberText.power(Int(-power)) : size
      let values = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        Double.random(in: -1...1, using: &random) * factor
      }
      let startsAtZero = Bool.random(using: &random)
      let most = Int.random(in: 1...8, using: &random)
      let scale = Scale(values, startsAtZero: startsAtZero, most: most)
      #expect(scale.ticks.count >= 2)
      #expect(scale.ticks.count <= max(most, 2) + 1)
      #expect(zip(scale.ticks, scale.ticks.dropFirst()).allSatisfy { $0 < $1 })
      let room = (scale.upper - scale.lower) * 1e-6
      #expect(values.allSatisfy { $0 >= scale.lower - room && $0 <= scale.upper + room })
      if startsAtZero { #expect(scale.lower <= 0 && scale.upper >= 0) }
    }
  }

  @Test func whatIsNoNumberIsPassedOver() {
    let scale = Scale([.nan, .infinity, 5], startsAtZero: true, most: 5)
    #expect(scale.lower == 0)
    #expect(scale.upper == 5)
  }

  @Test func datesHaveRoundSteps() throws {
    let first = try #require(PartialDate("2011-03-15")).firstDay
    let last = try #require(PartialDate("2022-01-26")).firstDay
    let ticks = TimeTicks(first...last, most: 8).ticks.map(\.date.iso)
    #expect(ticks == ["2012", "2014", "2016", "2018", "2020", "2022"])
    let days = TimeTicks(last...(last + 5), most: 8).ticks.map(\.date.iso)
    #expect(
      days == [
        "2022-01-26", "2022-01-27", "2022-01-28", "2022-01-29", "2022-01-30", "2022-01-31",
      ])
  }

  @Test func daysAreThoseOfTheCalendar() throws {
    #expect(dayNumber(year: 1970, month: 1, day: 1) == 0)
    #expect(dayNumber(year: 2000, month: 3, day: 1) == 11_017)
    #expect(dayNumber(year: 1582, month: 10, day: 15) == -141_427)
    let february = try #require(PartialDate("2024-02"))
    #expect(february.dayAfter - february.firstDay == 29)
  }
}

/// A generator that gives the same on every run (xorshift, Marsaglia 2003).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
