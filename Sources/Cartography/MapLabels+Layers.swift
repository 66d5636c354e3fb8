// Names of rivers, lakes and countries, after all that the map itself is about.

extension MapLabels {
  /// Each name once, on the longest line or the largest polygon that carries it.
  static func placeLayerNames(
    of contents: MapContents, language: String, in placement: inout LabelPlacement
  ) {
    for layer in contents.layers {
      var seen: Set<String> = []
      for feature in layer.features {
        guard let name = feature.name.map({ Name($0, in: language) }), !name.text.isEmpty,
          seen.insert(name.text).inserted
        else { continue }
        let same = layer.features.filter { $0.name == feature.name }
        if let polygon = same.flatMap(\.polygons).max(by: { $0.extent < $1.extent }) {
          placePolygonName(name, polygon, layer.theme, in: &placement)
        } else if layer.theme == .rivers || layer.theme == .other || layer.theme == .roads {
          let lines = same.flatMap(\.lines).sorted { $0.length > $1.length }
          placement.place(lines.prefix(4).flatMap { Self.along($0, .river, name) })
        }
        for point in same.flatMap(\.points) {
          placement.place(Label.around(point, radius: 2, role: .minor, name: name))
        }
      }
    }
  }

  private static func placePolygonName(
    _ name: Name, _ polygon: [[Point]], _ theme: BaseLayer.Theme,
    in placement: inout LabelPlacement
  ) {
    guard let box = Box(holding: polygon.flatMap { $0 }), max(box.width, box.height) > 24 else {
      return
    }
    let points = Self.points(of: [polygon], within: box, from: box.centre)
    placement.place(
      Label.inside(
        points, role: theme == .lakes || theme == .sea ? .lake : .area, name: name, width: 11))
  }
}

extension [Point] {
  /// Units.
  fileprivate var length: Double {
    zip(self, dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
  }
}

extension [[Point]] {
  /// The area of its bounding box, to compare polygons by.
  fileprivate var extent: Double {
    Box(holding: flatMap { $0 }).map { $0.width * $0.height } ?? 0
  }
}
