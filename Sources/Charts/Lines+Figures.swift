import Model

// The figures of a line that is alone.

extension Lines {
  /// Writes those that have room beside their points, clear of the line.
  func writeFigures(_ places: [Double], _ plot: Plot, on canvas: inout Canvas) {
    var clearance = Clearance(canvas)
    let points = data.categories.indices.compactMap { index in
      data.series[0].figures[index].map { figure in
        (figure.text, Canvas.Point(x: places[index], y: plot.y(figure.value)))
      }
    }
    // Where points are many, not all have a sign.
    for (_, at) in points { clearance.take(at) }
    // Ends first, then from the start.
    for index in Set([0, points.count - 1]).sorted() + points.indices.dropFirst().dropLast() {
      let (text, at) = points[index]
      let isLow =
        index > 0 && index + 1 < points.count && points[index - 1].1.y < at.y
        && points[index + 1].1.y < at.y
      for words in Self.places(text, at, isLow: isLow, plot, canvas.width) {
        let box = words.box
        guard box.x >= 0, box.x + box.width <= canvas.width, box.y >= plot.top - 24,
          words.at.y <= plot.bottom - 2, clearance.isFree(words),
          words.anchor == .middle
            || box.x >= plot.left && Self.isClear(words, of: index, among: points.map(\.1))
        else { continue }
        canvas.words(words)
        clearance.take(words)
        break
      }
    }
  }

  /// Whether a figure that stands beside its point is much nearer to it than to others.
  private static func isClear(
    _ words: Canvas.Words, of own: Int, among points: [Canvas.Point]
  ) -> Bool {
    let box = words.box
    func squared(_ point: Canvas.Point) -> Double {
      let (x, y) = (point.x - box.x - box.width / 2, point.y - box.y - box.height / 2)
      return x * x + y * y
    }
    let least = squared(points[own]) * 2.5
    return points.indices.allSatisfy { $0 == own || squared(points[$0]) > least }
  }

  /// Where a figure may stand, the best place first: above its point, under one that is lower than its neighbours.
  private static func places(
    _ text: String, _ at: Canvas.Point, isLow: Bool, _ plot: Plot, _ width: Double
  ) -> [Canvas.Words] {
    let lettering = Lettering.small
    let half = lettering.width(of: text) / 2
    // That of a point at the drawing's edge stays on it.
    let middle = min(max(at.x, half), width - half)
    let (above, below) = (at.y - 9, at.y + lettering.ascent + 7)
    let centred = isLow ? [below, above] : [above, below]
    let beside = min(at.y + lettering.em * 0.36, plot.bottom - 3)
    let places: [(x: Double, y: Double, anchor: Canvas.Anchor)] =
      centred.map { (middle, $0, .middle) }
      + centred.flatMap { [(at.x - 3, $0, .end), (at.x + 3, $0, .start)] }
      // Farther off where the line is in the way.
      + [9.0, 20, 36].flatMap { [(at.x + $0, beside, .start), (at.x - $0, beside, .end)] }
      + [6.0, 13, 20].map { (middle, above - $0, .middle) }
    return places.map {
      Canvas.Words(
        text: text, at: .init(x: $0.x, y: $0.y), anchor: $0.anchor, lettering: lettering,
        isOnMark: true)
    }
  }
}
