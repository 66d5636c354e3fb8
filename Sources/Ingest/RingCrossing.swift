internal import Model

/// Where a ring crosses itself.
struct RingCrossing {
  /// The two edges, the first before the second; each by the index of the point it starts from.
  var edges: (first: Int, second: Int)
  var point: Coordinate

  /// One crossing of a ring, which may pass ±180 and may end where it starts; `nil` where it has
  /// none. Edges that only touch do not cross.
  ///
  /// Sweeps a line over the edges (Shamos and Hoey 1976): time grows as n log n, and the sweep stops
  /// at the first crossing.
  init?(of ring: [Coordinate]) {
    var sweep = RingSweep(ring)
    guard let (a, b) = sweep.firstCrossing() else { return nil }
    edges = (min(a, b), max(a, b))
    point = sweep.crossing(of: a, b)
  }
}

/// A line that is swept over the edges of a ring, and the edges that it meets, in their order along
/// it.
private struct RingSweep {
  private struct Point {
    var x: Double
    var y: Double
  }

  /// From the point met first to the one met last.
  private struct Edge {
    var low: Point
    var high: Point
  }

  private var edges: [Edge] = []
  /// Whether x is the latitude: the line is swept along the axis on which it meets fewer edges.
  private var isTurned = false
  /// Edges that the line meets now. Chunks, so that adding one to very many is cheap.
  private var chunks: [[Int]] = []

  init(_ ring: [Coordinate]) {
    var points: [Point] = []
    points.reserveCapacity(ring.count)
    var turn = 0.0
    for (index, coordinate) in ring.enumerated() {
      if index > 0 {
        let step = coordinate.longitude - ring[index - 1].longitude
        if step > 180 { turn -= 360 } else if step < -180 { turn += 360 }
      }
      points.append(Point(x: coordinate.longitude + turn, y: coordinate.latitude))
    }
    guard let first = points.first else { return }
    var (across, along) = (0.0, 0.0)
    var (low, high) = (first, first)
    for (index, point) in points.enumerated() {
      let next = points[(index + 1) % points.count]
      across += abs(next.x - point.x)
      along += abs(next.y - point.y)
      low = Point(x: min(low.x, point.x), y: min(low.y, point.y))
      high = Point(x: max(high.x, point.x), y: max(high.y, point.y))
    }
    isTurned = across * (high.y - low.y) > along * (high.x - low.x)
    if isTurned { points = points.map { Point(x: $0.y, y: $0.x) } }
    edges.reserveCapacity(points.count)
    for (index, a) in points.enumerated() {
      let b = points[(index + 1) % points.count]
      edges.append(comes(a, before: b) ? Edge(low: a, high: b) : Edge(low: b, high: a))
    }
  }

  private func comes(_ a: Point, before b: Point) -> Bool { (a.x, a.y) < (b.x, b.y) }

  mutating func firstCrossing() -> (Int, Int)? {
    // An edge of no length meets nothing.
    let real = edges.indices.filter { comes(edges[$0].low, before: edges[$0].high) }
    var events = real.flatMap { [(edge: $0, isEnd: false), (edge: $0, isEnd: true)] }
    events.sort { a, b in
      let (p, q) = (point(a), point(b))
      if p.x != q.x { return p.x < q.x }
      if p.y != q.y { return p.y < q.y }
      // Edges that end at a point are gone before others begin there: they only touch.
      return a.isEnd != b.isEnd ? a.isEnd : a.edge < b.edge
    }
    for event in events {
      let (below, above) = event.isEnd ? remove(event.edge) : insert(event.edge)
      if event.isEnd {
        if let below, let above, cross(below, above) { return (below, above) }
      } else {
        if let below, cross(below, event.edge) { return (below, event.edge) }
        if let above, cross(event.edge, above) { return (event.edge, above) }
      }
    }
    return nil
  }

  private func point(_ event: (edge: Int, isEnd: Bool)) -> Point {
    event.isEnd ? edges[event.edge].high : edges[event.edge].low
  }

  /// Twice the area of a triangle; positive where the point is above the edge.
  private func side(_ point: Point, of edge: Edge) -> Double {
    (edge.high.x - edge.low.x) * (point.y - edge.low.y)
      - (edge.high.y - edge.low.y) * (point.x - edge.low.x)
  }

  private func cross(_ a: Int, _ b: Int) -> Bool {
    divides(edges[a], edges[b]) && divides(edges[b], edges[a])
  }

  /// Whether the ends of an edge lie on both sides of another, by more than the last digits of
  /// numbers can tell.
  private func divides(_ edge: Edge, _ other: Edge) -> Bool {
    let size = abs(edge.high.x - edge.low.x) + abs(edge.high.y - edge.low.y)
    let (one, two) = (side(other.low, of: edge), side(other.high, of: edge))
    return min(abs(one), abs(two)) > 1e-12 * size && (one > 0) != (two > 0)
  }

  func crossing(of a: Int, _ b: Int) -> Coordinate {
    let (one, two) = (side(edges[b].low, of: edges[a]), side(edges[b].high, of: edges[a]))
    let share = one / (one - two)
    let (low, high) = (edges[b].low, edges[b].high)
    let (x, y) = (low.x + (high.x - low.x) * share, low.y + (high.y - low.y) * share)
    let longitude = isTurned ? y : x
    return Coordinate(
      longitude: longitude - 360 * ((longitude + 180) / 360).rounded(.down),
      latitude: isTurned ? x : y)
  }

  // MARK: The edges that the line meets

  /// Whether an edge is above another where one of its ends is; the other end tells where they meet
  /// there.
  private func isAbove(_ other: Int, _ end: Point, _ otherEnd: Point) -> Bool {
    let here = side(end, of: edges[other])
    return here != 0 ? here > 0 : side(otherEnd, of: edges[other]) > 0
  }

  /// The first place whose edge an edge with these ends is not above.
  private func place(_ end: Point, _ otherEnd: Point) -> (chunk: Int, index: Int) {
    var (low, high) = (0, chunks.count)
    while low < high {
      let middle = (low + high) / 2
      if isAbove(chunks[middle][0], end, otherEnd) { low = middle + 1 } else { high = middle }
    }
    let chunk = max(0, low - 1)
    guard chunk < chunks.count else { return (0, 0) }
    (low, high) = (0, chunks[chunk].count)
    while low < high {
      let middle = (low + high) / 2
      if isAbove(chunks[chunk][middle], end, otherEnd) { low = middle + 1 } else { high = middle }
    }
    return (chunk, low)
  }

  private mutating func insert(_ edge: Int) -> (below: Int?, above: Int?) {
    guard !chunks.isEmpty else {
      chunks = [[edge]]
      return (nil, nil)
    }
    let (chunk, index) = place(edges[edge].low, edges[edge].high)
    let around = (before(chunk, index), at(chunk, index))
    chunks[chunk].insert(edge, at: index)
    if chunks[chunk].count > 512 {
      chunks.insert(Array(chunks[chunk][256...]), at: chunk + 1)
      chunks[chunk].removeSubrange(256...)
    }
    return around
  }

  private mutating func remove(_ edge: Int) -> (below: Int?, above: Int?) {
    var (chunk, index) = place(edges[edge].high, edges[edge].low)
    if index == chunks[chunk].count, chunk + 1 < chunks.count { (chunk, index) = (chunk + 1, 0) }
    if index >= chunks[chunk].count || chunks[chunk][index] != edge {
      // Where edges overlap, their order is not told by their ends.
      guard let found = chunks.firstIndex(where: { $0.contains(edge) }),
        let inside = chunks[found].firstIndex(of: edge)
      else { return (nil, nil) }
      (chunk, index) = (found, inside)
    }
    chunks[chunk].remove(at: index)
    let around = (before(chunk, index), at(chunk, index))
    if chunks[chunk].isEmpty { chunks.remove(at: chunk) }
    return around
  }

  private func before(_ chunk: Int, _ index: Int) -> Int? {
    index > 0 ? chunks[chunk][index - 1] : chunk > 0 ? chunks[chunk - 1].last : nil
  }

  private func at(_ chunk: Int, _ index: Int) -> Int? {
    if index < chunks[chunk].count { return chunks[chunk][index] }
    return chunk + 1 < chunks.count ? chunks[chunk + 1].first : nil
  }
}
