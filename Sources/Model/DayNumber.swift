/// Days since 1 January 1970 in the Gregorian calendar, negative before it (Howard Hinnant,
/// “chrono-compatible low-level date algorithms”, `days_from_civil`,
/// https://howardhinnant.github.io/date_algorithms.html).
public func dayNumber(year: Int, month: Int, day: Int) -> Int {
  let year = month <= 2 ? year - 1 : year
  let era = (year >= 0 ? year : year - 399) / 400
  let yearOfEra = year - era * 400
  let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
  let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}
