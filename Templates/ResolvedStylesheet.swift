extension Stylesheet {
  /// A stylesheet for renderers that know neither custom properties nor conditions: the values of
  /// `:root` put in their places, and every block of an at-rule left out.
  ///
  /// - Parameter family: stands for the reader's own sans serif.
  static func resolved(_ css: [UInt8], family: String) -> [UInt8] {
    let text = withoutAtRules(String(decoding: condensed(css), as: UTF8.self))
    let values = rootValues(of: text)
    var out = ""
    var rest = Substring(text)
    while let start = rest.firstRange(of: "var(") {
      out += rest[..<start.lowerBound]
      let name = rest[start.upperBound...].prefix { $0 != ")" }
      out += values[String(name)] ?? "none"
      rest = rest[name.endIndex...].dropFirst()
    }
    out += rest
    let isOwn = ["system-ui, sans-serif", "system-ui,sans-serif"]
    return Array(isOwn.reduce(out) { $0.replacing($1, with: family) }.utf8)
  }

  private static func withoutAtRules(_ css: String) -> String {
    var out = ""
    var (depth, isSkipping) = (0, false)
    for character in css {
      if character == "@", depth == 0 { isSkipping = true }
      if !isSkipping { out.append(character) }
      if character == "{" { depth += 1 }
      if character == "}" {
        depth -= 1
        if depth == 0 { isSkipping = false }
      }
    }
    return out
  }

  private static func rootValues(of css: String) -> [String: String] {
    guard let start = css.firstRange(of: ":root{") ?? css.firstRange(of: ":root {") else {
      return [:]
    }
    var values: [String: String] = [:]
    for rule in css[start.upperBound...].prefix(while: { $0 != "}" }).split(separator: ";") {
      let sides = rule.split(separator: ":", maxSplits: 1)
      guard sides.count == 2 else { continue }
      let name = sides[0].filter { !$0.isWhitespace }
      values[name] = String(sides[1].drop(while: \.isWhitespace))
    }
    return values
  }
}
