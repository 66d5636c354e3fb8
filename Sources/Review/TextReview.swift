internal import Diagnostics

/// Changes as a terminal shows them.
public struct TextReview: Sendable {
  private let color: Bool
  private let width: Int

  /// - Parameters:
  ///   - color: whether escape sequences may be used.
  ///   - width: columns of a line; words that are longer stand out.
  public init(color: Bool, width: Int) {
    self.color = color
    self.width = max(20, width)
  }

  public func text(of changes: [Change], findings: SideFindings = SideFindings()) -> String {
    var out = wrapped([(.plain, ReviewSummary(changes).sentence(findings))], indent: 0)
    if let sentence = findings.unreadSentence { out += wrapped([(.plain, sentence)], indent: 0) }
    var brief: String?? = .none
    var weight: Change.Weight?
    for change in changes {
      if change.weight != weight {
        weight = change.weight
        brief = .none
        out += "\n" + bold(change.weight.title) + "\n"
      }
      if brief != .some(change.brief) {
        brief = .some(change.brief)
        out += "\n" + (change.brief ?? "the portal") + "\n"
      }
      out += entry(change)
    }
    return out
  }

  private func entry(_ change: Change) -> String {
    var out = "\n"
    let place = change.location.new ?? change.location.old
    out += wrapped(
      [(.plain, change.heading), (.dim, place.map { "  \($0.shown)" } ?? "")], indent: 2)
    if let remark = change.remark { out += wrapped([(.plain, remark)], indent: 4) }
    if !change.text.isEmpty {
      let parts = change.text.elided().map { fragment in
        switch fragment.kind {
        case .kept: (Style.plain, fragment.text)
        case .deleted: (Style.deleted, fragment.text)
        case .inserted: (Style.inserted, fragment.text)
        }
      }
      out += wrapped(parts, indent: 4)
    }
    for claim in change.claims { out += wrapped([(.plain, claim.sentence(in: change))], indent: 4) }
    for field in change.fields {
      var parts: [(Style, String)] = [(.plain, field.name + ": ")]
      if let old = field.old { parts.append((.deleted, old)) }
      if field.old != nil, field.new != nil { parts.append((.plain, " → ")) }
      if let new = field.new { parts.append((.inserted, new)) }
      if let difference = field.difference { parts.append((.plain, " (\(difference))")) }
      out += wrapped(parts, indent: 4)
    }
    return out
  }

  private enum Style { case plain, dim, deleted, inserted }

  private func bold(_ text: String) -> String { color ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  /// A word, or a part of a text without blanks, at whose beginning a line may end.
  private struct Piece {
    var style: Style
    var text: String
    var isSpaced: Bool
    /// Whether a line may end before it though no blank stands there.
    var isLoose = false
    var opens = false
    var closes = false
  }

  /// Lines no longer than the width; the marks of what changed begin and end on each line in colour, and
  /// once without.
  private func wrapped(_ parts: [(Style, String)], indent: Int) -> String {
    let lead = String(repeating: " ", count: indent)
    var out = lead
    var column = indent
    for piece in pieces(parts) {
      let (open, close) = marks(piece.style)
      var width = columnWidth(of: piece.text)
      if !color { width += (piece.opens ? open.count : 0) + (piece.closes ? close.count : 0) }
      let space = piece.isSpaced && column > indent ? 1 : 0
      let mayBreak = piece.isSpaced || piece.isLoose
      if mayBreak, column > indent, column + space + width > self.width {
        out += "\n" + lead
        column = indent
      } else if space > 0 {
        // Between two words of one style the blank is of it too.
        out += " "
        column += 1
      }
      out += color || piece.opens ? open : ""
      out += piece.text
      out += color || piece.closes ? close : ""
      column += width
    }
    return out + "\n"
  }

  private func pieces(_ parts: [(Style, String)]) -> [Piece] {
    var pieces: [Piece] = []
    var isSpaced = false
    for (style, text) in parts {
      let start = pieces.count
      let clean = printable(text)
      for (index, word) in clean.split(separator: " ", omittingEmptySubsequences: false)
        .enumerated()
      {
        if index > 0 { isSpaced = true }
        if word.isEmpty { continue }
        for (number, part) in Self.loosened(word).enumerated() {
          pieces.append(
            Piece(style: style, text: part, isSpaced: isSpaced && number == 0, isLoose: number > 0))
        }
        isSpaced = false
      }
      guard start < pieces.count else { continue }
      pieces[start].opens = true
      pieces[pieces.count - 1].closes = true
    }
    return pieces
  }

  /// The parts of a word between which a line may end: scripts without blanks are wrapped anywhere.
  private static func loosened(_ word: Substring) -> [String] {
    var parts: [String] = []
    var isWide = false
    for character in word {
      let wide = character.unicodeScalars.contains { columnWidth($0) == 2 }
      if parts.isEmpty || wide && isWide {
        parts.append(String(character))
      } else {
        parts[parts.count - 1].append(character)
      }
      isWide = wide
    }
    return parts
  }

  private func marks(_ style: Style) -> (String, String) {
    switch (style, color) {
    case (.plain, _), (.dim, false): ("", "")
    case (.dim, true): ("\u{1B}[2m", "\u{1B}[0m")
    case (.deleted, true): ("\u{1B}[9;31m", "\u{1B}[0m")
    case (.inserted, true): ("\u{1B}[32m", "\u{1B}[0m")
    case (.deleted, false): ("[-", "-]")
    case (.inserted, false): ("{+", "+}")
    }
  }

  /// Content must not steer the terminal.
  private func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
            ? " " : scalar
        }))
  }
}
