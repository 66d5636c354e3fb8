import HTML
import Model

/// Where north is, on a sheet where it is not up.
struct NorthArrow: Sendable, Equatable {
  /// Units.
  static let size = 46.0

  /// Its middle; units.
  let at: Point
  /// Degrees clockwise from up.
  let turn: Double

  init(at: Point, on frame: Frame) {
    self.at = at
    turn = frame.north(at: frame.ground(at))
  }

  /// Whether north is more than five degrees off the vertical in a corner of the sheet.
  static func isNeeded(on frame: Frame) -> Bool {
    frame.ground.corners.contains { abs(frame.north(at: $0)) > 5 }
  }

  var room: Box { Box(around: at, width: Self.size + 6, height: Self.size + 6) }

  func write(letter: String, to sink: inout Sink) {
    let (x, y) = (decimal(at.x), decimal(at.y))
    element("g", .class("map-north"), attribute("transform", "translate(\(x) \(y))")) {
      empty(
        "path", attribute("d", "M0-20 6 2 0-2-6 2z"),
        attribute("transform", "rotate(\(decimal(turn)))"))
      element(
        "text", attribute("y", "20"), attribute("text-anchor", "middle")
      ) { Text(letter) }
    }.write(to: &sink)
  }
}

extension Frame {
  /// Degrees clockwise from up to north, at a point of the plane in kilometres; 0 at a pole.
  func north(at point: Point) -> Double {
    let here = projection.inverse(point)
    let step = min(0.01, (90 - here.latitude) / 2)
    let ahead = Coordinate(longitude: here.longitude.wrappedDegrees, latitude: here.latitude + step)
    guard step > 0, let there = projection.forward(ahead) else { return 0 }
    let turn = angle(x: there.y - point.y, y: there.x - point.x).degrees
    return turn.isFinite ? turn : 0
  }
}
