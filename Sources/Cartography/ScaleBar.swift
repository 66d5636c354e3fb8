import Model

/// A length of round kilometres that a reader can measure with.
struct ScaleBar: Sendable, Equatable {
  /// Units of the drawing.
  var length: Double
  /// “50 km”, “500 m”; “500 km at 35° N” where the scale differs by more than a twentieth over the
  /// sheet.
  var text: String

  /// The longest of 1, 2 or 5 times a power of ten that takes a quarter of the sheet at most, true to
  /// scale at the sheet's middle.
  init?(of frame: Frame, words: MapWords) {
    let middle = frame.ground.centre
    let scale = frame.scale * frame.stretch(at: middle)
    guard scale.isFinite, scale > 0, let kilometres = (Frame.width / 4 / scale).roundedDownToStep
    else { return nil }
    length = kilometres * scale
    let metres = Int((kilometres * 1000).rounded())
    text = metres >= 1000 ? "\(metres / 1000) \(words.kilometres)" : "\(metres) \(words.metres)"
    defer { text = words.isolated(words.digits(text)) }
    let stretches = frame.ground.corners.map(frame.stretch)
    if let least = stretches.min(), let most = stretches.max(), most > least * 1.05 {
      let latitude = frame.projection.inverse(middle).latitude
      let degrees = Int(abs(latitude).rounded())
      text = words.scale(text, "\(degrees)° \(latitude < 0 ? words.south : words.north)")
    }
  }
}

extension Frame {
  /// Projected kilometres a kilometre on the ground, along the sheet's width at a point of the plane.
  fileprivate func stretch(at point: Point) -> Double {
    let step = ground.width / 200
    let west = projection.inverse(Point(x: point.x - step, y: point.y))
    let east = projection.inverse(Point(x: point.x + step, y: point.y))
    let kilometres = Ellipsoid.shortDistance(west, east)
    return kilometres > 0 ? 2 * step / kilometres : .nan
  }
}

extension Ellipsoid {
  /// Kilometres between two points that are near each other, by the radii of curvature between them
  /// (Snyder 4-18, 4-20).
  static func shortDistance(_ a: Coordinate, _ b: Coordinate) -> Double {
    let latitude = (a.latitude + b.latitude).radians / 2
    let part = eccentricity * sine(latitude)
    let square = 1 - part * part
    let meridian =
      semiMajorAxis * (1 - eccentricity * eccentricity) / (square * square.squareRoot())
    let east = (b.longitude - a.longitude).wrappedDegrees.radians * semiMajorAxis
    let (dx, dy) = (
      east * parallelRadius(latitude), (b.latitude - a.latitude).radians * meridian
    )
    return (dx * dx + dy * dy).squareRoot()
  }
}
