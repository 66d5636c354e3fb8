import Model

/// Finds the ground that each zone of a map covers.
struct ZoneShapes {
  let map: ZoneMap
  let portal: Portal
  let projection: Projection
  let context: Geos

  /// Kilometres; a width beyond it is a slip of the pen.
  static let widest = 5000.0

  /// The zones' ground in the map's order; `nil` for one whose places have no coordinates, or that
  /// covers nothing. A zone made of others sees only those before it.
  func resolved() -> [Geometry?] {
    var found: [Geometry?] = []
    for zone in map.zones {
      let ground = ground(of: zone.shape, before: found)?.mended
      found.append(ground.flatMap { $0.area > 0 ? $0 : nil })
    }
    return found
  }

  private func ground(of shape: Zone.Shape, before found: [Geometry?]) -> Geometry? {
    switch shape {
    case .riverCorridor(let river, let from, let to, let width):
      guard let from = point(from), let to = point(to) else { return nil }
      let course = RiverCourse(lines: riverLines(named: river)).course(from: from, to: to)
      return corridor(course ?? [from, to], width: width)
    case .corridor(let along, let width):
      return corridor(along.compactMap(point), width: width)
    case .circle(let around, let radius):
      guard let centre = point(around), let radius = Self.usable(radius) else { return nil }
      return Geometry(points: [centre], in: context)?.buffered(by: radius)
    case .hull(let around, let margin):
      let hull = Geometry(points: around.compactMap(point), in: context)?.convexHull
      return Self.usable(margin).map { hull?.buffered(by: $0) } ?? hull
    case .polygons(let polygons):
      let projected = polygons.map { $0.map { $0.compactMap(projection.forward) } }
      return Geometry(polygons: projected, in: context)?.mended
    case .union(let zones):
      return combine(zones, of: found) { $1.map($0.union) ?? $0 }
    case .intersection(let zones):
      return combine(zones, of: found) { $1.flatMap($0.intersection) }
    case .difference(let zones):
      return combine(zones, of: found) { $1.map($0.difference) ?? $0 }
    }
  }

  /// What lies within half a width of a line; around a point where the line is no more than that.
  private func corridor(_ line: [Point], width: Double) -> Geometry? {
    guard let width = Self.usable(width) else { return nil }
    let spine =
      Geometry(lines: [line], in: context) ?? Geometry(points: line, in: context)
    return spine?.buffered(by: width / 2)
  }

  /// The first zone's ground, by an operation with each of the others' in turn (`nil` for one that
  /// covers nothing). Without the first there is nothing to add to, to cut or to take from.
  private func combine(
    _ zones: [Int], of found: [Geometry?], by operation: (Geometry, Geometry?) -> Geometry?
  ) -> Geometry? {
    let parts = zones.map { found.indices.contains($0) ? found[$0] : nil }
    guard let first = parts.first, var ground = first else { return nil }
    for part in parts.dropFirst() {
      guard let next = operation(ground, part) else { return nil }
      ground = next
    }
    return ground
  }

  private func point(_ place: Int) -> Point? {
    guard portal.places.indices.contains(place) else { return nil }
    return portal.places[place].coordinate.flatMap(projection.forward)
  }

  /// The lines of every feature of the portal's layers that has a name, whatever its case.
  private func riverLines(named name: String) -> [[Point]] {
    let name = name.lowercased()
    var found: [[Point]] = []
    for feature in portal.layers.flatMap(\.features) {
      guard case .lines(let lines) = feature.geometry, let names = feature.name?.names,
        names.contains(where: { $0.text.lowercased() == name })
      else { continue }
      found += lines.map { $0.compactMap(projection.forward) }
    }
    return found
  }

  private static func usable(_ kilometres: Double) -> Double? {
    kilometres.isFinite && kilometres > 0 ? min(kilometres, widest) : nil
  }
}
