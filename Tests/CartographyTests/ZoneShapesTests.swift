import Model
import Testing

@testable import Cartography

@Suite struct ZoneShapesTests {
  /// Areas of the zones in km²; `nil` for one without a shape.
  private func areas(_ shapes: [Zone.Shape]) throws -> [Double?] {
    let zones = shapes.enumerated().map { Fixture.zone("z\($0.offset)", $0.element) }
    let found = zoneAreas(of: Fixture.map(zones), in: Fixture.portal())
    return zones.indices.map { index in
      found.first { $0.zone == index }?.squareKilometres
    }
  }

  @Test func measuresOnTheGround() throws {
    // A degree of longitude at 35° N is 91.29 km, of latitude 110.9 km; the hull's lower side is the
    // straight line, a little north of the parallel.
    let found = try areas([
      .circle(around: Fixture.west, radius: 10),
      .corridor(along: [Fixture.west, Fixture.east], width: 10),
      .hull(around: [Fixture.west, Fixture.east, Fixture.north], margin: 0),
      .polygons([[Fixture.line((40, 35), (41, 35), (41, 36), (40, 36))]]),
    ])
    #expect(found == [310, 990, 4000, 10_000])
  }

  @Test func followsARiverThatIsCutAndTurned() throws {
    let along = Zone.Shape.riverCorridor(
      river: "khabur", from: Fixture.west, to: Fixture.east, width: 10)
    let straight = Zone.Shape.riverCorridor(
      river: "no such river", from: Fixture.west, to: Fixture.east, width: 10)
    // By way of the bend at 40.5° E 35.1° N: about 92.5 km and a round end of 39 km² each.
    let found = try areas([along, straight])
    #expect(found == [1000, 990])
  }

  @Test func combinesZonesBefore() throws {
    let found = try areas([
      .circle(around: Fixture.west, radius: 10), .circle(around: Fixture.east, radius: 10),
      .union([0, 1]), .difference([2, 0]), .intersection([2, 1]), .intersection([0, 1]),
    ])
    #expect(found == [310, 310, 630, 310, 310, nil])
  }

  @Test func leavesOutWhatHasNoPlace() throws {
    let found = try areas([
      .circle(around: Fixture.nowhere, radius: 10), .circle(around: Fixture.faulty, radius: 10),
      .circle(around: 99, radius: 10), .circle(around: -1, radius: 10),
      .circle(around: 0, radius: .nan), .circle(around: 0, radius: -5),
      .riverCorridor(river: "khabur", from: 0, to: Fixture.nowhere, width: 5),
      .corridor(along: [], width: 5), .hull(around: [Fixture.nowhere], margin: 5),
      .polygons([]), .polygons([[Fixture.line((.nan, 0), (1, 1))]]),
      .union([0, 11, 50, -3]), .intersection([]), .difference([0]),
    ])
    #expect(found.allSatisfy { $0 == nil })
  }

  @Test func skipsAPlaceWithoutCoordinates() throws {
    let found = try areas([
      .corridor(along: [Fixture.west, Fixture.nowhere, Fixture.east, Fixture.faulty], width: 10),
      .hull(around: [Fixture.west, Fixture.nowhere], margin: 10),
    ])
    #expect(found == [990, 310])
  }

  /// A width is a width wherever the map's own scale goes.
  @Test(arguments: ZoneMap.Projection.allCases)
  func measuresTheSameOnEveryProjection(_ projection: ZoneMap.Projection) throws {
    var map = Fixture.map([
      Fixture.zone("circle", .circle(around: Fixture.west, radius: 30)),
      Fixture.zone("corridor", .corridor(along: [Fixture.west, Fixture.east], width: 12)),
      Fixture.zone("cell", .polygons([[Fixture.line((40, 35), (44, 35), (44, 38), (40, 38))]])),
    ])
    map.projection = projection
    map.extent = Extent(west: 20, south: 30, east: 70, north: 70)
    // By its authalic latitudes the cell has 119,287 km².
    #expect(
      zoneAreas(of: map, in: Fixture.portal()).map(\.squareKilometres) == [2800, 1200, 120_000])
  }

  @Test func aPolygonMayPassTheAntimeridian() throws {
    let shapes = [(179.0, -179.0), (0, 2)].map { west, east in
      Zone.Shape.polygons([[Fixture.line((west, -17), (east, -17), (east, -18), (west, -18))]])
    }
    for shape in shapes {
      #expect(
        zoneAreas(of: Fixture.map([Fixture.zone("z", shape)]), in: Portal())
          .map(\.squareKilometres) == [24_000])
    }
  }

  @Test func tellsWhatLiesOffTheRiver() throws {
    let map = Fixture.map([
      Fixture.zone(
        "on", .riverCorridor(river: "Khabur", from: Fixture.west, to: Fixture.east, width: 10)),
      Fixture.zone(
        "off", .riverCorridor(river: "Khabur", from: Fixture.west, to: Fixture.north, width: 10)),
    ])
    let portal = Fixture.portal()
    let frame = Frame(for: map, in: portal)
    let context = try #require(Geos())
    let grounds = ZoneShapes(
      map: map, portal: portal, projection: frame.projection, context: context
    ).resolved()
    #expect(grounds.map { $0?.strays.map(\.place) } == [[], [Fixture.north]])
    let distance = try #require(grounds[1]?.strays.first?.distance)
    #expect(abs(distance - 77) < 2)
  }

  /// Polygons of one zone may lie over each other: what they share is theirs all the same.
  @Test func polygonsOfAZoneMayOverlap() throws {
    let cell = { (west: Double) in
      [Fixture.line((west, 35), (west + 1, 35), (west + 1, 36), (west, 36))]
    }
    let found = try areas([.polygons([cell(40), cell(40.5)]), .polygons([cell(40), cell(40)])])
    #expect(found == [15_000, 10_000])
  }
}
