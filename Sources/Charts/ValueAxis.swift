/// The scale of figures under bars and rows of marks: lines, and numbers that do not touch.
struct ValueAxis {
  let scale: Scale
  /// Where the scale begins and ends on the drawing.
  let from: Double
  let to: Double
  private let numbers: NumberText

  /// The finest scale whose numbers have room.
  init(
    _ values: [Double], startsAtZero: Bool, leastStep: Double, from: Double, to: Double,
    numbers: NumberText
  ) {
    self.from = from
    self.to = to
    self.numbers = numbers
    func scale(_ most: Int) -> Scale {
      Scale(values, startsAtZero: startsAtZero, most: most, leastStep: leastStep)
    }
    var found = scale(1)
    for most in stride(from: 6, through: 2, by: -1) {
      let finer = scale(most)
      let widest =
        finer.ticks.map {
          Lettering.small.width(of: numbers.tick($0, of: finer))
        }.max() ?? 0
      if (widest + 14) * Double(finer.ticks.count - 1) <= to - from {
        found = finer
        break
      }
    }
    self.scale = found
  }

  func x(_ value: Double) -> Double { from + scale.share(of: value) * (to - from) }

  func writeLines(on canvas: inout Canvas, from top: Double, to bottom: Double) {
    for tick in scale.ticks {
      canvas.line(
        x(tick), top, x(tick), bottom, tick == 0 ? "chart-axis" : "chart-grid")
    }
  }

  /// - Returns: the foot of the numbers.
  func writeNumbers(on canvas: inout Canvas, under y: Double) -> Double {
    let lettering = Lettering.small
    var free = 0.0
    for tick in scale.ticks {
      let text = numbers.tick(tick, of: scale)
      let width = lettering.width(of: text)
      let middle = min(max(x(tick), width / 2), canvas.width - width / 2)
      guard middle - width / 2 >= free else { continue }
      canvas.words(text, middle, y + lettering.ascent + 2, .middle, lettering)
      free = middle + width / 2 + 6
    }
    return y + lettering.leading + 4
  }
}
