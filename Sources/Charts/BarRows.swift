import Model

/// Bars or marks that lie, each on a row of its own with its name before it; on a narrow drawing above it.
struct BarRows {
  let data: ChartData
  let kind: Chart.Kind
  let startsAtZero: Bool
  let numbers: NumberText
  let words: any ChartWords
  let isNarrow: Bool

  private static let thickness = 16.0

  func canvas() -> Canvas {
    var canvas = Canvas(width: isNarrow ? Sheet.narrow : Sheet.wide)
    let columns = columns(canvas.width)
    var y = 0.0
    if let unit = data.unit {
      let lines = Lettering.small.lines(of: unit, within: canvas.width, most: 2)
      canvas.words(lines, columns.axis.from, Lettering.small.ascent, .start, .small)
      // A unit under the names of a narrow column would run out of the drawing.
      y = Double(lines.count) * Lettering.small.leading + 4
      if columns.axis.from + Lettering.small.width(of: lines) > canvas.width {
        canvas = Canvas(width: canvas.width)
        canvas.words(lines, 0, Lettering.small.ascent, .start, .small)
      }
    }
    var rows = Canvas(width: canvas.width)
    let top = y
    for category in data.categories.indices {
      write(category, columns, on: &rows, &y)
    }
    if !columns.areNamesAbove { columns.axis.writeLines(on: &canvas, from: top, to: y) }
    canvas.add(rows, x: 0, y: 0)
    canvas.height = columns.axis.writeNumbers(on: &canvas, under: y)
    return canvas
  }

  /// The column of names, and the scale beside it.
  private struct Columns {
    var names: Double
    /// On a narrow drawing, where they are not short.
    var areNamesAbove: Bool
    /// Whether figures stand after names, as those at the ends of bars would leave no room for the bars.
    var figuresFollowNames: Bool
    var axis: ValueAxis

    /// What is left for bars at the least.
    private static let leastRoom = 60.0

    var haveRoom: Bool { axis.to - axis.from >= Self.leastRoom && axis.hasRoom }
  }

  private var hasSeveral: Bool { data.series.count > 1 }

  /// Names beside bars and figures at their ends, while that leaves room for bars and scale.
  private func columns(_ width: Double) -> Columns {
    let beside = columns(width, areNamesAbove: false, figuresFollowNames: false)
    if beside.haveRoom { return beside }
    let above = columns(width, areNamesAbove: isNarrow, figuresFollowNames: false)
    return above.haveRoom
      ? above : columns(width, areNamesAbove: isNarrow, figuresFollowNames: true)
  }

  private func columns(
    _ width: Double, areNamesAbove: Bool, figuresFollowNames: Bool
  ) -> Columns {
    let names =
      hasSeveral
      ? data.series.flatMap { series in
        series.figures.map { figuresFollowNames ? told(series.name, $0) : series.name }
      }
      : zip(data.categories, data.series.first?.figures ?? []).map {
        figuresFollowNames ? told($0.name, $1) : $0.name
      }
    let widest = (names.map { Lettering.label.width(of: $0) }.max() ?? 0) + 12
    let isAbove = areNamesAbove || isNarrow && widest > Sheet.narrow * 0.4
    let column = isAbove ? 0 : min(widest, width * 0.4)
    let figures = data.series.flatMap { $0.figures }
    let known = figures.compactMap(\.self)
    let sign = kind == .dot ? SeriesSign.reach : 0
    func room(_ figures: [ChartData.Figure]) -> Double {
      figures.map { figure in
        (figuresFollowNames ? 0 : Lettering.label.width(of: figure.text) + 8) + sign
          + (Self.isOpen(figure) ? 14 : 0)
      }.max() ?? 0
    }
    var after = room(known.filter { $0.value >= 0 })
    if known.count < figures.count {
      after = max(after, Lettering.missing.width(of: words.notKnown) + 8)
    }
    return Columns(
      names: column, areNamesAbove: isAbove, figuresFollowNames: figuresFollowNames,
      axis: ValueAxis(
        known.map(\.value), startsAtZero: startsAtZero || kind == .bar,
        leastStep: data.leastStep, from: column + 1 + room(known.filter { $0.value < 0 }),
        to: width - after - 2, within: width, numbers: numbers))
  }

  /// A name with its figure after it.
  private func told(_ name: String, _ figure: ChartData.Figure?) -> String {
    name + (figure.map { words.colon + $0.text } ?? "")
  }

  /// Whether a figure may be larger than its number.
  private static func isOpen(_ figure: ChartData.Figure) -> Bool {
    figure.qualifier == ">" || figure.qualifier == "≥"
  }

  private func write(
    _ category: Int, _ columns: Columns, on canvas: inout Canvas, _ y: inout Double
  ) {
    let name = data.categories[category].name
    if hasSeveral {
      let lines = Lettering.strong.lines(of: name, within: canvas.width - 2, most: 3)
      canvas.words(lines, 0, y + Lettering.strong.ascent + 4, .start, .strong)
      y += Double(lines.count) * Lettering.strong.leading + 6
      for (index, series) in data.series.enumerated() {
        writeRow(series.name, series.figures[category], index, columns, on: &canvas, &y)
      }
      y += 6
    } else if let series = data.series.first {
      writeRow(name, series.figures[category], 0, columns, on: &canvas, &y)
    }
  }

  private func writeRow(
    _ name: String, _ figure: ChartData.Figure?, _ series: Int, _ columns: Columns,
    on canvas: inout Canvas, _ y: inout Double
  ) {
    let lettering = Lettering.label
    let lines = lettering.lines(
      of: columns.figuresFollowNames ? told(name, figure) : name,
      within: columns.areNamesAbove ? canvas.width - 2 : columns.names - 10)
    let words = Double(lines.count) * lettering.leading
    if columns.areNamesAbove {
      canvas.words(lines, 0, y + lettering.ascent + 2, .start, lettering)
      y += words + 3
      // Lines of the scale pass through bars, not through names.
      columns.axis.writeLines(on: &canvas, from: y - 2, to: y + Self.thickness + 2)
      writeFigure(figure, series, y + Self.thickness / 2, columns, on: &canvas)
      y += Self.thickness + 8
    } else {
      let height = max(words, Self.thickness) + 8
      let first = y + (height - words) / 2 + lettering.em * 1.02
      canvas.words(lines, columns.names - 10, first, .end, lettering)
      writeFigure(figure, series, y + height / 2, columns, on: &canvas)
      y += height
    }
  }

  private func writeFigure(
    _ figure: ChartData.Figure?, _ series: Int, _ middle: Double, _ columns: Columns,
    on canvas: inout Canvas
  ) {
    let axis = columns.axis
    let baseline = middle + Lettering.label.em * 0.36
    let zero = axis.x(0)
    guard let figure else {
      return canvas.words(words.notKnown, zero + 6, baseline, .start, .missing)
    }
    let end = axis.x(figure.value)
    let isBack = figure.value < 0
    let classes = "chart-s\(series + 1)" + (figure.isExact ? "" : " chart-inexact")
    var free = isBack ? min(end, zero) : end
    if kind == .dot {
      canvas.line(axis.from, middle, axis.to, middle, "chart-guide")
      canvas.sign(SeriesSign(series: series), .init(x: end, y: middle), classes)
      free += isBack ? -SeriesSign.reach : SeriesSign.reach
    } else {
      canvas.rect(
        .init(
          x: min(zero, end), y: middle - Self.thickness / 2, width: abs(end - zero),
          height: Self.thickness), "chart-bar \(classes)")
    }
    if Self.isOpen(figure), !isBack {
      canvas.line(free + 2, middle, free + 14, middle, "chart-beyond \(classes)")
      free += 14
    }
    if columns.figuresFollowNames { return }
    canvas.words(
      figure.text, isBack ? free - 5 : free + 5, baseline, isBack ? .end : .start, .label)
  }
}
