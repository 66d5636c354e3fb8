import Model

/// Meridians and parallels at round degrees, and where each leaves the sheet.
struct Graticule: Sendable {
  struct Mark: Sendable {
    /// “36.5° N”.
    var text: String
    /// On the sheet's left edge for a parallel, on its lower edge for a meridian; units.
    var at: Point
    var isParallel: Bool
  }

  /// Units.
  private(set) var lines: [[Point]] = []
  private(set) var marks: [Mark] = []

  init(of frame: Frame, words: MapWords, context: Geos) {
    let degrees = frame.surroundings
    guard let step = (max(degrees.width, degrees.height) / 3.5).roundedDownToStep else { return }
    let cutter = LayerCutter(frame: frame, context: context)
    for longitude in Self.multiples(of: step, from: degrees.minX, to: degrees.maxX) {
      let line = Self.steps(degrees.minY, degrees.maxY)
        .map { Coordinate(longitude: longitude, latitude: $0) }
      add(cutter.cut(lines: [line]), .meridian, longitude.wrappedDegrees, step, frame, words)
    }
    for latitude in Self.multiples(of: step, from: degrees.minY, to: degrees.maxY) {
      let line = Self.steps(degrees.minX, degrees.maxX)
        .map { Coordinate(longitude: $0, latitude: latitude) }
      add(cutter.cut(lines: [line]), .parallel, latitude, step, frame, words)
    }
  }

  private enum Kind { case meridian, parallel }

  private mutating func add(
    _ cut: [[Point]], _ kind: Kind, _ degrees: Double, _ step: Double, _ frame: Frame,
    _ words: MapWords
  ) {
    lines += cut
    let isParallel = kind == .parallel
    let side =
      degrees < 0
      ? (isParallel ? words.south : words.west) : (isParallel ? words.north : words.east)
    let number = Self.text(abs(degrees), step: step, decimal: words.decimal) + "°"
    let text = words.isolated(
      words.digits(degrees == 0 || abs(degrees) == 180 ? number : "\(number) \(side)"))
    for (a, b) in cut.flatMap({ zip($0, $0.dropFirst()) }) {
      let edge =
        isParallel ? a.crossing(b, x: frame.sheet.minX) : a.crossing(b, y: frame.sheet.maxY)
      guard let edge, frame.sheet.grown(by: 0.01).holds(edge) else { continue }
      return marks.append(Mark(text: text, at: edge, isParallel: isParallel))
    }
  }

  private static func multiples(of step: Double, from low: Double, to high: Double) -> [Double] {
    let first = (low / step).rounded(.up)
    let count = Int(min(max((high / step).rounded(.down) - first, -1), 60)) + 1
    return (0..<count).map { (first + Double($0)) * step }
  }

  private static func steps(_ low: Double, _ high: Double) -> [Double] {
    (0...24).map { low + (high - low) * Double($0) / 24 }
  }

  /// With as many decimals as the step needs.
  private static func text(_ degrees: Double, step: Double, decimal: String) -> String {
    var (unit, decimals) = (1.0, 0)
    while step * unit < 0.999, decimals < 6 { (unit, decimals) = (unit * 10, decimals + 1) }
    let whole = Int((degrees * unit).rounded())
    guard decimals > 0 else { return String(whole) }
    let digits = String(whole % Int(unit))
    let zeros = String(repeating: "0", count: max(0, decimals - digits.count))
    return "\(whole / Int(unit))\(decimal)\(zeros)\(digits)"
  }
}

extension Point {
  /// Where a straight line to another point crosses the upright at `x`.
  fileprivate func crossing(_ other: Point, x: Double) -> Point? {
    guard (self.x - x) * (other.x - x) <= 0, other.x != self.x else { return nil }
    return toward(other, (x - self.x) / (other.x - self.x))
  }

  /// Where a straight line to another point crosses the level at `y`.
  fileprivate func crossing(_ other: Point, y: Double) -> Point? {
    guard (self.y - y) * (other.y - y) <= 0, other.y != self.y else { return nil }
    return toward(other, (y - self.y) / (other.y - self.y))
  }
}
