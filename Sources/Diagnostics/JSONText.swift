/// Writes JSON by hand: few values, fixed order of keys, no Foundation.
public enum JSONText {
  /// A string in quotation marks, escaped by RFC 8259; `<` too, so that it may stand in HTML, and
  /// what no reader shows or XML forbids: control characters, line separators, U+FFFE and U+FFFF.
  public static func quoted(_ string: String) -> String {
    var out = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case "<": out += "\\u003c"
      case "\0"..<" ", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FFFE}", "\u{FFFF}":
        let hex = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  static func object(_ pairs: [(String, String?)]) -> String {
    "{"
      + pairs.compactMap { key, value in value.map { quoted(key) + ": " + $0 } }
      .joined(separator: ", ") + "}"
  }

  static func array(_ items: [String], separator: String = ", ") -> String {
    "[" + items.joined(separator: separator) + "]"
  }
}
