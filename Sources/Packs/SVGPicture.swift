/// SVG as a publication can hold it: well-formed XML in UTF-8 without a document type, scripts,
/// handlers, foreign content, links, or anything that loads or moves, so that it is complete in itself.
///
/// Stricter than XML 1.0 where that is simpler: what an author's program writes otherwise is left out.
struct SVGPicture {
  private let bytes: [UInt8]
  private var at = 0
  private var open: [String] = []
  private var ids: Set<String> = []
  private var hasRoot = false

  private static let banned: Set<String> = [
    "script", "foreignobject", "a", "audio", "video", "iframe", "handler", "metadata",
    "animate", "animatetransform", "animatemotion", "animatecolor", "set", "discard",
  ]

  static func isComplete(_ bytes: [UInt8]) -> Bool {
    guard let text = String(validating: bytes, as: UTF8.self), !loads(text) else { return false }
    var picture = SVGPicture(bytes: bytes)
    return picture.read()
  }

  private init(bytes: [UInt8]) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    self.bytes = bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes
  }

  private mutating func read() -> Bool {
    if skips("<?xml ") {
      guard let end = find("?>") else { return false }
      let head = String(decoding: bytes[at..<end], as: UTF8.self).lowercased()
      if head.contains("encoding"), !head.contains("utf-8") { return false }
      at = end + 2
    }
    while at < bytes.count {
      if skips("<!--") {
        guard let end = find("--"), bytes.dropFirst(end + 2).first == UInt8(ascii: ">") else {
          return false
        }
        at = end + 3
      } else if skips("</") {
        let name = name()
        skipBlanks()
        guard skips(">"), open.popLast() == name else { return false }
      } else if skips("<") {
        guard readElement() else { return false }
      } else if !readText() {
        return false
      }
    }
    return hasRoot && open.isEmpty
  }

  private mutating func readElement() -> Bool {
    let name = name()
    guard !name.isEmpty, !Self.banned.contains(name.lowercased()), !name.contains(":") else {
      return false
    }
    let isRoot = open.isEmpty
    if isRoot {
      guard !hasRoot, name == "svg" else { return false }
      hasRoot = true
    }
    var seen: Set<String> = []
    while true {
      let start = at
      skipBlanks()
      if skips("/>") { break }
      if skips(">") {
        open.append(name)
        break
      }
      let key = self.name()
      guard start < at, !key.isEmpty, seen.insert(key).inserted, skips("="), let value = value(),
        isHarmless(key, value)
      else { return false }
      if key == "xmlns", value != "http://www.w3.org/2000/svg" { return false }
    }
    return !isRoot || seen.contains("xmlns")
  }

  private mutating func isHarmless(_ name: String, _ value: String) -> Bool {
    let name = name.lowercased()
    let isKnown = ["xml:lang", "xml:space"].contains(name) || name.hasPrefix("xmlns:")
    if name.hasPrefix("on") || (name.contains(":") && !isKnown) || value.isEmpty && isKnown {
      return false
    }
    if name == "id", value.isEmpty || !ids.insert(value).inserted { return false }
    return name != "href" || value.hasPrefix("#")
  }

  /// Whether styles or attributes may load something; escapes could hide it.
  private static func loads(_ text: String) -> Bool {
    let text = text.lowercased().filter { !$0.isWhitespace }
    return text.contains("@import") || text.contains("@keyframes") || text.contains("\\")
      || !text.split(separator: "url(", omittingEmptySubsequences: false).dropFirst()
        .allSatisfy { $0.hasPrefix("#") }
  }

  private mutating func value() -> String? {
    guard let quote = bytes.dropFirst(at).first, quote == 0x22 || quote == 0x27 else { return nil }
    at += 1
    let start = at
    while at < bytes.count, bytes[at] != quote {
      guard bytes[at] != UInt8(ascii: "<"), readCharacter() else { return nil }
    }
    guard at < bytes.count else { return nil }
    at += 1
    return String(decoding: bytes[start..<(at - 1)], as: UTF8.self)
  }

  private mutating func readText() -> Bool {
    let isBlank = [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at])
    guard !open.isEmpty || isBlank else { return false }
    return readCharacter()
  }

  /// A character, or one of XML's own entities, or a reference by number to one beyond the controls.
  private mutating func readCharacter() -> Bool {
    let byte = bytes[at]
    if byte == UInt8(ascii: "&") {
      guard let end = bytes[at...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
        return false
      }
      let entity = String(decoding: bytes[(at + 1)..<end], as: UTF8.self)
      at = end + 1
      if ["amp", "lt", "gt", "quot", "apos"].contains(entity) { return true }
      guard entity.hasPrefix("#") else { return false }
      let digits = entity.dropFirst()
      let code = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return code.map { ($0 >= 0x20 && $0 < 0xD800) || (0xE000..<0xFFFE).contains($0) } ?? false
    }
    if byte < 0x20, byte != 9, byte != 10, byte != 13 { return false }
    let isNothing = byte == 0xEF && bytes[at...].starts(with: [0xEF, 0xBF])
    if isNothing, let last = bytes.dropFirst(at + 2).first, last >= 0xBE { return false }
    at += 1
    return true
  }

  private mutating func name() -> String {
    let start = at
    while at < bytes.count {
      let byte = bytes[at]
      let isLetter = (65...90).contains(byte & 0xDF) || byte == UInt8(ascii: "_")
      let isMore = (48...57).contains(byte) || byte == 0x2D || byte == 0x2E || byte == 0x3A
      guard isLetter || (at > start && isMore) else { break }
      at += 1
    }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func skipBlanks() {
    while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
  }

  private mutating func skips(_ text: StaticString) -> Bool {
    let isThere = text.withUTF8Buffer { bytes.dropFirst(at).starts(with: $0) }
    if isThere { at += text.utf8CodeUnitCount }
    return isThere
  }

  private func find(_ text: StaticString) -> Int? {
    text.withUTF8Buffer { text in
      bytes.indices.dropFirst(at).first { bytes[$0...].starts(with: text) }
    }
  }
}
