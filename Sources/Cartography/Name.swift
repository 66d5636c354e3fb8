import Model

/// A name as it is written on a map, with what a browser must know to write it.
struct Name: Sendable, Equatable {
  var text: String
  /// BCP 47; `nil` where it is the page's own.
  var language: String?
  var isRightToLeft: Bool

  /// In the page's language, else the first that the content gives.
  init(_ name: LocalizedName, in page: String) {
    let entry = name.names.first { $0.language == page } ?? name.names.first
    let language = entry.flatMap { $0.language.isEmpty ? nil : $0.language } ?? page
    text = entry?.text ?? ""
    self.language = language == page ? nil : language
    isRightToLeft = Model.isRightToLeft(language) && Self.startsRightToLeft(text)
  }

  init(_ text: String) {
    self.text = text
    isRightToLeft = Self.startsRightToLeft(text)
  }

  /// Whether its first letter belongs to a script that runs from right to left.
  private static func startsRightToLeft(_ text: String) -> Bool {
    let first = text.unicodeScalars.first { $0.properties.isAlphabetic }
    return first.map { (0x590...0x8FF).contains($0.value) || (0xFB1D...0xFEFC).contains($0.value) }
      ?? false
  }
}
