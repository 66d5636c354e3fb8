/// Whether rings are so dense, or cross so often, that no map could show what they enclose, and
/// geometry with them would take very long.
struct OutlineTangle {
  private static let fewest = 200
  /// Length of all rings, in sizes of the box that holds them. At 300, an outline covers half a sheet;
  /// rugged coasts stay below 50.
  private static let longest = 300.0
  /// Of those that thinning leaves.
  private static let mostPoints = 40_000
  private static let mostCrossings = 10_000
  /// Edges that each edge is compared with, on average.
  private static let mostComparisons = 300

  let isDense: Bool

  init(of rings: [[Point]]) {
    let count = rings.reduce(0) { $0 + $1.count }
    guard count > Self.fewest, let box = Box(holding: rings.joined()) else {
      isDense = false
      return
    }
    guard count <= Self.mostPoints, rings.allSatisfy({ $0.count <= Thinning.most }) else {
      isDense = true
      return
    }
    let size = max(box.width, box.height)
    var edges: [Edge] = []
    edges.reserveCapacity(count)
    var (across, along) = (0.0, 0.0)
    for ring in rings {
      for (a, b) in zip(ring, ring.dropFirst()) {
        across += abs(b.x - a.x)
        along += abs(b.y - a.y)
        edges.append(Edge(a: a, b: b))
      }
    }
    guard across + along < size * Self.longest else {
      isDense = true
      return
    }
    // Swept along the axis on which fewer edges overlap.
    if across * box.height > along * box.width {
      for index in edges.indices { edges[index].turn() }
    }
    isDense = Self.crossesTooOften(&edges)
  }

  private static func crossesTooOften(_ edges: inout [Edge]) -> Bool {
    edges.sort { $0.low < $1.low }
    var comparisons = edges.count * mostComparisons
    var crossings = mostCrossings
    for (index, edge) in edges.enumerated() {
      var next = index + 1
      while next < edges.count, edges[next].low < edge.high {
        comparisons -= 1
        if edge.crosses(edges[next]) { crossings -= 1 }
        if comparisons < 0 || crossings < 0 { return true }
        next += 1
      }
    }
    return false
  }

  private struct Edge {
    var a: Point
    var b: Point
    var low: Double
    var high: Double

    init(a: Point, b: Point) {
      (self.a, self.b) = (a, b)
      (low, high) = (min(a.x, b.x), max(a.x, b.x))
    }

    mutating func turn() { self = Edge(a: Point(x: a.y, y: a.x), b: Point(x: b.y, y: b.x)) }

    func crosses(_ other: Edge) -> Bool {
      guard max(a.y, b.y) > min(other.a.y, other.b.y), min(a.y, b.y) < max(other.a.y, other.b.y)
      else { return false }
      return divides(other) && other.divides(self)
    }

    private func divides(_ other: Edge) -> Bool { side(other.a) * side(other.b) < 0 }

    private func side(_ point: Point) -> Double {
      (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x)
    }
  }
}
