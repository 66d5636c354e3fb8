/// A point in time, to the second (RFC 3339, section 5.6; a date alone is its first second in UTC).
public struct Instant: Sendable, Hashable, Comparable {
  /// Since 1 January 1970, 00:00 UTC.
  public var seconds: Int

  public init(seconds: Int) { self.seconds = seconds }

  /// From `2022-04-05`, `2022-04-05T06:00Z` or `2022-04-05 08:00:00+02:00`; `nil` for anything else.
  public init?(_ text: String) {
    let day = text.utf8.prefix(10)
    guard let date = PartialDate(String(decoding: day, as: UTF8.self)), let month = date.month,
      let number = date.day
    else { return nil }
    seconds = dayNumber(year: date.year, month: month, day: number) * 86_400
    var rest = text.utf8.dropFirst(10)
    if rest.isEmpty { return }
    guard let mark = rest.popFirst(), "Tt ".utf8.contains(mark),
      let hour = Self.number(&rest, below: 24), rest.popFirst() == UInt8(ascii: ":"),
      let minute = Self.number(&rest, below: 60)
    else { return nil }
    seconds += hour * 3_600 + minute * 60
    if rest.first == UInt8(ascii: ":") {
      rest.removeFirst()
      guard let second = Self.number(&rest, below: 61) else { return nil }
      seconds += second
    }
    switch rest.popFirst() {
    case UInt8(ascii: "Z"), UInt8(ascii: "z"): break
    case let sign? where sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"):
      guard let hours = Self.number(&rest, below: 24), rest.popFirst() == UInt8(ascii: ":"),
        let minutes = Self.number(&rest, below: 60)
      else { return nil }
      let offset = hours * 3_600 + minutes * 60
      seconds -= sign == UInt8(ascii: "+") ? offset : -offset
    default: return nil
    }
    if !rest.isEmpty { return nil }
  }

  public static func < (a: Self, b: Self) -> Bool { a.seconds < b.seconds }

  /// Two digits.
  private static func number(_ text: inout Substring.UTF8View, below limit: Int) -> Int? {
    guard let tens = text.popFirst(), let ones = text.popFirst(), (48...57).contains(tens),
      (48...57).contains(ones)
    else { return nil }
    let number = Int(tens - 48) * 10 + Int(ones - 48)
    return number < limit ? number : nil
  }
}
