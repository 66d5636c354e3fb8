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
}
