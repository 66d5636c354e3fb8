import CGEOS

/// A geometry of GEOS in projected kilometres, freed with its last owner.
///
/// Every operation gives a new geometry, or `nil` where GEOS finds none; none of them throws or traps
/// on degenerate input.
final class Geometry {
  let context: Geos
  let pointer: OpaquePointer
  /// Whether it stands for polygons that were too dense to be kept as they are.
  private(set) var isCoarse = false

  /// Takes ownership of what GEOS returned; `nil` where it returned nothing.
  private convenience init?(_ pointer: OpaquePointer?, in context: Geos) {
    guard let pointer else { return nil }
    self.init(owning: pointer, in: context)
  }

  init(owning pointer: OpaquePointer, in context: Geos) {
    self.pointer = pointer
    self.context = context
  }

  convenience init?(copying other: Geometry) {
    self.init(GEOSGeom_clone_r(other.context.handle, other.pointer), in: other.context)
  }

  deinit { GEOSGeom_destroy_r(context.handle, pointer) }

  /// Polygons of rings, the outer ring first; rings close themselves, faulty ones are mended.
  convenience init?(polygons: [[[Point]]], in context: Geos) {
    let parts = polygons.compactMap { Geometry.polygon($0, context) }
    self.init(collecting: parts, as: GEOS_MULTIPOLYGON, in: context)
    guard !isEmpty else { return nil }
  }

  /// Polygons free of self-crossings, whatever their rings do; coarse where their outlines are too
  /// dense for geometry, and for a map.
  static func sound(_ polygons: [[[Point]]], in context: Geos) -> Geometry? {
    guard OutlineTangle(of: polygons.flatMap(\.self)).isDense else {
      return Geometry(polygons: polygons, in: context)?.mended
    }
    guard let outlines = CoverageRaster(polygons)?.outlines, !outlines.isEmpty else { return nil }
    let coarse = Geometry(polygons: [outlines], in: context)?.mended
    coarse?.isCoarse = true
    return coarse
  }

  convenience init?(lines: [[Point]], in context: Geos) {
    let parts = lines.compactMap { line -> OpaquePointer? in
      guard line.count > 1, let sequence = Geometry.sequence(line, context) else { return nil }
      return GEOSGeom_createLineString_r(context.handle, sequence)
    }
    self.init(collecting: parts, as: GEOS_MULTILINESTRING, in: context)
    guard !isEmpty else { return nil }
  }

  convenience init?(points: [Point], in context: Geos) {
    let parts = points.filter(\.isFinite).compactMap {
      GEOSGeom_createPointFromXY_r(context.handle, $0.x, $0.y)
    }
    self.init(collecting: parts, as: GEOS_MULTIPOINT, in: context)
    guard !isEmpty else { return nil }
  }

  private convenience init?(
    collecting parts: [OpaquePointer], as kind: GEOSGeomTypes, in context: Geos
  ) {
    var parts: [OpaquePointer?] = parts
    self.init(
      GEOSGeom_createCollection_r(
        context.handle, Int32(kind.rawValue), &parts, UInt32(parts.count)), in: context)
  }

  // MARK: Operations

  /// All within a distance in kilometres; a negative one shrinks.
  func buffered(by distance: Double) -> Geometry? {
    guard distance.isFinite else { return nil }
    return Geometry(GEOSBuffer_r(context.handle, pointer, distance, 24), in: context)
  }

  var convexHull: Geometry? { Geometry(GEOSConvexHull_r(context.handle, pointer), in: context) }

  func union(_ other: Geometry) -> Geometry? {
    Geometry(GEOSUnion_r(context.handle, pointer, other.pointer), in: context)
  }

  func intersection(_ other: Geometry) -> Geometry? {
    Geometry(GEOSIntersection_r(context.handle, pointer, other.pointer), in: context)
  }

  func difference(_ other: Geometry) -> Geometry? {
    Geometry(GEOSDifference_r(context.handle, pointer, other.pointer), in: context)
  }

  /// Its parts as one, without what they share.
  var merged: Geometry? {
    Geometry(GEOSUnaryUnion_r(context.handle, pointer), in: context)
  }

  func clipped(to box: Box) -> Geometry? {
    Geometry(
      GEOSClipByRect_r(context.handle, pointer, box.minX, box.minY, box.maxX, box.maxY),
      in: context)
  }

  /// Without the detail below a tolerance in kilometres (Douglas and Peucker); polygons stay sound.
  func simplified(to tolerance: Double) -> Geometry? {
    Geometry(GEOSSimplify_r(context.handle, pointer, tolerance), in: context)
  }

  /// Free of self-crossings, so that areas and overlays are sound. Polygons are mended one by one:
  /// together, what two of them share would be taken for a hole.
  var mended: Geometry? {
    guard GEOSisValid_r(context.handle, pointer) != 1 else { return self }
    let parts = polygons.compactMap { rings -> OpaquePointer? in
      guard let part = Geometry.polygon(rings, context) else { return nil }
      defer { GEOSGeom_destroy_r(context.handle, part) }
      return GEOSMakeValid_r(context.handle, part)
    }
    return Geometry(collecting: parts, as: GEOS_GEOMETRYCOLLECTION, in: context)?.merged
  }

  // MARK: Measures

  var isEmpty: Bool { GEOSisEmpty_r(context.handle, pointer) != 0 }

  /// Square kilometres.
  var area: Double {
    var area = 0.0
    return GEOSArea_r(context.handle, pointer, &area) == 1 && area.isFinite ? area : 0
  }

  func holds(_ point: Point) -> Bool {
    guard let point = Geometry(points: [point], in: context) else { return false }
    return GEOSIntersects_r(context.handle, pointer, point.pointer) == 1
  }

  var centroid: Point? { point(GEOSGetCentroid_r(context.handle, pointer)) }

  /// A point that surely lies within.
  var pointOnSurface: Point? { point(GEOSPointOnSurface_r(context.handle, pointer)) }

  private func point(_ found: OpaquePointer?) -> Point? {
    guard let found = Geometry(found, in: context) else { return nil }
    var point = Point(x: .nan, y: .nan)
    guard GEOSGeomGetX_r(context.handle, found.pointer, &point.x) == 1,
      GEOSGeomGetY_r(context.handle, found.pointer, &point.y) == 1
    else { return nil }
    return point.isFinite ? point : nil
  }
}

/// The version of GEOS that the program runs with.
public let geosVersion = String(cString: GEOSversion())
