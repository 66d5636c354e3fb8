public import HTML
public import Model

/// What a zone covers, and how much of the ground that is.
public struct ZoneOutline: Sendable, Equatable {
  /// The zone's id.
  public var id: String
  /// Polygons of rings in degrees, the outer ring first; longitudes may run on past ±180.
  public var polygons: [[[Coordinate]]]
  public var squareKilometres: Double
}

/// The zones of a map that cover anything, in the map's order, without drawing it.
public func zoneOutlines(of map: ZoneMap, in portal: Portal) -> [ZoneOutline] {
  guard let context = Geos() else { return [] }
  let projection = Frame(for: map, in: portal).projection
  let grounds = ZoneShapes(
    map: map, portal: portal, projection: projection, context: context
  ).resolved()
  return zip(map.zones, grounds).compactMap { zone, ground in
    ground.map { ZoneOutline(id: zone.id, polygons: $0.degrees, squareKilometres: $0.area) }
  }
}

/// The ground that a zone gained and lost.
public struct AreaChange: Sendable, Equatable {
  /// Square kilometres, as the others.
  public var before: Double
  public var after: Double
  public var gained: Double
  public var lost: Double
  /// In kilometres on a plane of its own, y down: what stayed, came and went. Polygons of rings.
  private var kept: [[[Point]]]
  private var came: [[[Point]]]
  private var went: [[[Point]]]

  /// `nil` where neither covers anything that can be laid flat.
  public init?(from old: ZoneOutline?, to new: ZoneOutline?) {
    let all = ((old?.polygons ?? []) + (new?.polygons ?? [])).flatMap { $0.flatMap { $0 } }
    guard !all.isEmpty, let context = Geos() else { return nil }
    let plane = Projection(for: Extent(holding: all), as: .conic)
    func shape(_ outline: ZoneOutline?) -> Geometry? {
      outline.flatMap {
        Geometry.degrees($0.polygons, on: plane, in: context)?.geometry.projected(by: plane)
      }
    }
    let (a, b) = (shape(old), shape(new))
    func without(_ shape: Geometry?, _ other: Geometry?) -> Geometry? {
      guard let shape, let other else { return shape }
      return shape.difference(other)
    }
    func area(_ shape: Geometry?) -> Double {
      shape.map { Geometry.area(of: $0.polygons(from: plane), in: context) } ?? 0
    }
    let (more, less) = (without(b, a), without(a, b))
    before = old?.squareKilometres ?? 0
    after = new?.squareKilometres ?? 0
    gained = area(more)
    lost = area(less)
    kept = a.flatMap { a in b.flatMap(a.intersection) }?.polygons ?? []
    came = more?.polygons ?? []
    went = less?.polygons ?? []
  }

  /// A small drawing of what stayed, came and went, with classes `kept`, `gained` and `lost`.
  ///
  /// - Parameter title: what a reader who does not see it is told; no markup.
  public func write(title: String, to sink: inout Sink) {
    let points = (kept + came + went).flatMap { $0.flatMap { $0 } }
    guard let box = Box(holding: points) else { return }
    let scale = 300 / max(box.maxX - box.minX, box.maxY - box.minY, 1e-9)
    func path(_ polygons: [[[Point]]]) -> String {
      var out = ""
      for ring in polygons.joined() {
        for (index, point) in ring.enumerated() {
          let (x, y) = ((point.x - box.minX) * scale + 10, (box.maxY - point.y) * scale + 10)
          out += (index == 0 ? "M" : "L") + "\(tenths(x)) \(tenths(y))"
        }
        out += "Z"
      }
      return out
    }
    let (width, height) = (
      Int((box.maxX - box.minX) * scale) + 20, Int((box.maxY - box.minY) * scale) + 20
    )
    sink.append("<svg class=\"ground\" role=\"img\" viewBox=\"0 0 ")
    sink.append(width)
    sink.append(" ")
    sink.append(height)
    sink.append("\" width=\"")
    sink.append(width)
    sink.append("\" height=\"")
    sink.append(height)
    sink.append("\"><title>")
    sink.append(text: title)
    sink.append("</title>")
    for (name, polygons) in [("kept", kept), ("lost", went), ("gained", came)]
    where !polygons.isEmpty {
      sink.append(unsafe: "<path class=\"\(name)\" fill-rule=\"evenodd\" d=\"\(path(polygons))\"/>")
    }
    sink.append("</svg>")
  }

  private func tenths(_ number: Double) -> Double { (number * 10).rounded() / 10 }
}
