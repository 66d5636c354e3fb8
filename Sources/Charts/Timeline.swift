import Model

/// Events along a scale of time that runs downwards: marks at their dates, and beside them what happened, moved
/// apart where dates are close.
struct Timeline {
  let data: ChartData
  let words: any ChartWords
  let isNarrow: Bool

  private static let gap = 10.0

  /// How wide a lane is, and how many there may be before they lie closer.
  private static let lane = 12.0
  private static let mostLanes = 8

  func canvas() -> Canvas {
    // Lanes depend on where marks stand, that on the height, and that on the room beside the lanes.
    let first = canvas(lanes: 1)
    return first.lanes > 1 ? canvas(lanes: min(first.lanes, Self.mostLanes)).canvas : first.canvas
  }

  private func canvas(lanes room: Int) -> (canvas: Canvas, lanes: Int) {
    var canvas = Canvas(width: isNarrow ? Sheet.narrow : Sheet.wide)
    let days = range
    let ticks = TimeTicks(days, most: isNarrow ? 6 : 8).ticks.map {
      ($0.day, words.date($0.date))
    }
    let tickLines = ticks.map {
      Lettering.small.lines(of: $0.1, within: isNarrow ? 66 : 130, most: 2)
    }
    let axis = Lettering.small.width(of: tickLines.flatMap(\.self)) + 12
    let lanesWidth = Self.lane * Double(room)
    let left = axis + lanesWidth + (isNarrow ? 24 : 40)
    let blocks = data.events.map { event in
      (
        date: Lettering.small.lines(of: event.date, within: canvas.width - left, most: 2),
        title: Lettering.label.lines(of: event.title, within: canvas.width - left, most: 8)
      )
    }
    let heights = blocks.map {
      Double($0.date.count) * Lettering.small.leading
        + Double($0.title.count) * Lettering.label.leading
    }
    let total = heights.reduce(0, +) + Self.gap * Double(max(0, heights.count - 1))
    let (top, bottom) = (8.0, max(total, 180) + 8)
    func y(_ day: Int) -> Double {
      top + 6 + Double(day - days.lowerBound) / Double(days.upperBound - days.lowerBound)
        * (bottom - top - 12)
    }
    writeAxis(axis, top, bottom, zip(ticks, tickLines).map { (y($0.0), $1) }, on: &canvas)
    let marks = data.events.map {
      (from: y($0.span.days.lowerBound), to: y($0.span.days.upperBound))
    }
    let lanes = lanes(of: marks)
    let count = (lanes.max() ?? 0) + 1
    let width = lanesWidth / Double(count)
    let tops = spread(
      marks.map { $0.from - Lettering.small.leading / 2 }, heights: heights, gap: Self.gap,
      within: (top - 6)...bottom)
    for (index, event) in data.events.enumerated() {
      let x = axis + 8 + (Double(lanes[index]) + 0.5) * min(Self.lane, width)
      let text = tops[index] + Lettering.small.leading / 2
      canvas.link(to: event.href) { canvas in
        let start = mark(event, x, marks[index], on: &canvas)
        canvas.line(
          [
            .init(x: x + 6, y: start), .init(x: axis + lanesWidth + 10, y: start),
            .init(x: left - 4, y: text),
          ],
          "chart-leader")
        canvas.words(
          blocks[index].date, left, tops[index] + Lettering.small.ascent + 1, .start, .small)
        canvas.words(
          blocks[index].title, left,
          tops[index] + Double(blocks[index].date.count) * Lettering.small.leading
            + Lettering.label.ascent + 1, .start, .label)
      }
    }
    canvas.height = max(bottom, (zip(tops, heights).map(+).max() ?? 0)) + 10
    return (canvas, count)
  }

  /// From the first day to the last, with a day more where that is one.
  private var range: ClosedRange<Int> {
    let first = data.events.map(\.span.days.lowerBound).min() ?? 0
    let last = data.events.map(\.span.days.upperBound).max() ?? first + 1
    return first...max(first + 1, last)
  }

  private func writeAxis(
    _ x: Double, _ top: Double, _ bottom: Double, _ ticks: [(y: Double, lines: [String])],
    on canvas: inout Canvas
  ) {
    canvas.line(x, top, x, bottom, "chart-axis")
    var free = 0.0
    for (y, lines) in ticks {
      canvas.line(x - 5, y, x, y, "chart-axis")
      let height = Double(lines.count) * Lettering.small.leading
      // Those of the ends are kept on the drawing.
      let first = min(max(y - height / 2, 0), bottom + 8 - height)
      guard first >= free else { continue }
      canvas.words(lines, x - 9, first + Lettering.small.em * 1.02, .end, .small)
      free = first + height + 2
    }
  }

  /// - Returns: where its line to the words begins.
  private func mark(
    _ event: ChartData.Event, _ x: Double, _ ends: (from: Double, to: Double),
    on canvas: inout Canvas
  ) -> Double {
    let isSpan = event.span.end != nil
    if !isSpan, event.span.start.day != nil {
      let y = (ends.from + ends.to) / 2
      let at = min(y, ends.from + 5)
      canvas.sign(.disc, .init(x: x, y: at), "chart-s1")
      return at
    }
    let height = max(ends.to - ends.from, 7)
    canvas.rect(
      .init(x: x - 4, y: ends.from, width: 8, height: height),
      isSpan ? "chart-bar chart-s1" : "chart-partial chart-s1")
    return min(ends.from + 3.5, ends.from + height / 2)
  }

  /// Marks that would lie over each other get lanes of their own.
  private func lanes(of marks: [(from: Double, to: Double)]) -> [Int] {
    var free: [Double] = []
    return marks.map { mark in
      let end = max(mark.to, mark.from + 10) + 2
      if let lane = free.firstIndex(where: { $0 <= mark.from }) {
        free[lane] = end
        return lane
      }
      free.append(end)
      return free.count - 1
    }
  }
}
