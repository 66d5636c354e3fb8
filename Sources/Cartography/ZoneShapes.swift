import Model

/// Finds the ground that each zone of a map covers.
///
/// Distances are those on the ground: what has a width, a radius or a margin is made on a conic plane
/// of its own, fitted to the zone, and then brought to the map's.
struct ZoneShapes {
  /// The ground of one zone.
  struct Ground {
    /// On the map's plane.
    var shape: Geometry
    /// The same in degrees: rings, the outer ring first; longitudes may run on past ±180.
    var degrees: [[[Coordinate]]] = []
    /// Square kilometres on the ellipsoid.
    var area: Double
    /// Ends of a river's corridor that lie far from the river, with how far in km.
    var strays: [(place: Int, distance: Double)] = []
    /// Whether the river could not be followed, so that the corridor runs straight.
    var leavesRiver = false
    /// Whether its polygons were too dense to be kept as they are.
    var isCoarse = false
  }

  let map: ZoneMap
  let portal: Portal
  let projection: Projection
  let context: Geos
  /// What the map shows, where that is known before its zones are: degrees. Outlines of very many
  /// points keep more of them there.
  var shown: Box?

  /// Kilometres; a width beyond it is a slip of the pen.
  static let widest = 5000.0

  /// The zones' ground in the map's order; `nil` for one whose places have no coordinates, or that
  /// covers nothing. A zone made of others sees only those before it.
  func resolved() -> [Ground?] {
    var found: [Ground?] = []
    for zone in map.zones {
      var ground = ground(of: zone.shape, before: found)
      if let shape = ground?.shape.mended {
        ground?.shape = shape
        let degrees = shape.polygons(from: projection)
        ground?.degrees = degrees
        ground?.area = Geometry.area(of: degrees, in: context)
      }
      found.append(ground.flatMap { $0.area > 0 ? $0 : nil })
    }
    return found
  }

  private func ground(of shape: Zone.Shape, before found: [Ground?]) -> Ground? {
    switch shape {
    case .riverCorridor(let river, let from, let to, let width):
      return corridor(alongRiver: river, from: from, to: to, width: width)
    case .corridor(let along, let width):
      let spine = along.compactMap(coordinate)
      return onPlane(around: spine) { plane in
        corridor(spine.compactMap(plane.forward), width: width)
      }
    case .circle(let around, let radius):
      guard let centre = coordinate(around), let radius = Self.usable(radius) else { return nil }
      return onPlane(around: [centre]) { plane in
        Geometry(points: [centre].compactMap(plane.forward), in: context)?.buffered(by: radius)
      }
    case .hull(let around, let margin):
      let corners = around.compactMap(coordinate)
      return onPlane(around: corners) { plane in
        let hull = Geometry(points: corners.compactMap(plane.forward), in: context)?.convexHull
        return Self.usable(margin).map { hull?.buffered(by: $0) } ?? hull
      }
    case .polygons(let polygons):
      guard
        let degrees = Geometry.degrees(polygons, on: projection, shown: shown, in: context),
        let shape = degrees.geometry.projected(by: projection)
      else { return nil }
      return Ground(shape: shape, area: 0, isCoarse: degrees.isCoarse)
    case .union(let zones):
      return combine(zones, of: found) { $1.map($0.union) ?? $0 }
    case .intersection(let zones):
      return combine(zones, of: found) { $1.flatMap($0.intersection) }
    case .difference(let zones):
      return combine(zones, of: found) { $1.map($0.difference) ?? $0 }
    }
  }

  /// What is made on a plane fitted to some coordinates, brought to the map's plane.
  private func onPlane(
    around coordinates: [Coordinate], _ make: (Projection) -> Geometry?
  ) -> Ground? {
    guard !coordinates.isEmpty else { return nil }
    let plane = Projection(for: Extent(holding: coordinates), as: .conic)
    return make(plane)?.moved(from: plane, to: projection).map { Ground(shape: $0, area: 0) }
  }

  /// What lies within half a width of a line; around a point where the line is no more than that.
  private func corridor(_ line: [Point], width: Double) -> Geometry? {
    guard let width = Self.usable(width) else { return nil }
    let spine =
      Geometry(lines: [line], in: context) ?? Geometry(points: line, in: context)
    return spine?.buffered(by: width / 2)
  }

  private func corridor(
    alongRiver river: String, from: Int, to: Int, width: Double
  ) -> Ground? {
    guard let start = coordinate(from), let end = coordinate(to) else { return nil }
    var strays: [(place: Int, distance: Double)] = []
    var leavesRiver = false
    var ground = onPlane(around: [start, end]) { plane in
      guard let first = plane.forward(start), let last = plane.forward(end) else { return nil }
      let course = RiverCourse(lines: riverLines(named: river, on: plane))
      for (place, point) in [(from, first), (to, last)] {
        // A place on the bank, or a little way off it, belongs to the river.
        if let distance = course.distance(to: point), distance > max(width, 10) {
          strays.append((place, distance))
        }
      }
      let way = course.course(from: first, to: last)
      leavesRiver = way == nil
      return corridor(way ?? [first, last], width: width)
    }
    ground?.strays = strays
    ground?.leavesRiver = leavesRiver
    return ground
  }

  /// The first zone's ground, by an operation with each of the others' in turn (`nil` for one that
  /// covers nothing). Without the first there is nothing to add to, to cut or to take from.
  private func combine(
    _ zones: [Int], of found: [Ground?], by operation: (Geometry, Geometry?) -> Geometry?
  ) -> Ground? {
    let parts = zones.map { found.indices.contains($0) ? found[$0]?.shape : nil }
    guard let first = parts.first, var shape = first else { return nil }
    for part in parts.dropFirst() {
      guard let next = operation(shape, part) else { return nil }
      shape = next
    }
    return Ground(shape: shape, area: 0)
  }

  private func coordinate(_ place: Int) -> Coordinate? {
    guard portal.places.indices.contains(place), let coordinate = portal.places[place].coordinate,
      coordinate.isOnEarth
    else { return nil }
    return coordinate
  }

  /// The lines of every feature of the portal's layers that has a name, whatever its case.
  private func riverLines(named name: String, on plane: Projection) -> [[Point]] {
    let name = name.lowercased()
    var found: [[Point]] = []
    for feature in portal.layers.flatMap(\.features) {
      guard case .lines(let lines) = feature.geometry, let names = feature.name?.names,
        names.contains(where: { $0.text.lowercased() == name })
      else { continue }
      found += lines.map { $0.compactMap(plane.forward) }
    }
    return found
  }

  private static func usable(_ kilometres: Double) -> Double? {
    kilometres.isFinite && kilometres > 0 ? min(kilometres, widest) : nil
  }
}
