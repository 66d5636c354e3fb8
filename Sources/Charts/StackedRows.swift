import Model

/// Bars that lie, each made of a part for each series, with what they come to behind them.
struct StackedRows {
  let data: ChartData
  let numbers: NumberText
  let words: any ChartWords
  let isNarrow: Bool

  private static let thickness = 22.0

  func canvas() -> Canvas {
    var canvas = Canvas(width: isNarrow ? Sheet.narrow : Sheet.wide)
    var y = ChartLegend(names: data.series.map(\.name), sample: .fill).write(on: &canvas, from: 0)
    if let unit = data.unit {
      let lines = Lettering.small.lines(of: unit, within: canvas.width, most: 2)
      canvas.words(lines, 0, y + Lettering.small.ascent, .start, .small)
      y += Double(lines.count) * Lettering.small.leading + 4
    }
    let totals = data.categories.indices.map { data.total(of: $0, numbers) }
    let (column, isAbove, axis) = columns(totals, canvas.width)
    var rows = Canvas(width: canvas.width)
    let top = y
    for (category, total) in totals.enumerated() {
      let lines = Lettering.label.lines(
        of: data.categories[category].name, within: isAbove ? canvas.width - 2 : column - 10)
      let height = Double(lines.count) * Lettering.label.leading
      if isAbove {
        rows.words(lines, 0, y + Lettering.label.ascent + 2, .start, .label)
        y += height + 3
        axis.writeLines(on: &rows, from: y - 2, to: y + Self.thickness + 2)
        write(category, total, axis, y + Self.thickness / 2, on: &rows)
        y += Self.thickness + 8
      } else {
        let row = max(height, Self.thickness) + 8
        rows.words(
          lines, column - 10, y + (row - height) / 2 + Lettering.label.em * 1.02, .end, .label)
        write(category, total, axis, y + row / 2, on: &rows)
        y += row
      }
    }
    if !isAbove { axis.writeLines(on: &canvas, from: top, to: y) }
    canvas.add(rows, x: 0, y: 0)
    canvas.height = axis.writeNumbers(on: &canvas, under: y)
    return canvas
  }

  /// The column of names, and the scale beside it; on a narrow drawing names stand above their bars, where they are
  /// not short or bars would have too little room.
  private func columns(
    _ totals: [ChartData.Figure?], _ width: Double
  ) -> (names: Double, areNamesAbove: Bool, axis: ValueAxis) {
    let widest = (data.categories.map { Lettering.label.width(of: $0.name) }.max() ?? 0) + 12
    let room =
      totals.map { total in
        total.map { Lettering.label.width(of: $0.text) }
          ?? Lettering.missing.width(of: words.notKnown)
      }.max() ?? 0
    func axis(_ column: Double) -> ValueAxis {
      ValueAxis(
        data.categories.indices.compactMap(data.length), startsAtZero: true,
        leastStep: data.leastStep, from: column + 1, to: max(column + 20, width - room - 10),
        within: width, numbers: numbers)
    }
    let beside = axis(min(widest, width * 0.4))
    if isNarrow, widest > width * 0.4 || beside.to - beside.from < 60 || !beside.hasRoom {
      return (0, true, axis(0))
    }
    return (min(widest, width * 0.4), false, beside)
  }

  private func write(
    _ category: Int, _ total: ChartData.Figure?, _ axis: ValueAxis, _ middle: Double,
    on canvas: inout Canvas
  ) {
    let baseline = middle + Lettering.label.em * 0.36
    var sum = 0.0
    for (index, series) in data.series.enumerated() {
      guard let figure = series.figures[category], figure.value > 0 else { continue }
      let (from, to) = (axis.x(sum), axis.x(sum + figure.value))
      sum += figure.value
      canvas.rect(
        .init(
          x: from, y: middle - Self.thickness / 2, width: to - from, height: Self.thickness),
        "chart-bar chart-s\(index + 1)" + (figure.isExact ? "" : " chart-inexact"),
        pattern: index == 0 ? nil : index)
      let width = Lettering.small.width(of: figure.text)
      if width + 8 <= to - from, data.series.count > 1 {
        canvas.words(
          figure.text, (from + to) / 2, middle + Lettering.small.em * 0.36, .middle, .small,
          isOnMark: true)
      }
    }
    canvas.words(
      total?.text ?? words.notKnown, axis.x(sum) + 5, baseline, .start,
      total == nil ? .missing : .label)
  }
}
