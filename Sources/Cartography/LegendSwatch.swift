import HTML
import Model

/// A sign of the map, small, before its meaning. It says nothing to a screen reader, but for a
/// number or a letter.
enum LegendSwatch {
  case zone(style: Int, isLine: Bool)
  case outline(Zone.Confidence)
  case arrow
  case route
  case place(PlaceSymbol, isApproximate: Bool)
  case base(BaseLayer.Theme)
  case number(String)
  /// A letter that stands for a name.
  case key(String)

  /// In a list of HTML. `idPrefix`: that of the drawing, whose patterns are used.
  func write(idPrefix: String, to sink: inout Sink) {
    if case .number(let number) = self {
      return span(.class("map-number")) { Text(number) }.write(to: &sink)
    }
    if case .key(let letters) = self {
      return span(.class("map-key")) { Text(letters) }.write(to: &sink)
    }
    element(
      "svg", .class("map-swatch"), attribute("viewBox", "0 0 30 18"), attribute("width", 30),
      attribute("height", 18), attribute("aria-hidden", "true")
    ) {
      Streamed { writeSign(idPrefix: idPrefix, to: &$0) }
    }.write(to: &sink)
  }

  /// In a drawing, its corner at a point in units.
  func write(at corner: Point, idPrefix: String, to sink: inout Sink) {
    element(
      "g", attribute("transform", "translate(\(decimal(corner.x)) \(decimal(corner.y)))")
    ) {
      Streamed { writeSign(idPrefix: idPrefix, to: &$0) }
    }.write(to: &sink)
  }

  private func writeSign(idPrefix: String, to sink: inout Sink) {
    switch self {
    case .zone(let style, let isLine):
      empty(
        "path", .class("map-zone map-z\(style) map-stated"),
        attribute("fill", ZonePattern.fill(style, isLine: isLine, idPrefix)),
        attribute("d", "M1.5 1.5h27v15h-27z")
      ).write(to: &sink)
    case .outline(let confidence):
      empty(
        "path", .class("map-zone map-\(confidence.rawValue)"), attribute("fill", "none"),
        attribute("d", "M1.5 1.5h27v15h-27z")
      ).write(to: &sink)
    case .arrow:
      empty("path", .class("map-arrow"), attribute("d", "M2 9h16")).write(to: &sink)
      empty("path", .class("map-arrowhead"), attribute("d", "M28 9 16 3l3 6-3 6z"))
        .write(to: &sink)
    case .route:
      empty("path", .class("map-route"), attribute("d", "M1 12C10 2 20 16 29 6")).write(to: &sink)
    case .place(let symbol, let isApproximate):
      let kind = "map-symbol map-\(symbol.rawValue)"
      empty(
        "path", .class(isApproximate ? kind + " map-approximate" : kind),
        attribute("d", symbol.outline(at: Point(x: 15, y: 9)).text)
      ).write(to: &sink)
    case .base(let theme):
      let isArea = theme == .lakes || theme == .sea || theme == .land
      empty(
        "path", .class("map-\(isArea ? "area" : "line") map-\(theme.rawValue)"),
        attribute("d", isArea ? "M1.5 2.5h27v13h-27z" : "M1 12C10 3 20 15 29 6")
      ).write(to: &sink)
    case .number(let number):
      element("g", .class("map-callout")) {
        empty("circle", attribute("cx", 15), attribute("cy", 9), attribute("r", 10))
        element(
          "text", attribute("x", 15), attribute("y", 9), attribute("dy", ".35em"),
          attribute("text-anchor", "middle")
        ) { Text(number) }
      }.write(to: &sink)
    case .key(let letters):
      element("g", .class("map-keysign")) {
        empty(
          "rect", attribute("x", 4), attribute("y", 0), attribute("width", 22),
          attribute("height", MapSign.keyHeight), attribute("rx", 3))
        element(
          "text", attribute("x", 15), attribute("y", 9), attribute("dy", ".35em"),
          attribute("text-anchor", "middle")
        ) { Text(letters) }
      }.write(to: &sink)
    }
  }
}
