import CGEOS

// Coordinates in and out of GEOS.

extension Geometry {
  /// Its polygons as rings, the outer ring first; each ring ends where it starts.
  var polygons: [[[Point]]] {
    var found: [[[Point]]] = []
    Geometry.visit(pointer, context) { kind, part in
      guard kind == GEOS_POLYGON.rawValue else { return }
      let outer = GEOSGetExteriorRing_r(context.handle, part)
      let holes = max(0, GEOSGetNumInteriorRings_r(context.handle, part))
      let rings =
        [outer] + (0..<holes).map { GEOSGetInteriorRingN_r(context.handle, part, $0) }
      let points = rings.map { Geometry.points($0, context) }.filter { $0.count > 3 }
      if !points.isEmpty { found.append(points) }
    }
    return found
  }

  /// Its lines, and no polygons' rings.
  var lines: [[Point]] {
    var found: [[Point]] = []
    Geometry.visit(pointer, context) { kind, part in
      guard kind == GEOS_LINESTRING.rawValue || kind == GEOS_LINEARRING.rawValue else { return }
      let points = Geometry.points(part, context)
      if points.count > 1 { found.append(points) }
    }
    return found
  }

  /// Calls with each part that is not a collection, and its type.
  private static func visit(
    _ pointer: OpaquePointer?, _ context: Geos, _ body: (UInt32, OpaquePointer) -> Void
  ) {
    guard let pointer else { return }
    let kind = UInt32(bitPattern: GEOSGeomTypeId_r(context.handle, pointer))
    guard kind >= GEOS_MULTIPOINT.rawValue, kind <= GEOS_GEOMETRYCOLLECTION.rawValue else {
      return body(kind, pointer)
    }
    for index in 0..<max(0, GEOSGetNumGeometries_r(context.handle, pointer)) {
      visit(GEOSGetGeometryN_r(context.handle, pointer, index), context, body)
    }
  }

  static func polygon(_ rings: [[Point]], _ context: Geos) -> OpaquePointer? {
    // The outer ring first: holes without one would have no owner.
    guard let outer = rings.first.flatMap({ ring(of: $0, context) }) else { return nil }
    var holes: [OpaquePointer?] = rings.dropFirst().compactMap { ring(of: $0, context) }
    return GEOSGeom_createPolygon_r(context.handle, outer, &holes, UInt32(holes.count))
  }

  private static func ring(of points: [Point], _ context: Geos) -> OpaquePointer? {
    guard let first = points.first, points.count > 2 else { return nil }
    let closed = points.last == first ? points : points + [first]
    guard closed.count > 3, let sequence = sequence(closed, context) else { return nil }
    return GEOSGeom_createLinearRing_r(context.handle, sequence)
  }

  static func sequence(_ points: [Point], _ context: Geos) -> OpaquePointer? {
    guard points.allSatisfy(\.isFinite) else { return nil }
    let numbers = points.flatMap { [$0.x, $0.y] }
    return GEOSCoordSeq_copyFromBuffer_r(context.handle, numbers, UInt32(points.count), 0, 0)
  }

  private static func points(_ line: OpaquePointer?, _ context: Geos) -> [Point] {
    guard let line, let sequence = GEOSGeom_getCoordSeq_r(context.handle, line) else { return [] }
    var count: UInt32 = 0
    guard GEOSCoordSeq_getSize_r(context.handle, sequence, &count) == 1, count > 0 else {
      return []
    }
    var numbers = [Double](repeating: 0, count: Int(count) * 2)
    guard GEOSCoordSeq_copyToBuffer_r(context.handle, sequence, &numbers, 0, 0) == 1 else {
      return []
    }
    return (0..<Int(count)).map { Point(x: numbers[$0 * 2], y: numbers[$0 * 2 + 1]) }
  }
}
