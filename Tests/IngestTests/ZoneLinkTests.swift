import Diagnostics
import Ingest
import Model
import Testing

/// Links to zones, and the zones' lists of them.
@Suite struct ZoneLinkTests {
  private func content(_ text: String) throws -> ContentFixture {
    let map = """
      title: %
      zones:
        strip: { name: The strip, category: x, circle: { around: p, radius: 3 } }
        %-only: { name: Only %, category: x, circle: { around: p, radius: 3 }, text: "[](zone:x-only)" }
      """
    return try ContentFixture([
      "places.yaml": "p: { lon: 1, lat: 1 }", "briefs/b/brief.yaml": "title: B",
      "briefs/b/01-one.md": "# One\n\n![](map:y)\n\n\(text)\n",
      "briefs/b/maps/x.yaml": map.replacing("%", with: "x"),
      "briefs/b/maps/y.yaml": map.replacing("%", with: "y"),
      "briefs/other.md": "# Other\n\n[there](zone:b/x:strip) [](zone:b/y-only)\n",
    ])
  }

  @Test(arguments: [
    ("[](zone:x-only)", "map-x.html#zone-x-only", "Only x"),
    ("[](zone:x:strip)", "map-x.html#zone-strip", "The strip"),
    ("[](zone:y:strip)", "map-y.html#zone-strip", "The strip"),
    ("[words](zone:b/y:y-only)", "map-y.html#zone-y-only", "words"),
  ])
  func links(_ link: String, _ address: String, _ label: String) async throws {
    let content = try content("Then \(link).")
    #expect(try await content.findings() == [])
    let site = try await content.site()
    let page = try #require(site["briefs/b/one.html"])
    let line = try #require(page.split(separator: "\n").first { $0.contains("Then <a") })
    #expect(line.contains("href=\"../../briefs/b/\(address)\""), "\(line)")
    #expect(line.contains(">\(label)</a>."), "\(line)")
    let (map, anchor) = try #require(address.firstRange(of: "#")).split(address)
    let row = try #require(
      site["briefs/b/\(map)"]?.split(separator: "\n").joined().components(row: anchor))
    #expect(row.contains(">Section 1</a>"), "\(row)")
  }

  /// The row says where the text speaks of the zone, in this brief, in others and on maps.
  @Test func mentions() async throws {
    let content = try content(
      "Then [one](zone:x:strip), [two](zone:x:strip)[^n]\n\n[^n]: [](zone:x:strip)")
    let portal = try await content.read().portal
    let index = try #require(portal.briefs.firstIndex { $0.id == "b" })
    let brief = portal.briefs[index]
    #expect(brief.maps.map(\.id) == ["y", "x"])
    #expect(brief.zoneCount == 4)
    for flat in 0..<4 {
      let (map, zone) = try #require(brief.zone(at: flat))
      #expect((map, zone) == (flat / 2, flat % 2))
      #expect(brief.zoneIndex(map: map, zone: zone) == flat)
    }
    #expect(brief.zone(at: 4) == nil && brief.zone(at: -1) == nil)
    let target = Target(.zone, brief: index, index: brief.zoneIndex(map: 1, zone: 0))
    let parts = portal.mentions[target]?.filter { $0.brief == index }.map(\.part)
    #expect(parts == [.section(0), .section(0), .note(0)])
    #expect(
      portal.mentions[Target(.zone, brief: index, index: 3)]?.map(\.part) == [.map(0), .map(1)])
    let row = try #require(
      try await content.site()["briefs/b/map-x.html"]?.split(separator: "\n").joined().components(
        row: "zone-strip"))
    #expect(
      row.contains("Mentioned in: <a href=\"../../briefs/b/one.html#at-zone-x~strip\">"), "\(row)")
    #expect(row.contains(">note 1</a>") && row.contains("Other: <a"), "\(row)")
    let section = try #require(try await content.site()["briefs/b/one.html"])
    #expect(
      section.contains("id=\"at-zone-x~strip\"") && section.contains("id=\"at-zone-x~strip~2\""))
  }

  @Test(arguments: [
    ("[](zone:strip)", "error ambiguous-zone", "name the map too: zone:y:strip"),
    ("[](zone:b/strip)", "error ambiguous-zone", nil),
    ("[](zone:x-onyl)", "error unknown-zone", "did you mean “x-only”?"),
    ("[](zone:y:x-only)", "error unknown-zone", nil), ("[](zone:x)", "error unknown-zone", nil),
    ("[x](zonee:x-only)", "error link-kind", "did you mean “zone”?"),
  ])
  func faults(_ link: String, _ line: String, _ hint: String?) async throws {
    let found = try await content("Then \(link).").read().findings
    #expect(found.map(\.line) == ["\(line) briefs/b/01-one.md:5:6"])
    if let hint { #expect(found.first?.hint == hint) }
    if line.hasSuffix("ambiguous-zone") {
      #expect(found[0].message == "“strip” is a zone of 2 maps: y:strip, x:strip")
    }
  }

  @Test func neitherFiguresNorInRecordsWithoutABrief() async throws {
    #expect(
      try await content("![x](zone:x-only)").findings() == [
        "error figure-kind briefs/b/01-one.md:5:1"
      ])
    let fixture = try content("Text")
    try fixture.write(Array("t: { definition: '[](zone:x-only)' }".utf8), to: "glossary.yaml")
    #expect(try await fixture.findings() == ["error which-brief glossary.yaml:1:19"])
  }
}

extension Range<String.Index> {
  /// What stands before and after it.
  fileprivate func split(_ text: String) -> (String, String) {
    (String(text[..<lowerBound]), String(text[upperBound...]))
  }
}

extension String {
  /// The table row with an id.
  fileprivate func components(row id: String) -> String? {
    guard let start = firstRange(of: "<tr id=\"\(id)\"") else { return nil }
    let rest = self[start.lowerBound...]
    return rest.firstRange(of: "</tr>").map { String(rest[..<$0.lowerBound]) }
  }
}
