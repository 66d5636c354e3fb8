import Model

/// The Mercator projection of the ellipsoid, true to scale at one latitude.
///
/// Snyder 1987, chapter 7. Kilometres east and north of the origin.
struct Mercator: Sendable, Equatable {
  let centralMeridian: Double
  /// Kilometres of the equator at the scale of the true latitude.
  private let radius: Double
  private let originNorth: Double

  init(origin: Coordinate) {
    let latitude = min(max(origin.latitude, -85), 85).radians
    centralMeridian = origin.longitude
    radius = Ellipsoid.semiMajorAxis * Ellipsoid.parallelRadius(latitude)
    originNorth = -radius * logarithm(Ellipsoid.conformalTangent(latitude))
  }

  func forward(_ coordinate: Coordinate) -> Point {
    let turn = (coordinate.longitude - centralMeridian).wrappedDegrees.radians
    let north =
      -radius * logarithm(Ellipsoid.conformalTangent(coordinate.latitude.radians))
    return Point(x: radius * turn, y: north - originNorth)
  }

  func inverse(_ point: Point) -> Coordinate {
    let tangent = exponential(-(point.y + originNorth) / radius)
    return Coordinate(
      longitude: centralMeridian + (point.x / radius).degrees,
      latitude: Ellipsoid.latitude(conformalTangent: tangent).degrees)
  }
}
