import Diagnostics
import Ingest
import Model
import Testing

/// Zones whose shape comes from a GeoJSON file beside the map, or from a base layer.
@Suite struct ZoneFileTests {
  private static let front = """
    {"type": "FeatureCollection", "attribution": "Front line: somebody", "license": "CC BY 4.0",
     "features": [
      {"type": "Feature", "id": 1, "properties": {"name": "West"},
       "geometry": {"type": "Polygon", "coordinates": [[[40,34],[41,34],[41,35],[40,34]]]}},
      {"type": "Feature", "properties": {"name": {"en": "East", "ar": "شرق"}},
       "geometry": {"type": "Polygon", "coordinates": [[[42,34],[43,34],[43,35],[42,34]]]}},
      {"type": "Feature", "properties": {"name": "Line"},
       "geometry": {"type": "LineString", "coordinates": [[42,34],[43,34]]}}]}
    """

  private func zone(_ shape: String) -> String { "zones:\n  z: { category: x, \(shape) }" }

  private func read(_ shape: String) async throws -> (zone: Zone?, findings: [Finding]) {
    let ingested = try await MapFixture(
      zone(shape), ["briefs/b/maps/front.geojson": Self.front]
    ).content.read()
    return (ingested.portal.briefs[0].maps[0].zones.first, ingested.findings)
  }

  @Test(arguments: [
    ("geojson: { file: front.geojson, feature: west }", [40.0]),
    ("geojson: { file: front.geojson, feature: \"1\" }", [40]),
    ("geojson: { file: front.geojson, feature: [شرق, WEST] }", [40, 42]),
    ("region: { layer: units, name: diyala }", [40]),
    ("region: { layer: units, name: [ديالى, iq-ki] }", [40, 43, 45]),
  ])
  func shapes(_ shape: String, _ starts: [Double]) async throws {
    let (zone, findings) = try await read(shape)
    #expect(findings.filter { $0.rule != "unknown-file" } == [])
    guard case .polygons(let polygons)? = zone?.shape else {
      Issue.record("no polygons")
      return
    }
    #expect(polygons.compactMap { $0.first?.first?.longitude } == starts)
    let isRegion = shape.hasPrefix("region")
    #expect(polygons[0].count == (isRegion && starts[0] == 40 ? 2 : 1))
    #expect(
      zone?.attribution
        == (isRegion ? "Units: somebody (CC BY 4.0)" : "Front line: somebody (CC BY 4.0)"))
  }

  @Test func wholeFileAndWhatElseItHolds() async throws {
    let (zone, findings) = try await read("geojson: front.geojson")
    #expect(findings.map(\.line) == ["warning zone-shape briefs/b/maps/m.yaml:3:30"])
    #expect(findings[0].message == "“front.geojson” also holds 1 line, which no zone can take")
    guard case .polygons(let polygons)? = zone?.shape else {
      Issue.record("no polygons")
      return
    }
    #expect(polygons.count == 2)
  }

  @Test(arguments: [
    ("geojson: ‸frnt.geojson", "error missing-file", "did you mean “front.geojson”?"),
    ("geojson: ‸../../../../etc/passwd", "error missing-file", "its name alone"),
    ("geojson: ‸../maps/front.geojson", "error missing-file", nil),
    ("geojson: { file: front.geojson, feature: ‸Wst }", "error unknown-feature", "“West”"),
    ("geojson: { file: ‸front.geojson, feature: Line }", "error zone-shape", "polygons"),
    ("geojson: ‸{ feature: West }", "error missing-key", nil),
    ("geojson: { file: front.geojson, feature: West, ‸x: 1 }", "warning unknown-key", nil),
    ("region: { layer: ‸unts, name: Diyala }", "error unknown-layer", "did you mean “units”?"),
    ("region: { layer: units, name: ‸Dyala }", "error unknown-feature", "did you mean “Diyala”?"),
    ("region: { layer: units, name: ‸khabur }", "error zone-shape", "polygons"),
    ("region: ‸{ layer: units }", "error missing-key", nil),
    ("region: ‸{ name: Diyala }", "error missing-key", nil),
  ])
  func faults(_ shape: String, _ rule: String, _ hint: String?) async throws {
    let (found, marks) = try await mapFindings(
      zone(shape), ["briefs/b/maps/front.geojson": Self.front])
    let here = found.filter { $0.rule != "unknown-file" }
    #expect(here.map(\.line) == marks.map { "\(rule) \($0)" })
    if let hint { #expect(here.first?.hint?.contains(hint) == true, "\(here)") }
  }

  @Test func unusedFile() async throws {
    let found = try await MapFixture("", ["briefs/b/maps/front.geojson": Self.front]).findings()
    #expect(found.map(\.line) == ["warning unknown-file briefs/b/maps/front.geojson"])
  }

  /// Read once, its faults told once, whatever the number of zones that name it.
  @Test func faultsInTheFile() async throws {
    let (text, marks) = unmarked(
      """
      {"type": "MultiPolygon", "coordinates": [
        [[[0, 0], [2, 2], ‸[2, 0], [0, 2], [0, 0]]],
        [[[0, 0], [2, 0], [2, ‸120], [0, 0]]]]}
      """)
    let zones =
      "zones:\n"
      + ["a", "b"].map { "  \($0): { category: x, geojson: f.geojson }\n" }
      .joined()
    let found = try await MapFixture(zones, ["briefs/b/maps/f.geojson": text]).findings()
    #expect(
      found.map(\.line) == [
        "warning polygon-crosses briefs/b/maps/f.geojson:\(marks[0])",
        "error coordinates briefs/b/maps/f.geojson:\(marks[1])",
      ])
  }

  @Test func linkOutOfTheFolder() async throws {
    let outside = try ContentFixture(["f.geojson": Self.front])
    let fixture = try MapFixture(zone("geojson: f.geojson"))
    try fixture.content.link("briefs/b/maps/f.geojson", to: "\(outside.path)/f.geojson")
    let found = try await fixture.findings().map(\.line)
    #expect(found.contains("error link-outside briefs/b/maps/f.geojson"))
    #expect(found.contains("error missing-file briefs/b/maps/m.yaml:3:30"))
  }
}
