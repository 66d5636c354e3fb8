// Numbers, and words such as `true` that may stand in their place.

extension JSONReader {
  /// A number; `nil` for a word of JSON, and with a fault for what is neither.
  mutating func number() throws(JSONFault) -> Double? {
    guard let first = next() else { throw fault("") }
    guard first == UInt8(ascii: "-") || isDigit(first) else { return try word(first) }
    let start = at
    if first == UInt8(ascii: "-") { advance() }
    let isNegative = first == UInt8(ascii: "-")
    var (mantissa, digits, exponent, isWhole) = (UInt64(0), 0, 0, true)
    let lead = at
    var isWellFormed = true
    while at < bytes.count, isDigit(bytes[at]) {
      isWhole = add(bytes[at], to: &mantissa, &digits) && isWhole
      advance()
    }
    if at == lead || (bytes[lead] == UInt8(ascii: "0") && at > lead + 1) { isWellFormed = false }
    if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
      advance()
      let fraction = at
      while at < bytes.count, isDigit(bytes[at]) {
        isWhole = add(bytes[at], to: &mantissa, &digits) && isWhole
        advance()
      }
      exponent = fraction - at
      if at == fraction { isWellFormed = false }
    }
    // What follows a plain number is no part of one, nearly always.
    if at >= bytes.count || !isPartOfNumber(bytes[at]), isWellFormed {
      // Exact: both are whole numbers that a Double holds, and there is one rounding.
      if isWhole, exponent >= -22, mantissa <= 1 << 53 {
        let value = Double(mantissa) / Self.powers[-exponent]
        return isNegative ? -value : value
      }
    }
    pass(while: isPartOfNumber)
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    guard isWellFormed, !text.contains("x"), let value = Double(text) else {
      return fail(from: start, "“\(shortened(text))” is no number of JSON")
    }
    guard value.isFinite else { return fail(from: start, "“\(shortened(text))” is too large") }
    return value
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// Whether the digit still fits.
  private func add(_ byte: UInt8, to mantissa: inout UInt64, _ digits: inout Int) -> Bool {
    guard digits < 18 else { return false }
    mantissa = mantissa * 10 + UInt64(byte - UInt8(ascii: "0"))
    if mantissa > 0 { digits += 1 }
    return true
  }

  private mutating func word(_ first: UInt8) throws(JSONFault) -> Double? {
    let start = at
    pass { isLetter($0) || isPartOfNumber($0) }
    guard at > start else { throw fault("a value is expected here") }
    let word = String(decoding: bytes[start..<at], as: UTF8.self)
    if ["true", "false", "null"].contains(word) { return nil }
    return fail(from: start, "“\(shortened(word))” is no value of JSON")
  }

  private mutating func fail(from start: Int, _ message: String) -> Double? {
    faults.append(JSONFault(offset: start, length: at - start, message: message))
    return nil
  }

  private func shortened(_ text: String) -> String {
    text.utf8.count > 40 ? text.prefix(40) + "…" : text
  }
}

private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

private func isLetter(_ byte: UInt8) -> Bool {
  (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
}

private func isPartOfNumber(_ byte: UInt8) -> Bool {
  isDigit(byte) || isLetter(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
    || byte == UInt8(ascii: ".")
}
