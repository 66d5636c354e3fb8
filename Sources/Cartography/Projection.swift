import Model

/// From degrees on WGS 84 to kilometres right and up of the middle of what is shown, and back.
struct Projection: Sendable, Equatable {
  /// How the Earth is laid flat, before the sheet is turned.
  enum Surface: Sendable, Equatable {
    case conic(LambertConformalConic)
    case equalArea(AlbersEqualArea)
    case cylinder(Mercator)
  }

  let surface: Surface
  /// Degrees by which north is turned clockwise from up.
  let rotation: Double
  /// Sine and cosine of the rotation.
  private let turn: (sine: Double, cosine: Double)

  /// What is wanted where it can be drawn. Else the conic with its standard parallels at 1/6 and 5/6
  /// of the extent's latitudes, which keeps the error of scale small over the whole of it; about the
  /// equator, where a cone has no apex, and for more of the globe than a cone can show, Mercator's.
  init(for extent: Extent, as wanted: ZoneMap.Projection? = nil, rotation: Double = 0) {
    self.rotation = rotation.isFinite ? rotation.wrappedDegrees : 0
    turn = (sine(self.rotation.radians), cosine(self.rotation.radians))
    let south = min(max(extent.south, -80), 80)
    let north = min(max(extent.north, -80), 80)
    let east = extent.east < extent.west ? extent.east + 360 : extent.east
    let origin = Coordinate(
      longitude: (extent.west + east) / 2, latitude: (south + north) / 2)
    let sixth = (north - south) / 6
    let parallels = (south + sixth, north - sixth)
    // About a pole, a cone shows the whole round.
    let isPolar = south >= 55 || north <= -55
    let isBroad = (east - extent.west > 150 && !isPolar) || (south < -20 && north > 20)
    switch wanted {
    case .mercator: surface = .cylinder(Mercator(origin: origin))
    case .albers:
      // A cone whose apex is just not at infinity serves about the equator.
      surface =
        (AlbersEqualArea(parallels: parallels, origin: origin)
        ?? AlbersEqualArea(parallels: (parallels.0 + 0.2, parallels.1 + 0.2), origin: origin))
        .map(Surface.equalArea) ?? .cylinder(Mercator(origin: origin))
    case .conic, nil:
      let conic = LambertConformalConic(parallels: parallels, origin: origin)
      let fits = wanted == .conic || !isBroad
      surface = conic.flatMap { fits ? .conic($0) : nil } ?? .cylinder(Mercator(origin: origin))
    }
  }

  static func == (a: Self, b: Self) -> Bool { a.surface == b.surface && a.rotation == b.rotation }

  /// Degrees east.
  var centralMeridian: Double {
    switch surface {
    case .conic(let conic): conic.centralMeridian
    case .equalArea(let conic): conic.centralMeridian
    case .cylinder(let cylinder): cylinder.centralMeridian
    }
  }

  /// Kilometres; `nil` for what is no point of the Earth, or lies too far off to be drawn.
  func forward(_ coordinate: Coordinate) -> Point? {
    guard coordinate.isOnEarth else { return nil }
    let point =
      switch surface {
      case .conic(let conic): conic.forward(coordinate)
      case .equalArea(let conic): conic.forward(coordinate)
      case .cylinder(let cylinder): cylinder.forward(coordinate)
      }
    guard point.isFinite && abs(point.x) < 1e5 && abs(point.y) < 1e5 else { return nil }
    guard rotation != 0 else { return point }
    return Point(
      x: point.x * turn.cosine + point.y * turn.sine, y: point.y * turn.cosine - point.x * turn.sine
    )
  }

  /// Degrees; longitude is near the central meridian's and may pass ±180.
  func inverse(_ point: Point) -> Coordinate {
    let upright =
      rotation == 0
      ? point
      : Point(
        x: point.x * turn.cosine - point.y * turn.sine,
        y: point.y * turn.cosine + point.x * turn.sine)
    return switch surface {
    case .conic(let conic): conic.inverse(upright)
    case .equalArea(let conic): conic.inverse(upright)
    case .cylinder(let cylinder): cylinder.inverse(upright)
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
