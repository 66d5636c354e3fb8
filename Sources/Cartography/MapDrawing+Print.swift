public import HTML
public import Model

// A map in pieces, for documents that set its words themselves: one drawing for each date, and the
// legend.

extension MapDrawing {
  /// The dates that the map is drawn at, in order; one `nil` for a map without dates.
  public var dates: [PartialDate?] { panels.map(\.date) }

  /// What a drawing shows, in words.
  ///
  /// - Parameter panel: index in `dates`.
  public func description(ofPanel panel: Int) -> String { panels[panel].description }

  /// One drawing as an SVG document of its own.
  ///
  /// - Parameters:
  ///   - panel: index in `dates`.
  ///   - style: the CSS of `Templates/assets/map.css`.
  public func writeDocument(ofPanel panel: Int, style: [UInt8], to sink: inout Sink) {
    let panel = panels[panel].alone
    document(width: Frame.width, height: panel.frame.height, style: style) {
      Streamed(writeDefinitions(of: panel))
      Streamed { panel.writePicture(title: title(of: panel), to: &$0) }
    }.write(to: &sink)
  }

  /// The legend as an SVG document; nothing where there is none.
  ///
  /// - Parameter columns: 2 make it as wide as a drawing, 1 half of that.
  /// - Returns: whether anything was written.
  public func writeLegend(columns: Int, style: [UInt8], to sink: inout Sink) -> Bool {
    let sheet = MapSheet(legendOf: self, columns: columns)
    guard sheet.hasLegend, let panel = panels.first?.alone else { return false }
    document(width: sheet.width, height: sheet.height, style: style) {
      // Its swatches use the drawing's patterns.
      Streamed(writeDefinitions(of: panel))
      Streamed(sheet.write)
    }.write(to: &sink)
    return true
  }
}
