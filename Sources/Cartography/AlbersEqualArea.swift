import Model

/// The Albers equal-area conic projection of the ellipsoid, with two standard parallels.
///
/// Snyder 1987, chapter 14. Kilometres east and north of the origin; angles in degrees outside,
/// in radians inside.
struct AlbersEqualArea: Sendable, Equatable {
  let centralMeridian: Double
  /// How strongly meridians converge: n.
  private let cone: Double
  /// C of (14-13).
  private let constant: Double
  /// Distance from the cone's apex to the origin, in kilometres.
  private let originRadius: Double

  /// `nil` where no cone fits: parallels on both sides of the equator that cancel out, or at a pole.
  init?(parallels: (Double, Double), origin: Coordinate) {
    let (first, second) = (parallels.0.radians, parallels.1.radians)
    let (m1, m2) = (Ellipsoid.parallelRadius(first), Ellipsoid.parallelRadius(second))
    let (q1, q2) = (Ellipsoid.authalic(first), Ellipsoid.authalic(second))
    cone = abs(first - second) < 1e-9 ? sine(first) : (m1 * m1 - m2 * m2) / (q2 - q1)
    guard cone.isFinite, abs(cone) > 1e-3 else { return nil }
    constant = m1 * m1 + cone * q1
    let square = constant - cone * Ellipsoid.authalic(origin.latitude.radians)
    guard square >= 0 else { return nil }
    originRadius = Ellipsoid.semiMajorAxis * square.squareRoot() / cone
    centralMeridian = origin.longitude
  }

  func forward(_ coordinate: Coordinate) -> Point {
    let square = constant - cone * Ellipsoid.authalic(coordinate.latitude.radians)
    let radius = Ellipsoid.semiMajorAxis * max(square, 0).squareRoot() / cone
    let turn = cone * (coordinate.longitude - centralMeridian).wrappedDegrees.radians
    return Point(x: radius * sine(turn), y: originRadius - radius * cosine(turn))
  }

  func inverse(_ point: Point) -> Coordinate {
    let side: Double = cone < 0 ? -1 : 1
    let down = originRadius - point.y
    let turn = angle(x: side * down, y: side * point.x)
    let reach =
      (point.x * point.x + down * down) / (Ellipsoid.semiMajorAxis * Ellipsoid.semiMajorAxis)
    let latitude = Ellipsoid.latitude(authalic: (constant - reach * cone * cone) / cone)
    return Coordinate(
      longitude: centralMeridian + (turn / cone).degrees, latitude: latitude.degrees)
  }
}
