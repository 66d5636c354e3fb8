import Model

/// A name as it is written on a map, with what a browser must know to write it.
struct Name: Sendable, Equatable {
  /// On one line, and of characters that XML allows.
  var text: String
  /// BCP 47; `nil` where it is the page's own.
  var language: String?
  var isRightToLeft: Bool
  /// The same name in a second language, to stand under it; one at most.
  var others: [Name] = []

  /// In the page's language, else the first that the content gives.
  init(_ name: LocalizedName, in page: String) { self.init(name, in: page, of: page) }

  /// In the first of some languages, with the second under it; in the page's where there are none.
  init(_ name: LocalizedName, in languages: [String], page: String) {
    self.init(name, in: languages.first ?? page, of: page)
    guard languages.count > 1, name.names.contains(where: { $0.language == languages[1] }) else {
      return
    }
    let second = Name(name, in: languages[1], of: page)
    if second.text != text, !second.text.isEmpty { others = [second] }
  }

  private init(_ name: LocalizedName, in wanted: String, of page: String) {
    let entry = name.names.first { $0.language == wanted } ?? name.names.first
    let language = entry.flatMap { $0.language.isEmpty ? nil : $0.language } ?? page
    text = Self.oneLine(entry?.text ?? "")
    self.language = language == page ? nil : language
    isRightToLeft = Model.isRightToLeft(language) && Self.startsRightToLeft(text)
  }

  init(_ text: String) {
    self.text = Self.oneLine(text)
    isRightToLeft = Self.startsRightToLeft(text)
  }

  /// Whether its letters may be set apart: not those that join, or that stack marks.
  var maySpread: Bool {
    !text.unicodeScalars.contains {
      (0x590...0x109F).contains($0.value) || (0x1780...0x18AF).contains($0.value)
        || (0xFB1D...0xFEFC).contains($0.value)
    }
  }

  /// Whether its first letter belongs to a script that runs from right to left.
  private static func startsRightToLeft(_ text: String) -> Bool {
    let first = text.unicodeScalars.first { $0.properties.isAlphabetic }
    return first.map { (0x590...0x8FF).contains($0.value) || (0xFB1D...0xFEFC).contains($0.value) }
      ?? false
  }

  private static func oneLine(_ text: String) -> String {
    let needsNone = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != 0xEF }
    guard !needsNone || text.contains("  ") || text.hasPrefix(" ") || text.hasSuffix(" ") else {
      return text
    }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x9, 0xA, 0xD, 0x85, 0x2028, 0x2029: scalars.append(" ")
      case 0..<0x20, 0x7F, 0xFFFE, 0xFFFF: continue
      default: scalars.append(scalar)
      }
    }
    return String(scalars).split(separator: " ").joined(separator: " ")
  }
}

extension String {
  /// Isolated, so that it runs from right to left wherever it stands (Unicode, UAX 9: RLI and PDI).
  var runningRightToLeft: String { "\u{2067}\(self)\u{2069}" }
}
