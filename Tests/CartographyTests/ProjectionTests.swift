import Foundation
import Model
import Testing

@testable import Cartography

@Suite struct ProjectionTests {
  /// What PROJ 9.1.1 says of 25 points of each of nine extents, recorded by `proj.py` in `proj.csv`:
  /// the same to a millionth of the extent, there and back.
  @Test(arguments: ZoneMap.Projection.allCases)
  func agreesWithPROJ(_ kind: ZoneMap.Projection) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "proj.csv")
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",") }.filter { $0[0] == kind.rawValue }
    #expect(rows.count == 225)
    for row in rows {
      let n = row.dropFirst().compactMap { Double($0) }
      let extent = Extent(west: n[0], south: n[1], east: n[2], north: n[3])
      let projection = Projection(for: extent, as: kind)
      switch (kind, projection.surface) {
      case (.conic, .conic), (.albers, .equalArea), (.mercator, .cylinder): break
      // About the equator Lambert's cone has no apex.
      case (.conic, .cylinder) where abs(n[1] + n[3]) < 2: continue
      default: Issue.record("\(kind) became \(projection.surface)")
      }
      let point = try #require(projection.forward(Coordinate(longitude: n[4], latitude: n[5])))
      let kilometres = (n[3] - n[1]) * 111
      #expect(abs(point.x - n[6]) < kilometres * 1e-6 && abs(point.y - n[7]) < kilometres * 1e-6)
      let back = projection.inverse(point)
      #expect(abs(back.longitude - n[4]) < 1e-8 && abs(back.latitude - n[5]) < 1e-8)
    }
  }

  /// `+proj=lcc +lat_1=45 +lat_2=45 +lat_0=45 +lon_0=3`
  @Test func conicWithOneParallel() throws {
    let projection = Projection(for: Extent(west: 3, south: 45, east: 3, north: 45))
    let point = try #require(projection.forward(Coordinate(longitude: 5, latitude: 44)))
    #expect(abs(point.x - 160.420308) < 1e-5 && abs(point.y + 109.147704) < 1e-5)
  }

  @Test func turnsTheSheet() throws {
    let extent = Extent(west: 38, south: 34, east: 42, north: 36)
    let turned = Projection(for: extent, rotation: 90)
    let north = try #require(turned.forward(Coordinate(longitude: 40, latitude: 35.5)))
    #expect(north.x > 50 && abs(north.y) < 1e-9)
    let back = turned.inverse(north)
    #expect(abs(back.longitude - 40) < 1e-9 && abs(back.latitude - 35.5) < 1e-9)
  }

  @Test func choosesForTheExtent() {
    func surface(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> String {
      switch Projection(for: Extent(west: west, south: south, east: east, north: north)).surface {
      case .conic: "conic"
      case .equalArea: "equal area"
      case .cylinder: "cylinder"
      }
    }
    #expect(surface(35, 29, 48, 38) == "conic")
    #expect(surface(10, -5, 30, 5) == "cylinder")
    #expect(surface(-170, -60, 170, 80) == "cylinder")
    #expect(surface(-20, -35, 52, 38) == "cylinder")
  }

  /// What holds places on both sides of ±180 passes it rather than going round the Earth.
  @Test(
    arguments: [
      ([(178.4, -18.1), (-171.7, -13.8), (-175.2, -21.1)], 178.4, -171.7),
      ([(18.4, -33.9), (31.2, 30), (10.7, 59.9)], 10.7, 31.2), ([(-120, 0), (100, 10)], 100, -120),
    ] as [([(Double, Double)], Double, Double)])
  func extentHoldingPlaces(_ places: [(Double, Double)], _ west: Double, _ east: Double) {
    let extent = Extent(
      holding: places.map { Coordinate(longitude: $0.0, latitude: $0.1) })
    #expect(extent.west == west && extent.east == east)
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
}
