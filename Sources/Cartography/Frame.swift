import Model

/// The part of the plane that a map shows, and its scale.
///
/// A drawing is 720 units wide whatever it shows; y runs down. One unit is about a CSS pixel in a
/// column of text.
struct Frame: Sendable, Equatable {
  /// Units.
  static let width = 720.0
  /// Height as a share of the width.
  static let proportions = 0.55...1.1

  let projection: Projection
  /// Projected kilometres.
  let ground: Box
  /// Units a kilometre.
  let scale: Double

  /// Shows a rectangle of projected kilometres, and around it what gives the drawing good
  /// proportions.
  init(showing wanted: Box, in projection: Projection) {
    var ground = wanted
    let width = min(max(ground.width, 0.2), 40_000)
    let height = min(max(ground.height, 0.2), 40_000)
    let share = min(max(height / width, Self.proportions.lowerBound), Self.proportions.upperBound)
    ground = Box(
      around: wanted.centre, width: max(width, height / share),
      height: max(height, width * share))
    self.projection = projection
    self.ground = ground
    scale = Self.width / ground.width
  }

  /// Units.
  var height: Double { (ground.height * scale).rounded() }

  /// The whole drawing, in units.
  var sheet: Box { Box(minX: 0, minY: 0, maxX: Self.width, maxY: height) }

  /// Units of the drawing from projected kilometres.
  func place(_ point: Point) -> Point {
    Point(x: (point.x - ground.minX) * scale, y: (ground.maxY - point.y) * scale)
  }

  /// Projected kilometres from units of the drawing.
  func ground(_ point: Point) -> Point {
    Point(x: ground.minX + point.x / scale, y: ground.maxY - point.y / scale)
  }

  /// Units of the drawing from degrees; `nil` for what cannot be projected.
  func place(_ coordinate: Coordinate) -> Point? { projection.forward(coordinate).map(place) }

  /// A little more than is shown, in degrees, so that base layers can be cut before they are
  /// projected. Its longitudes run on past ±180.
  var surroundings: Box {
    let steps = 12
    var points: [Point] = []
    let around = ground.grown(by: max(ground.width, ground.height) * 0.03)
    for (from, to) in zip(around.corners, around.corners.dropFirst() + around.corners.prefix(1)) {
      for step in 0..<steps {
        let degrees = projection.inverse(from.toward(to, Double(step) / Double(steps)))
        points.append(Point(x: degrees.longitude, y: degrees.latitude))
      }
    }
    var box = Box(holding: points) ?? Box(minX: -180, minY: -90, maxX: 180, maxY: 90)
    for latitude in [-90.0, 90] where holds(poleAt: latitude) {
      // All meridians meet there.
      box.minX = min(box.minX, projection.centralMeridian - 180)
      box.maxX = max(box.maxX, projection.centralMeridian + 180)
      (box.minY, box.maxY) = (min(box.minY, latitude), max(box.maxY, latitude))
    }
    return box.grown(by: max(box.width, box.height) * 0.02)
  }

  private func holds(poleAt latitude: Double) -> Bool {
    let pole = Coordinate(longitude: projection.centralMeridian, latitude: latitude)
    return projection.forward(pole).map(ground.holds) ?? false
  }
}
