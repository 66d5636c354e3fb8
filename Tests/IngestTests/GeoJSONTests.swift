import Diagnostics
import FoundationEssentials
import Ingest
import Model
import Testing

/// Base layers: what they give, and what is wrong with them, each fault where “‸” stands.
@Suite struct GeoJSONTests {
  private func read(_ text: String) async throws -> (layer: GeoLayer?, findings: [Finding]) {
    let content = try ContentFixture(["geo/g.geojson": text, "briefs/b.md": "# B"])
    let ingested = try await content.read()
    return (ingested.portal.layers.first, ingested.findings)
  }

  private func collection(_ geometry: String) -> String {
    #"{"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": \#(geometry)}]}"#
  }

  private static let square = [(0.0, 0.0), (2, 0), (2, 2), (0, 0)].map {
    Coordinate(longitude: $0.0, latitude: $0.1)
  }

  @Test(arguments: [
    (#"{"type": "Point", "coordinates": [1.5, -2]}"#, "1.5,-2"),
    (#"{"type": "Point", "coordinates": [1.5e0, -20E-1, 900]}"#, "1.5,-2"),
    (#"{"coordinates": [1.5, -2], "type": "Point"}"#, "1.5,-2"),
    (#"{"type": "MultiPoint", "coordinates": [[1, 2], [3, 4, 5]]}"#, "1,2 3,4"),
    (#"{"type": "LineString", "coordinates": [[1, 2], [3, 4]]}"#, "1,2 3,4"),
    (
      #"{"type": "MultiLineString", "coordinates": [[[1, 2], [3, 4]], [[5, 6], [7, 8]]]}"#,
      "1,2 3,4 | 5,6 7,8"
    ),
    (
      #"{"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": [1, 2]}]}"#,
      "1,2"
    ),
    (
      #"{"type": "LineString", "coordinates": [[40.123456789012345, 2], [-0.1e1, 0]]}"#,
      "40.123456789012344,2 -1,0"
    ),
    (#"{"type": "Polygon", "coordinates": []}"#, ""), ("null", "none"),
  ])
  func geometries(_ geometry: String, _ expected: String) async throws {
    for text in geometry == "null"
      ? [collection(geometry)]
      : [
        collection(geometry), geometry, #"{"type": "Feature", "geometry": \#(geometry)}"#,
      ]
    {
      let (layer, findings) = try await read(text)
      #expect(findings == [])
      let lines = try #require(layer).features.flatMap { feature -> [[Coordinate]] in
        switch feature.geometry {
        case .points(let points): [points]
        case .lines(let lines): lines
        case .polygons(let polygons): polygons.flatMap { $0 }
        }
      }
      let shown = lines.map { line in
        line.map { "\($0.longitude),\($0.latitude)".replacing(".0", with: "") }.joined(
          separator: " ")
      }.joined(separator: " | ")
      #expect(shown == (expected == "none" ? "" : expected))
    }
  }

  @Test func holesAndPolygons() async throws {
    let (layer, findings) = try await read(
      collection(
        #"{"type": "MultiPolygon", "coordinates": [[[[0,0],[9,0],[9,9],[0,0]], [[2,1],[3,1],[3,2],[2,1]]], [[[20,0],[22,0],[22,2],[20,0]]]]}"#
      ))
    #expect(findings == [])
    guard case .polygons(let polygons)? = layer?.features.first?.geometry else {
      Issue.record("no polygons")
      return
    }
    #expect(polygons.map(\.count) == [2, 1])
  }

  @Test func namesIdsAndCredit() async throws {
    let (layer, findings) = try await read(
      #"""
      {"type": "FeatureCollection", "attribution": "Units: A \"B\" \u00e9\ud83d\ude00", "licence": "CC0",
       "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}},
       "features": [
        {"type": "Feature", "id": 7, "properties": {"name": {"fr": "Un", "en": "One"}, "x": [{}]},
         "geometry": {"type": "Point", "coordinates": [1, 2]}},
        {"type": "Feature", "properties": {"id": "SY-2", "name": "Two"},
         "geometry": {"type": "Point", "coordinates": [1, 2]}},
        {"type": "Feature", "properties": null, "geometry": null}]}
      """#)
    #expect(findings == [])
    #expect(layer?.credit == "Units: A \"B\" é😀 (CC0)")
    #expect(layer?.features.map(\.id) == ["7", "SY-2"])
    #expect(layer?.features.map { $0.name?.names.map(\.text) } == [["Un", "One"], ["Two"]])
    #expect(layer?.features[0].name?.text(in: "en") == "One")
  }

  @Test(arguments: [
    ("‸", "empty"), ("‸[1]", "object"), (#"{"type": ‸"Nonsense"}"#, "Nonsense"),
    ("‸{}", "type"), (#"‸{"type": "FeatureCollection"}"#, "features"),
    (#"‸{"type": "Feature"}"#, "geometry"), (#"‸{"type": "Polygon"}"#, "coordinates"),
    (#"{"type": "FeatureCollection", "features": [‸3, {"type": ‸"Point"}]}"#, " here"),
    (#"{"type": "Point", "coordinates": ‸[1]}"#, "two numbers"),
    (#"{"type": "Point", "coordinates": [1, ‸"2"]}"#, "number"),
    (#"{"type": "Point", "coordinates": [1, ‸NaN]}"#, "NaN"),
    (#"{"type": "Point", "coordinates": [‸1e999, 1]}"#, "too large"),
    (#"{"type": "Point", "coordinates": [‸01, ‸.5, 3]}"#, "of JSON"),
    (#"{"type": "Point", "coordinates": [1, ‸-]}"#, "number"),
    (#"{"type": "LineString", "coordinates": ‸[1, 2]}"#, "positions"),
    (#"{"type": "LineString", "coordinates": [[1, 2], [3, 4], ‸5, 6]}"#, "positions"),
    (#"{"type": "Polygon", "coordinates": [‸[1, 2], ‸[3, 4]]}"#, "positions"),
    (#"{"type": "Point", "coordinates": [[1, 2], 3]}"#.replacing("[[", with: "[‸["), "number"),
    (#"{"type": "Point", "coordinates": [1, 2]‸]}"#, "cannot close"),
    (#"{"type": "Point", "coordinates": [1, 2‸}}"#, "cannot close"),
    (#"{"type": "Point"‸ "coordinates": [1, 2]}"#.replacing("‸ ", with: " ‸"), "“,” or “}”"),
    (#"{"type": "Point", "coordinates": [1, 2]‸,}"#, "comma"),
    (#"{"type": "Point", "coordinates": [1, 2]} ‸x"#, "after the end"),
    (#"{"type": "Point", "coordinates": [1, 2‸,"#, "before it is complete"),
    (#"{"type": "Point", ‸"type": "Point", "coordinates": [1, 2]}"#, "twice"),
    (#"{"type": "Point", "x": "a‸\q b", "coordinates": [1, 2]}"#, "no escape"),
    (#"{"type": "Point", "x": "a‸\ud800 b‸\udc00c‸\u12", "coordinates": [1, 2]}"#, ""),
    ("{\"type\": \"Point\", ‸// why\n \"coordinates\": [1, 2]}", "key"),
    ("{\n  \"type\": \"Point\",\n  \"x\": ‸\"a\n\", \"coordinates\": [1, 2]}", "quotation"),
    (#"{"type": "Point", ‸type2: 1, "coordinates": [1, 2]}"#, "key"),
  ])
  func faults(_ marked: String, _ words: String) async throws {
    let (text, marks) = unmarked(marked)
    let found = try await read(text).findings
    #expect(found.map(\.line) == marks.map { "error geojson geo/g.geojson:\($0)" })
    #expect(found.allSatisfy { $0.message.contains(words) }, "\(found.map(\.message))")
  }

  @Test(arguments: [
    ("[‸185, 3]", nil), ("[1, ‸95.5]", "swapped"), ("[35, ‸139]", "swapped"), ("[‸200, 95]", nil),
    ("[‸4500000, 3200000]", "metres"), ("[1, ‸-90.01]", "swapped"),
  ])
  func coordinatesOffTheEarth(_ marked: String, _ hint: String?) async throws {
    let (text, marks) = unmarked(collection(#"{"type": "Point", "coordinates": \#(marked)}"#))
    let found = try await read(text).findings
    #expect(found.map(\.line) == marks.map { "error coordinates geo/g.geojson:\($0)" })
    #expect((found[0].hint == nil) == (hint == nil), "\(found)")
    if let hint { #expect(found[0].hint?.contains(hint) == true) }
  }

  @Test func referenceSystems() async throws {
    let (text, marks) = unmarked(
      #"""
      {"type": "Point", "crs":
        ‸{"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}, "coordinates": [‸4e6, 3]}
      """#)
    let found = try await read(text).findings.map(\.line)
    #expect(
      found == [
        "error geojson-crs geo/g.geojson:\(marks[0])",
        "error coordinates geo/g.geojson:\(marks[1])",
      ])
    for crs in ["null", #"{"properties": {"name": "EPSG:4326"}}"#] {
      let text = #"{"type": "Point", "crs": \#(crs), "coordinates": [4, 3]}"#
      #expect(try await read(text).findings == [])
    }
  }

  @Test func rings() async throws {
    let (text, marks) = unmarked(
      collection(
        """
        {"type": "MultiPolygon", "coordinates": [
          [[[0, 0], [2, 0], ‸[2, 2]]],
          [‸[[0, 0], [2, 2], [0, 0]]],
          [‸[[0, 0], [1, 1], [3, 3], [2, 2], [0, 0]]],
          [[[0, 0], [2, 0], [2, 2], [0, 0]]]]}
        """))
    let (layer, findings) = try await read(text)
    #expect(findings.map(\.line) == marks.map { "warning geojson-ring geo/g.geojson:\($0)" })
    guard case .polygons(let polygons)? = layer?.features.first?.geometry else {
      Issue.record("no polygons")
      return
    }
    #expect(polygons.map { $0.first ?? [] } == [Self.square, [], [], Self.square])
  }

  /// Of many faults of one kind, the first are listed and the rest counted.
  @Test func manyFaults() async throws {
    let points = Array(repeating: "[1, 95]", count: 1000).joined(separator: ",\n")
    let found = try await read(#"{"type": "MultiPoint", "coordinates": [\#(points), [true, 3]]}"#)
      .findings
    #expect(found.count == 22)
    #expect(found[20].message == "980 more faults of this kind in the file")
    #expect(found[20].line == "error coordinates geo/g.geojson:21:5")
    #expect(found[21].line == "error geojson geo/g.geojson:1000:11")
  }

  @Test func depthAndCut() async throws {
    let deep = String(repeating: "[", count: 100_000)
    let found = try await read(#"{"type": "Point", "x": \#(deep)"#).findings
    #expect(found.map(\.line) == ["error geojson geo/g.geojson:1:123"])
    #expect(found[0].message.contains("100 deep"))
    // Wherever a file is cut off, it is told of once, and nothing worse.
    let whole = collection(
      #"{"type": "Polygon", "coordinates": [[[1.5,2e1],[2,2],[2,1]]], "a": "\u0041"}"#)
    for count in 0..<whole.utf8.count {
      let found = try await read(String(decoding: Array(whole.utf8).prefix(count), as: UTF8.self))
        .findings
      #expect(found.count { $0.severity == .error } >= 1, "\(count)")
    }
  }

  @Test func keysInTheThousands() async throws {
    let keys = (0..<20_000).map { "\"k\($0)\": \($0)" }.joined(separator: ", ")
    let text =
      #"{"type": "Feature", "properties": {\#(keys), "k77": 1}, "geometry": null}"#
    #expect(try await read(text).findings.map(\.message) == ["“k77” stands twice in one object"])
  }

  @Test func largestFile() async throws {
    let content = try ContentFixture(["briefs/b.md": "# B"])
    try content.write([UInt8](repeating: 0x20, count: (64 << 20) + 1), to: "geo/g.geojson")
    #expect(try await content.findings() == ["error file-size geo/g.geojson:1:1"])
  }
}
