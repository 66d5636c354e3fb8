import Model

/// A base layer as it is drawn: cut to the sheet, thinned to what can be seen, in units.
struct BaseLayer: Sendable {
  /// What it shows, told from its name: how it is drawn, and in what order of style.
  enum Theme: String, Sendable {
    case land, sea, lakes, rivers, coast, borders, roads, other
  }

  struct Feature: Sendable {
    var name: LocalizedName?
    var lines: [[Point]] = []
    var polygons: [[[Point]]] = []
    var points: [Point] = []
  }

  var theme: Theme
  /// Only what touches the sheet.
  var features: [Feature]

  init(_ layer: GeoLayer, in frame: Frame, context: Geos) {
    theme = Theme(rawValue: layer.name) ?? .other
    let cutter = LayerCutter(frame: frame, context: context)
    // An outline of a country is a line to draw; its area is not.
    let outlines = theme == .borders || theme == .coast
    features = layer.features.compactMap { feature in
      var drawn = Feature(name: feature.name)
      switch feature.geometry {
      case .points(let points):
        drawn.points = points.compactMap(frame.place).filter(frame.sheet.holds)
      case .lines(let lines): drawn.lines = cutter.cut(lines: lines)
      case .polygons(let polygons) where outlines:
        drawn.lines = cutter.cut(lines: polygons.flatMap { $0 })
        drawn.polygons = feature.name == nil ? [] : cutter.cut(polygons: polygons)
      case .polygons(let polygons): drawn.polygons = cutter.cut(polygons: polygons)
      }
      let isEmpty = drawn.lines.isEmpty && drawn.polygons.isEmpty && drawn.points.isEmpty
      return isEmpty ? nil : drawn
    }
  }
}
