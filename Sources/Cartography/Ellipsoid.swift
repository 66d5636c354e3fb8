/// The WGS 84 ellipsoid, with what conformal projections need of it.
///
/// Formulas: J. P. Snyder, Map Projections – A Working Manual (USGS Professional Paper 1395, 1987);
/// the numbers are his.
enum Ellipsoid {
  /// Kilometres.
  static let semiMajorAxis = 6378.137
  static let flattening = 1 / 298.257223563
  static let eccentricity = (flattening * (2 - flattening)).squareRoot()

  /// The radius of a parallel, as a share of the semi-major axis (14-15). Latitude in radians.
  static func parallelRadius(_ latitude: Double) -> Double {
    let part = eccentricity * sine(latitude)
    return cosine(latitude) / (1 - part * part).squareRoot()
  }

  /// What the conformal colatitude's half has for a tangent: t of (15-9). Latitude in radians.
  static func conformalTangent(_ latitude: Double) -> Double {
    let part = eccentricity * sine(latitude)
    return tangent(.pi / 4 - latitude / 2) / power((1 - part) / (1 + part), eccentricity / 2)
  }

  /// The latitude in radians that has a `conformalTangent` (7-9): repeated until it stands still.
  static func latitude(conformalTangent t: Double) -> Double {
    var latitude = .pi / 2 - 2 * arcTangent(t)
    for _ in 0..<12 {
      let part = eccentricity * sine(latitude)
      let next = .pi / 2 - 2 * arcTangent(t * power((1 - part) / (1 + part), eccentricity / 2))
      if abs(next - latitude) < 1e-13 { return next }
      latitude = next
    }
    return latitude
  }
}
