/// The course of a river between two points: the shortest way along the lines that carry its name.
///
/// Lines may run in any direction, be cut anywhere, braid around islands, and leave gaps; a gap is
/// crossed only where no line goes round it. The shortest way is Dijkstra's.
struct RiverCourse {
  private var points: [Point] = []
  private var ways: [[(to: Int, length: Double)]] = []
  private var segments: [(Int, Int)] = []

  /// How much longer a kilometre counts that no line covers.
  private static let gapCost = 25.0

  /// Lines in projected kilometres.
  init(lines: [[Point]]) {
    var known: [Point: Int] = [:]
    var ends: [Int] = []
    for line in lines where line.count > 1 && line.allSatisfy(\.isFinite) {
      var previous: Int?
      for point in line {
        // Ends that differ by less than ten metres are one.
        let key = Point(x: (point.x * 100).rounded(), y: (point.y * 100).rounded())
        let node = known[key] ?? add(point)
        known[key] = node
        if let previous, previous != node {
          join(previous, node, cost: 1)
          segments.append((previous, node))
        }
        if previous == nil { ends.append(node) }
        previous = node
      }
      if let previous { ends.append(previous) }
    }
    bridge(ends)
  }

  /// From the point of the river nearest to one place to that nearest to another; `nil` where the
  /// river has no line, or both are the same point.
  func course(from: Point, to: Point) -> [Point]? {
    var river = self
    guard let start = river.entry(nearest: from), let end = river.entry(nearest: to),
      start != end
    else { return nil }
    return river.shortestWay(from: start, to: end)
  }

  /// Kilometres to the nearest point of the river; `nil` where it has no line.
  func distance(to point: Point) -> Double? {
    segments.lazy.map { point.foot(on: points[$0.0], points[$0.1]).distance(to: point) }.min()
  }

  private mutating func add(_ point: Point) -> Int {
    points.append(point)
    ways.append([])
    return points.count - 1
  }

  private mutating func join(_ a: Int, _ b: Int, cost: Double) {
    let length = points[a].distance(to: points[b]) * cost
    ways[a].append((b, length))
    ways[b].append((a, length))
  }

  /// Joins each connected part, by the end of a line, to the nearest point of another part.
  private mutating func bridge(_ ends: [Int]) {
    let part = connectedParts()
    guard Set(part).count > 1, ends.count <= 2000 else { return }
    for end in Set(ends).sorted() {
      var nearest: (node: Int, distance: Double)?
      for node in points.indices where part[node] != part[end] {
        let distance = points[node].distance(to: points[end])
        if distance < nearest?.distance ?? .infinity { nearest = (node, distance) }
      }
      if let nearest { join(end, nearest.node, cost: Self.gapCost) }
    }
  }

  /// For each point, the first point of its part.
  private func connectedParts() -> [Int] {
    var part = [Int](repeating: -1, count: points.count)
    for root in points.indices where part[root] < 0 {
      var open = [root]
      part[root] = root
      while let node = open.popLast() {
        for way in ways[node] where part[way.to] < 0 {
          part[way.to] = root
          open.append(way.to)
        }
      }
    }
    return part
  }

  /// The point of the river nearest to another, made a point to start or end at.
  private mutating func entry(nearest point: Point) -> Int? {
    var best: (segment: Int, foot: Point, distance: Double)?
    for (index, segment) in segments.enumerated() {
      let foot = point.foot(on: points[segment.0], points[segment.1])
      let distance = foot.distance(to: point)
      if distance < best?.distance ?? .infinity { best = (index, foot, distance) }
    }
    guard let best else { return nil }
    let (a, b) = segments[best.segment]
    if best.foot == points[a] { return a }
    if best.foot == points[b] { return b }
    let node = add(best.foot)
    join(a, node, cost: 1)
    join(node, b, cost: 1)
    segments[best.segment] = (a, node)
    segments.append((node, b))
    return node
  }

  private func shortestWay(from start: Int, to end: Int) -> [Point]? {
    var queue = ShortestFirst()
    var distance = [Double](repeating: .infinity, count: points.count)
    var previous = [Int](repeating: -1, count: points.count)
    distance[start] = 0
    queue.add(start, at: 0)
    while let (node, reached) = queue.next() {
      if node == end { break }
      guard reached <= distance[node] else { continue }
      for way in ways[node] where reached + way.length < distance[way.to] {
        distance[way.to] = reached + way.length
        previous[way.to] = node
        queue.add(way.to, at: reached + way.length)
      }
    }
    guard distance[end].isFinite else { return nil }
    var course = [points[end]]
    var node = end
    while previous[node] >= 0 {
      node = previous[node]
      course.append(points[node])
    }
    return course.reversed()
  }
}

extension Point {
  /// The point of a straight line from `a` to `b` that is nearest to this one.
  func foot(on a: Point, _ b: Point) -> Point {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let square = dx * dx + dy * dy
    guard square > 0 else { return a }
    return a.toward(b, min(max(((x - a.x) * dx + (y - a.y) * dy) / square, 0), 1))
  }
}
