import HTML
import Model

@testable import Cartography

/// A small portal: five places along a river that is cut in two and drawn against its flow.
enum Fixture {
  static let west = 0
  static let east = 1
  static let north = 2
  static let nowhere = 3
  static let faulty = 4

  static func portal() -> Portal {
    var portal = Portal()
    portal.places = [
      place("west", "West & Co", 40, 35), place("east", "East", 41, 35),
      place("north", "Nord", 40.5, 35.8, isApproximate: true, kind: "village"),
      place("nowhere", "Nowhere", nil, nil), place("faulty", "Faulty", .nan, 1e300),
    ]
    portal.places[east].name = LocalizedName([.init(language: "ar", text: "الشرق")])
    let river = LocalizedName([
      .init(language: "en", text: "Khabur"), .init(language: "ar", text: "الخابور"),
    ])
    portal.layers = [
      GeoLayer(
        name: "rivers", attribution: "Rivers: somebody", licence: "CC0",
        features: [
          .init(name: river, geometry: .lines([line((41.5, 35), (40.5, 35.1))])),
          .init(name: river, geometry: .lines([line((39.5, 35), (40.5, 35.1))])),
        ]),
      GeoLayer(
        name: "lakes", attribution: "Lakes: <somebody>", licence: nil,
        features: [
          .init(
            name: nil,
            geometry: .polygons([[line((40.1, 35.3), (40.3, 35.3), (40.2, 35.5))], [[]], []]))
        ]),
    ]
    return portal
  }

  static func place(
    _ id: String, _ name: String, _ longitude: Double?, _ latitude: Double?,
    isApproximate: Bool = false, kind: String? = "town"
  ) -> Place {
    var coordinate: Coordinate?
    if let longitude, let latitude {
      coordinate = Coordinate(longitude: longitude, latitude: latitude)
    }
    return Place(
      id: id, name: LocalizedName(name), kind: kind, coordinate: coordinate,
      isApproximate: isApproximate, reason: nil, source: nil, within: nil, description: Prose())
  }

  static func line(_ numbers: (Double, Double)...) -> [Coordinate] {
    numbers.map { Coordinate(longitude: $0.0, latitude: $0.1) }
  }

  static func zone(
    _ id: String, _ shape: Zone.Shape, category: String = "stronghold",
    confidence: Zone.Confidence = .stated
  ) -> Zone {
    Zone(
      id: id, name: LocalizedName(id), category: category, shape: shape, section: nil, notes: [],
      confidence: confidence, text: Prose())
  }

  static func map(_ zones: [Zone] = []) -> ZoneMap {
    var map = ZoneMap(id: "test", number: 1, title: "A map of <tests>")
    map.layers = [0, 1]
    map.places = [west, east, north, nowhere, faulty]
    map.zones = zones
    return map
  }

  static func brief(_ map: ZoneMap) -> Brief {
    var brief = Brief(id: "b", slug: "b", title: "B", language: "en", file: "b.md")
    brief.maps = [map]
    return brief
  }

  static func prose(_ text: String) -> Prose {
    let bytes = Array(text.utf8)
    var node = ProseNode(.text, text: ByteRange(start: 0, end: bytes.count))
    node.end = 1
    return Prose(nodes: [node], bytes: bytes)
  }

  static func drawing(_ map: ZoneMap, in portal: Portal = portal()) -> MapDrawing {
    MapDrawing(map, of: brief(map), in: portal, idPrefix: "m1")
  }

  static func text(_ markup: some Markup) -> String {
    var sink = Sink()
    markup.write(to: &sink)
    return sink.withBytes { String(decoding: $0, as: UTF8.self) }
  }
}
