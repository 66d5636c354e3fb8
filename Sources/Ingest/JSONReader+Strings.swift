// Strings and their escapes.

extension JSONReader {
  /// A string, which must come next. A wrong escape is a fault, and U+FFFD stands in its place.
  mutating func string() throws(JSONFault) -> String {
    let start = self.start()
    guard next() == UInt8(ascii: "\"") else { throw fault("a text in quotation marks is expected") }
    advance()
    let first = at
    pass { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    if at < bytes.count, bytes[at] == UInt8(ascii: "\"") {
      advance()
      return String(decoding: bytes[first..<(at - 1)], as: UTF8.self)
    }
    var text = Array(bytes[first..<at])
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "\""):
        advance()
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += escape()
      case 0x0A, 0x0D:
        throw JSONFault(
          offset: start, length: at - start,
          message: "the text has no closing quotation mark on its line")
      default:
        if byte < 0x20 {
          faults.append(
            JSONFault(
              offset: at, message: "a control character stands in a text", hint: "remove it"))
        }
        text.append(byte)
        advance()
      }
    }
    throw fault("")
  }

  /// The UTF-8 of an escape, which comes next.
  private mutating func escape() -> [UInt8] {
    let start = at
    advance()
    guard at < bytes.count else { return [] }
    let byte = bytes[at]
    // The quotation mark and what follows would otherwise be lost with a wrong escape.
    advance()
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return unicode(from: start)
    default:
      // A character of several bytes is named whole.
      pass { $0 & 0xC0 == 0x80 }
      return bad(
        start, "“\(String(decoding: bytes[start..<at], as: UTF8.self))” is no escape of JSON",
        hint: "a backslash itself is written “\\\\”")
    }
  }

  private mutating func unicode(from start: Int) -> [UInt8] {
    guard let unit = hex() else {
      return bad(start, "four hexadecimal digits are expected after “\\u”")
    }
    if let scalar = Unicode.Scalar(unit) { return Array(String(scalar).utf8) }
    let low = at
    if unit < 0xDC00, at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
      bytes[at + 1] == UInt8(ascii: "u")
    {
      advance(2)
      if let second = hex(), (0xDC00..<0xE000).contains(second),
        let scalar = Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (second - 0xDC00))
      {
        return Array(String(scalar).utf8)
      }
      go(to: low)
    }
    return bad(
      start, "“\(String(decoding: bytes[start..<at], as: UTF8.self))” is half of a character",
      hint: "write the character itself")
  }

  private mutating func hex() -> UInt32? {
    guard at + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[at..<(at + 4)] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value * 16 + UInt32(digit)
    }
    advance(4)
    return value
  }

  private mutating func bad(_ start: Int, _ message: String, hint: String? = nil) -> [UInt8] {
    faults.append(JSONFault(offset: start, length: at - start, message: message, hint: hint))
    return Array("\u{FFFD}".utf8)
  }
}
