/// A name in one or more languages (BCP 47 tags), in the order given.
public struct LocalizedName: Sendable, Equatable {
  public var names: [Entry]

  public struct Entry: Sendable, Equatable {
    /// Empty where the content gives none: the portal's own.
    public var language: String
    public var text: String

    public init(language: String, text: String) {
      self.language = language
      self.text = text
    }
  }

  public init(_ names: [Entry]) { self.names = names }
  public init(_ text: String) { names = [Entry(language: "", text: text)] }

  /// In the language asked for, else the first given.
  public func text(in language: String) -> String {
    (names.first { $0.language == language } ?? names.first)?.text ?? ""
  }

  /// The other languages' names.
  public func others(than language: String) -> [Entry] {
    let shown = text(in: language)
    return names.filter { $0.language != language && $0.text != shown && !$0.language.isEmpty }
  }
}
