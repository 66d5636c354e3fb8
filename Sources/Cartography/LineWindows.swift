/// Stretches of a line that are long enough for a word, and how well a word would follow them.
struct LineWindows {
  struct Window {
    /// From left to right, at equal steps, smoothed; units.
    var points: [Point]
    /// How far the line strays from the smoothed one to the upper side, and to the lower; units.
    var above: Double
    var below: Double
    /// From the first direction to the one farthest from it, radians.
    var bend: Double
    /// Of the chord, from level; radians.
    var slope: Double
    /// How far from the middle of its part of the line, as a share of the part: 0…0.5.
    var offCentre = 0.0
  }

  private(set) var windows: [Window] = []
  private static let step = 6.0

  /// Windows of a length in units whose middle lies in a part of the line, which is smoothed over so
  /// many units.
  init(of line: [Point], length: Double, part: ClosedRange<Double> = 0...1, smoothing: Double) {
    let points = Self.resampled(line)
    let span = Int((length / Self.step).rounded(.up))
    guard span > 1, points.count > span else { return }
    let smooth = Self.smoothed(points, over: Int((smoothing / Self.step).rounded()))
    let stride = max(1, (points.count - span) / 60)
    for first in Swift.stride(from: 0, to: points.count - span, by: stride) {
      let share = (Double(first) + Double(span) / 2) / Double(points.count)
      guard part.contains(share) else { continue }
      let range = first...(first + span)
      if var window = Self.window(Array(smooth[range]), Array(points[range])) {
        let (low, high) = (part.lowerBound, part.upperBound)
        window.offCentre = high > low ? abs(share - (low + high) / 2) / (high - low) : 0
        windows.append(window)
      }
    }
  }

  /// `nil` where a word would stand on its head or bend too much.
  private static func window(_ smooth: [Point], _ line: [Point]) -> Window? {
    guard let a = smooth.first, let b = smooth.last, a.distance(to: b) > 1 else { return nil }
    let (path, line) = a.x <= b.x ? (smooth, line) : (smooth.reversed(), line.reversed())
    guard let start = path.first, let end = path.last else { return nil }
    var window = Window(
      points: path, above: 0, below: 0, bend: 0,
      slope: abs(angle(x: end.x - start.x, y: end.y - start.y)))
    var (least, most) = (Double.infinity, -Double.infinity)
    for index in path.indices.dropLast() {
      let (dx, dy) = (path[index + 1].x - path[index].x, path[index + 1].y - path[index].y)
      let length = (dx * dx + dy * dy).squareRoot()
      guard length > 0 else { continue }
      let direction = angle(x: dx, y: dy)
      guard abs(direction) < 1.45 else { return nil }
      (least, most) = (min(least, direction), max(most, direction))
      let stray =
        (dx * (line[index].y - path[index].y) - dy * (line[index].x - path[index].x)) / length
      window.above = max(window.above, -stray)
      window.below = max(window.below, stray)
    }
    window.bend = most - least
    return window.bend < 1.3 ? window : nil
  }

  /// Each point the mean of those around it, thrice, which is nearly a Gaussian's.
  private static func smoothed(_ points: [Point], over count: Int) -> [Point] {
    guard count > 0 else { return points }
    var points = points
    for _ in 0..<3 {
      var sums = [Point(x: 0, y: 0)]
      for point in points {
        let last = sums[sums.count - 1]
        sums.append(Point(x: last.x + point.x, y: last.y + point.y))
      }
      points = points.indices.map { index in
        let reach = min(count, index, points.count - 1 - index)
        let (first, end) = (sums[index - reach], sums[index + reach + 1])
        let number = Double(2 * reach + 1)
        return Point(x: (end.x - first.x) / number, y: (end.y - first.y) / number)
      }
    }
    return points
  }

  /// Points at equal steps along a line.
  private static func resampled(_ line: [Point]) -> [Point] {
    guard var last = line.first else { return [] }
    var points = [last]
    var left = step
    for next in line.dropFirst() where next.isFinite {
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
