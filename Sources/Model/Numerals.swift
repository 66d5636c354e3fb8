/// The ten digits that a language writes numbers with.
public struct Numerals: Sendable {
  /// The digit zero; the nine others follow it.
  public let zero: Unicode.Scalar

  public static let european = Numerals(zero: "0")

  public init(zero: Unicode.Scalar) { self.zero = zero }

  /// Of a language tag (BCP 47). From Libya to Morocco Arabic has the digits of Europe, as in the Emirates (CLDR 44,
  /// numbering systems by region).
  public init(language: String) {
    let parts = language.lowercased().split(separator: "-")
    let region = parts.dropFirst().last { $0.utf8.count == 2 } ?? ""
    let isEastern =
      parts.first == "ar" && !["ae", "dz", "eh", "ly", "ma", "tn"].contains(region)
    zero = isEastern ? "\u{660}" : "0"
  }

  public var areEuropean: Bool { zero == "0" }

  /// A text with its European digits as these.
  public func written(_ text: String) -> String {
    if areEuropean { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let digit = ("0"..."9").contains(scalar) ? scalar.value - 48 : nil
      out.append(digit.flatMap { Unicode.Scalar(zero.value + $0) } ?? scalar)
    }
    return String(out)
  }
}
