public import Model

/// The places that lie in each of a map's zones, found by geometry, without drawing the map: indices in
/// `Portal.places`, ascending, one list for each zone. Of places whose coordinates are not known it tells
/// nothing.
public func placesInZones(of map: ZoneMap, in portal: Portal) -> [[Int]] {
  guard !map.zones.isEmpty, let context = Geos() else { return map.zones.map { _ in [] } }
  let projection = Frame(for: map, in: portal).projection
  let grounds = ZoneShapes(
    map: map, portal: portal, projection: projection, context: context
  ).resolved()
  return grounds.map { ground in
    guard let ground, let box = Box(holding: ground.degrees.joined().joined().map(\.point)) else {
      return []
    }
    return portal.places.indices.filter { index in
      guard let coordinate = portal.places[index].coordinate, coordinate.isOnEarth,
        // Longitudes of an outline may run on past ±180.
        [0.0, 360, -360].contains(where: { turn in
          box.grown(by: 0.01).holds(
            Point(x: coordinate.longitude + turn, y: coordinate.latitude))
        }),
        let point = projection.forward(coordinate)
      else { return false }
      return ground.shape.holds(point)
    }
  }
}

extension Coordinate {
  fileprivate var point: Point { Point(x: longitude, y: latitude) }
}
