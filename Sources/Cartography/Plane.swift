/// A point of a plane: kilometres east and north on the projected ground, or units of the drawing
/// right and down. Which of the two is said where it is used.
struct Point: Sendable, Hashable {
  var x: Double
  var y: Double

  var isFinite: Bool { x.isFinite && y.isFinite }

  func distance(to other: Point) -> Double {
    let (dx, dy) = (x - other.x, y - other.y)
    return (dx * dx + dy * dy).squareRoot()
  }

  /// The point a share of the way to another: 0 here, 1 there.
  func toward(_ other: Point, _ share: Double) -> Point {
    Point(x: x + (other.x - x) * share, y: y + (other.y - y) * share)
  }
}

/// An upright rectangle of a plane.
struct Box: Sendable, Equatable {
  var minX: Double
  var minY: Double
  var maxX: Double
  var maxY: Double

  var width: Double { maxX - minX }
  var height: Double { maxY - minY }
  var centre: Point { Point(x: (minX + maxX) / 2, y: (minY + maxY) / 2) }

  init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  /// Of a size around its centre.
  init(around centre: Point, width: Double, height: Double) {
    self.init(
      minX: centre.x - width / 2, minY: centre.y - height / 2, maxX: centre.x + width / 2,
      maxY: centre.y + height / 2)
  }

  /// The smallest that holds some points; `nil` for none.
  init?(holding points: some Sequence<Point>) {
    var box: Box?
    for point in points where point.isFinite {
      guard let known = box else {
        box = Box(around: point, width: 0, height: 0)
        continue
      }
      box = Box(
        minX: min(known.minX, point.x), minY: min(known.minY, point.y),
        maxX: max(known.maxX, point.x), maxY: max(known.maxY, point.y))
    }
    guard let box else { return nil }
    self = box
  }

  func grown(by margin: Double) -> Box {
    Box(minX: minX - margin, minY: minY - margin, maxX: maxX + margin, maxY: maxY + margin)
  }

  func overlaps(_ other: Box) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }

  func holds(_ other: Box) -> Bool {
    minX <= other.minX && minY <= other.minY && other.maxX <= maxX && other.maxY <= maxY
  }

  func holds(_ point: Point) -> Bool {
    minX <= point.x && point.x <= maxX && minY <= point.y && point.y <= maxY
  }

  var corners: [Point] {
    [
      Point(x: minX, y: minY), Point(x: maxX, y: minY), Point(x: maxX, y: maxY),
      Point(x: minX, y: maxY),
    ]
  }
}
