/// What the interface says, in one language.
public struct InterfaceStrings: Sendable {
  public let language: String

  /// The strings for a language (BCP 47). English is all there is.
  public init(language: String) { self.language = language }

  public func map(_ number: Int) -> String { "Map \(number)" }
  public func table(_ number: Int) -> String { "Table \(number)" }
  public func section(_ number: Int) -> String { "Section \(number)" }
  public func noteInText(_ number: Int) -> String { "note \(number)" }
  public func note(_ number: Int) -> String { "Note \(number)" }
  public func backToReference(_ ordinal: Int, of count: Int, note: Int) -> String {
    count == 1
      ? "\(backToText), note \(note)" : "\(backToText), reference \(ordinal) of note \(note)"
  }
  public func sameAs(_ number: Int) -> String { "See note \(number)" }
  public let tableInText = "Table"
  public let interview = "interview"
  public let notes = "Notes"
  public let backToText = "Back to the text"

  public func callOut(_ name: String) -> String {
    name.prefix(1).uppercased() + name.dropFirst()
  }
}
