/// What stands on a map for a name or an event.
enum MapSign: Sendable, Equatable {
  case name(Label)
  /// A letter that the legend explains, at a point, with a leader where it stands off what it names.
  case key(Point, leader: [Point])
  /// A numbered event.
  case badge(Point, leader: [Point])

  static let badgeSize = 20.0
  static let keyHeight = 18.0

  /// Units in the wide drawing, for keys of so many letters.
  static func keyWidth(letters: Int) -> Double { 8 + 10 * Double(letters) }

  var isKey: Bool { if case .key = self { true } else { false } }

  var label: Label? { if case .name(let label) = self { label } else { nil } }

  /// In which of the two drawings a sign stands.
  enum Visibility: String, Sendable {
    case both = ""
    case wide = " map-wide"
    case narrow = " map-narrow"

    func isShown(in lettering: Lettering) -> Bool {
      switch self {
      case .both: true
      case .wide: lettering == .wide
      case .narrow: lettering == .narrow
      }
    }
  }
}
