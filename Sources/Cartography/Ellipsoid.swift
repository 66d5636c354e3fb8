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

  /// The latitude in radians that has a `conformalTangent` (7-9), by the series of (3-5): good to a
  /// tenth of a millimetre.
  static func latitude(conformalTangent t: Double) -> Double {
    let conformal = .pi / 2 - 2 * arcTangent(t)
    let (sine, cosine) = (sine(2 * conformal), cosine(2 * conformal))
    // Clenshaw's sum of a sin 2x + b sin 4x + c sin 6x + d sin 8x.
    var (next, last) = (series.d, 0.0)
    for coefficient in [series.c, series.b, series.a] {
      (next, last) = (coefficient + 2 * cosine * next - last, next)
    }
    return conformal + next * sine
  }

  private static let series: (a: Double, b: Double, c: Double, d: Double) = {
    let square = eccentricity * eccentricity
    let (e4, e6) = (square * square, square * square * square)
    let e8 = e4 * e4
    return (
      square / 2 + 5 * e4 / 24 + e6 / 12 + 13 * e8 / 360,
      7 * e4 / 48 + 29 * e6 / 240 + 811 * e8 / 11_520, 7 * e6 / 120 + 81 * e8 / 1120,
      4279 * e8 / 161_280
    )
  }()
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
