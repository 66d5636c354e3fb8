// Dates known to different precision, compared by the days that they may mean.

extension PartialDate {
  /// The first day that it may mean.
  public var firstDate: PartialDate {
    PartialDate(year: year, month: month ?? 1, day: day ?? 1) ?? self
  }

  /// Whether each of its days comes before each of the other's: 2014 is before 2015-03, and neither
  /// before nor after 2014-06.
  public func isWhollyBefore(_ other: PartialDate) -> Bool {
    let (last, first) = (days.last, other.days.first)
    return (last.year, last.month, last.day) < (first.year, first.month, first.day)
  }

  private typealias Day = (year: Int, month: Int, day: Int)

  /// A month's last day is as late as any date of it can be; which number it has does not matter.
  private var days: (first: Day, last: Day) {
    ((year, month ?? 1, day ?? 1), (year, month ?? 12, day ?? 31))
  }
}

extension Zone {
  /// Whether `from` and `until` let it be drawn on a map of that date: on any day of it.
  public func isShown(asOf date: PartialDate) -> Bool {
    if let from, date.isWhollyBefore(from) { return false }
    if let until, until.isWhollyBefore(date) { return false }
    return true
  }
}
