import Model

/// The words that a map adds to its data, in one place for whoever translates them.
enum MapWords {
  static let baseMap = "Base map: "
  static let legend = "Legend"
  static let approximate = "Hollow symbol: approximate position"

  static func outline(_ confidence: Zone.Confidence) -> String? {
    switch confidence {
    case .stated: nil
    case .inferred: "Dashed outline: inferred from the text"
    case .schematic: "Dotted outline: schematic, for orientation only"
    }
  }

  /// What follows a zone's name.
  static func remark(_ confidence: Zone.Confidence) -> String {
    confidence == .stated ? "" : " (\(confidence.rawValue))"
  }

  static func movement(from: String, to: String) -> String { "From \(from) to \(to)" }

  /// “A, B and C”.
  static func list(_ items: [String]) -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension String {
  /// With a capital first letter.
  var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
