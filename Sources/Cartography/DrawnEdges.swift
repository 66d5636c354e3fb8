import Model

/// Edges between two points that are drawn already: areas share them with each other, and a country's
/// parts with its borders. A dashed line drawn twice would show no dashes.
struct DrawnEdges {
  private struct Edge: Hashable {
    var first: Coordinate
    var second: Coordinate

    init(_ a: Coordinate, _ b: Coordinate) {
      let isOrdered = (a.longitude, a.latitude) < (b.longitude, b.latitude)
      (first, second) = isOrdered ? (a, b) : (b, a)
    }
  }

  private var edges: Set<Edge> = []
  /// Degrees; what lies beyond is not drawn, and not kept.
  private let shown: Box

  init(shown: Box) { self.shown = shown }

  mutating func add(_ layer: GeoLayer) {
    for feature in layer.features {
      for line in feature.geometry.outlines { _ = undrawn(of: line) }
    }
  }

  /// The parts of a line that were not drawn yet; now they are.
  mutating func undrawn(of line: [Coordinate]) -> [[Coordinate]] {
    var parts: [[Coordinate]] = []
    var isDrawing = false
    for (a, b) in zip(line, line.dropFirst()) {
      guard !isShown(a) && !isShown(b) || edges.insert(Edge(a, b)).inserted else {
        isDrawing = false
        continue
      }
      if isDrawing {
        parts[parts.count - 1].append(b)
      } else {
        parts.append([a, b])
      }
      isDrawing = true
    }
    return parts
  }

  private func isShown(_ point: Coordinate) -> Bool {
    shown.holds(Point(x: point.longitude, y: point.latitude))
  }
}

extension GeoLayer.Geometry {
  /// Lines, and the rings of polygons.
  fileprivate var outlines: [[Coordinate]] {
    switch self {
    case .points: []
    case .lines(let lines): lines
    case .polygons(let polygons): polygons.flatMap(\.self)
    }
  }
}
