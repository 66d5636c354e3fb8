internal import CQREncode
internal import HTML

/// A QR code (ISO/IEC 18004), by libqrencode.
struct QRCode {
  /// Modules on a side.
  private let side: Int
  /// Row by row; true is dark.
  private let modules: [Bool]
  /// The light border that readers need, in modules.
  private static let margin = 4

  /// `nil` where the text is too long for one.
  init?(_ text: String) {
    guard let code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1) else { return nil }
    defer { QRcode_free(code) }
    side = Int(code.pointee.width)
    modules = (0..<side * side).map { code.pointee.data[$0] & 1 == 1 }
  }

  /// An SVG document, a unit for a module.
  func write(to sink: inout Sink) {
    let width = side + Self.margin * 2
    sink.append(
      unsafe: "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(width)\">"
        + "<path fill=\"#fff\" d=\"M0 0h\(width)v\(width)H0z\"/><path d=\"")
    for row in 0..<side {
      var column = 0
      while column < side {
        let start = column
        while column < side, modules[row * side + column] { column += 1 }
        if column > start {
          let length = column - start
          sink.append(
            unsafe: "M\(start + Self.margin) \(row + Self.margin)h\(length)v1h-\(length)z")
        }
        column += 1
      }
    }
    sink.append("\"/></svg>")
  }
}
