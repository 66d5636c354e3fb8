import Model
import Testing

@testable import Cartography

/// Expected numbers are those of PROJ 9.1.1, `proj -f %.6f … +ellps=WGS84 +units=km`.
@Suite struct ProjectionTests {
  struct Case: Sendable {
    var longitude: Double
    var latitude: Double
    var x: Double
    var y: Double
  }

  /// `+proj=lcc +lat_1=33.75 +lat_2=36.75 +lat_0=35.25 +lon_0=40.5`
  @Test(arguments: [
    Case(longitude: 40.7477, latitude: 36.5024, x: 22.188702, y: 138.953409),
    Case(longitude: 38.5, latitude: 33, x: -186.972797, y: -247.675565),
    Case(longitude: 42.5, latitude: 37.5, x: 176.915109, y: 251.434643),
    Case(longitude: 44.3661, latitude: 33.3152, x: 359.999205, y: -207.578514),
  ])
  func conicNorth(_ expected: Case) throws {
    try check(Extent(west: 38.5, south: 33, east: 42.5, north: 37.5), expected)
  }

  /// `+proj=lcc +lat_1=-35 +lat_2=-15 +lat_0=-25 +lon_0=132.5`
  @Test(arguments: [
    Case(longitude: 151.2093, latitude: -33.8688, x: 1719.787361, y: -1091.430178),
    Case(longitude: 115.8605, latitude: -31.9505, x: -1556.585483, y: -856.581690),
  ])
  func conicSouth(_ expected: Case) throws {
    try check(Extent(west: 110, south: -40, east: 155, north: -10), expected)
  }

  /// `+proj=lcc +lat_1=45 +lat_2=45 +lat_0=45 +lon_0=3`
  @Test func conicWithOneParallel() throws {
    let extent = Extent(west: 3, south: 45, east: 3, north: 45)
    try check(extent, Case(longitude: 5, latitude: 44, x: 160.420308, y: -109.147704))
  }

  /// `+proj=merc +lat_ts=0 +lon_0=20`
  @Test(arguments: [
    Case(longitude: 12.5, latitude: 4.25, x: -834.896181, y: 470.377987),
    Case(longitude: 29, latitude: -3, x: 1001.875417, y: -331.876534),
  ])
  func mercatorAboutTheEquator(_ expected: Case) throws {
    let extent = Extent(west: 10, south: -5, east: 30, north: 5)
    guard case .cylinder = Projection(for: extent) else {
      Issue.record("a conic about the equator")
      return
    }
    try check(extent, expected)
  }

  /// `+proj=merc +lat_ts=30 +lon_0=40`, less the origin's northing of 3018.190881.
  @Test func mercatorAtALatitude() {
    let mercator = Mercator(origin: Coordinate(longitude: 40, latitude: 30))
    let point = mercator.forward(Coordinate(longitude: 40.25, latitude: 30.5))
    #expect(abs(point.x - 24.121570) < 1e-5)
    #expect(abs(point.y - (3073.759323 - 3018.190881)) < 1e-5)
  }

  /// What holds places on both sides of ±180 passes it rather than going round the Earth.
  @Test func extentHoldingPlaces() {
    func ends(_ longitudes: Double...) -> [Double] {
      let extent = Extent(holding: longitudes.map { Coordinate(longitude: $0, latitude: 0) })
      return [extent.west, extent.east]
    }
    #expect(ends(178.4, -171.7, -175.2) == [178.4, -171.7])
    #expect(ends(-120, 100) == [100, -120])
    #expect(ends(18.4, 31.2, 10.7) == [10.7, 31.2])
    #expect(ends(5) == [5, 5])
  }

  @Test func extentOverTheAntimeridianIsOnePiece() throws {
    let projection = Projection(for: Extent(west: 175, south: -20, east: -175, north: -10))
    let west = try #require(projection.forward(Coordinate(longitude: 179, latitude: -15)))
    let east = try #require(projection.forward(Coordinate(longitude: -179, latitude: -15)))
    #expect(abs(east.x - west.x - 215) < 2)
  }

  @Test(arguments: [
    Coordinate(longitude: .nan, latitude: 1), Coordinate(longitude: 1, latitude: .infinity),
    Coordinate(longitude: 1e300, latitude: 0), Coordinate(longitude: 0, latitude: -90),
    Coordinate(longitude: 0, latitude: 91),
  ])
  func whatCannotBeProjectedIsLeftOut(_ coordinate: Coordinate) {
    let projection = Projection(for: Extent(west: 0, south: 30, east: 10, north: 40))
    #expect(projection.forward(coordinate) == nil)
  }

  private func check(_ extent: Extent, _ expected: Case) throws {
    let projection = Projection(for: extent)
    let coordinate = Coordinate(longitude: expected.longitude, latitude: expected.latitude)
    let point = try #require(projection.forward(coordinate))
    #expect(abs(point.x - expected.x) < 1e-5)
    #expect(abs(point.y - expected.y) < 1e-5)
    let back = projection.inverse(point)
    #expect(abs(back.longitude - expected.longitude) < 1e-9)
    #expect(abs(back.latitude - expected.latitude) < 1e-9)
  }
}
