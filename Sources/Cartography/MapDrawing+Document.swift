public import HTML
import Model

extension MapDrawing {
  /// The map alone as an SVG document of its own, with its style: for pages that show it as an image.
  /// Of a map with dates it is the last.
  ///
  /// - Parameter style: the CSS of `Templates/assets/map.css`.
  public func writeDocument(style: [UInt8], to sink: inout Sink) {
    guard var panel = panels.last else { return }
    panel = panel.alone
    document(width: Frame.width, height: panel.frame.height, style: style) {
      Streamed(writeDefinitions(of: panel))
      Streamed { panel.writePicture(title: title(of: panel), to: &$0) }
    }.write(to: &sink)
  }

  /// The map as a sheet to keep: title, drawing, legend, caption, source and credits in one SVG
  /// document, complete with its style.
  ///
  /// - Parameters:
  ///   - style: the CSS of `Templates/assets/map.css`.
  ///   - subtitle: what the map belongs to.
  ///   - terms: under what licence it may be used, and the like: one line each, at the foot.
  public func writeSheet(style: [UInt8], subtitle: String, terms: [String], to sink: inout Sink) {
    let sheet = MapSheet(self, subtitle: subtitle, terms: terms)
    document(width: sheet.width, height: sheet.height, style: style) {
      // The name of the document, beside those of the drawings in it.
      element("title") { Text(map.title) }
      empty(
        "rect", .class("map-sheet"), attribute("width", sheet.width),
        attribute("height", sheet.height))
      Streamed(sheet.write)
    }.write(to: &sink)
  }

  func document<Content: Markup>(
    width: Double, height: Double, style: [UInt8], @MarkupBuilder _ content: () -> Content
  ) -> some Markup {
    element(
      "svg", attribute("xmlns", "http://www.w3.org/2000/svg"), .class("map-drawing"),
      .lang(brief.language), attribute("direction", "ltr"),
      attribute("viewBox", "0 0 \(decimal(width)) \(decimal(height))"),
      attribute("width", width), attribute("height", height)
    ) {
      element("style") { UnsafeRaw(unsafe: style) }
      content()
    }
  }
}
