/// A scale of numbers with round steps, after Heckbert, “Nice Numbers for Graph Labels” (Graphics Gems, 1990):
/// steps are 1, 2 or 5 times a power of ten, and the scale ends on a step at either side.
struct Scale: Equatable {
  /// At least two, ascending.
  let ticks: [Double]
  /// Digits that a tick has after its point.
  let decimals: Int

  var lower: Double { ticks[0] }
  var upper: Double { ticks[ticks.count - 1] }

  /// - Parameters:
  ///   - values: what the scale has to hold; numbers that are not finite are passed over.
  ///   - startsAtZero: whether zero stands on it.
  ///   - most: how many steps there may be, one or more.
  ///   - leastStep: the smallest step that means anything: 1 for what is counted.
  init(_ values: [Double], startsAtZero: Bool, most: Int, leastStep: Double = 0) {
    let known = values.filter(\.isFinite)
    var low = known.min() ?? 0
    var high = known.max() ?? 0
    if startsAtZero { (low, high) = (min(low, 0), max(high, 0)) }
    if low == high {
      // Figures that are all the same stand in the middle, or at the scale’s end.
      let room = low == 0 ? 1 : abs(low) * 0.1
      (low, high) = low == 0 ? (0, 1) : (low - room, high + room)
    }
    var count = max(1, most)
    let limit = count
    var step = Self.step((high - low) / Double(count))
    // Ends that are rounded outwards may need a step more.
    while count >= 1 {
      step = Self.step((high - low) / Double(count))
      let steps = ((high / step - 1e-9).rounded(.up)) - ((low / step + 1e-9).rounded(.down))
      if steps <= Double(limit) { break }
      if count == 1 {
        step = Self.step(step * 1.5)
        break
      }
      count -= 1
    }
    step = max(step, leastStep)
    let first = (low / step + 1e-9).rounded(.down)
    let last = max(first + 1, (high / step - 1e-9).rounded(.up))
    ticks = stride(from: first, through: last, by: 1).map { $0 * step }
    decimals = (0...12).first { abs(step * NumberText.power($0)) >= 0.999_999 } ?? 12
  }

  /// Where a value lies on the scale: 0 at its lower end, 1 at its upper.
  func share(of value: Double) -> Double {
    min(1, max(0, (value - lower) / (upper - lower)))
  }

  /// The next of 1, 2, 5 and 10 times a power of ten.
  private static func step(_ rough: Double) -> Double {
    guard rough.isFinite, rough > 0 else { return 1 }
    var power = 1.0
    while power * 10 <= rough { power *= 10 }
    while power > rough { power /= 10 }
    let share = rough / power
    for nice in [1.0, 2, 5] where share <= nice * (1 + 1e-9) { return nice * power }
    return 10 * power
  }
}
