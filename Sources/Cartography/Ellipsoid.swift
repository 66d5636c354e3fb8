/// The WGS 84 ellipsoid, with what projections need of it.
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

extension Ellipsoid {
  /// What equal-area projections measure latitude by: q of (3-12). Latitude in radians.
  static func authalic(_ latitude: Double) -> Double {
    let part = eccentricity * sine(latitude)
    return (1 - eccentricity * eccentricity)
      * (sine(latitude) / (1 - part * part) - logarithm((1 - part) / (1 + part))
        / (2 * eccentricity))
  }

  /// The latitude in radians that has an `authalic` (3-16): repeated until it stands still. Beyond a
  /// pole it is the pole's.
  static func latitude(authalic q: Double) -> Double {
    let pole = authalic(.pi / 2)
    guard abs(q) < pole else { return q < 0 ? -.pi / 2 : .pi / 2 }
    var latitude = arcSine(q / 2)
    for _ in 0..<25 {
      let part = eccentricity * sine(latitude)
      let rest = 1 - part * part
      let step =
        rest * rest / (2 * cosine(latitude))
        * (q / (1 - eccentricity * eccentricity) - sine(latitude) / rest
          + logarithm((1 - part) / (1 + part)) / (2 * eccentricity))
      guard step.isFinite else { break }
      latitude = min(max(latitude + step, -.pi / 2), .pi / 2)
      if abs(step) < 1e-13 { break }
    }
    return latitude
  }
}
