// Where a label may stand: around a point, in an area, beside it. Costs are in the order in which a
// cartographer prefers (Imhof 1975, “Positioning names on maps”).

extension LabelCandidate {
  /// Around a point: which way, and how much worse it is than above to the right.
  private static let directions: [(x: Double, y: Double, cost: Double)] = [
    (1, -1, 0), (1, 0, 1), (1, 1, 4), (-1, -1, 6), (-1, 0, 7), (0, -1, 8), (-1, 1, 9), (0, 1, 10),
  ]

  /// From a symbol's middle to words beside it, units. The same at both sizes, so that a label can
  /// keep its place.
  static func gap(radius: Double) -> Double { radius * Lettering.narrow.enlargement + 2.5 }

  /// Around a symbol of a radius in units in the wide drawing: beside it, then off it with a leader.
  static func around(
    _ point: Point, radius: Double, role: Label.Role, name: Name, on ground: LabelGround,
    isBrief: Bool = false, cost base: Double = 0
  ) -> [LabelCandidate] {
    let blocks = LabelBlock.all(name, role: role, within: isBrief ? [14] : [16, 8])
    let near = gap(radius: radius)
    var found: [LabelCandidate] = []
    for (rank, block) in blocks.enumerated() {
      let worse = Double(rank) * 3 + base
      func label(_ x: Double, _ y: Double, gap: Double) -> Label {
        let slant = x != 0 && y != 0 ? 0.75 : 1
        var label = Label(
          block, anchor: Point(x: point.x + x * gap * slant, y: point.y + y * gap * slant))
        label.alignment = x > 0 ? .left : x < 0 ? .right : .middle
        label.drop = y < 0 ? -0.1 - block.depth : y > 0 ? 0.8 : 0.35 - block.depth / 2
        return label
      }
      for (x, y, cost) in directions {
        found.add(LabelCandidate(label(x, y, gap: near), on: ground, cost: cost + worse))
      }
      if isBrief { continue }
      // Above and below, moved along.
      for y in [-1.0, 1] {
        for side in [1.0, -1] {
          var moved = label(0, y, gap: near)
          moved.alignment = side > 0 ? .left : .right
          moved.anchor.x -= side * near
          found.add(LabelCandidate(moved, on: ground, cost: (y < 0 ? 9 : 12) + (1 - side) + worse))
        }
      }
      for far in [30.0, 46, 66] {
        for (x, y, cost) in directions {
          var off = label(x, y, gap: far + radius)
          let start = point.clear(of: radius * ground.lettering.enlargement, toward: off.anchor)
          off.leader = [
            point.toward(off.anchor, min(0.9, start / point.distance(to: off.anchor))), off.anchor,
          ]
          // The leader ends at the words' edge, not among their letters.
          off.leader[1] = off.anchor.toward(point, min(0.4, 2.5 / point.distance(to: off.anchor)))
          found.add(LabelCandidate(off, on: ground, cost: 28 + far * 0.5 + cost / 2 + worse))
        }
      }
    }
    return found
  }

  /// Around a point that has no symbol: the middle of a stretch of country.
  static func about(
    _ point: Point, role: Label.Role, name: Name, on ground: LabelGround
  ) -> [LabelCandidate] {
    let blocks = LabelBlock.all(name, role: role, within: [14, 7])
    var found: [LabelCandidate] = []
    for block in blocks {
      for y in [0.0, -9, 9, -18, 18, -28, 28, -40, 40] {
        for x in [0.0, -14, 14, -30, 30, -48, 48] {
          var label = Label(block, anchor: Point(x: point.x + x, y: point.y + y))
          label.drop = 0.35 - block.depth / 2
          let away = (x * x * 0.6 + y * y).squareRoot()
          found.add(LabelCandidate(label, on: ground, cost: away * 0.6))
        }
      }
    }
    return found
  }

  /// In an area, at some points of it; nearer to its middle is better.
  static func inside(
    _ points: [Point], middle: Point, reach: Double, role: Label.Role, name: Name,
    on ground: LabelGround
  ) -> [LabelCandidate] {
    LabelBlock.all(name, role: role, within: [16, 9, 6]).enumerated().flatMap { rank, block in
      points.compactMap { point in
        var label = Label(block, anchor: point)
        label.drop = 0.35 - block.depth / 2
        let away = point.distance(to: middle) / max(reach, 1)
        return LabelCandidate(label, on: ground, cost: away * 14 + Double(rank))
      }
    }
  }

  /// Beside an area's outline; then off it with a leader.
  static func beside(
    _ outlines: [[Point]], middle: Point, reach: Double, role: Label.Role, name: Name,
    on ground: LabelGround
  ) -> [LabelCandidate] {
    let blocks = LabelBlock.all(name, role: role, within: [16, 9, 6.5])
    let edges = outlines.flatMap { zip($0, $0.dropFirst()) }.filter { $0 != $1 }
    let step = max(1, (edges.count + 15) / 16)
    var found: [LabelCandidate] = []
    for index in stride(from: 0, to: edges.count, by: step) {
      let (a, b) = edges[index]
      let (length, foot) = (a.distance(to: b), a.toward(b, 0.5))
      var (dx, dy) = ((b.y - a.y) / length, (a.x - b.x) / length)
      let ahead = Point(x: foot.x + dx * 2, y: foot.y + dy * 2)
      if ahead.isInside(outlines) { (dx, dy) = (-dx, -dy) }
      let away = min(1, foot.distance(to: middle) / max(reach, 1))
      for (rank, block) in blocks.enumerated() {
        for gap in [6.0, 20, 40, 66] {
          var label = Label(block, anchor: Point(x: foot.x + dx * gap, y: foot.y + dy * gap))
          label.alignment = dx > 0.35 ? .left : dx < -0.35 ? .right : .middle
          label.drop = (0.35 - block.depth / 2) + dy * (0.45 + block.depth / 2)
          if gap > 6 {
            label.leader = [
              Point(x: foot.x - dx * 4, y: foot.y - dy * 4),
              Point(x: label.anchor.x - dx * 2.5, y: label.anchor.y - dy * 2.5),
            ]
          }
          let cost = gap > 6 ? 30 + gap * 0.4 : 19
          var candidate = LabelCandidate(
            label, on: ground, cost: cost + away * 8 + Double(rank) * 1.5)
          candidate?.foot = Point(x: foot.x - dx * 4, y: foot.y - dy * 4)
          found.add(candidate)
        }
      }
    }
    return found
  }

  /// Signs of a size in units around a point: a letter, or a number.
  static func signs(
    around point: Point, distances: [Double], width: Double, height: Double, start: Double,
    on ground: LabelGround, cost: Double, make: (Point, [Point]) -> MapSign
  ) -> [LabelCandidate] {
    let larger = ground.lettering.enlargement
    let (width, height) = (width * larger, height * larger)
    return distances.flatMap { distance in
      directions.compactMap { x, y, preference in
        let slant = x != 0 && y != 0 ? 0.7071 : 1
        let reach = distance + (abs(x) * width + abs(y) * height) / 2 * slant
        let at = Point(x: point.x + x * reach * slant, y: point.y + y * reach * slant)
        let length = point.distance(to: at)
        var leader: [Point] = []
        if distance > start + 4 {
          leader = [
            point.toward(at, min(0.9, point.clear(of: start, toward: at) / length)),
            point.toward(at, max(0.1, 1 - min(width, height) / 2 / length)),
          ]
        }
        let box = Box(around: at, width: width, height: height)
        return LabelCandidate(
          sign: make(at, leader), box: box, leader: leader, on: ground,
          cost: cost + (distance - start) * 0.65 + preference * 0.5)
      }
    }
  }
}

extension [LabelCandidate] {
  fileprivate mutating func add(_ candidate: LabelCandidate?) {
    if let candidate { append(candidate) }
  }
}

extension Point {
  /// How far a leader towards another point has to start from here, to be clear of a square sign of a
  /// radius; 0 for none.
  fileprivate func clear(of radius: Double, toward other: Point) -> Double {
    let most = max(abs(other.x - x), abs(other.y - y))
    guard radius > 0, most > 0 else { return radius }
    return (radius + 2.6) * distance(to: other) / most
  }

  /// Whether it lies within rings, by the even-odd rule.
  func isInside(_ rings: [[Point]]) -> Bool {
    var inside = false
    for ring in rings {
      for (a, b) in zip(ring, ring.dropFirst()) where (a.y > y) != (b.y > y) {
        if x < a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y) { inside.toggle() }
      }
    }
    return inside
  }
}
