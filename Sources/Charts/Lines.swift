import Model

/// Lines over a scale of dates, of numbers or of names; what is not known is a gap.
struct Lines {
  let data: ChartData
  let startsAtZero: Bool
  let numbers: NumberText
  let words: any ChartWords
  let isNarrow: Bool

  static let depth = 230.0

  func canvas() -> Canvas {
    var canvas = Canvas(width: isNarrow ? Sheet.narrow : Sheet.wide)
    let names = endNames(canvas.width)
    var y = 0.0
    if data.series.count > 1, names == nil {
      y = ChartLegend(names: data.series.map(\.name), sample: .line).write(on: &canvas, from: 0)
    }
    if let unit = data.unit {
      let lines = Lettering.small.lines(of: unit, within: canvas.width, most: 2)
      canvas.words(lines, 0, y + Lettering.small.ascent, .start, .small)
      y += Double(lines.count) * Lettering.small.leading
    }
    let values = data.series.flatMap { $0.figures.compactMap { $0?.value } }
    let scale = Scale(
      values, startsAtZero: startsAtZero, most: 5, leastStep: data.leastStep)
    let ticks = scale.ticks.map { numbers.tick($0, of: scale) }
    let left = Lettering.small.width(of: ticks) + 8
    let right = names.map { column(of: $0, canvas.width) }
    let (top, bottom) = (y + 24, y + 24 + Self.depth)
    var plot = Plot(
      left: left + 10, right: (right ?? canvas.width) - 10, top: top, bottom: bottom, scale: scale)
    let marks = self.ticks(&plot, canvas.width)
    let places = shares.map(plot.x)
    for (tick, text) in zip(scale.ticks, ticks) {
      canvas.line(
        left, plot.y(tick), right ?? canvas.width, plot.y(tick),
        tick == scale.lower ? "chart-axis" : "chart-grid")
      canvas.words(text, left - 6, plot.y(tick) + Lettering.small.em * 0.36, .end, .small)
    }
    canvas.height = write(marks, plot, on: &canvas)
    var ends: [(series: Int, at: Canvas.Point)] = []
    for index in data.series.indices {
      if let end = write(index, places, plot, on: &canvas) { ends.append((index, end)) }
    }
    if data.series.count == 1 { writeFigures(places, plot, on: &canvas) }
    if let names, let right { write(names, ends, column: right, plot, on: &canvas) }
    return canvas
  }

  /// Where points lie.
  struct Plot {
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double
    var scale: Scale

    /// - Parameter share: 0 where the first point stands, 1 where the last does.
    func x(_ share: Double) -> Double { left + share * (right - left) }
    func y(_ value: Double) -> Double { bottom - scale.share(of: value) * (bottom - top) }
  }

  /// - Returns: its last point.
  private func write(
    _ series: Int, _ places: [Double], _ plot: Plot, on canvas: inout Canvas
  ) -> Canvas.Point? {
    let classes = "chart-s\(series + 1)"
    let order = data.categories.indices.sorted { (places[$0], $0) < (places[$1], $1) }
    var run: [Canvas.Point] = []
    var last: Canvas.Point?
    var signs: [(Canvas.Point, Bool)] = []
    func point(_ index: Int, _ figure: ChartData.Figure) -> Canvas.Point {
      Canvas.Point(x: places[index], y: plot.y(figure.value))
    }
    for index in order {
      guard let figure = data.series[series].figures[index] else {
        canvas.line(run, "chart-line \(classes)")
        run = []
        continue
      }
      let at = point(index, figure)
      run.append(at)
      signs.append((at, figure.isExact))
      last = at
    }
    canvas.line(run, "chart-line \(classes)")
    // Where they stand close, signs would be one band.
    let every = max(1, Int((Double(signs.count) * 16 / (plot.right - plot.left)).rounded(.up)))
    for (index, (at, isExact)) in signs.enumerated()
    where index % every == 0 || index == signs.count - 1 {
      canvas.sign(
        SeriesSign(series: series), at, classes + (isExact ? "" : " chart-inexact"))
    }
    return last
  }
}
