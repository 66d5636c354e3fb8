import Model

// What a map shows: its extent, else what fits the places it names, else all that is drawn.

extension Frame {
  init(for map: ZoneMap, in portal: Portal) {
    if let extent = map.extent, extent.isUsable {
      let projection = Projection(for: extent, as: map.projection, rotation: map.rotation)
      self.init(for: extent, in: projection)
      return
    }
    let fitted = Self.coordinates(of: map.fit, in: portal)
    let known = fitted.isEmpty ? Self.drawn(by: map, in: portal) : fitted
    let projection = Projection(
      for: Extent(holding: known), as: map.projection, rotation: map.rotation)
    var points = known.compactMap(projection.forward)
    if fitted.isEmpty, let context = Geos() {
      let zones = ZoneShapes(map: map, portal: portal, projection: projection, context: context)
      points += zones.resolved().flatMap { $0?.shape.polygons.flatMap { $0.flatMap { $0 } } ?? [] }
    }
    let margin = map.margin.isFinite ? min(max(map.margin, 0.1), 5000) : 10
    self.init(
      showing: Box(holding: points)?.grown(by: margin) ?? Self.nowhere, in: projection)
  }

  /// Shows an extent whole.
  init(for extent: Extent, in projection: Projection) {
    let edge = extent.outline.compactMap(projection.forward)
    self.init(showing: Box(holding: edge) ?? Self.nowhere, in: projection)
  }

  /// What is shown where nothing has a place.
  private static let nowhere = Box(minX: -100, minY: -60, maxX: 100, maxY: 60)

  private static func coordinates(of places: [Int], in portal: Portal) -> [Coordinate] {
    places.filter(portal.places.indices.contains).compactMap { portal.places[$0].coordinate }
      .filter(\.isOnEarth)
  }

  /// Every place that something of the map stands at, and every corner it gives.
  private static func drawn(by map: ZoneMap, in portal: Portal) -> [Coordinate] {
    var places = map.places + map.arrows.flatMap { [$0.from, $0.to] }
    places += map.routes.flatMap(\.along) + map.callouts.map(\.at)
    var corners: [Coordinate] = []
    for zone in map.zones {
      switch zone.shape {
      case .riverCorridor(_, let from, let to, _): places += [from, to]
      case .corridor(let along, _): places += along
      case .circle(let around, _): places.append(around)
      case .hull(let around, _): places += around
      case .polygons(let polygons): corners += polygons.flatMap { $0.flatMap { $0 } }
      case .union, .intersection, .difference: break
      }
    }
    return coordinates(of: places, in: portal) + corners.filter(\.isOnEarth)
  }
}

extension Extent {
  /// The smallest that holds some coordinates, its east less than its west where it passes ±180;
  /// about the equator for none.
  init(holding coordinates: [Coordinate]) {
    let longitudes = coordinates.map(\.longitude).sorted()
    let latitudes = coordinates.map(\.latitude)
    var (west, east) = (longitudes.first ?? -1, longitudes.last ?? 1)
    var gap = 360 - (east - west)
    for (one, next) in zip(longitudes, longitudes.dropFirst()) where next - one > gap {
      (gap, west, east) = (next - one, next, one)
    }
    self.init(west: west, south: latitudes.min() ?? -1, east: east, north: latitudes.max() ?? 1)
  }

  /// Points along its edge, close enough that curved edges are followed.
  var outline: [Coordinate] {
    let end = east < west ? east + 360 : east
    return (0...16).flatMap { step -> [Coordinate] in
      let share = Double(step) / 16
      let (x, y) = (west + (end - west) * share, south + (north - south) * share)
      return [
        Coordinate(longitude: x, latitude: south), Coordinate(longitude: x, latitude: north),
        Coordinate(longitude: west, latitude: y), Coordinate(longitude: end, latitude: y),
      ]
    }
  }
}
