import Model

/// Lines over a scale of dates, of numbers or of names; what is not known is a gap.
struct Lines {
  let data: ChartData
  let startsAtZero: Bool
  let numbers: NumberText
  let words: any ChartWords
  let isNarrow: Bool

  private static let depth = 230.0

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
    let right = names.map { canvas.width - Lettering.label.width(of: $0.flatMap(\.self)) - 16 }
    let (top, bottom) = (y + 24, y + 24 + Self.depth)
    var plot = Plot(
      left: left + 10, right: (right ?? canvas.width) - 10, top: top, bottom: bottom, scale: scale)
    let places = places(&plot, canvas.width)
    for (tick, text) in zip(scale.ticks, ticks) {
      canvas.line(
        left, plot.y(tick), right ?? canvas.width, plot.y(tick),
        tick == scale.lower ? "chart-axis" : "chart-grid")
      canvas.words(text, left - 6, plot.y(tick) + Lettering.small.em * 0.36, .end, .small)
    }
    canvas.height = write(places.ticks, plot, on: &canvas)
    var ends: [(series: Int, y: Double)] = []
    for index in data.series.indices {
      if let end = write(index, places.x, plot, on: &canvas) { ends.append((index, end)) }
    }
    if data.series.count == 1 { writeFigures(places.x, plot, on: &canvas) }
    if let names, let right { write(names, ends, at: right + 12, plot, on: &canvas) }
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

  /// The names of series as they stand at the ends of their lines; `nil` where they have no room there.
  private func endNames(_ width: Double) -> [[String]]? {
    guard !isNarrow, data.series.count > 1 else { return nil }
    let names = data.series.map {
      Lettering.label.lines(of: $0.name, within: width * 0.28, most: 2)
    }
    let lines = names.reduce(0) { $0 + $1.count }
    return Double(lines) * Lettering.label.leading < Self.depth ? names : nil
  }

  /// - Returns: how high the line ends.
  private func write(
    _ series: Int, _ places: [Double], _ plot: Plot, on canvas: inout Canvas
  ) -> Double? {
    let classes = "chart-s\(series + 1)"
    let order = data.categories.indices.sorted { (places[$0], $0) < (places[$1], $1) }
    var run: [Canvas.Point] = []
    var last: Double?
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
      last = at.y
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

  /// The figures of a line that is alone, where they have room.
  private func writeFigures(_ places: [Double], _ plot: Plot, on canvas: inout Canvas) {
    let lettering = Lettering.small
    var taken = canvas.textBoxes.map(\.box)
    let points = data.categories.indices.compactMap { index in
      data.series[0].figures[index].map { (index, $0, plot.y($0.value)) }
    }
    taken += points.map { index, _, y in
      Canvas.Box(x: places[index] - 4, y: y - 4, width: 8, height: 8)
    }
    // Ends first, then from the start.
    let ends = Set([points.first?.0, points.last?.0].compactMap(\.self))
    for (index, figure, y) in points.filter({ ends.contains($0.0) })
      + points.filter({ !ends.contains($0.0) })
    {
      let half = lettering.width(of: figure.text) / 2
      let x = min(max(places[index], half), canvas.width - half)
      for baseline in [y - 9, y + lettering.ascent + 7] {
        let box = Canvas.Words(
          text: figure.text, at: .init(x: x, y: baseline), anchor: .middle, lettering: lettering,
          isOnMark: true
        ).box
        guard box.y >= plot.top - 24, box.y + box.height <= plot.bottom,
          !taken.contains(where: box.overlaps)
        else { continue }
        canvas.words(figure.text, x, baseline, .middle, lettering, isOnMark: true)
        taken.append(box)
        break
      }
    }
  }

  /// Names at the ends of lines, moved apart where lines end close together.
  private func write(
    _ names: [[String]], _ ends: [(series: Int, y: Double)], at x: Double, _ plot: Plot,
    on canvas: inout Canvas
  ) {
    let lettering = Lettering.label
    let sorted = ends.sorted { ($0.y, $0.series) < ($1.y, $1.series) }
    let heights = sorted.map { Double(names[$0.series].count) * lettering.leading }
    let tops = spread(
      zip(sorted, heights).map { $0.y - $1 / 2 }, heights: heights, gap: 0,
      within: (plot.top - 20)...(plot.bottom + 10))
    for ((end, top), height) in zip(zip(sorted, tops), heights) {
      canvas.line(
        plot.right + 6, end.y, x - 3, top + height / 2, "chart-leader chart-s\(end.series + 1)")
      canvas.words(
        names[end.series], x, top + lettering.em * 1.02, .start, lettering)
    }
  }
}
