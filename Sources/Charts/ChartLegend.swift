/// Names of series with their signs, in lines over the drawing.
struct ChartLegend {
  /// What stands before a name.
  enum Sample { case fill, line }

  let names: [String]
  let sample: Sample

  /// Writes it from a height on.
  ///
  /// - Returns: where it ends.
  func write(on canvas: inout Canvas, from top: Double) -> Double {
    let lettering = Lettering.small
    let swatch = 26.0
    var x = 0.0
    var y = top
    for (index, name) in names.enumerated() {
      let lines = lettering.lines(of: name, within: canvas.width - swatch - 4, most: 3)
      let width = swatch + lettering.width(of: lines) + 18
      if x > 0, x + width - 18 > canvas.width || lines.count > 1 {
        x = 0
        y += lettering.leading + 3
      }
      let middle = y + lettering.leading / 2
      switch sample {
      case .fill:
        canvas.rect(
          .init(x: x, y: middle - 6, width: 18, height: 12), "chart-bar chart-s\(index + 1)",
          pattern: index == 0 ? nil : index)
      case .line:
        canvas.line(x, middle, x + 20, middle, "chart-line chart-s\(index + 1)")
        canvas.sign(
          SeriesSign(series: index), .init(x: x + 10, y: middle), "chart-s\(index + 1)")
      }
      canvas.words(lines, x + swatch, middle + lettering.em * 0.34, .start, lettering)
      if lines.count > 1 {
        x = 0
        y += Double(lines.count) * lettering.leading + 3
      } else {
        x += width
      }
    }
    return x > 0 ? y + lettering.leading + 8 : y + 8
  }
}
