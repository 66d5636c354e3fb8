import Model

/// Events on rows of their own, in the order of their dates: what happened, and beside it, or under it on a narrow
/// drawing, a mark on a scale of time.
struct Timeline {
  let data: ChartData
  let words: any ChartWords
  let isNarrow: Bool

  private static let thickness = 10.0
  /// Between two rows.
  private static let gap = 9.0
  /// From this many rows on, the scale stands at the foot too.
  private static let longFrom = 8

  func canvas() -> Canvas {
    var canvas = Canvas(width: isNarrow ? Sheet.narrow : Sheet.wide)
    let column = isNarrow ? 0 : namesColumn(of: canvas.width)
    // A disc at either end stays on the drawing.
    let axis = TimeAxis(
      days, from: column + SeriesSign.reach, to: canvas.width - SeriesSign.reach, words: words)
    var rows = Canvas(width: canvas.width)
    let top = axis.height
    var y = top + Self.gap
    for event in data.events {
      write(event, column, axis, on: &rows, &y)
    }
    if !isNarrow { axis.writeLines(on: &canvas, from: top, to: y) }
    canvas.add(rows, x: 0, y: 0)
    axis.writeDates(on: &canvas, from: 0)
    canvas.height = y
    if data.events.count >= Self.longFrom {
      axis.writeDates(on: &canvas, from: y)
      canvas.height += axis.height
    }
    return canvas
  }

  private func namesColumn(of width: Double) -> Double {
    let widest =
      data.events.map {
        max(Lettering.small.width(of: $0.date), Lettering.label.width(of: $0.title))
      }.max() ?? 0
    return min(widest + 16, width * 0.52)
  }

  /// From the first day to the last, with a day more where that is one.
  private var days: ClosedRange<Int> {
    let first = data.events.map(\.span.days.lowerBound).min() ?? 0
    let last = data.events.map(\.span.days.upperBound).max() ?? first + 1
    return first...max(first + 1, last)
  }

  private func write(
    _ event: ChartData.Event, _ column: Double, _ axis: TimeAxis, on canvas: inout Canvas,
    _ y: inout Double
  ) {
    let room = isNarrow ? canvas.width - 2 : column - 14
    let date = Lettering.small.lines(of: event.date, within: room, most: 2)
    let title = Lettering.label.lines(of: event.title, within: room, most: 8)
    let height =
      Double(date.count) * Lettering.small.leading + Double(title.count) * Lettering.label.leading
    let foot = y + height
    let top = y
    canvas.link(to: event.href) { canvas in
      canvas.words(date, 0, top + Lettering.small.ascent, .start, .small)
      canvas.words(
        title, 0,
        top + Double(date.count) * Lettering.small.leading + Lettering.label.ascent, .start, .label)
      let middle = isNarrow ? foot + 4 + Self.thickness / 2 : top + height / 2
      // Lines of the scale pass through marks, not through words.
      if isNarrow { axis.writeLines(on: &canvas, from: foot + 2, to: middle + 8) }
      canvas.line(axis.from, middle, axis.to, middle, "chart-guide")
      mark(event, axis, middle, on: &canvas)
    }
    y = foot + Self.gap + (isNarrow ? Self.thickness + 6 : 0)
  }

  private func mark(
    _ event: ChartData.Event, _ axis: TimeAxis, _ middle: Double, on canvas: inout Canvas
  ) {
    let (from, to) = (axis.x(event.span.days.lowerBound), axis.x(event.span.days.upperBound))
    let isSpan = event.span.end != nil
    if !isSpan, event.span.start.day != nil {
      canvas.sign(.disc, .init(x: (from + to) / 2, y: middle), "chart-s1")
      return
    }
    let width = max(to - from, 7)
    canvas.rect(
      .init(
        x: min(from, axis.to - width), y: middle - Self.thickness / 2, width: width,
        height: Self.thickness),
      isSpan ? "chart-bar chart-s1" : "chart-partial chart-s1")
  }
}

/// A scale of time along a drawing: lines, and dates that do not touch.
private struct TimeAxis {
  /// Where the scale begins and ends on the drawing.
  let from: Double
  let to: Double
  private let days: ClosedRange<Int>
  private let ticks: [(day: Int, text: String)]

  /// The finest scale whose dates have room.
  init(_ days: ClosedRange<Int>, from: Double, to: Double, words: any ChartWords) {
    (self.days, self.from, self.to) = (days, from, to)
    var found: [(day: Int, text: String)] = []
    for most in stride(from: 8, through: 1, by: -1) {
      let ticks = TimeTicks(days, most: most).ticks.map { ($0.day, words.date($0.date)) }
      let widest = ticks.map { Lettering.small.width(of: $0.1) }.max() ?? 0
      if !ticks.isEmpty { found = ticks }
      if !ticks.isEmpty, (widest + 14) * Double(ticks.count - 1) <= to - from { break }
    }
    ticks = found
  }

  /// What its dates take above rows, or under them.
  var height: Double { Lettering.small.leading + 4 }

  func x(_ day: Int) -> Double {
    from + Double(day - days.lowerBound) / Double(days.upperBound - days.lowerBound) * (to - from)
  }

  func writeLines(on canvas: inout Canvas, from top: Double, to bottom: Double) {
    for tick in ticks { canvas.line(x(tick.day), top, x(tick.day), bottom, "chart-grid") }
  }

  func writeDates(on canvas: inout Canvas, from y: Double) {
    let lettering = Lettering.small
    var free = 0.0
    for tick in ticks {
      let width = lettering.width(of: tick.text)
      // Those of the ends are kept on the drawing.
      let middle = min(max(x(tick.day), width / 2), canvas.width - width / 2)
      guard middle - width / 2 >= free else { continue }
      canvas.words(tick.text, middle, y + lettering.ascent + 1, .middle, lettering)
      free = middle + width / 2 + 6
    }
  }
}
