import Diagnostics
import Ingest
import Model
import Testing

/// Maps that were made to hurt: very much of everything, and names that are no names.
@Suite struct HostileMapDataTests {
  /// Ten times as much takes about ten times as long, and not a hundred times.
  @Test(.timeLimit(.minutes(5))) func tenThousandZonesAndPlaces() async throws {
    func time(_ count: Int) async throws -> Duration {
      let ids = (0..<count).map { "p\($0)" }
      let zones = ids.map {
        "  z\($0): { category: x, circle: { around: \($0), radius: 1 }, name: \"N \($0)\" }\n"
      }
      let fixture = try MapFixture(
        "places: [\(ids.joined(separator: ", "))]\nzones:\n\(zones.joined())",
        [
          "places.yaml": ids.map { "\($0): { lon: 40, lat: 35 }\n" }.joined(),
          "briefs/b/01-one.md": "# One\n\n" + ids.map { "[](zone:z\($0))\n" }.joined(),
        ])
      let clock = ContinuousClock()
      let start = clock.now
      let ingested = try await fixture.content.read()
      let duration = clock.now - start
      #expect(ingested.findings == [])
      #expect(ingested.portal.briefs[0].maps[0].zones.count == count)
      #expect(ingested.portal.briefs[0].maps[0].locations.places.count == count)
      return duration
    }
    _ = try await time(100)
    let (few, many) = (try await time(1_000), try await time(10_000))
    #expect(many < few * 40, "\(few), \(many)")
  }

  @Test func tenThousandFaults() async throws {
    let zones = (0..<10_000).map {
      "  z\($0): { category: x, circle: { around: q\($0), radius: 1 } }\n"
    }
    let found = try await MapFixture("zones:\n\(zones.joined())").findings()
    #expect(found.count == 10_000)
    #expect(found[9_999].line == "error unknown-place briefs/b/maps/m.yaml:10002:43")
  }

  @Test func namesThatAreMarkup() async throws {
    let name = #""</text><script>alert(1)</script>&\u0007\u202e]]>""#
    let fixture = try MapFixture(
      """
      labels: [{ at: a, text: \(name), kind: \(name) }]
      zones:
        z: { name: \(name), category: \(name), circle: { around: a, radius: 3 } }
      """, ["briefs/b/brief.yaml": "title: B"])
    #expect(try await fixture.findings() == [])
    let page = try #require(try await fixture.content.site()["briefs/b/map-m.html"])
    #expect(!page.contains("<script>alert") && !page.contains("\u{7}"))
    #expect(page.contains("&lt;/text&gt;&lt;script&gt;alert(1)"))
  }
}
