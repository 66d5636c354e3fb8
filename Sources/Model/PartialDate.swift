/// A date of the Gregorian calendar to the precision known: a year, a month or a day.
public struct PartialDate: Sendable, Hashable, Comparable {
  public var year: Int
  /// 1…12.
  public var month: Int?
  /// 1…31.
  public var day: Int?

  /// `nil` where there is no such date.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day, !(1...Self.days(in: month, of: year)).contains(day) { return nil }
    } else if day != nil {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// From `2022`, `2022-03` or `2022-03-31` (ISO 8601); `nil` for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    guard (1...3).contains(parts.count) else { return nil }
    var numbers: [Int] = []
    for (part, width) in zip(parts, widths) {
      guard part.utf8.count == width, part.utf8.allSatisfy({ (48...57).contains($0) }),
        let number = Int(part)
      else { return nil }
      numbers.append(number)
    }
    self.init(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
      day: numbers.count > 2 ? numbers[2] : nil)
  }

  /// ISO 8601, to the precision known.
  public var iso: String {
    String(unsafeUninitializedCapacity: 10) { out in
      func write(_ number: Int, at start: Int, digits: Int) {
        var rest = number
        for at in (start..<(start + digits)).reversed() {
          out.initializeElement(at: at, to: UInt8(48 + rest % 10))
          rest /= 10
        }
      }
      write(year, at: 0, digits: 4)
      var count = 4
      for part in [month, day] {
        guard let part else { break }
        out.initializeElement(at: count, to: UInt8(ascii: "-"))
        write(part, at: count + 1, digits: 2)
        count += 3
      }
      return count
    }
  }

  public static func < (a: Self, b: Self) -> Bool {
    (a.year, a.month ?? 0, a.day ?? 0) < (b.year, b.month ?? 0, b.day ?? 0)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// A date, or from one to another.
public struct DateSpan: Sendable, Hashable {
  public var start: PartialDate
  public var end: PartialDate?

  public init(start: PartialDate, end: PartialDate? = nil) {
    self.start = start
    self.end = end
  }

  /// From `2022-03` or `2018/2020`; `nil` for anything else, and for a span that ends before it starts.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count <= 2, let start = PartialDate(String(first)) else {
      return nil
    }
    var end: PartialDate?
    if parts.count == 2 {
      guard let last = PartialDate(String(parts[1])), !(last < start) else { return nil }
      end = last
    }
    self.init(start: start, end: end)
  }

  public var iso: String { end.map { start.iso + "/" + $0.iso } ?? start.iso }
}
