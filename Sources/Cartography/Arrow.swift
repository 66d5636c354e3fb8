/// A movement on the map: a bent shaft with a head, in units of the drawing.
struct Arrow: Sendable {
  /// Points along the shaft, from start to the head's base.
  var shaft: [Point]
  /// The head's corners.
  var head: [Point]

  /// `nil` where both ends are too near for an arrow to be seen.
  init?(from: Point, to: Point) {
    let length = from.distance(to: to)
    guard length.isFinite, length > 24 else { return nil }
    let (dx, dy) = ((to.x - from.x) / length, (to.y - from.y) / length)
    // Bent to the left of its way by an eighth, so that arrows there and back stay apart.
    let middle = from.toward(to, 0.5)
    let bend = Point(x: middle.x + dy * length / 8, y: middle.y - dx * length / 8)
    let curve = { (share: Double) in
      from.toward(bend, share).toward(bend.toward(to, share), share)
    }
    let (gap, size) = (9.0, min(15, length / 3))
    let tip = curve(1 - gap / length)
    let base = curve(1 - (gap + size) / length)
    let away = base.distance(to: tip)
    guard away > 0 else { return nil }
    let side = Point(
      x: -(tip.y - base.y) / away * size * 0.48, y: (tip.x - base.x) / away * size * 0.48)
    head = [
      tip, Point(x: base.x + side.x, y: base.y + side.y), base.toward(tip, 0.2),
      Point(x: base.x - side.x, y: base.y - side.y),
    ]
    let (first, last) = (min(0.3, 7 / length), 1 - (gap + size * 0.8) / length)
    shaft = (0...14).map { curve(first + (last - first) * Double($0) / 14) }
  }
}
