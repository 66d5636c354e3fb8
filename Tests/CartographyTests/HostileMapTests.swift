import Diagnostics
import HTML
import Model
import Testing

@testable import Cartography

/// Whatever a map says, it is drawn, if with nothing on it.
@Suite struct HostileMapTests {
  private func draws(_ map: ZoneMap, in portal: Portal = Fixture.portal()) -> Bool {
    let svg = Fixture.text(Fixture.drawing(map, in: portal))
    return svg.hasSuffix("</svg></div>") && !svg.contains("nan") && !svg.contains("inf")
  }

  @Test func emptyMap() {
    #expect(draws(ZoneMap(id: "empty", number: 1, title: "")))
    #expect(draws(ZoneMap(id: "empty", number: 1, title: ""), in: Portal()))
  }

  @Test(arguments: [
    Extent(west: 0, south: 0, east: 0, north: 0), Extent(west: 10, south: 50, east: 0, north: 40),
    Extent(west: -180, south: -90, east: 180, north: 90),
    Extent(west: 40, south: 89.9, east: 41, north: 90),
    Extent(west: .nan, south: 1, east: 2, north: 3),
    Extent(west: -1e300, south: -1e300, east: 1e300, north: .infinity),
    Extent(west: 40, south: 35, east: 40.0000001, north: 35.0000001),
    Extent(west: 179, south: -20, east: -179, north: -10),
  ])
  func oddExtents(_ extent: Extent) {
    var map = Fixture.map([Fixture.zone("z", .circle(around: 0, radius: 10))])
    map.extent = extent
    #expect(draws(map))
  }

  @Test(arguments: [0, -3, .nan, .infinity, 1e300] as [Double])
  func oddMargins(_ margin: Double) {
    var map = Fixture.map()
    map.fit = [0, 77, -1]
    map.margin = margin
    #expect(draws(map))
  }

  @Test func placesThatAreNoPlaces() {
    var map = Fixture.map([
      Fixture.zone("huge", .circle(around: 0, radius: 1e300)),
      Fixture.zone("thin", .corridor(along: [0, 0, 0], width: 1e-300)),
      Fixture.zone("self", .union([2])),
    ])
    map.places = [0, 0, -1, 99, Fixture.nowhere, Fixture.faulty]
    map.fit = [Fixture.faulty]
    map.layers = [-1, 0, 9]
    map.arrows = [
      .init(from: 0, to: 0, text: Prose(), notes: []),
      .init(from: -1, to: 99, text: Prose(), notes: []),
      .init(from: 0, to: Fixture.faulty, text: Prose(), notes: []),
    ]
    map.routes = [.init(along: [], name: "", text: Prose(), notes: [])]
    map.callouts = [
      .init(at: -1, event: 99, text: Prose(), notes: []),
      .init(at: 0, event: -5, text: Prose(), notes: []),
    ]
    #expect(draws(map))
  }

  @Test func layersThatAreNoLayers() {
    var portal = Fixture.portal()
    portal.layers[0].features = [
      .init(
        name: nil,
        geometry: .lines([[], Fixture.line((40, 35)), Fixture.line((40, .nan), (41, 35))])),
      .init(name: LocalizedName([]), geometry: .lines([Fixture.line((-170, 35), (170, 35))])),
      .init(name: LocalizedName("x"), geometry: .points(Fixture.line((.nan, 0), (40.2, 35.1)))),
      .init(
        name: LocalizedName("bow"),
        geometry: .polygons([[Fixture.line((40, 35), (41, 36), (41, 35), (40, 36))]])),
      .init(
        name: LocalizedName("world"),
        geometry: .polygons([[Fixture.line((-180, -90), (180, -90), (180, 90), (-180, 90))]])),
    ]
    #expect(draws(Fixture.map(), in: portal))
  }

  @Test func manyNamesAtOnePoint() {
    var portal = Fixture.portal()
    portal.places += (0..<300).map { Fixture.place("p\($0)", "Place number \($0)", 40.5, 35.2) }
    var map = Fixture.map()
    map.places = Array(portal.places.indices)
    map.callouts = (0..<60).map { .init(at: 5 + $0, event: nil, text: Prose(), notes: []) }
    #expect(draws(map, in: portal))
  }

  @Test(arguments: [
    String(repeating: "long ", count: 40), String(repeating: "x", count: 200),
    "\u{301}\u{302}\u{303}", "", " ", "two\nlines\r\n", "😀👩‍👩‍👧‍👦", "</text><script>&\"'", "\u{0}\u{1}",
    "\u{202E}abc", "שלום עולם", "北京市",
  ])
  func oddNames(_ name: String) throws {
    var portal = Fixture.portal()
    for index in portal.places.indices { portal.places[index].name = LocalizedName(name) }
    for layer in portal.layers.indices {
      for feature in portal.layers[layer].features.indices {
        portal.layers[layer].features[feature].name = LocalizedName(name)
      }
    }
    var map = Fixture.map([Fixture.zone("z", .circle(around: 0, radius: 10))])
    map.zones[0].name = LocalizedName(name)
    map.routes = [.init(along: [0, 1], name: name, text: Prose(), notes: [])]
    map.labels = [
      .init(
        at: Coordinate(longitude: 40.5, latitude: 35.2), name: LocalizedName(name), kind: "sea")
    ]
    let svg = Fixture.text(Fixture.drawing(map, in: portal))
    #expect(draws(map, in: portal))
    #expect(!svg.contains("<script") && !svg.contains("\u{0}"))
    #expect(!svg.contains("two\nlines</text>"))
  }

  // MARK: The rim of the world

  /// A layer that passes ±180 does not begin again at the other side of a map of the world.
  @Test(arguments: [ZoneMap.Projection.mercator, .albers])
  func noLineAcrossTheWorld(_ projection: ZoneMap.Projection) throws {
    let extent = Extent(west: -180, south: -60, east: 180, north: 75)
    let context = try #require(Geos())
    let frame = Frame(for: extent, in: Projection(for: extent, as: projection))
    let layer = GeoLayer(
      name: "coast", attribution: nil, licence: nil,
      features: [
        .init(
          name: nil,
          geometry: .polygons([[Fixture.line((170, 50), (-170, 50), (-170, 60), (170, 60))]]))
      ])
    let drawn = BaseLayer(layer, in: frame, context: context).features.flatMap(\.lines)
    #expect(drawn.count >= 2)
    for line in drawn {
      #expect((Box(holding: line)?.width ?? .infinity) < Frame.width / 10)
    }
  }

  /// What lies all round the pole holds it.
  @Test func zoneAroundThePole() throws {
    var portal = Fixture.portal()
    portal.places = [
      Fixture.place("a", "A", 0, 85), Fixture.place("b", "B", 120, 85),
      Fixture.place("c", "C", -120, 85),
    ]
    var map = Fixture.map([
      Fixture.zone(
        "z",
        .polygons([[Fixture.line((0, 85), (60, 85), (120, 85), (180, 85), (-120, 85), (-60, 85))]]))
    ])
    map.extent = Extent(west: -180, south: 80, east: 180, north: 90)
    map.places = [0, 1, 2]
    let zone = try #require(Fixture.drawing(map, in: portal).contents.zones.first)
    // A hexagon of five degrees' radius whose edges are parallels: nearly the whole cap.
    #expect(zone.area > 900_000 && zone.area < 1_000_000, "\(zone.area)")
    #expect(zone.polygons.flatMap(\.self).count == 1)
  }

  // MARK: Outlines of very many points

  private static let many = 50_000

  /// Outlines that no map could show: each crosses itself very often, or winds very densely.
  private static func dense(_ name: String) -> [(Double, Double)] {
    let turn = 2 * Double.pi / Double(many)
    return (0..<many).map { index in
      let x = Double(index)
      switch name {
      case "comb": return (40 + x * 1e-4, index % 2 == 0 ? 33 : 37)
      case "spiral": return (40 + x * 1e-4 * cosine(x / 50), 35 + x * 1e-4 * sine(x / 50))
      case "ragged":
        let radius = 5 + Double(index * index % 8009 * 31 % 1000) * 3e-4
        return (40 + radius * cosine(x * turn), 35 + radius * sine(x * turn))
      default: return (40 + 5 * cosine(x * 2.6), 35 + 5 * sine(x * 2.6))
      }
    }
  }

  private func polygons(_ points: [(Double, Double)]) -> Zone.Shape {
    .polygons([[points.map { Coordinate(longitude: $0.0, latitude: $0.1) }]])
  }

  @Test(.timeLimit(.minutes(5)), arguments: ["comb", "spiral", "ragged", "star"])
  func denseOutlines(_ name: String) {
    let map = Fixture.map([Fixture.zone("z", polygons(Self.dense(name)))])
    let drawing = Fixture.drawing(map)
    let svg = Fixture.text(drawing)
    #expect(draws(map))
    #expect(svg.utf8.count < 100_000, "\(svg.utf8.count) bytes")
    #expect(drawing.findings.contains { $0.rule == "zone-detail" })
    var sink = Sink()
    drawing.writeGeoJSON(about: [], in: Fixture.portal(), to: &sink)
    #expect(sink.withBytes { $0.count } < 400_000)
  }

  /// A rugged coast is drawn as it is, and its area is right.
  @Test(.timeLimit(.minutes(5))) func longCoast() throws {
    let points = (0..<Self.many).map { index in
      let angle = Double(index) / Double(Self.many) * 2 * Double.pi
      let radius = 5 + 0.3 * sine(angle * 40) + 0.02 * sine(angle * 3000)
      return (40 + radius * cosine(angle), 35 + radius * sine(angle))
    }
    let plain = stride(from: 0, to: Self.many, by: 10).map { points[$0] }
    let long = Fixture.drawing(Fixture.map([Fixture.zone("z", polygons(points))]))
    let short = Fixture.drawing(Fixture.map([Fixture.zone("z", polygons(plain))]))
    #expect(!long.findings.contains { $0.rule == "zone-detail" })
    let (a, b) = (try #require(long.contents.zones.first), try #require(short.contents.zones.first))
    #expect(abs(a.area - b.area) < b.area * 0.005, "\(a.area), \(b.area)")
  }

  @Test(.timeLimit(.minutes(5))) func manyPolygonsAtOnePlace() {
    let ring = Fixture.line((40, 35), (41, 35), (41, 36), (40, 35))
    let map = Fixture.map([
      Fixture.zone("z", .polygons(Array(repeating: [ring], count: 20_000)))
    ])
    #expect(draws(map))
  }

  /// A ring around a hole around an island.
  @Test func coverageKeepsHoles() throws {
    let square = { (half: Double) in
      [(-half, -half), (half, -half), (half, half), (-half, half), (-half, -half)].map {
        Point(x: $0.0, y: $0.1)
      }
    }
    let raster = try #require(CoverageRaster([[square(10), square(6), square(2)]]))
    let context = try #require(Geos())
    let area = try #require(Geometry(polygons: [raster.outlines], in: context)?.mended?.area)
    #expect(raster.outlines.count == 3)
    #expect(abs(area - (400 - 144 + 16)) < 5, "\(area)")
    let nothing = [CoverageRaster([]), CoverageRaster([[square(0)]])].compactMap(\.self)
    #expect(nothing.isEmpty)
  }
}
