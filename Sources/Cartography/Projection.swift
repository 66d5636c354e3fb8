import Model

/// From degrees on WGS 84 to kilometres east and north of the middle of what is shown, and back.
enum Projection: Sendable, Equatable {
  case conic(LambertConformalConic)
  /// About the equator, where a cone has no apex.
  case cylinder(Mercator)

  /// The conic with its standard parallels at 1/6 and 5/6 of the extent's latitudes, which keeps the
  /// error of scale small over the whole of it.
  init(for extent: Extent) {
    let south = min(max(extent.south, -80), 80)
    let north = min(max(extent.north, -80), 80)
    let east = extent.east < extent.west ? extent.east + 360 : extent.east
    let origin = Coordinate(
      longitude: (extent.west + east) / 2, latitude: (south + north) / 2)
    let sixth = (north - south) / 6
    if let conic = LambertConformalConic(parallels: (south + sixth, north - sixth), origin: origin)
    {
      self = .conic(conic)
    } else {
      self = .cylinder(Mercator(origin: origin))
    }
  }

  /// Degrees east.
  var centralMeridian: Double {
    switch self {
    case .conic(let conic): conic.centralMeridian
    case .cylinder(let cylinder): cylinder.centralMeridian
    }
  }

  /// Kilometres; `nil` for what is no point of the Earth, or lies too far off to be drawn.
  func forward(_ coordinate: Coordinate) -> Point? {
    guard coordinate.isOnEarth else { return nil }
    let point =
      switch self {
      case .conic(let conic): conic.forward(coordinate)
      case .cylinder(let cylinder): cylinder.forward(coordinate)
      }
    return point.isFinite && abs(point.x) < 1e5 && abs(point.y) < 1e5 ? point : nil
  }

  /// Degrees; longitude is near the central meridian's and may pass ±180.
  func inverse(_ point: Point) -> Coordinate {
    switch self {
    case .conic(let conic): conic.inverse(point)
    case .cylinder(let cylinder): cylinder.inverse(point)
    }
  }
}

extension Coordinate {
  /// Whether its numbers are degrees of longitude and latitude.
  var isOnEarth: Bool {
    longitude.isFinite && latitude.isFinite && abs(longitude) <= 540 && abs(latitude) <= 90
  }
}

extension Extent {
  /// Whether it has an area on the Earth.
  var isUsable: Bool {
    Coordinate(longitude: west, latitude: south).isOnEarth
      && Coordinate(longitude: east, latitude: north).isOnEarth && north > south && east != west
  }
}
