import Model
import Testing

@testable import Cartography

@Suite("Recorded drawings of shapes, signs, layers and projections")
struct GoldenFeatureTests {
  @Test func shapes() throws {
    let hole = Fixture.line((40.62, 35.32), (40.78, 35.32), (40.78, 35.42), (40.62, 35.42))
    let outer = Fixture.line((40.55, 35.25), (40.85, 35.25), (40.85, 35.5), (40.55, 35.5))
    let map = Fixture.map([
      Fixture.zone("circle", .circle(around: Fixture.west, radius: 14)),
      Fixture.zone("corridor", .corridor(along: [Fixture.west, Fixture.north], width: 8)),
      Fixture.zone("union", .union([0, 1]), category: "union"),
      Fixture.zone("difference", .difference([0, 1]), category: "difference"),
      Fixture.zone("both", .intersection([0, 1]), category: "intersection"),
      Fixture.zone("ring", .polygons([[outer, hole]]), category: "ring"),
      Fixture.zone(
        "hull", .hull(around: [Fixture.east, Fixture.north], margin: 4), category: "hull"),
      Fixture.zone("line", .circle(around: Fixture.east, radius: 9), category: "cordon"),
    ])
    #expect(Fixture.drawing(map).contents.zones.count == 8)
    try expectGolden(Fixture.drawing(map), "shapes")
  }

  @Test func categoriesAndConfidence() throws {
    let zones = (0..<9).map { index in
      let west = 39.9 + Double(index % 3) * 0.4
      let south = 34.9 + Double(index / 3) * 0.3
      return Fixture.zone(
        "z\(index + 1)",
        .polygons([
          [
            Fixture.line(
              (west, south), (west + 0.3, south), (west + 0.3, south + 0.2), (west, south + 0.2))
          ]
        ]), category: "category \(index + 1)",
        confidence: Zone.Confidence.allCases[index % 3])
    }
    var map = Fixture.map(zones)
    map.places = []
    let drawing = Fixture.drawing(map)
    // Eight patterns; then they begin again.
    #expect(drawing.contents.zones.map(\.style) == [1, 2, 3, 4, 5, 6, 7, 8, 1])
    try expectGolden(drawing, "categories")
  }

  @Test func movementsAndEvents() throws {
    var map = Fixture.map()
    map.routes = [
      .init(
        along: [Fixture.west, Fixture.north, Fixture.east], name: "The road", text: Prose(),
        notes: [])
    ]
    map.arrows = [
      .init(from: Fixture.west, to: Fixture.east, text: Prose(), notes: []),
      .init(from: Fixture.east, to: Fixture.west, text: Prose(), notes: []),
    ]
    map.callouts = [Fixture.west, Fixture.west, Fixture.north].map {
      .init(at: $0, event: nil, text: Prose(), notes: [])
    }
    let drawing = Fixture.drawing(map)
    #expect(drawing.contents.arrows.count == 2 && drawing.contents.callouts.count == 3)
    try expectGolden(drawing, "movements")
  }

  @Test func kindsOfPlace() throws {
    var portal = Fixture.portal()
    let kinds = [
      "city", "town", "village", "neighbourhood", "prison", "camp", "bridge", "governorate",
    ]
    portal.places = kinds.enumerated().map { index, kind in
      Fixture.place(
        kind, kind, 40 + Double(index % 4) * 0.3, 35 + Double(index / 4) * 0.3,
        isApproximate: index % 2 == 1, kind: kind)
    }
    var map = Fixture.map()
    map.places = Array(kinds.indices)
    try expectGolden(Fixture.drawing(map, in: portal), "places")
  }

  @Test func baseLayers() throws {
    var portal = Fixture.portal()
    func layer(_ name: String, _ geometry: GeoLayer.Geometry, named: String? = nil) -> GeoLayer {
      GeoLayer(
        name: name, attribution: nil, licence: nil,
        features: [.init(name: named.map { LocalizedName($0) }, geometry: geometry)])
    }
    let box = Fixture.line((40.1, 35.1), (40.5, 35.1), (40.5, 35.4), (40.1, 35.4))
    portal.layers = [
      layer("land", .polygons([[Fixture.line((39, 34), (42, 34), (42, 35.6), (39, 35.6))]])),
      layer("governorates", .polygons([[box]]), named: "Province"),
      layer(
        "lakes", .polygons([[Fixture.line((40.6, 35.2), (40.8, 35.2), (40.7, 35.35))]]),
        named: "Lake"),
      layer("rivers", .lines([Fixture.line((39, 35), (42, 35.05))]), named: "River"),
      layer("coast", .lines([Fixture.line((39, 35.6), (42, 35.6))])),
      layer("borders", .lines([Fixture.line((40.55, 34), (40.55, 36))])),
      layer("countries", .points([Coordinate(longitude: 40.9, latitude: 35.5)]), named: "Country"),
      layer("other", .points([Coordinate(longitude: 40.3, latitude: 35.5)]), named: "Point"),
    ]
    var map = Fixture.map()
    map.layers = Array(portal.layers.indices)
    map.extent = Extent(west: 40, south: 34.9, east: 41.1, north: 35.7)
    try expectGolden(Fixture.drawing(map, in: portal), "layers")
  }

  @Test(arguments: ZoneMap.Projection.allCases)
  func projections(_ projection: ZoneMap.Projection) throws {
    var map = Fixture.map([Fixture.zone("z", .circle(around: Fixture.west, radius: 600))])
    map.projection = projection
    map.extent = Extent(west: 10, south: 15, east: 70, north: 55)
    try expectGolden(Fixture.drawing(map), "projection-\(projection.rawValue)")
  }

  @Test func overTheAntimeridian() throws {
    var portal = Fixture.portal()
    portal.places[Fixture.west].coordinate = Coordinate(longitude: 178.4, latitude: -18.1)
    portal.places[Fixture.east].coordinate = Coordinate(longitude: -175.2, latitude: -21.1)
    portal.places[Fixture.north].coordinate = Coordinate(longitude: -171.8, latitude: -13.8)
    let land = Fixture.line((177, -18.5), (-179.5, -18.5), (-179.5, -16), (177, -16))
    portal.layers = [
      GeoLayer(
        name: "land", attribution: nil, licence: nil,
        features: [.init(name: nil, geometry: .polygons([[land]]))])
    ]
    var map = Fixture.map([
      Fixture.zone(
        "z", .corridor(along: [Fixture.west, Fixture.east, Fixture.north], width: 120))
    ])
    map.layers = [0]
    map.places = [Fixture.west, Fixture.east, Fixture.north]
    let drawing = Fixture.drawing(map, in: portal)
    #expect(drawing.contents.marks.count == 3 && drawing.findings.isEmpty)
    try expectGolden(drawing, "antimeridian")
  }
}
