/// A length of round kilometres that a reader can measure with.
struct ScaleBar: Sendable, Equatable {
  /// Units of the drawing.
  var length: Double
  /// “50 km”, “500 m”.
  var text: String

  /// The longest of 1, 2 or 5 times a power of ten that takes a quarter of the sheet at most. True to
  /// scale at the standard parallels, and within a few per mille between and near them.
  init?(of frame: Frame) {
    guard let kilometres = (Frame.width / 4 / frame.scale).roundedDownToStep else { return nil }
    length = kilometres * frame.scale
    let metres = Int((kilometres * 1000).rounded())
    text = metres >= 1000 ? "\(metres / 1000) km" : "\(metres) m"
  }
}
