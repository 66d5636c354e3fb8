import HTML

/// The `d` of an SVG path: absolute starts and relative steps, to a tenth of a unit.
///
/// Steps are taken between rounded points, so that rounding never adds up; a step of nothing is left
/// out.
struct PathData {
  private(set) var text = ""

  var isEmpty: Bool { text.isEmpty }

  init() {}

  init(lines: [[Point]]) {
    for line in lines { add(line, closed: false) }
  }

  init(polygons: [[[Point]]]) {
    for ring in polygons.flatMap({ $0 }) { add(ring, closed: true) }
  }

  mutating func add(_ points: [Point], closed: Bool) {
    guard let first = points.first, points.allSatisfy(\.isFinite) else { return }
    let start = Self.tenths(first)
    var body = ""
    var last = start
    for point in points.dropFirst() {
      let next = Self.tenths(point)
      guard next != last else { continue }
      body += body.isEmpty ? "l" : Self.separator(before: next.x - last.x)
      body += decimal(tenths: next.x - last.x)
      body += Self.separator(before: next.y - last.y) + decimal(tenths: next.y - last.y)
      last = next
    }
    guard !body.isEmpty else { return }
    text +=
      "M\(decimal(tenths: start.x))\(Self.separator(before: start.y))\(decimal(tenths: start.y))"
    text += closed ? body + "z" : body
  }

  private static func tenths(_ point: Point) -> (x: Int, y: Int) {
    (
      Int((min(max(point.x, -1e6), 1e6) * 10).rounded()),
      Int((min(max(point.y, -1e6), 1e6) * 10).rounded())
    )
  }

  private static func separator(before tenths: Int) -> String { tenths < 0 ? "" : " " }
}

/// Writes a path of a class; nothing for one that is empty.
func writePath(_ data: PathData, _ classes: String, to sink: inout Sink) {
  guard !data.isEmpty else { return }
  empty("path", .class(classes), attribute("d", data.text)).write(to: &sink)
}
