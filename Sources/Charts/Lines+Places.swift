import Model

// Where categories stand on lines, and what is written under them.

extension Lines {
  /// A mark under the scale.
  struct Tick {
    /// Where it stands: 0 under the first point, 1 under the last.
    var share: Double
    /// Its lines; none where they have no room.
    var name: [String]

    var width: Double { Lettering.small.width(of: name) }
  }

  /// Where each category stands between the first and the last.
  var shares: [Double] {
    guard let range else {
      // Side by side at the same distances.
      let count = data.categories.count
      return (0..<count).map { count > 1 ? Double($0) / Double(count - 1) : 0.5 }
    }
    return data.categories.map {
      (($0.position ?? 0) - range.lowerBound) / (range.upperBound - range.lowerBound)
    }
  }

  /// Of positions; `nil` where categories have none, or all the same.
  private var range: ClosedRange<Double>? {
    let positions = data.categories.compactMap(\.position)
    guard positions.count == data.categories.count, let low = positions.min(),
      let high = positions.max(), high > low
    else { return nil }
    return low...high
  }

  /// The marks under the scale. The plot is moved in as far as the names at its ends need to stand under their points.
  func ticks(_ plot: inout Plot, _ width: Double) -> [Tick] {
    let steps = arePeriods ? nil : range.flatMap { scale($0, plot, width) }
    let ticks = steps ?? ownNames(plot, width)
    plot = plot.movedIn(for: ticks, width)
    return ticks
  }

  /// Whether categories are all years, all months or all days, and so are named themselves: on a scale that begins
  /// where they do, a point in a year's middle would seem to be of the next.
  private var arePeriods: Bool {
    let lengths = data.categories.map { category -> Int? in
      guard let span = category.span, span.end == nil else { return nil }
      return span.start.day != nil ? 1 : span.start.month != nil ? 2 : 3
    }
    return lengths.first.flatMap(\.self) != nil && Set(lengths).count == 1
  }

  /// The finest round steps whose names have room; `nil` where they would not tell how far apart points are.
  private func scale(_ range: ClosedRange<Double>, _ plot: Plot, _ width: Double) -> [Tick]? {
    for most in stride(from: isNarrow ? 5 : 9, through: 2, by: -1) {
      let ticks = steps(in: range, most: most).filter { range.contains($0.position) }.map {
        Tick(
          share: ($0.position - range.lowerBound) / (range.upperBound - range.lowerBound),
          name: [$0.name])
      }
      if ticks.count > 1, plot.movedIn(for: ticks, width).hasRoom(for: ticks, width) {
        return ticks
      }
    }
    return nil
  }

  private func steps(
    in range: ClosedRange<Double>, most: Int
  ) -> [(position: Double, name: String)] {
    if data.categories.allSatisfy(\.isDate) {
      let days = Int(range.lowerBound.rounded(.down))...Int(range.upperBound.rounded(.down))
      // A day's name stands under its middle, as its points do.
      return TimeTicks(days, most: most).ticks.map {
        (Double($0.day) + ($0.date.day == nil ? 0 : 0.5), words.date($0.date))
      }
    }
    let isWhole = data.categories.allSatisfy { $0.position == $0.position?.rounded() }
    let scale = Scale(
      [range.lowerBound, range.upperBound], startsAtZero: false, most: most,
      leastStep: isWhole ? 1 : 0)
    let parts = max(abs(range.lowerBound), abs(range.upperBound)) >= 10_000
    return scale.ticks.map { ($0, numbers.tick($0, of: scale, groups: parts)) }
  }

  /// Each category's own name under its point, where there is room.
  private func ownNames(_ plot: Plot, _ width: Double) -> [Tick] {
    var ticks: [Tick] = []
    for (category, share) in zip(data.categories, shares).sorted(by: { $0.1 < $1.1 })
    where share != ticks.last?.share {
      ticks.append(
        Tick(
          share: share,
          name: Lettering.small.lines(
            of: category.name, within: (plot.right - plot.left) * 0.45, most: 3)))
    }
    let named = Set(namedOnes(ticks, plot.movedIn(for: ticks, width), width))
    for index in ticks.indices where !named.contains(index) { ticks[index].name = [] }
    // Marks of what is not named help while they can be told apart.
    let least = zip(ticks, ticks.dropFirst()).map { $1.share - $0.share }.min() ?? 1
    return least * (plot.right - plot.left) >= 6 ? ticks : ticks.filter { !$0.name.isEmpty }
  }

  /// As many as have room, at distances as even as can be, from the first to the last.
  private func namedOnes(_ ticks: [Tick], _ plot: Plot, _ width: Double) -> [Int] {
    let last = ticks.count - 1
    func chosen(_ count: Int) -> [Int] {
      (0..<count).map { Int((Double($0 * last) / Double(count - 1)).rounded()) }
    }
    func hasRoom(_ count: Int) -> Bool {
      plot.hasRoom(for: chosen(count).map { ticks[$0] }, width)
    }
    guard last > 0, let most = (2...(last + 1)).reversed().first(where: hasRoom) else { return [0] }
    // A few less at distances that are the same read better.
    let even = (max(2, (most * 3 + 3) / 4)...most).reversed().first {
      last % ($0 - 1) == 0 && hasRoom($0)
    }
    return chosen(even ?? most)
  }

  /// - Returns: the foot of the drawing.
  func write(_ ticks: [Tick], _ plot: Plot, on canvas: inout Canvas) -> Double {
    let lettering = Lettering.small
    for tick in ticks {
      let x = plot.x(tick.share)
      canvas.line(x, plot.bottom, x, plot.bottom + 5, "chart-axis")
      canvas.words(
        tick.name, plot.middle(of: tick, canvas.width), plot.bottom + lettering.ascent + 8,
        .middle, lettering)
    }
    return plot.bottom + Double(ticks.map(\.name.count).max() ?? 1) * lettering.leading + 14
  }
}

extension Lines.Plot {
  /// Where a name stands that is kept on the drawing.
  func middle(of tick: Lines.Tick, _ width: Double) -> Double {
    let half = tick.width / 2
    return min(max(x(tick.share), half), width - half)
  }

  /// Narrower by what the first and the last name need to stand under their marks; by a quarter of the drawing at most.
  func movedIn(for ticks: [Lines.Tick], _ width: Double) -> Self {
    guard let first = ticks.first, let last = ticks.last else { return self }
    var plot = self
    if first.share < 0.5 {
      plot.left = max(left, (first.width / 2 - first.share * right) / (1 - first.share))
    }
    if last.share > 0.5 {
      plot.right = min(
        right, (width - last.width / 2 - (1 - last.share) * plot.left) / last.share)
    }
    plot.left = min(plot.left, max(left, width / 4))
    plot.right = max(plot.right, min(right, width * 3 / 4))
    return plot
  }

  /// Whether no name touches the next.
  func hasRoom(for ticks: [Lines.Tick], _ width: Double) -> Bool {
    var free = 0.0
    for tick in ticks {
      let half = tick.width / 2
      let middle = middle(of: tick, width)
      if middle - half < free { return false }
      free = middle + half + 10
    }
    return true
  }
}
