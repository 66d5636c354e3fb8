internal import HTML

/// The style of drawings in a publication: that of the site's maps in light colours, without what
/// reading systems do not know; charts' too. A drawing carries only the rules that it uses.
struct EPUBStyle {
  private let rules: [Rule]
  /// For a picture of at most 30 rem: the narrow drawing.
  private let narrowRules: [Rule]

  private struct Rule {
    var text: Substring
    /// Classes of each of its selectors.
    var selectors: [[Substring]]
  }

  init() {
    let css = Stylesheet.condensed(Stylesheet.drawings)
    let resolved = Stylesheet.resolved(Stylesheet.drawings, family: "sans-serif")
    rules = Self.rules(String(decoding: resolved, as: UTF8.self))
    let narrow = Self.blocks(of: "@container", in: String(decoding: css, as: UTF8.self))
    // Not every reading system knows `revert`.
    narrowRules = Self.rules(narrow.replacing("display: revert", with: "display: inline"))
  }

  /// What some markup uses of it.
  ///
  /// - Parameter isSign: whether it is a sign, which has one size.
  func css(for markup: [UInt8], isSign: Bool) -> [UInt8] {
    var classes: Set<Substring> = []
    for value in String(decoding: markup, as: UTF8.self).split(separator: " class=\"").dropFirst() {
      classes.formUnion(value.prefix { $0 != "\"" }.split(separator: " "))
    }
    func used(_ rules: [Rule]) -> String {
      rules.filter { rule in
        rule.selectors.contains { !$0.isEmpty && $0.allSatisfy(classes.contains) }
      }.map(\.text).joined()
    }
    let narrow = isSign ? "" : used(narrowRules)
    let wide = used(rules)
    return Array((narrow.isEmpty ? wide : "\(wide)@media (max-width: 30rem){\(narrow)}").utf8)
  }

  private static func rules(_ css: String) -> [Rule] {
    css.split(separator: "}").compactMap { text in
      guard let brace = text.firstIndex(of: "{"), !text.hasPrefix(":root") else { return nil }
      let selectors = text[..<brace].split(separator: ",").map { selector in
        selector.split(separator: ".", omittingEmptySubsequences: false).dropFirst().map { part in
          part.prefix { $0.isLetter || $0.isNumber || $0 == "-" }
        }
      }
      return Rule(text: text + "}", selectors: selectors)
    }
  }

  /// What stands inside at-rules of a name.
  private static func blocks(of name: String, in css: String) -> String {
    var out = ""
    for part in css.split(separator: name).dropFirst() {
      guard let start = part.firstIndex(of: "{") else { continue }
      var depth = 0
      for character in part[start...] {
        if character == "}" { depth -= 1 }
        if depth == 0, character == "}" { break }
        if depth > 0 { out.append(character) }
        if character == "{" { depth += 1 }
      }
    }
    return out
  }
}
