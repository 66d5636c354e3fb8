/// Reads JSON (RFC 8259) from bytes, value by value, without building a tree.
///
/// The bytes are UTF-8, checked before. Whoever reads asks for what should come next; the offset of
/// each value is known, so that everything wrong with it can be said where it stands. Faults after
/// which reading can go on are kept in `faults`; others are thrown.
struct JSONReader {
  /// Deepest nesting of objects and arrays.
  static let deepest = 100

  let bytes: [UInt8]
  /// Offset of the next byte.
  private(set) var at = 0
  /// Offsets of the brackets that are open.
  private var open: [Int] = []
  var faults: [JSONFault] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The keys of an object that is being read: each may stand there once.
  struct Keys {
    fileprivate var isFirst = true
    private var few: [String] = []
    private var many: Set<String> = []

    /// Whether the key is new.
    fileprivate mutating func insert(_ key: String) -> Bool {
      if few.count < 32 {
        if few.contains(key) { return false }
        few.append(key)
        return true
      }
      if many.isEmpty { many.formUnion(few) }
      return many.insert(key).inserted
    }
  }

  // MARK: Where it is

  /// The first byte of the next value or mark, blanks passed over; `nil` at the end.
  mutating func next() -> UInt8? {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x0A, 0x0D, 0x09: at += 1
      case let byte: return byte
      }
    }
    return nil
  }

  /// The offset of the next value.
  mutating func start() -> Int {
    _ = next()
    return at
  }

  /// Goes back, or on, to the offset of a value at the same level of nesting.
  mutating func go(to offset: Int) { at = offset }

  // MARK: Objects and arrays

  mutating func enterObject() throws(JSONFault) -> Keys {
    try enter()
    return Keys()
  }

  /// The next key of an object, its value to be read; `nil` at its end. After a key's second
  /// appearance, its value is passed over.
  mutating func nextKey(_ keys: inout Keys) throws(JSONFault) -> String? {
    while true {
      guard try separator(closing: UInt8(ascii: "}"), isFirst: keys.isFirst) else { return nil }
      keys.isFirst = false
      let offset = start()
      guard next() == UInt8(ascii: "\"") else {
        throw fault("a key in quotation marks is expected here")
      }
      let key = try string()
      let end = at
      guard next() == UInt8(ascii: ":") else { throw fault("“:” is expected after a key") }
      at += 1
      if keys.insert(key) { return key }
      faults.append(
        JSONFault(
          offset: offset, length: end - offset, message: "“\(key)” stands twice in one object",
          hint: "keep one of them"))
      try skip()
    }
  }

  mutating func enterArray() throws(JSONFault) { try enter() }

  /// Whether an array has one more item, to be read.
  mutating func nextItem(_ isFirst: inout Bool) throws(JSONFault) -> Bool {
    let more = try separator(closing: UInt8(ascii: "]"), isFirst: isFirst)
    isFirst = false
    return more
  }

  private mutating func enter() throws(JSONFault) {
    if open.count == Self.deepest {
      throw fault("values are nested more than \(Self.deepest) deep")
    }
    open.append(at)
    at += 1
  }

  private mutating func separator(closing end: UInt8, isFirst: Bool) throws(JSONFault) -> Bool {
    guard var byte = next() else { throw fault("") }
    if byte == end {
      at += 1
      open.removeLast()
      return false
    }
    if isFirst {
      if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { throw mismatch(byte) }
      return true
    }
    guard byte == UInt8(ascii: ",") else {
      if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { throw mismatch(byte) }
      throw fault("“,” or “\(Character(Unicode.Scalar(end)))” is expected here")
    }
    let comma = at
    at += 1
    byte = next() ?? 0
    if byte == end {
      throw JSONFault(
        offset: comma, message: "a comma stands before “\(Character(Unicode.Scalar(end)))”",
        hint: "remove it")
    }
    return true
  }

  /// A fault at the next byte, or the text's end.
  mutating func fault(_ message: String) -> JSONFault {
    guard let byte = next() else {
      return JSONFault(
        offset: max(0, bytes.count - 1), message: "the text ends before it is complete",
        hint: "the file may have been cut off", start: open.last)
    }
    var hint: String?
    if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "#") { hint = "JSON has no comments" }
    if byte == UInt8(ascii: "'") { hint = "JSON has double quotation marks" }
    return JSONFault(offset: at, message: message, hint: hint)
  }

  private func mismatch(_ byte: UInt8) -> JSONFault {
    let opened = open.last.map { Character(Unicode.Scalar(bytes[$0])) } ?? "{"
    return JSONFault(
      offset: at, message: "“\(Character(Unicode.Scalar(byte)))” cannot close “\(opened)”",
      start: open.last)
  }

  // MARK: Other values

  /// Passes over a value.
  mutating func skip() throws(JSONFault) {
    switch next() {
    case UInt8(ascii: "{"):
      var keys = try enterObject()
      while try nextKey(&keys) != nil { try skip() }
    case UInt8(ascii: "["):
      try enterArray()
      var isFirst = true
      while try nextItem(&isFirst) { try skip() }
    case UInt8(ascii: "\""): _ = try string()
    default: _ = try number()
    }
  }

  /// `null`, passed over; else nothing is.
  mutating func null() -> Bool {
    guard next() == UInt8(ascii: "n"), bytes[at...].starts(with: "null".utf8) else { return false }
    at += 4
    return true
  }

  /// Moves over the bytes that fit.
  mutating func pass(while fits: (UInt8) -> Bool) {
    while at < bytes.count, fits(bytes[at]) { at += 1 }
  }

  mutating func advance(_ count: Int = 1) { at += count }
}
