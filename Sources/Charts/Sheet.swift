/// The widths of drawings, in their units: one that is read in a column of text, and one for a phone. A unit is about
/// a CSS pixel where they are read.
enum Sheet {
  static let wide = 620.0
  static let narrow = 320.0
  static let margin = 24.0
}
