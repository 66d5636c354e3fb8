/// The scale of figures under bars and rows of marks: lines, and numbers that do not touch.
struct ValueAxis {
  let scale: Scale
  /// Where the scale begins and ends on the drawing.
  let from: Double
  let to: Double
  /// The ticks that have numbers under them, ascending.
  private let texts: [(tick: Double, text: String)]
  /// How wide the drawing is, on which numbers are kept.
  private let width: Double

  /// The finest scale whose numbers have room; where none has, zero and the ends alone are named.
  init(
    _ values: [Double], startsAtZero: Bool, leastStep: Double, from: Double, to: Double,
    within width: Double, numbers: NumberText
  ) {
    (self.from, self.to, self.width) = (from, to, width)
    func scale(_ most: Int) -> Scale {
      Scale(values, startsAtZero: startsAtZero, most: most, leastStep: leastStep)
    }
    func texts(_ scale: Scale, _ ticks: [Double]) -> [(tick: Double, text: String)] {
      ticks.map { ($0, numbers.tick($0, of: scale)) }
    }
    for most in stride(from: 6, through: 2, by: -1) {
      let scale = scale(most)
      let all = texts(scale, scale.ticks)
      let widest = all.map { Lettering.small.width(of: $0.text) }.max() ?? 0
      // Numbers at the ends are moved in where they would leave the drawing.
      let moved = max(0, widest / 2 - from, to + widest / 2 - width)
      if (widest + 14 + moved) * Double(all.count - 1) <= to - from {
        (self.scale, self.texts) = (scale, all)
        return
      }
    }
    // Lines without numbers still tell how large a figure is, where a coarser scale would leave bars short.
    let scale = scale(4)
    self.scale = scale
    self.texts = texts(
      scale, [scale.lower] + (scale.lower < 0 && scale.upper > 0 ? [0] : []) + [scale.upper])
  }

  func x(_ value: Double) -> Double { from + scale.share(of: value) * (to - from) }

  func writeLines(on canvas: inout Canvas, from top: Double, to bottom: Double) {
    for tick in scale.ticks {
      canvas.line(
        x(tick), top, x(tick), bottom, tick == 0 ? "chart-axis" : "chart-grid")
    }
  }

  /// Whether no number touches another.
  var hasRoom: Bool {
    zip(texts, texts.dropFirst()).allSatisfy { !touch($0, $1) }
  }

  private func touch(
    _ first: (tick: Double, text: String), _ second: (tick: Double, text: String)
  ) -> Bool {
    let (first, second) = (span(of: first), span(of: second))
    return first.lowerBound < second.upperBound + 6 && second.lowerBound < first.upperBound + 6
  }

  /// From where to where a number stands that is kept on the drawing.
  private func span(of number: (tick: Double, text: String)) -> ClosedRange<Double> {
    let half = Lettering.small.width(of: number.text) / 2
    let middle = max(min(x(number.tick), width - half), half)
    return (middle - half)...(middle + half)
  }

  /// - Returns: the foot of the numbers.
  func writeNumbers(on canvas: inout Canvas, under y: Double) -> Double {
    let lettering = Lettering.small
    // Where they would touch, zero and the end that is farther from it come first, and others under them.
    var lines: [[(tick: Double, text: String)]] = []
    for number in texts.sorted(by: { Self.rank($0.tick) < Self.rank($1.tick) }) {
      if let line = lines.indices.first(where: { !lines[$0].contains { touch($0, number) } }) {
        lines[line].append(number)
      } else {
        lines.append([number])
      }
    }
    for (index, line) in lines.enumerated() {
      let baseline = y + lettering.ascent + 2 + Double(index) * lettering.leading
      for number in line.sorted(by: { $0.tick < $1.tick }) {
        let span = span(of: number)
        canvas.words(
          number.text, (span.lowerBound + span.upperBound) / 2, baseline, .middle, lettering)
      }
    }
    return y + Double(lines.count) * lettering.leading + 4
  }

  private static func rank(_ tick: Double) -> Double { tick == 0 ? -.infinity : -abs(tick) }
}
