extension Sink {
  /// Text for an element or a quoted attribute: `& < > "` become entities, and characters that HTML
  /// and XML forbid (controls other than tab and line ends, U+FFFE, U+FFFF) become U+FFFD.
  public mutating func append(text: String) {
    var text = text
    text.withUTF8 { append(text: $0) }
  }

  /// Text in UTF-8, escaped; runs without an escape are copied whole.
  public mutating func append(text bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    let end = bytes.count
    reserve(end)
    var run = 0
    var at = 0
    while let found = firstSpecial(start, from: at, to: end) {
      at = found
      let byte = start[at]
      var width = 1
      let replacement: StaticString
      switch byte {
      case UInt8(ascii: "&"): replacement = "&amp;"
      case UInt8(ascii: "<"): replacement = "&lt;"
      case UInt8(ascii: ">"): replacement = "&gt;"
      case UInt8(ascii: "\""): replacement = "&quot;"
      case 0x7F: replacement = "\u{FFFD}"
      case 0xC2 where at + 1 < end && start[at + 1] < 0xA0:
        replacement = "\u{FFFD}"
        width = 2
      case 0xEF where at + 2 < end && start[at + 1] == 0xBF && start[at + 2] >= 0xBE:
        replacement = "\u{FFFD}"
        width = 3
      case 0..<0x20 where byte != 9 && byte != 10 && byte != 13: replacement = "\u{FFFD}"
      default:
        at += 1
        continue
      }
      append(UnsafeBufferPointer(start: start + run, count: at - run))
      append(replacement)
      at += width
      run = at
    }
    append(UnsafeBufferPointer(start: start + run, count: end - run))
  }

  /// An address for an attribute: bytes that may not stand in one are percent-encoded, as the
  /// CommonMark reference renderer does. The scheme is not looked at here; see `URLAttribute`.
  public mutating func append(url: String) {
    var url = url
    url.withUTF8 { append(url: $0) }
  }

  public mutating func append(url bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    var run = 0
    for at in 0..<bytes.count where !isURLSafe(start[at]) {
      append(UnsafeBufferPointer(start: start + run, count: at - run))
      run = at + 1
      switch start[at] {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "'"): append("&#x27;")
      case let byte:
        append(UInt8(ascii: "%"))
        append(hexDigit(byte >> 4))
        append(hexDigit(byte & 15))
      }
    }
    append(UnsafeBufferPointer(start: start + run, count: bytes.count - run))
  }

  /// A part of an address (a path segment, a fragment): like `append(url:)`, with every delimiter
  /// encoded too.
  public mutating func append(urlComponent text: String) {
    var text = text
    text.withUTF8 { append(urlComponent: $0) }
  }

  public mutating func append(urlComponent bytes: UnsafeBufferPointer<UInt8>) {
    reserve(bytes.count * 3)
    for byte in bytes {
      if isUnreserved(byte) {
        base[length] = byte
        length += 1
      } else {
        base[length] = UInt8(ascii: "%")
        base[length + 1] = hexDigit(byte >> 4)
        base[length + 2] = hexDigit(byte & 15)
        length += 3
      }
    }
  }

  /// A JSON string with its quotation marks, safe inside a script element: `<`, `>`, `&`, U+2028
  /// and U+2029 are escaped as well.
  public mutating func append(json text: String) {
    var text = text
    if text.utf8.count > 256 { return text.withUTF8 { append(json: $0) } }
    append(UInt8(ascii: "\""))
    // Most is ASCII that stands as it is.
    let isPlain = text.utf8.allSatisfy { byte in
      byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
        && byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "&")
    }
    if isPlain {
      append(unsafe: text)
      return append(UInt8(ascii: "\""))
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": append("\\\"")
      case "\\": append("\\\\")
      case "\n": append("\\n")
      case "<", ">", "&", "\u{2028}", "\u{2029}": appendUnicodeEscape(scalar)
      default:
        if scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) {
          appendUnicodeEscape(scalar)
        } else {
          append(unsafe: String(scalar))
        }
      }
    }
    append(UInt8(ascii: "\""))
  }

  /// The same for a long text in UTF-8; runs without an escape are copied whole.
  public mutating func append(json bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return append("\"\"") }
    reserve(bytes.count + bytes.count / 8 + 2)
    append(UInt8(ascii: "\""))
    var run = 0
    var at = 0
    while at < bytes.count {
      let byte = start[at]
      var width = 1
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "&"), 0..<0x20, 0x7F:
        break
      case 0xC2 where at + 1 < bytes.count && start[at + 1] < 0xA0: width = 2
      case 0xE2
      where at + 2 < bytes.count && start[at + 1] == 0x80 && (0xA8...0xA9).contains(start[at + 2]):
        width = 3
      default:
        at += 1
        continue
      }
      append(UnsafeBufferPointer(start: start + run, count: at - run))
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case UInt8(ascii: "\n"): append("\\n")
      case 0xC2: appendUnicodeEscape(Unicode.Scalar(start[at + 1]))
      case 0xE2: appendUnicodeEscape(start[at + 2] == 0xA8 ? "\u{2028}" : "\u{2029}")
      default: appendUnicodeEscape(Unicode.Scalar(byte))
      }
      at += width
      run = at
    }
    append(UnsafeBufferPointer(start: start + run, count: bytes.count - run))
    append(UInt8(ascii: "\""))
  }

  private mutating func appendUnicodeEscape(_ scalar: Unicode.Scalar) {
    append("\\u")
    for shift in [12, 8, 4, 0] { append(hexDigit(UInt8((scalar.value >> shift) & 15))) }
  }
}

/// Percent-encodes everything but RFC 3986's unreserved characters.
public func urlComponent(_ text: String) -> String {
  if text.utf8.allSatisfy({ isUnreserved($0) }) { return text }
  var sink = Sink(capacity: text.utf8.count * 3)
  sink.append(urlComponent: text)
  return sink.withBytes { String(decoding: $0, as: UTF8.self) }
}

/// The same for a path, whose slashes stay.
public func urlPath(_ path: String) -> String {
  if path.utf8.allSatisfy({ isUnreserved($0) || $0 == UInt8(ascii: "/") }) { return path }
  return path.split(separator: "/", omittingEmptySubsequences: false)
    .map { urlComponent(String($0)) }.joined(separator: "/")
}

/// Whether an address could run code in the page that holds it: `javascript:`, `vbscript:`, `data:`
/// in any case, with the blanks and controls that browsers ignore.
@inlinable public func isDangerousURL(_ url: some Collection<UInt8>) -> Bool {
  guard let first = url.first else { return false }
  // Only what begins with these letters, or with something that is ignored, is looked at.
  switch first {
  case 0...0x20, 0x7F, UInt8(ascii: "j"), UInt8(ascii: "J"), UInt8(ascii: "v"),
    UInt8(ascii: "V"), UInt8(ascii: "d"), UInt8(ascii: "D"):
    break
  default: return false
  }
  var scheme: [UInt8] = []
  for byte in url {
    if byte == UInt8(ascii: ":") {
      return ["javascript", "vbscript", "data"].contains { scheme.elementsEqual($0.utf8) }
    }
    if byte <= 0x20 || byte == 0x7F { continue }
    guard scheme.count < 10 else { return false }
    scheme.append(byte >= 65 && byte <= 90 ? byte + 32 : byte)
  }
  return false
}

private func hexDigit(_ nibble: UInt8) -> UInt8 { nibble < 10 ? 48 + nibble : 55 + nibble }

private func isUnreserved(_ byte: UInt8) -> Bool {
  // A bit for each of the letters, digits and “-._~” of ASCII.
  let set: (UInt64, UInt64) = (0x03FF_6000_0000_0000, 0x47FF_FFFE_87FF_FFFE)
  return byte < 0x80 && (byte < 64 ? set.0 : set.1) >> UInt64(byte & 63) & 1 == 1
}

private func isURLSafe(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "?")...UInt8(ascii: "Z"),
    UInt8(ascii: "(")...UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "#"),
    UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "="), UInt8(ascii: "_"),
    UInt8(ascii: "~"):
    true
  default: false
  }
}

/// The offset of the first byte that needs an escape, or a look at what follows it; `nil` where none does.
@inline(__always)
private func firstSpecial(_ start: UnsafePointer<UInt8>, from offset: Int, to end: Int) -> Int? {
  var at = offset
  while at + 8 <= end {
    let found = specialBytes(start + at)
    if found != 0 { return at + found.trailingZeroBitCount / 8 }
    at += 8
  }
  guard at < end else { return nil }
  if end >= 8 {
    // The last eight, without those that were looked at.
    let found = specialBytes(start + end - 8) >> UInt64(8 * (at - (end - 8)))
    return found == 0 ? nil : at + found.trailingZeroBitCount / 8
  }
  while at < end {
    let byte = start[at]
    if byte < 0x3F || byte == 0x7F || byte == 0xC2 || byte == 0xEF { return at }
    at += 1
  }
  return nil
}

/// Marks the first of eight bytes that is special in its top bit, and none before it. A word's lowest byte
/// that is zero shows in the top bit of `(x - 1) & ~x` (Warren, Hacker's Delight, 6-1).
@inline(__always)
private func specialBytes(_ start: UnsafePointer<UInt8>) -> UInt64 {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let word = UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self))
  // < and > differ in one bit, & and " in another. In ASCII no byte overflows into the next.
  if word & (ones &* 0x80) == 0 {
    var found = word &+ ones
    found |= word &- (ones &* 0x20)
    found |= ((word | (ones &* 0x02)) ^ (ones &* 0x3E)) &- ones
    found |= ((word | (ones &* 0x04)) ^ (ones &* 0x26)) &- ones
    return found & (ones &* 0x80)
  }
  let angle = (word | (ones &* 0x02)) ^ (ones &* 0x3E)
  let quote = (word | (ones &* 0x04)) ^ (ones &* 0x26)
  let delete = word ^ (ones &* 0x7F)
  var found = (angle &- ones) & ~angle
  found |= (quote &- ones) & ~quote
  found |= (delete &- ones) & ~delete
  let (c2, ef) = (word ^ (ones &* 0xC2), word ^ (ones &* 0xEF))
  found |= (c2 &- ones) & ~c2
  found |= (ef &- ones) & ~ef
  found |= (word &- (ones &* 0x20)) & ~word
  return found & (ones &* 0x80)
}
