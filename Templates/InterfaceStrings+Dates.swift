internal import Model

// Dates and numbers in words.
extension InterfaceStrings {
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// “5 April 2022”, “April 2022” or “2022”.
  func date(_ date: PartialDate) -> String {
    guard let month = date.month else { return String(date.year) }
    let words = "\(Self.months[month - 1]) \(date.year)"
    return date.day.map { "\($0) \(words)" } ?? words
  }

  /// “5 April”, without its year.
  func dayAndMonth(_ date: PartialDate) -> String {
    guard let month = date.month else { return "" }
    return date.day.map { "\($0) \(Self.months[month - 1])" } ?? Self.months[month - 1]
  }

  /// “20–25 January 2022”, “March–May 2021”, “2018–2020”: what both ends share is said once.
  func dates(_ span: DateSpan) -> String {
    guard let end = span.end, end != span.start else { return date(span.start) }
    let start = span.start
    if start.year == end.year, let first = start.month, let last = end.month {
      if first == last, let day = start.day, end.day != nil { return "\(day)–\(date(end))" }
      if start.day == nil, end.day == nil { return "\(Self.months[first - 1])–\(date(end))" }
      return "\(dayAndMonth(start)) – \(date(end))"
    }
    let isPlain = start.month == nil && end.month == nil
    return isPlain ? "\(start.year)–\(end.year)" : "\(date(start)) – \(date(end))"
  }

  /// “from July 2014”, “until October 2017”, “July 2014 – October 2017”; nothing for always.
  func span(from start: PartialDate?, until end: PartialDate?) -> String {
    switch (start, end) {
    case (let start?, let end?): dates(DateSpan(start: start, end: end))
    case (let start?, nil): "from \(date(start))"
    case (nil, let end?): "until \(date(end))"
    case (nil, nil): ""
    }
  }

  /// “12,000”.
  func grouped(_ number: Int) -> String {
    let digits = String(abs(number))
    guard digits.utf8.count > 3 else { return String(number) }
    var out = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { out.append(",") }
      out.append(digit)
    }
    return number < 0 ? "-" + out : out
  }

  /// Degrees to four decimals (about ten metres).
  func degrees(_ value: Double) -> String {
    guard value.isFinite, abs(value) <= 360 else { return "" }
    let scaled = Int((abs(value) * 10_000).rounded())
    let fraction = String(scaled % 10_000)
    let padded = String(repeating: "0", count: 4 - fraction.count) + fraction
    return "\(value < 0 && scaled > 0 ? "−" : "")\(scaled / 10_000).\(padded)"
  }
}
