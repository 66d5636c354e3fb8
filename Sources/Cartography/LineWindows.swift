/// Stretches of a line that are long enough for a word, to be ranked by how straight they are.
struct LineWindows {
  struct Window {
    var start: Point
    var end: Point
    /// How far the line strays from the chord to the upper side, and to the lower; units.
    var above: Double
    var below: Double
  }

  private(set) var straightest: [Window] = []

  /// `length` in units.
  init(of line: [Point], length: Double) {
    let step = 6.0
    let points = Self.resampled(line, every: step)
    let span = Int((length / step).rounded(.up))
    guard span > 0, points.count > span else { return }
    let stride = max(1, (points.count - span) / 80)
    for first in Swift.stride(from: 0, to: points.count - span, by: stride) {
      let stretch = points[first...(first + span)]
      guard let window = Self.window(stretch, length: length) else { continue }
      straightest.append(window)
    }
    straightest.sort { max($0.above, $0.below) < max($1.above, $1.below) }
    straightest = Array(straightest.prefix(24))
  }

  /// `nil` where the stretch winds so much that a straight word would not follow it.
  private static func window(_ stretch: ArraySlice<Point>, length: Double) -> Window? {
    guard let a = stretch.first, let b = stretch.last else { return nil }
    let (start, end) = a.x <= b.x ? (a, b) : (b, a)
    let chord = start.distance(to: end)
    guard chord > length * 0.85, abs(end.y - start.y) < chord * 0.96 else { return nil }
    var window = Window(start: start, end: end, above: 0, below: 0)
    for point in stretch {
      let stray =
        ((end.x - start.x) * (point.y - start.y) - (end.y - start.y) * (point.x - start.x)) / chord
      window.above = max(window.above, -stray)
      window.below = max(window.below, stray)
    }
    return window.above + window.below < length * 0.3 ? window : nil
  }

  /// Points at equal steps along a line.
  private static func resampled(_ line: [Point], every step: Double) -> [Point] {
    guard var last = line.first else { return [] }
    var points = [last]
    var left = step
    for next in line.dropFirst() {
      var distance = last.distance(to: next)
      while distance >= left, points.count < 5000 {
        last = last.toward(next, left / distance)
        points.append(last)
        distance = last.distance(to: next)
        left = step
      }
      left -= distance
      last = next
    }
    return points
  }
}
