import Model

/// A base layer as it is drawn: cut to the sheet, thinned to what can be seen, in units.
struct BaseLayer: Sendable {
  /// What it shows, told from its name: how it is drawn, and in what order of style.
  enum Theme: String, Sendable {
    case land, sea, lakes, rivers, coast, borders, boundaries, countries, roads, other

    init(name: String) {
      let name = name.lowercased()
      self = Theme(rawValue: name) ?? (Self.divisions.contains(name) ? .boundaries : .other)
    }

    /// What the parts of a country are called.
    private static let divisions: Set = [
      "governorates", "provinces", "districts", "regions", "departments", "states", "counties",
      "admin1", "admin2",
    ]

    /// Whether its areas are drawn by their outlines alone.
    var isOutline: Bool { self == .borders || self == .coast || self == .boundaries }
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

  /// - Parameters:
  ///   - others: what the parts of a country leave to them: borders and coasts.
  ///   - detail: what is smaller is left out; units.
  init(
    _ layer: GeoLayer, beside others: [GeoLayer] = [], in frame: Frame,
    detail: Double = LayerCutter.detail, context: Geos
  ) {
    theme = Theme(name: layer.name)
    let cutter = LayerCutter(frame: frame, detail: detail, context: context)
    // An outline of a country is a line to draw; its area is not.
    let outlines = theme.isOutline
    var drawnEdges = DrawnEdges(shown: cutter.degrees)
    if theme == .boundaries {
      for other in others where [.borders, .coast].contains(Theme(name: other.name)) {
        drawnEdges.add(other)
      }
    }
    features = layer.features.compactMap { feature in
      var drawn = Feature(name: feature.name)
      switch feature.geometry {
      case .points(let points):
        drawn.points = points.compactMap(frame.place).filter(frame.sheet.holds)
      case .lines(let lines): drawn.lines = cutter.cut(lines: lines)
      case .polygons(let polygons) where outlines:
        drawn.lines = cutter.cut(
          lines: polygons.flatMap(\.self).flatMap { drawnEdges.undrawn(of: $0) })
        drawn.polygons = feature.name == nil ? [] : cutter.cutRoughly(polygons: polygons)
      case .polygons(let polygons): drawn.polygons = cutter.cut(polygons: polygons)
      }
      let isEmpty = drawn.lines.isEmpty && drawn.polygons.isEmpty && drawn.points.isEmpty
      return isEmpty ? nil : drawn
    }
  }
}
