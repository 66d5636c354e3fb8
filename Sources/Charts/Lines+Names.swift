import Model

// What the lines of several series are called, where they end.

extension Lines {
  /// Between the last point of a line and its name.
  private static let gap = 9.0
  /// What a sign before a name takes.
  private static let signRoom = 14.0

  /// The names of series as they stand at the ends of their lines; `nil` where they have no room there.
  func endNames(_ width: Double) -> [[String]]? {
    guard !isNarrow, data.series.count > 1 else { return nil }
    let names = data.series.map {
      Lettering.label.lines(of: $0.name, within: width * 0.28, most: 2)
    }
    let lines = names.reduce(0) { $0 + $1.count }
    return Double(lines) * Lettering.label.leading < Self.depth ? names : nil
  }

  /// Where the plot gives way to a column of names.
  func column(of names: [[String]], _ width: Double) -> Double {
    width - Lettering.label.width(of: names.flatMap(\.self)) - 16
      - (data.series.indices.contains(where: endsEarly) ? Self.signRoom : 0)
  }

  /// Whether others go on where a series is not known any more.
  private func endsEarly(_ series: Int) -> Bool {
    let shares = shares
    let last = shares.max()
    return !zip(shares, data.series[series].figures).contains { $0 == last && $1 != nil }
  }

  /// Names at the ends of lines: in a column those of lines that go on to the last point, and of the others those that
  /// find no room where their lines end.
  func write(
    _ names: [[String]], _ ends: [(series: Int, at: Canvas.Point)], column: Double, _ plot: Plot,
    on canvas: inout Canvas
  ) {
    var inColumn: [(series: Int, at: Canvas.Point)] = []
    for end in ends {
      if !endsEarly(end.series) || isShared(end.at, by: end.series, plot)
        || !write(end.series, names, at: end.at, plot, on: &canvas)
      {
        inColumn.append(end)
      }
    }
    write(names, inColumn, from: column + 12, plot, on: &canvas)
  }

  /// Whether another line has a point there, so that a name beside it would not tell which is meant.
  private func isShared(_ end: Canvas.Point, by series: Int, _ plot: Plot) -> Bool {
    let near = zip(shares.map(plot.x), data.categories.indices).filter { abs($0.0 - end.x) < 8 }
    return data.series.indices.contains { other in
      other != series
        && near.contains { _, category in
          data.series[other].figures[category].map { abs(plot.y($0.value) - end.y) < 8 } ?? false
        }
    }
  }

  /// - Returns: whether there was room.
  private func write(
    _ series: Int, _ names: [[String]], at end: Canvas.Point, _ plot: Plot, on canvas: inout Canvas
  ) -> Bool {
    let clearance = Clearance(canvas)
    let lettering = Lettering.label
    // As it would stand in the column, then more narrowly.
    let widths = [lettering.width(of: names[series]) + 1, 90]
    for name in widths.map({ lettering.lines(of: data.series[series].name, within: $0, most: 3) }) {
      let first = lettering.em * 1.02
      let height = Double(name.count) * lettering.leading
      let (above, below) = (end.y - height - 6 + first, end.y + 5 + first)
      let places: [(x: Double, baseline: Double, anchor: Canvas.Anchor)] =
        [(end.x + Self.gap, end.y - height / 2 + first, .start)]
        + [above, below].flatMap {
          [(end.x, $0, .middle), (end.x - 4, $0, .start), (end.x + 4, $0, .end)]
        }
      for place in places {
        let lines = name.enumerated().map { index, line in
          Canvas.Words(
            text: line,
            at: .init(x: place.x, y: place.baseline + Double(index) * lettering.leading),
            anchor: place.anchor, lettering: lettering, isOnMark: true)
        }
        guard lines.allSatisfy({ plot.holds($0.box) && clearance.isFree($0) }) else { continue }
        for line in lines { canvas.words(line) }
        return true
      }
    }
    return false
  }

  /// Moved apart where lines end close together. A line that ends early is not joined to its name, as it would seem
  /// to go on: its sign stands there.
  private func write(
    _ names: [[String]], _ ends: [(series: Int, at: Canvas.Point)], from x: Double,
    _ plot: Plot, on canvas: inout Canvas
  ) {
    let lettering = Lettering.label
    let sorted = ends.sorted { ($0.at.y, $0.series) < ($1.at.y, $1.series) }
    let heights = sorted.map { Double(names[$0.series].count) * lettering.leading }
    let tops = spread(
      zip(sorted, heights).map { $0.at.y - $1 / 2 }, heights: heights, gap: 0,
      within: (plot.top - 20)...(plot.bottom + 10))
    for ((end, top), height) in zip(zip(sorted, tops), heights) {
      let classes = "chart-s\(end.series + 1)"
      let middle = top + height / 2
      let isEarly = endsEarly(end.series)
      if isEarly {
        canvas.sign(
          SeriesSign(series: end.series), .init(x: x + SeriesSign.reach, y: middle), classes)
      } else {
        canvas.line(end.at.x + 6, end.at.y, x - 3, middle, "chart-leader \(classes)")
      }
      canvas.words(
        names[end.series], x + (isEarly ? Self.signRoom : 0), top + lettering.em * 1.02, .start,
        lettering)
    }
  }
}

extension Lines.Plot {
  /// Whether words stand on it, short of a column beside it.
  fileprivate func holds(_ box: Canvas.Box) -> Bool {
    box.x >= left - 6 && box.x + box.width <= right + 4 && box.y >= top - 20
      && box.y + box.height <= bottom
  }
}
