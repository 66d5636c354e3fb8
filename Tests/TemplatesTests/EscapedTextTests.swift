import HTML
import Testing

/// Text is escaped eight bytes at a time; here it is held against the rule, byte by byte.
struct EscapedTextTests {
  /// What stands close to a byte that is special, and what is special itself.
  private static let pieces: [[UInt8]] =
    (0...UInt8.max).map { [$0] } + [
      [0xC2, 0x80], [0xC2, 0x9F], [0xC2, 0xA0], [0xC2, 0xAB], [0xEF, 0xBF, 0xBD],
      [0xEF, 0xBF, 0xBE], [0xEF, 0xBF, 0xBF], [0xEF, 0xBB, 0xBF], [0xD8, 0xB9], [0xE2, 0x80, 0x99],
      Array("&amp;".utf8), Array("<b>\"x\"</b>".utf8), Array("plain words".utf8),
    ]

  private static func escaped(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var at = 0
    func next(_ offset: Int) -> UInt8? { at + offset < bytes.count ? bytes[at + offset] : nil }
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "&"): out += "&amp;".utf8
      case UInt8(ascii: "<"): out += "&lt;".utf8
      case UInt8(ascii: ">"): out += "&gt;".utf8
      case UInt8(ascii: "\""): out += "&quot;".utf8
      case 9, 10, 13: out.append(bytes[at])
      case 0..<0x20, 0x7F: out += "\u{FFFD}".utf8
      case 0xC2 where next(1).map { $0 < 0xA0 } ?? false:
        out += "\u{FFFD}".utf8
        at += 1
      case 0xEF where next(1) == 0xBF && (next(2).map { $0 >= 0xBE } ?? false):
        out += "\u{FFFD}".utf8
        at += 2
      default: out.append(bytes[at])
      }
      at += 1
    }
    return out
  }

  private static func written(_ bytes: [UInt8]) -> [UInt8] {
    var sink = Sink(capacity: 64)
    bytes.withUnsafeBufferPointer { sink.append(text: $0) }
    return sink.bytes
  }

  @Test func everyByteAtEveryPlace() {
    for byte in 0...UInt8.max {
      for length in 1...19 {
        for place in 0..<length {
          for filler in [UInt8(ascii: "a"), byte &+ 1, 0xD8] {
            var bytes = Array(repeating: filler, count: length)
            bytes[place] = byte
            #expect(Self.written(bytes) == Self.escaped(bytes), "\(bytes)")
          }
        }
      }
    }
  }

  @Test func anyBytes() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...12, using: &random)).flatMap { _ in
        Self.pieces.randomElement(using: &random) ?? []
      }
      #expect(Self.written(bytes) == Self.escaped(bytes), "\(bytes)")
    }
  }

  @Test func numbersAndAddresses() {
    for number in [0, 7, 9, 10, 99, 100, 12_345, Int.max, -1, Int.min] {
      var sink = Sink(capacity: 64)
      sink.append(number)
      #expect(String(decoding: sink.bytes, as: UTF8.self) == String(number))
    }
    #expect(urlPath("a/b-c/ü ?/.x") == "a/b-c/%C3%BC%20%3F/.x")
    #expect(urlPath("a//b/") == "a//b/")
    #expect(urlComponent("a/b~_.-9") == "a%2Fb~_.-9")
    for address in ["javascript:x", " \u{1}JAVA\tscript:x", "vbscript:", "DATA:,", "\u{7F}data:x"] {
      #expect(isDangerousURL(address.utf8), "\(address)")
    }
    for address in [
      "", "xjavascript:", "data", "javascript", "java-script:", "https://data:1", "ä:",
    ] {
      #expect(!isDangerousURL(address.utf8), "\(address)")
    }
  }

  @Test func linkedData() {
    for (text, json) in [
      ("plain", #""plain""#), ("a\"b\\c", #""a\"b\\c""#), ("</script>", #""\u003C/script\u003E""#),
      ("\u{7F}é\n", "\"\\u007Fé\\n\""),
    ] {
      var sink = Sink(capacity: 64)
      sink.append(json: text)
      #expect(String(decoding: sink.bytes, as: UTF8.self) == json)
    }
  }
}
