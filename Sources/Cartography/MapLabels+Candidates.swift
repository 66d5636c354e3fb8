// Where the names of a map's contents may stand.

extension MapLabels {
  /// Inside a zone, then beside it; the other way round where it is smaller than its name.
  static func candidates(for zone: MapContents.ZoneArea) -> ([Label], [Label]) {
    guard let middle = zone.middle,
      let box = Box(holding: zone.polygons.flatMap { $0.flatMap { $0 } })
    else { return ([], []) }
    let inside = Label.inside(
      [middle] + points(of: zone.polygons, within: box, from: middle), role: .zone,
      name: zone.name, width: 11)
    let outlines = zone.polygons.compactMap(\.first)
    let beside = Label.beside(outlines, middle: middle, role: .zone, name: zone.name)
    guard let word = inside.first?.box(in: .wide) else { return ([], []) }
    let isSmall = box.width < word.width * 0.6 || box.height < word.height
    return isSmall ? (beside, inside) : (inside, beside)
  }

  static func candidates(for area: MapContents.Mark) -> [Label] {
    let steps: [(x: Double, y: Double)] = [
      (0, 0), (0, -16), (0, 16), (30, 0), (-30, 0), (30, 20), (-30, -20), (0, -34), (0, 34),
    ]
    let points = steps.map { Point(x: area.at.x + $0.x, y: area.at.y + $0.y) }
    return Label.inside(points, role: .area, name: area.name, width: 11)
  }

  /// A lattice of points within polygons, the nearest to a point first.
  static func points(
    of polygons: [[[Point]]], within box: Box, from middle: Point
  ) -> [Point] {
    let rings = polygons.flatMap { $0 }
    var lattice: [Point] = []
    for row in 1..<14 {
      let y = box.minY + box.height * Double(row) / 14
      for column in 1..<14 {
        lattice.append(Point(x: box.minX + box.width * Double(column) / 14, y: y))
      }
    }
    return lattice.filter { $0.isInside(rings) }
      .sorted { $0.distance(to: middle) < $1.distance(to: middle) }
  }

  static func along(_ line: [Point], _ role: Label.Role, _ name: Name) -> [Label] {
    Label.along(line, role: role, name: name, lettering: .narrow)
      + Label.along(line, role: role, name: name, lettering: .wide)
  }
}

extension Point {
  /// Whether it lies within rings, by the even-odd rule.
  func isInside(_ rings: [[Point]]) -> Bool {
    var inside = false
    for ring in rings {
      for (a, b) in zip(ring, ring.dropFirst()) where (a.y > y) != (b.y > y) {
        if x < a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y) { inside.toggle() }
      }
    }
    return inside
  }
}
