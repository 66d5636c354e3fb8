import Diagnostics
import Ingest
import Model

/// A brief with one map, its places and a base layer.
struct MapFixture {
  static let places = """
    a: { name: A, lon: 40, lat: 35 }
    b: { name: B, lon: 41, lat: 36 }
    c: { name: C, lon: 42, lat: 35 }
    nowhere: { name: Nowhere }

    """
  static let layer = """
    {"type": "FeatureCollection", "attribution": "Units: somebody", "licence": "CC BY 4.0", "features": [
      {"type": "Feature", "id": "IQ-DI", "properties": {"name": {"en": "Diyala", "ar": "ديالى"}},
       "geometry": {"type": "Polygon", "coordinates": [[[40,34],[42,34],[42,36],[40,34]],[[41,34.1],[41.2,34.1],[41.2,34.2],[41,34.1]]]}},
      {"type": "Feature", "properties": {"id": "IQ-KI", "name": "Kirkuk"},
       "geometry": {"type": "MultiPolygon", "coordinates": [[[[43,34],[44,34],[44,36],[43,34]]],[[[45,34],[46,34],[46,36],[45,34]]]]}},
      {"type": "Feature", "properties": {"name": "Khabur"},
       "geometry": {"type": "LineString", "coordinates": [[40, 35], [41, 36]]}}]}
    """

  let content: ContentFixture

  init(_ map: String, _ more: [String: String] = [:]) throws {
    content = try ContentFixture(
      [
        "places.yaml": Self.places, "geo/units.geojson": Self.layer,
        "briefs/b/01-one.md": "# One\n", "briefs/b/maps/m.yaml": "title: M\n" + map,
      ].merging(more) { $1 })
  }

  /// The map, where there is no error.
  func map() async throws -> ZoneMap? {
    let ingested = try await content.read()
    return ingested.findings.contains { $0.severity == .error }
      ? nil : ingested.portal.briefs.first?.maps.first
  }

  func findings() async throws -> [Finding] { try await content.read().findings }
}

/// The findings on a map's text after its title, each at a “‸”.
func mapFindings(_ marked: String, _ more: [String: String] = [:]) async throws -> (
  found: [Finding], marks: [String]
) {
  let (text, marks) = unmarked("title: M\n" + marked)
  var files = more
  files["briefs/b/maps/m.yaml"] = text
  return (try await MapFixture("", files).findings(), marks.map { "briefs/b/maps/m.yaml:\($0)" })
}
