import CGEOS
import Model

// Between degrees and planes. Edges are cut short first, so that a straight line of one plane bends
// as it should on another.

extension Geometry {
  /// Polygons in degrees, longitudes running on past ±180 where a ring does, without what the
  /// projection cannot show. Rings, the outer ring first; faulty ones are mended.
  ///
  /// - Parameter shown: where more of the detail of very long outlines is kept; degrees.
  static func degrees(
    _ polygons: [[[Coordinate]]], on projection: Projection, shown: Box? = nil, in context: Geos
  ) -> (geometry: Geometry, isCoarse: Bool)? {
    let domain = projection.domain
    let near = polygons.thinned(shown: shown).flatMap(domain.copies)
    guard let whole = Geometry.sound(near, in: context), let cut = whole.clipped(to: domain)
    else { return nil }
    return (cut, whole.isCoarse)
  }

  /// From degrees to a plane.
  func projected(by projection: Projection) -> Geometry? {
    let parts = (densified(in: 48) ?? self).polygons.map { rings in
      rings.map {
        $0.compactMap { projection.forward(Coordinate(longitude: $0.x, latitude: $0.y)) }
      }
    }
    return Geometry(polygons: parts, in: context)?.mended
  }

  /// From one plane to another.
  func moved(from plane: Projection, to other: Projection) -> Geometry? {
    if plane == other { return self }
    let rings = (densified(in: 24) ?? self).polygons.map { $0.map { $0.map(plane.inverse) } }
    return Geometry.degrees(rings, on: other, in: context)?.geometry.projected(by: other)
  }

  /// Polygons in degrees; longitudes may run on past ±180.
  func polygons(from plane: Projection) -> [[[Coordinate]]] {
    polygons.map { $0.map { $0.map(plane.inverse) } }
  }

  /// Square kilometres on the ellipsoid, measured on an equal-area plane of its own.
  static func area(of rings: [[[Coordinate]]], in context: Geos) -> Double {
    let equalArea = Projection(
      for: Extent(holding: rings.flatMap { $0.flatMap { $0 } }), as: .albers)
    let parts = rings.map { $0.map { $0.compactMap(equalArea.forward) } }
    return Geometry(polygons: parts, in: context)?.area ?? 0
  }

  /// With no edge longer than a share of its own size.
  func densified(in steps: Double) -> Geometry? {
    var (minX, minY, maxX, maxY) = (0.0, 0.0, 0.0, 0.0)
    guard GEOSGeom_getXMin_r(context.handle, pointer, &minX) == 1,
      GEOSGeom_getYMin_r(context.handle, pointer, &minY) == 1,
      GEOSGeom_getXMax_r(context.handle, pointer, &maxX) == 1,
      GEOSGeom_getYMax_r(context.handle, pointer, &maxY) == 1
    else { return nil }
    let step = max(maxX - minX, maxY - minY) / steps
    guard step > 0 else { return nil }
    return GEOSDensify_r(context.handle, pointer, step).map { Geometry(owning: $0, in: context) }
  }
}

extension Projection {
  /// What it can show, in degrees.
  var domain: Box {
    let (low, high) =
      switch surface {
      case .cylinder: (-84.0, 84.0)
      case .conic(let conic): conic.isNorthern ? (-70.0, 89.9) : (-89.9, 70.0)
      case .equalArea: (-89.9, 89.9)
      }
    // Not quite round the Earth, so that the rim keeps to its side.
    return Box(
      minX: centralMeridian - 179.99, minY: low, maxX: centralMeridian + 179.99, maxY: high)
  }
}

extension [[[Coordinate]]] {
  /// Polygons as rings of points, longitudes running on; without what is too fine where there are very
  /// many points. A polygon whose outer ring is left out goes whole.
  func thinned(shown: Box?) -> [[[Point]]] {
    let unwrapped = map { $0.map(\.unwrappedRing) }
    let count = unwrapped.reduce(0) { $0 + $1.reduce(0) { $0 + $1.count } }
    guard count > Thinning.most else { return unwrapped }
    return Thinning.thinned(polygons: unwrapped, shown: shown)
  }
}

extension [Coordinate] {
  /// As points whose longitudes run on past ±180 rather than jump; without what is not on Earth.
  var unwrapped: [Point] {
    var points: [Point] = []
    points.reserveCapacity(count)
    for coordinate in self where coordinate.isOnEarth {
      let last = points.last?.x ?? 0
      points.append(
        Point(x: last + (coordinate.longitude - last).wrappedDegrees, y: coordinate.latitude))
    }
    return points
  }
}

extension [Coordinate] {
  /// The same for a ring. One that goes round a pole holds it: it is led along the meridian there
  /// and back, so that it closes.
  var unwrappedRing: [Point] {
    var points = unwrapped
    guard let first = points.first, let last = points.last else { return [] }
    let end = last.x + (first.x - last.x).wrappedDegrees
    guard abs(end - first.x) > 180 else { return points }
    let middle = points.reduce(0) { $0 + $1.y } / Double(points.count)
    let pole: Double = middle < 0 ? -90 : 90
    points += [
      Point(x: end, y: first.y), Point(x: end, y: pole), Point(x: first.x, y: pole), first,
    ]
    return points
  }
}

extension Point {
  func east(by degrees: Double) -> Point { Point(x: x + degrees, y: y) }
}

extension Box {
  /// A polygon's rings, or a line alone, wherever whole turns about the Earth's axis bring the first
  /// over this; none where they come nowhere near. Degrees.
  func copies(of rings: [[Point]]) -> [[[Point]]] {
    guard let box = rings.first.flatMap({ Box(holding: $0) })?.grown(by: 1e-9),
      box.minY < maxY, minY < box.maxY
    else { return [] }
    return turns(over: box).map { turn in rings.map { $0.map { $0.east(by: turn) } } }
  }

  /// What lies in both.
  func common(with other: Box) -> Box {
    Box(
      minX: max(minX, other.minX), minY: max(minY, other.minY), maxX: min(maxX, other.maxX),
      maxY: min(maxY, other.maxY))
  }

  /// By how many degrees something may be turned about the Earth's axis to lie over this, in whole
  /// turns.
  private func turns(over box: Box) -> [Double] {
    let first = ((minX - box.maxX) / 360).rounded(.up)
    let last = ((maxX - box.minX) / 360).rounded(.down)
    guard first <= last, first.isFinite, last.isFinite else { return [] }
    return (Int(first)...Int(last)).prefix(3).map { Double($0) * 360 }
  }
}
