// Where a label may stand: around a point, in an area, along a line. The best first.

extension Label {
  /// Around a symbol of a radius in units: beside it, then off it with a leader.
  static func around(_ point: Point, radius: Double, role: Role, name: Name) -> [Label] {
    let lines = Lettering.lines(of: name.text, within: 13)
    let deep = Double(lines.count - 1) * leading
    func label(_ dx: Double, _ dy: Double, gap: Double) -> Label {
      let slant = dx != 0 && dy != 0 ? 0.72 : 1
      var label = Label(
        role: role, name: name, lines: lines,
        anchor: Point(x: point.x + dx * gap * slant, y: point.y + dy * gap * slant))
      label.alignment = dx > 0 ? .left : dx < 0 ? .right : .middle
      label.drop = dy < 0 ? -0.1 - deep : dy > 0 ? 0.8 : 0.35 - deep / 2
      return label
    }
    let directions: [(Double, Double)] = [
      (1, 0), (1, -1), (-1, 0), (-1, -1), (0, -1), (0, 1), (1, 1), (-1, 1),
    ]
    var labels = directions.map { label($0.0, $0.1, gap: radius + 5) }
    for gap in [30.0, 46, 64] {
      for (dx, dy) in directions {
        var far = label(dx, dy, gap: gap + radius)
        far.leader = [point.toward(far.anchor, (radius + 2) / (gap + radius)), far.anchor]
        labels.append(far)
      }
    }
    return labels
  }

  /// Beside an area's outline, the nearest to its middle first; then off it with a leader.
  static func beside(
    _ outlines: [[Point]], middle: Point, role: Role, name: Name
  ) -> [Label] {
    let lines = Lettering.lines(of: name.text, within: 11)
    let deep = Double(lines.count - 1) * leading
    let edges = outlines.flatMap { zip($0, $0.dropFirst()) }
    var near: [Label] = []
    var far: [Label] = []
    for (a, b) in edges.every(max(1, edges.count / 48)) where a != b {
      let (length, foot) = (a.distance(to: b), a.toward(b, 0.5))
      var (dx, dy) = ((b.y - a.y) / length, (a.x - b.x) / length)
      let ahead = Point(x: foot.x + dx * 2, y: foot.y + dy * 2)
      if ahead.isInside(outlines) { (dx, dy) = (-dx, -dy) }
      for gap in [5.0, 18, 34, 52] {
        var label = Label(
          role: role, name: name, lines: lines,
          anchor: Point(x: foot.x + dx * gap, y: foot.y + dy * gap))
        label.alignment = dx > 0.35 ? .left : dx < -0.35 ? .right : .middle
        label.drop = (0.35 - deep / 2) + dy * (0.45 + deep / 2)
        if gap > 5 {
          label.leader = [Point(x: foot.x - dx * 4, y: foot.y - dy * 4), label.anchor]
          far.append(label)
        } else {
          near.append(label)
        }
      }
    }
    let closer = { (a: Label, b: Label) in
      a.anchor.distance(to: middle) < b.anchor.distance(to: middle)
    }
    return near.sorted(by: closer) + far.sorted(by: closer)
  }

  /// In an area: at its middle, then at other points of it, the nearest to the middle first.
  static func inside(_ points: [Point], role: Role, name: Name, width: Double) -> [Label] {
    let lines = Lettering.lines(of: name.text, within: width)
    let deep = Double(lines.count - 1) * leading
    return points.map {
      var label = Label(role: role, name: name, lines: lines, anchor: $0)
      label.drop = 0.35 - deep / 2
      return label
    }
  }

  /// Beside a line, where it is straightest.
  static func along(_ line: [Point], role: Role, name: Name, lettering: Lettering) -> [Label] {
    let length = Lettering.width(of: name.text) * lettering.em * size(of: role) * 1.15
    return LineWindows(of: line, length: length).straightest.flatMap { window -> [Label] in
      // Words run from left to right, or the other way, but never upside down.
      let (start, end) =
        window.start.x <= window.end.x
        ? (window.start, window.end) : (window.end, window.start)
      var label = Label(
        role: role, name: name, lines: [name.text], anchor: start.toward(end, 0.5))
      label.turn = angle(x: end.x - start.x, y: end.y - start.y).degrees
      if abs(label.turn) < 0.5 { label.turn = 0.5 }
      let em = lettering.em * size(of: role)
      // Off the line by what it strays from its chord on that side.
      return [(-0.35 - window.above / em), 0.95 + window.below / em].map { drop in
        var label = label
        label.drop = drop
        return label
      }
    }
  }
}

extension Array {
  /// The first, and each that many places after it.
  fileprivate func every(_ step: Int) -> [Element] {
    stride(from: 0, to: count, by: step).map { self[$0] }
  }
}
