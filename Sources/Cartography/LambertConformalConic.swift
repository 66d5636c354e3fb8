import Model

/// The Lambert conformal conic projection of the ellipsoid, with two standard parallels.
///
/// Snyder 1987, chapter 15. Kilometres east and north of the origin; angles in degrees outside,
/// in radians inside.
struct LambertConformalConic: Sendable, Equatable {
  let centralMeridian: Double
  /// How strongly meridians converge: n.
  private let cone: Double
  /// a F, in kilometres.
  private let scale: Double
  /// Distance from the cone's apex to the origin, in kilometres.
  private let originRadius: Double

  /// `nil` where no cone fits: parallels on both sides of the equator that cancel out, or at a pole.
  init?(parallels: (Double, Double), origin: Coordinate) {
    let (first, second) = (parallels.0.radians, parallels.1.radians)
    let (m1, m2) = (Ellipsoid.parallelRadius(first), Ellipsoid.parallelRadius(second))
    let (t1, t2) = (Ellipsoid.conformalTangent(first), Ellipsoid.conformalTangent(second))
    cone =
      abs(first - second) < 1e-9
      ? sine(first) : (logarithm(m1) - logarithm(m2)) / (logarithm(t1) - logarithm(t2))
    guard cone.isFinite, abs(cone) > 1e-3 else { return nil }
    scale = Ellipsoid.semiMajorAxis * m1 / (cone * power(t1, cone))
    originRadius =
      scale * power(Ellipsoid.conformalTangent(origin.latitude.radians), cone)
    centralMeridian = origin.longitude
    guard scale.isFinite, originRadius.isFinite else { return nil }
  }

  var isNorthern: Bool { cone > 0 }

  func forward(_ coordinate: Coordinate) -> Point {
    let radius = scale * power(Ellipsoid.conformalTangent(coordinate.latitude.radians), cone)
    let turn = cone * (coordinate.longitude - centralMeridian).wrappedDegrees.radians
    return Point(x: radius * sine(turn), y: originRadius - radius * cosine(turn))
  }

  func inverse(_ point: Point) -> Coordinate {
    let side: Double = cone < 0 ? -1 : 1
    let down = originRadius - point.y
    let radius = side * (point.x * point.x + down * down).squareRoot()
    let turn = angle(x: side * down, y: side * point.x)
    let latitude = Ellipsoid.latitude(conformalTangent: power(radius / scale, 1 / cone))
    return Coordinate(
      longitude: centralMeridian + (turn / cone).degrees, latitude: latitude.degrees)
  }
}

extension Double {
  /// The same direction within -180…180 degrees.
  var wrappedDegrees: Double {
    guard isFinite, abs(self) > 180 else { return self }
    return remainder(dividingBy: 360)
  }
}
