internal import HTML
internal import Model

// What follows from a table.
extension InterfaceStrings {
  /// A number in the language's digits.
  func number(_ number: Int) -> String { digits(String(number)) }

  /// A text's digits as the language writes them.
  func digits(_ text: String) -> String { numerals.written(text) }

  /// “5 April 2022”, “April 2022” or “2022”.
  func date(_ date: PartialDate) -> String {
    guard let month = date.month else { return number(date.year) }
    let words = "\(months[month - 1]) \(number(date.year))"
    return date.day.map { "\(day($0)) \(words)" } ?? words
  }

  /// “5 April”, without its year.
  func dayAndMonth(_ date: PartialDate) -> String {
    guard let month = date.month else { return "" }
    return date.day.map { "\(day($0)) \(months[month - 1])" } ?? months[month - 1]
  }

  /// “20–25 January 2022”, “March–May 2021”, “2018–2020”: what both ends share is said once.
  func dates(_ span: DateSpan) -> String {
    guard let end = span.end, end != span.start else { return date(span.start) }
    let start = span.start
    if start.year == end.year, let first = start.month, let last = end.month {
      if first == last, let first = start.day, end.day != nil {
        return "\(day(first))–\(date(end))"
      }
      if start.day == nil, end.day == nil { return "\(months[first - 1])–\(date(end))" }
      return "\(dayAndMonth(start)) – \(date(end))"
    }
    let isPlain = start.month == nil && end.month == nil
    return isPlain ? "\(number(start.year))–\(number(end.year))" : "\(date(start)) – \(date(end))"
  }

  /// “from July 2014”, “until October 2017”, “July 2014 – October 2017”; nothing for always.
  func span(from start: PartialDate?, until end: PartialDate?) -> String {
    switch (start, end) {
    case (let start?, let end?): dates(DateSpan(start: start, end: end))
    case (let start?, nil): from(start)
    case (nil, let end?): until(end)
    case (nil, nil): ""
    }
  }

  /// “12,000”.
  func grouped(_ number: Int) -> String {
    (number < 0 ? "−" : "") + digits(grouped(digits: String(number.magnitude)))
  }

  private func grouped(digits: String) -> String {
    var out = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { out += thousands }
      out.append(digit)
    }
    return out
  }

  /// A figure of a table, with as many decimals as are written; one that is not written in plain decimals stands
  /// as it is.
  ///
  /// - Parameters:
  ///   - qualifier: what stands before it: `>`, `~`; or nothing.
  ///   - groups: whether thousands are parted.
  ///   - isIsolated: whether it is kept from running the other way (Unicode, UAX 9: LRI and PDI).
  func figure(
    _ written: String, qualifier: String, groups: Bool, isIsolated: Bool
  ) -> String {
    var rest = written.dropFirst(qualifier.count).drop { $0 == " " }
    var sign = ""
    if let first = rest.first, "+-−".contains(first) {
      sign = first == "+" ? "+" : "−"
      rest.removeFirst()
    }
    let parts = rest.filter { !", \u{A0}\u{2009}\u{202F}".contains($0) }
      .split(separator: ".", omittingEmptySubsequences: false)
    var text = qualifier + sign
    if parts.count <= 2, parts.allSatisfy({ $0.allSatisfy { "0"..."9" ~= $0 } }) {
      let whole = parts[0].isEmpty ? "0" : String(parts[0])
      text += groups ? grouped(digits: whole) : whole
      if parts.count == 2 { text += decimal + parts[1] }
    } else {
      text += rest
    }
    return isIsolated ? "\u{2066}\(digits(text))\u{2069}" : digits(text)
  }

  /// Square kilometres that are rounded already: “1,200”, “35”, “0.52”.
  func area(_ value: Double) -> String {
    guard value.isFinite, value >= 0, value < 1e15 else { return number(0) }
    if value >= 10 || value == value.rounded() { return grouped(Int(value.rounded())) }
    let parts = "\(value)".split(separator: ".")
    return digits(parts.joined(separator: decimal))
  }

  /// Degrees to four decimals (about ten metres).
  func degrees(_ value: Double) -> String {
    guard value.isFinite, abs(value) <= 360 else { return "" }
    let scaled = Int((abs(value) * 10_000).rounded())
    let fraction = String(scaled % 10_000)
    let padded = String(repeating: "0", count: 4 - fraction.count) + fraction
    return
      "\(value < 0 && scaled > 0 ? "−" : "")\(number(scaled / 10_000))\(decimal)\(digits(padded))"
  }

  /// “840 kB”, “1.2 MB”: in units of 1,000.
  func fileSize(_ count: Int) -> String {
    var divisor = 1
    var unit = 0
    while unit + 1 < bytes.count, (count + divisor / 2) / divisor >= 1000 {
      divisor *= 1000
      unit += 1
    }
    // Tenths say something of megabytes, and nothing of what is smaller.
    let tenths = (count + divisor / 20) / max(1, divisor / 10)
    let number =
      unit < 2 || tenths % 10 == 0
      ? grouped((count + divisor / 2) / divisor)
      : "\(grouped(tenths / 10))\(decimal)\(self.number(tenths % 10))"
    return "\(number)\u{A0}\(bytes[unit])"
  }

  /// “A, B and C”.
  func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: listComma) + listLast + last
  }

  /// What is accessible of a publication, in a sentence or two.
  func accessibility(hasPictures: Bool, areDescribed: Bool, hasMaps: Bool, hasCharts: Bool)
    -> String
  {
    var sentences = [accessibleText]
    if hasMaps { sentences.append(accessibleMaps) }
    if hasCharts { sentences.append(accessibleCharts) }
    if hasPictures { sentences.append(areDescribed ? accessiblePictures : inaccessiblePictures) }
    return sentences.joined(separator: " ")
  }

  /// “archived copy of 1 May 2024”.
  func name(of copy: Work.ArchivedCopy) -> String {
    copy.date.map { archived(on: date($0)) } ?? archivedCopy
  }
}

extension Sink {
  /// A number in a language's digits.
  mutating func append(_ number: Int, _ strings: any InterfaceStrings) {
    if strings.numerals.areEuropean { append(number) } else { append(text: strings.number(number)) }
  }
}
