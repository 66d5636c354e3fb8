/// How large the words of a map are, and how much room they take.
///
/// A drawing is read at two sizes: in a column of text, and on a phone at two fifths of it. There
/// letters and signs are larger in units, so that they stay legible, and labels have places of their
/// own (`Templates/assets/map.css` has the same numbers).
enum Lettering: Sendable {
  case wide, narrow

  /// Units of a main label's em.
  var em: Double {
    switch self {
    case .wide: 13
    case .narrow: 29
    }
  }

  /// How much larger symbols and badges are than in the wide drawing.
  var enlargement: Double {
    switch self {
    case .wide: 1
    case .narrow: 1.8
    }
  }
}
