import TextMetrics

/// The letters of a drawing: how large they are in its units, and what they are written in. `chart.css` has the
/// same numbers.
struct Lettering: Sendable, Equatable {
  /// The class that writes them.
  let style: String
  let em: Double
  /// How much wider they run than plain letters.
  private let spread: Double

  static let label = Lettering(style: "chart-label", em: 14, spread: 1)
  static let strong = Lettering(style: "chart-label chart-strong", em: 14, spread: 1.08)
  static let small = Lettering(style: "chart-small", em: 12.5, spread: 1)
  static let missing = Lettering(style: "chart-label chart-missing", em: 14, spread: 1)
  static let title = Lettering(style: "chart-title", em: 22, spread: 1.08)

  private init(style: String, em: Double, spread: Double) {
    self.style = style
    self.em = em
    self.spread = spread
  }

  /// From one baseline to the next.
  var leading: Double { (em * 1.32).rounded() }
  /// From the baseline up to the highest letters, and down to the lowest.
  var ascent: Double { em * 0.92 }
  var descent: Double { em * 0.34 }

  func width(of text: String) -> Double {
    TextMeasure.width(of: text) * em * spread * Self.allowance(for: text)
  }

  /// Typefaces differ more in how wide joined letters run than in those that stand alone.
  private static func allowance(for text: String) -> Double {
    text.unicodeScalars.contains { (0x590...0x8FF).contains($0.value) } ? 1.06 : 1
  }

  func width(of lines: [String]) -> Double { lines.map(width).max() ?? 0 }

  /// The lines of a text in a column; words that are wider than it are broken.
  ///
  /// - Parameter most: how many lines there may be; an ellipsis ends what is cut short.
  func lines(of text: String, within width: Double, most: Int = 6) -> [String] {
    let ems = max(width / (em * spread * Self.allowance(for: text)), 2)
    // What no drawing has room for costs much to divide.
    let text = text.unicodeScalars.count > 1_000 ? String(text.prefix(1_000)) : text
    var lines = TextMeasure.paragraph(text, within: ems).flatMap { broken($0, ems) }
    if lines.count > most {
      lines = Array(lines.prefix(most))
      var last = lines[most - 1]
      while !last.isEmpty, TextMeasure.width(of: last + "…") > ems { last.removeLast() }
      lines[most - 1] = last + "…"
    }
    return lines.isEmpty ? [""] : lines
  }

  /// A line that is one long word, cut where it has to be.
  private func broken(_ line: String, _ ems: Double) -> [String] {
    guard TextMeasure.width(of: line) > ems else { return [line] }
    var parts: [String] = []
    var part = ""
    var filled = 0.0
    for character in line {
      let width = TextMeasure.width(of: String(character))
      if !part.isEmpty, filled + width > ems {
        parts.append(part)
        (part, filled) = ("", 0)
      }
      part.append(character)
      filled += width
    }
    return part.isEmpty ? parts : parts + [part]
  }
}
