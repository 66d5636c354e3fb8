import Foundation
import HTML
import Model
import Testing

@testable import Cartography

@Suite("A map as GeoJSON")
struct GeoJSONTests {
  private func collection(_ map: ZoneMap, in portal: Portal = Fixture.portal()) throws
    -> [[String: Any]]
  {
    var sink = Sink()
    Fixture.drawing(map, in: portal)
      .writeGeoJSON(about: [("licence", "CC \"BY\"\n4.0\u{1}")], in: portal, to: &sink)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(sink.bytes)) as? [String: Any])
    #expect(json["type"] as? String == "FeatureCollection")
    #expect(json["licence"] as? String == "CC \"BY\"\n4.0\u{1}")
    return try #require(json["features"] as? [[String: Any]])
  }

  @Test func carriesWhatTheMapSays() throws {
    var map = Fixture.map([Fixture.zone("z", .circle(around: Fixture.west, radius: 10))])
    map.places = [Fixture.west, Fixture.east, Fixture.nowhere]
    map.zones[0].from = PartialDate("2014-07")
    map.routes = [
      .init(along: [Fixture.west, Fixture.north], name: "Road", text: Prose(), notes: [])
    ]
    map.arrows = [.init(from: Fixture.west, to: Fixture.east, text: Prose(), notes: [])]
    let features = try collection(map)
    let kinds = features.map { ($0["properties"] as? [String: Any])?["kind"] as? String }
    #expect(kinds == ["zone", "route", "movement", "place", "place"])
    let zone = try #require(features[0]["properties"] as? [String: Any])
    #expect(zone["area_km2"] as? Double == 310 && zone["from"] as? String == "2014-07")
    let east = try #require(features[4]["properties"] as? [String: Any])
    #expect((east["name"] as? [String: String]) == ["ar": "الشرق"])
  }

  @Test func ringsAreClosedAndRunTheRightWay() throws {
    let hole = Fixture.line((40.4, 35.4), (40.6, 35.4), (40.6, 35.6), (40.4, 35.6))
    let outer = Fixture.line((40, 35), (40, 36), (41, 36), (41, 35))
    let features = try collection(Fixture.map([Fixture.zone("z", .polygons([[outer, hole]]))]))
    let geometry = try #require(features[0]["geometry"] as? [String: Any])
    let rings = try #require(geometry["coordinates"] as? [[[Double]]])
    #expect(geometry["type"] as? String == "Polygon" && rings.count == 2)
    func area(_ ring: [[Double]]) -> Double {
      zip(ring, ring.dropFirst()).reduce(0) { $0 + $1.0[0] * $1.1[1] - $1.1[0] * $1.0[1] }
    }
    #expect(rings.allSatisfy { $0.first == $0.last })
    #expect(area(rings[0]) > 0 && area(rings[1]) < 0)
  }

  @Test func staysWithinTheGlobe() throws {
    var map = Fixture.map([
      Fixture.zone(
        "z", .polygons([[Fixture.line((179, -17), (-179, -17), (-179, -18), (179, -18))]]))
    ])
    map.places = []
    var portal = Fixture.portal()
    portal.places[Fixture.west].coordinate = Coordinate(longitude: 178, latitude: -17)
    portal.places[Fixture.east].coordinate = Coordinate(longitude: -178, latitude: -18)
    map.routes = [.init(along: [Fixture.west, Fixture.east], name: nil, text: Prose(), notes: [])]
    let features = try collection(map, in: portal)
    let zone = try #require(features[0]["geometry"] as? [String: Any])
    #expect(zone["type"] as? String == "MultiPolygon")
    let polygons = try #require(zone["coordinates"] as? [[[[Double]]]])
    for polygon in polygons {
      let longitudes = polygon[0].map { $0[0] }
      #expect((longitudes.max() ?? 0) - (longitudes.min() ?? 0) < 1.01)
    }
    let route = try #require(features[1]["geometry"] as? [String: Any])
    let lines = try #require(route["coordinates"] as? [[[Double]]])
    #expect(lines == [[[178, -17], [180, -17.5]], [[-180, -17.5], [-178, -18]]])
  }
}
