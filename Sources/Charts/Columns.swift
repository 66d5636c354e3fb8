import Model

/// Bars that stand side by side, whole or of parts, in the order of their categories: for dates above all.
struct Columns {
  let data: ChartData
  let isStacked: Bool
  let numbers: NumberText
  let words: any ChartWords
  let isNarrow: Bool

  private static let depth = 210.0

  /// `nil` where names or figures would not have room side by side.
  func canvas() -> Canvas? {
    var canvas = Canvas(width: isNarrow ? Sheet.narrow : Sheet.wide)
    let count = data.categories.count
    guard count > 0, count <= 40 else { return nil }
    var y = 0.0
    if isStacked, data.series.count > 1 {
      y = ChartLegend(names: data.series.map(\.name), sample: .fill).write(on: &canvas, from: 0)
    }
    if let unit = data.unit {
      let lines = Lettering.small.lines(of: unit, within: canvas.width, most: 2)
      canvas.words(lines, 0, y + Lettering.small.ascent, .start, .small)
      y += Double(lines.count) * Lettering.small.leading
    }
    let totals = data.categories.indices.map { data.total(of: $0, numbers) }
    let values = data.categories.indices.compactMap(data.length)
    let scale = Scale(values, startsAtZero: true, most: 5, leastStep: data.leastStep)
    let ticks = scale.ticks.map { numbers.tick($0, of: scale) }
    let left = Lettering.small.width(of: ticks) + 8
    let band = (canvas.width - left - 2) / Double(count)
    let names = data.categories.map {
      Lettering.small.lines(of: $0.name, within: band - 4, most: 9)
    }
    guard names.allSatisfy({ $0.count <= 3 }), keepsWords(names),
      totals.allSatisfy({ Lettering.small.width(of: $0?.text ?? words.notKnown) <= band - 3 })
    else { return nil }

    let room = Lettering.small.leading + 4
    let (top, bottom) = (y + room, y + room + Self.depth)
    func height(_ value: Double) -> Double { bottom - scale.share(of: value) * (bottom - top) }
    for (tick, text) in zip(scale.ticks, ticks) {
      canvas.line(
        left, height(tick), canvas.width, height(tick), tick == 0 ? "chart-axis" : "chart-grid")
      canvas.words(text, left - 6, height(tick) + Lettering.small.em * 0.36, .end, .small)
    }
    for (index, total) in totals.enumerated() {
      let middle = left + (Double(index) + 0.5) * band
      write(index, total, middle, band, height, on: &canvas)
    }
    // Figures less than nothing have theirs under them.
    let foot = bottom + (values.contains { $0 < 0 } ? room : 0)
    for (index, lines) in names.enumerated() {
      let middle = left + (Double(index) + 0.5) * band
      canvas.words(lines, middle, foot + Lettering.small.ascent + 5, .middle, .small)
    }
    let deepest = Double(names.map(\.count).max() ?? 1) * Lettering.small.leading
    canvas.height = foot + deepest + 8
    return canvas
  }

  /// Whether every name is divided between its words alone.
  private func keepsWords(_ names: [[String]]) -> Bool {
    zip(names, data.categories).allSatisfy { lines, category in
      lines.allSatisfy { Self.isWhole($0, in: category.name) }
    }
  }

  /// Whether a line ends where a word does.
  private static func isWhole(_ line: String, in name: String) -> Bool {
    guard let range = name.firstRange(of: line) else { return false }
    return range.upperBound == name.endIndex || name[range.upperBound].isWhitespace
      || line.last == "–"
  }

  private func write(
    _ category: Int, _ total: ChartData.Figure?, _ middle: Double, _ band: Double,
    _ height: (Double) -> Double, on canvas: inout Canvas
  ) {
    let lettering = Lettering.small
    let width = min(band * 0.72, 46)
    var sum = 0.0
    for (index, series) in data.series.enumerated() {
      guard let figure = series.figures[category], figure.value != 0 else { continue }
      let (from, to) = (height(sum), height(sum + figure.value))
      sum += figure.value
      canvas.rect(
        .init(x: middle - width / 2, y: min(from, to), width: width, height: abs(to - from)),
        "chart-bar chart-s\(index + 1)" + (figure.isExact ? "" : " chart-inexact"),
        pattern: index == 0 ? nil : index)
      if data.series.count > 1, abs(to - from) > lettering.leading,
        lettering.width(of: figure.text) + 4 <= width
      {
        canvas.words(
          figure.text, middle, (from + to) / 2 + lettering.em * 0.36, .middle, lettering,
          isOnMark: true)
      }
    }
    let y = sum < 0 ? height(sum) + lettering.ascent + 3 : height(sum) - 5
    canvas.words(total?.text ?? words.notKnown, middle, y, .middle, lettering)
  }
}
