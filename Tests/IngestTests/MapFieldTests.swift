import Diagnostics
import Ingest
import Model
import Testing

/// What maps/*.yaml gives: every field arrives in the model, with its place in the file.
@Suite struct MapFieldTests {
  @Test func view() async throws {
    let map = try #require(
      try await MapFixture(
        """
        extent: [170, -20, -170, -10]
        projection: albers
        rotation: -30
        inset: [160, -40, -150, 10]
        languages: [en, ar]
        asOf: [2017-10, 2014-07]
        """
      ).map())
    #expect(map.extent == Extent(west: 170, south: -20, east: -170, north: -10))
    #expect(map.projection == .albers)
    #expect(map.rotation == -30)
    #expect(map.inset == .extent(Extent(west: 160, south: -40, east: -150, north: 10)))
    #expect(map.languages == ["en", "ar"])
    #expect(map.asOf.map(\.iso) == ["2014-07", "2017-10"])
    #expect(map.locations.map == place(1, 1))
    #expect(map.locations.extent?.position == SourcePosition(line: 2, column: 9))
  }

  @Test func defaultsAndShortForms() async throws {
    let plain = try #require(try await MapFixture("fit: [a, b]").map())
    #expect(plain.projection == nil && plain.rotation == 0 && plain.inset == nil)
    #expect(plain.languages == [] && plain.asOf == [] && plain.labels == [])
    #expect(plain.locations.extent?.position == SourcePosition(line: 2, column: 6))
    let short = try #require(
      try await MapFixture("inset: true\nlanguages: ar\nasOf: 2014\nprojection: conic").map())
    #expect(short.inset == .layers)
    #expect(short.languages == ["ar"])
    #expect(short.asOf.map(\.iso) == ["2014"])
    #expect(short.projection == .conic)
    #expect(try await MapFixture("inset: false").map()?.inset == ZoneMap.Inset?.none)
  }

  @Test func labelsAndLocations() async throws {
    let map = try #require(
      try await MapFixture(
        """
        labels:
          - { at: b, text: { en: Iraq, ar: العراق }, kind: country }
          - { at: [40.5, -35.25], text: Sea }
        places: [c, a]
        zones:
          strip: { category: x, circle: { around: a, radius: 2 }, from: 2014-07, until: 2017-10-31 }
        arrows: [{ from: a, to: b }]
        routes: [{ along: [a, b] }]
        callouts:
          - { at: a }
        """
      ).map())
    #expect(map.labels.map(\.at.longitude) == [41, 40.5])
    #expect(map.labels.map(\.at.latitude) == [36, -35.25])
    #expect(map.labels.map { $0.name.text(in: "ar") } == ["العراق", "Sea"])
    #expect(map.labels.map(\.kind) == ["country", nil])
    #expect(map.labels.map(\.location) == [place(3, 5), place(4, 5)])
    #expect(map.places == [2, 0])
    #expect(map.locations.places == [place(5, 10), place(5, 13)])
    #expect(map.zones[0].from?.iso == "2014-07")
    #expect(map.zones[0].until?.iso == "2017-10-31")
    #expect(map.zones[0].location == place(7, 3, length: 5))
    #expect(map.arrows[0].location == place(8, 10))
    #expect(map.routes[0].location == place(9, 10))
    #expect(map.callouts[0].location == place(11, 5))
  }

  @Test(arguments: [
    ("2014", "2015", "2014-06", true), ("2014-07", "2015", "2014", true),
    ("2014-07", "2015", "2014-06-30", false), ("2014", "2015", "2015-12-31", true),
    ("2014", "2015", "2016", false), ("2014-07-15", "2014-07-20", "2014-07", true),
    ("2014-07-15", "2014-07-20", "2014-07-21", false),
  ])
  func zonesByDate(_ from: String, _ until: String, _ date: String, _ isShown: Bool) throws {
    var zone = Zone(
      id: "z", name: LocalizedName("z"), category: "x", shape: .circle(around: 0, radius: 1),
      section: nil, notes: [], confidence: .stated, text: Prose())
    zone.from = PartialDate(from)
    zone.until = PartialDate(until)
    #expect(zone.isShown(asOf: try #require(PartialDate(date))) == isShown)
  }

  private func place(_ line: Int, _ column: Int, length: Int = 1) -> Diagnostics.SourceLocation {
    Diagnostics.SourceLocation(
      file: "briefs/b/maps/m.yaml", line: line, column: column, length: length)
  }
}
