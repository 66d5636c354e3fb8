/// Numbers as they are written in a language.
struct NumberText {
  let thousands: String
  let decimal: String
  /// Whether numbers are kept from running the other way among words that do.
  let isIsolated: Bool
  private let words: any ChartWords

  init(_ words: any ChartWords, isRightToLeft: Bool) {
    thousands = words.thousands
    decimal = words.decimal
    isIsolated = isRightToLeft
    self.words = words
  }

  /// - Parameters:
  ///   - decimals: digits after the point, 0…15.
  ///   - sign: what stands before the number: `>`, `~`.
  func text(_ value: Double, decimals: Int, sign: String = "", groups: Bool = true) -> String {
    // Beyond 2^53 a digit more says nothing.
    var decimals = min(max(0, decimals), 15)
    var scaled = abs(value) * Self.power(decimals)
    while decimals > 0, scaled > 9e15 {
      decimals -= 1
      scaled = abs(value) * Self.power(decimals)
    }
    guard scaled.isFinite, scaled < 9e18 else { return isolated(sign + "∞") }
    let digits = String(Int(scaled.rounded()))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
    let whole = String(padded.dropLast(decimals))
    let minus = value < 0 && digits != "0" ? "−" : ""
    let fraction = decimals > 0 ? decimal + padded.suffix(decimals) : ""
    return isolated(sign + minus + (groups ? grouped(whole) : whole) + fraction)
  }

  func tick(_ value: Double, of scale: Scale, groups: Bool = true) -> String {
    text(value, decimals: value == 0 ? 0 : scale.decimals, groups: groups)
  }

  func isolated(_ text: String) -> String {
    let text = words.digits(text)
    return isIsolated ? "\u{2066}\(text)\u{2069}" : text
  }

  private func grouped(_ digits: String) -> String {
    guard digits.utf8.count > 3 else { return digits }
    var out = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index) % 3 == 0 { out += thousands }
      out.append(digit)
    }
    return out
  }

  /// How many digits a number has after its point, as written: `3.50` has two.
  static func decimals(of written: String, _ value: Double) -> Int {
    let plain = written.drop { !$0.isNumber && $0 != "." }
    if plain.allSatisfy({ "0123456789., \u{202F}".contains($0) }) {
      guard let point = plain.lastIndex(of: ".") else { return 0 }
      return min(12, plain.distance(from: point, to: plain.endIndex) - 1)
    }
    // In powers of ten: as many as the number needs.
    return (0...12).first {
      let scaled = value * power($0)
      return abs(scaled - scaled.rounded()) <= abs(scaled) * 1e-12
    } ?? 12
  }

  static func power(_ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}
