import Model

// Days of the Gregorian calendar as numbers, for scales of time.

extension PartialDate {
  /// The first day that it may mean.
  var firstDay: Int { dayNumber(year: year, month: month ?? 1, day: day ?? 1) }

  /// The day after the last that it may mean.
  var dayAfter: Int {
    guard let month else { return dayNumber(year: year + 1, month: 1, day: 1) }
    if let day { return dayNumber(year: year, month: month, day: day) + 1 }
    return month == 12
      ? dayNumber(year: year + 1, month: 1, day: 1)
      : dayNumber(year: year, month: month + 1, day: 1)
  }

  /// Months since year 0; `nil` for a year alone.
  var monthNumber: Int? { month.map { year * 12 + $0 - 1 } }
}

extension DateSpan {
  /// From its first day to the day after its last.
  var days: Range<Int> { start.firstDay..<max(start.firstDay + 1, (end ?? start).dayAfter) }
  /// Its middle, in days.
  var middle: Double { (Double(days.lowerBound) + Double(days.upperBound)) / 2 }
}

/// Round dates on a scale of time, each with the day where it begins.
struct TimeTicks {
  let ticks: [(day: Int, date: PartialDate)]

  /// - Parameter most: how many there may be, one or more; the finest steps that keep to it are taken.
  init(_ days: ClosedRange<Int>, most: Int) {
    for step in Step.all {
      let ticks = step.ticks(in: days, most: most)
      if let ticks {
        self.ticks = ticks
        return
      }
    }
    ticks = []
  }

  private enum Step {
    case days(Int), months(Int), years(Int)

    static let all: [Step] =
      [.days(1), .days(7), .months(1), .months(3), .months(6)]
      + [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000].map { .years($0) }

    /// `nil` where there are too many.
    func ticks(in range: ClosedRange<Int>, most: Int) -> [(day: Int, date: PartialDate)]? {
      let length = range.upperBound - range.lowerBound
      let days: Int =
        switch self {
        case .days(let count): count
        case .months(let count): count * 28
        case .years(let count): count * 365
        }
      if length / days > most * 2 + 2 { return nil }
      var found: [(day: Int, date: PartialDate)] = []
      func add(_ date: PartialDate?) {
        guard let date, range.contains(date.firstDay) else { return }
        found.append((date.firstDay, date))
      }
      let first = yearOfDay(range.lowerBound)
      let last = yearOfDay(range.upperBound)
      switch self {
      case .days(let count):
        for year in first...last {
          for month in 1...12 {
            for day in stride(from: 1, through: 31, by: count) where count == 1 || day <= 22 {
              add(PartialDate(year: year, month: month, day: day))
            }
          }
        }
      case .months(let count):
        for year in first...last {
          for month in stride(from: 1, through: 12, by: count) {
            add(PartialDate(year: year, month: month))
          }
        }
      case .years(let count):
        for year in stride(from: first / count * count, through: last + 1, by: count) {
          add(PartialDate(year: year))
        }
      }
      return found.count <= most ? found : nil
    }

    private func yearOfDay(_ day: Int) -> Int {
      // Within a year of it at either side, and then exactly.
      var year = Int((Double(day) / 365.2425).rounded(.down)) + 1970
      while dayNumber(year: year, month: 1, day: 1) > day { year -= 1 }
      while dayNumber(year: year + 1, month: 1, day: 1) <= day { year += 1 }
      return year
    }
  }
}
