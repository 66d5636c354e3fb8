internal import HTML

// Text never becomes markup: it goes into Typst's string literals, in which only `\` and `"` mean
// anything (Typst reference, “Strings”), and each is closed with `;` so that nothing after it can
// make a call of it.

extension Sink {
  /// Content that shows a text as it is.
  mutating func append(typst text: String) {
    guard !text.isEmpty else { return }
    append("#")
    append(typstString: text)
    append(";")
  }

  /// A string literal. Controls, which have no shape, are left out; in a word without a place to
  /// break a line, one is made every 24 characters.
  mutating func append(typstString text: String, breaksWords: Bool = true) {
    append("\"")
    var unbroken = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x09, 0x0D, 0x20:
        append(UInt8(ascii: " "))
        unbroken = 0
        continue
      case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF, 0xFEFF: continue
      case 0x22: append("\\\"")
      case 0x5C: append("\\\\")
      default: append(scalar: scalar)
      }
      guard breaksWords else { continue }
      unbroken = scalar.isBetweenWords ? 0 : unbroken + 1
      if unbroken >= 24, !scalar.properties.isGraphemeExtend {
        append("\u{200B}")
        unbroken = 0
      }
    }
    append("\"")
  }

  /// A string literal that keeps its lines: code.
  mutating func append(typstCode text: String) {
    append("\"")
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: append("\\n")
      case 0x09: append("    ")
      case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF, 0xFEFF: continue
      case 0x22: append("\\\"")
      case 0x5C: append("\\\\")
      default: append(scalar: scalar)
      }
    }
    append("\"")
  }
}

extension Sink {
  private mutating func append(scalar: Unicode.Scalar) {
    if scalar.isASCII { return append(UInt8(scalar.value)) }
    for byte in scalar.utf8 { append(byte) }
  }
}

extension Unicode.Scalar {
  fileprivate var isBetweenWords: Bool {
    isASCII ? self == "-" || self == " " : properties.isWhitespace
  }
}

/// A text as a string literal of Typst.
func typstString(_ text: String) -> String {
  var sink = Sink(capacity: text.utf8.count + 16)
  sink.append(typstString: text, breaksWords: false)
  return String(decoding: sink.bytes, as: UTF8.self)
}
