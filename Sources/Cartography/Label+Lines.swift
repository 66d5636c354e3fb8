// Names beside a line, such as a river: bent with it where letters may be, else straight.

extension LabelCandidate {
  static func along(
    _ line: [Point], part: ClosedRange<Double> = 0...1, role: Label.Role, name: Name,
    on ground: LabelGround
  ) -> [LabelCandidate] {
    var name = name
    // A second line would part from the first.
    name.others = []
    let em = ground.lettering.em * role.size
    let block = LabelBlock(name, role: role, within: .infinity)
    guard block.width < 60 else { return [] }
    let windows = LineWindows(
      of: line, length: block.width * em * 1.08 + 4, part: part, smoothing: em * 1.3
    ).windows
    return windows.flatMap { window -> [LabelCandidate] in
      let stray = window.above + window.below
      var cost = window.bend * 8 + window.slope * 7 + stray / em * 8 + window.offCentre * 14
      var label = Label(block, anchor: window.points[0])
      let isStraight = name.isRightToLeft || window.bend < 0.06
      if name.isRightToLeft {
        guard window.bend < 0.5 else { return [] }
        cost += window.bend * 20
      }
      // Off the line by what it strays on that side.
      let sides = [-(0.32 * em + window.above), 0.98 * em + window.below]
      return sides.enumerated().compactMap { side, shift in
        if isStraight, let start = window.points.first, let end = window.points.last {
          label.anchor = start.toward(end, 0.5)
          label.turn = angle(x: end.x - start.x, y: end.y - start.y).degrees
          if abs(label.turn) < 0.5 { label.turn = 0.5 }
          let sag = window.points.map { $0.distance(toLine: start, end) }
          let bulge = side == 0 ? -(sag.min() ?? 0) : sag.max() ?? 0
          label.drop = (shift + (side == 0 ? -bulge : bulge)) / em
        } else {
          label.curve = window.points.parallel(at: shift)
          // On the inner side of a bend letters would crowd, and the last ones drop off the end.
          guard label.curve.isEven, label.curve.length > block.width * em * 1.03 else { return nil }
          label.anchor = label.curve[label.curve.count / 2]
        }
        return LabelCandidate(label, on: ground, cost: cost + Double(side) * 2)
      }
    }
  }
}

extension Point {
  /// How far it lies below a line from left to right; above is less than 0.
  fileprivate func distance(toLine a: Point, _ b: Point) -> Double {
    let length = a.distance(to: b)
    guard length > 0 else { return 0 }
    return ((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)) / length
  }
}

extension [Point] {
  /// Units.
  var length: Double { zip(self, dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) } }

  /// Whether its steps are of about the same length.
  fileprivate var isEven: Bool {
    let steps = zip(self, dropFirst()).map { $0.distance(to: $1) }
    guard let least = steps.min(), let most = steps.max() else { return false }
    return least > most * 0.5
  }

  /// The same line moved down by a distance, square to its directions.
  fileprivate func parallel(at shift: Double) -> [Point] {
    indices.map { index in
      let (a, b) = (self[Swift.max(0, index - 1)], self[Swift.min(count - 1, index + 1)])
      let length = Swift.max(a.distance(to: b), 0.001)
      return Point(
        x: self[index].x - (b.y - a.y) / length * shift,
        y: self[index].y + (b.x - a.x) / length * shift)
    }
  }
}
