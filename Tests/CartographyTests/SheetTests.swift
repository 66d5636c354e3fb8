import Diagnostics
import Foundation
import HTML
import Model
import Testing

@testable import Cartography

@Suite("A map's furniture, dates and documents")
struct SheetTests {
  private func dated() -> ZoneMap {
    var map = Fixture.map([
      Fixture.zone("early", .circle(around: Fixture.west, radius: 25)),
      Fixture.zone("late", .circle(around: Fixture.east, radius: 15), category: "hot zone"),
      Fixture.zone("always", .corridor(along: [Fixture.west, Fixture.north], width: 6)),
    ])
    map.zones[0].until = PartialDate("2017-10")
    map.zones[1].from = PartialDate("2018")
    map.asOf = ["2014-07", "2017-10", "2019-03-23"].compactMap { PartialDate($0) }
    return map
  }

  @Test func drawsEachDateAlone() throws {
    let drawing = Fixture.drawing(dated())
    #expect(
      drawing.panels.map { $0.contents.zones.map(\.zone) } == [[0, 2], [0, 2], [1, 2]])
    #expect(drawing.findings.isEmpty)
    #expect(drawing.panels[2].description.hasPrefix("As of 23 March 2019. "))
    try expectGolden(drawing, "dates")
  }

  /// Ground that two zones of a category share counts once.
  @Test func measuresWhatIsCoveredOnEachDate() {
    var map = dated()
    map.zones.append(map.zones[0])
    let territory = Fixture.drawing(map).territory
    #expect(territory.categories == ["stronghold", "hot zone"])
    #expect(territory.dates.map(\.date) == map.asOf)
    let both = Fixture.drawing(dated()).territory.dates.map(\.areas)
    #expect(territory.dates.map(\.areas)[0] == both[0])
    // A circle of 25 km radius has 1,960 km²; the corridor is about 100 km long and 6 wide.
    #expect(both == [[2400, nil], [2400, nil], [630, 710]])
  }

  /// Its legend explains no letter that stands on the narrow drawing only.
  @Test func explainsTheLettersItHas() throws {
    var portal = Fixture.portal()
    var map = Fixture.map()
    map.places = []
    for index in 0..<120 {
      map.places.append(portal.places.count)
      portal.places.append(
        Fixture.place(
          "p\(index)", "A place with number \(index)", 40 + Double(index % 10) / 12,
          35 + Double(index / 10) / 20))
    }
    let drawing = Fixture.drawing(map, in: portal)
    let keyed = drawing.legend { _ in nil }.entries.filter {
      if case .key = $0.swatch { true } else { false }
    }
    let narrow = keyed.filter { $0.visibility == .narrow }
    try #require(!narrow.isEmpty && narrow.count < keyed.count)
    var sink = Sink()
    drawing.writeSheet(style: [], subtitle: "", terms: [], to: &sink)
    let lines = Set(
      String(decoding: sink.bytes, as: UTF8.self).split(separator: "<text")
        .filter { $0.contains("map-sheet-text") }
        .compactMap { $0.split(separator: ">").dropFirst().first?.split(separator: "<").first })
    for entry in keyed {
      let name = entry.parts[0].name.text
      #expect(lines.contains(name[...]) == (entry.visibility != .narrow), "\(name)")
    }
  }

  /// Land around the fixture, so that there is something to lie in.
  private func portalWithLand() -> Portal {
    var portal = Fixture.portal()
    let land = Fixture.line((34, 30), (48, 30), (48, 39), (34, 39), (34, 30))
    portal.layers.append(
      GeoLayer(
        name: "coast", attribution: nil, licence: nil,
        features: [.init(name: nil, geometry: .lines([land]))]))
    return portal
  }

  @Test func showsWhereItLies() throws {
    var map = Fixture.map([Fixture.zone("z", .circle(around: Fixture.west, radius: 20))])
    map.inset = .layers
    let drawing = Fixture.drawing(map, in: portalWithLand())
    let inset = try #require(drawing.contents.furniture.inset)
    #expect(drawing.contents.frame.sheet.holds(inset.box))
    #expect(drawing.panels[0].description.hasSuffix("shows where this one lies."))
    try expectGolden(drawing, "inset")
    // An inset of what the map itself shows would say nothing.
    map.extent = Extent(west: 34, south: 30, east: 48, north: 39)
    let without = Fixture.drawing(map, in: portalWithLand())
    #expect(without.contents.furniture.inset == nil)
    #expect(without.findings.map(\.rule) == ["inset-empty"])
  }

  @Test func showsNorthWhereItIsNotUp() throws {
    var map = Fixture.map([Fixture.zone("z", .circle(around: Fixture.west, radius: 20))])
    #expect(Fixture.drawing(map).contents.furniture.northArrow == nil)
    map.rotation = 30
    let drawing = Fixture.drawing(map)
    let arrow = try #require(drawing.contents.furniture.northArrow)
    #expect(abs(arrow.turn - 30) < 1)
    try expectGolden(drawing, "turned")
  }

  @Test func saysWhereTheScaleHolds() {
    var map = Fixture.map([])
    map.projection = .mercator
    map.extent = Extent(west: 0, south: 30, east: 40, north: 65)
    let bar = Fixture.drawing(map).contents.furniture.scaleBar
    // Mercator's scale is that of the middle of the sheet, and more than half as large at its foot.
    #expect(bar?.text.hasSuffix(" N") == true)
    map.extent = Extent(west: 39, south: 34, east: 42, north: 36)
    #expect(Fixture.drawing(map).contents.furniture.scaleBar?.text == "50 km")
  }

  @Test(arguments: ["en", "ar"])
  func givesASheetThatStandsAlone(_ language: String) throws {
    var brief = Fixture.brief(dated())
    brief.language = language
    let drawing = MapDrawing(dated(), of: brief, in: Fixture.portal(), idPrefix: "m1")
    var sink = Sink()
    drawing.writeSheet(
      style: Array(".a{}".utf8), subtitle: "A <brief>", terms: ["CC BY 4.0"], to: &sink)
    try expectGolden(sink.bytes, "sheet-\(language)")
  }

  @Test func tellsWhatLiesOutside() {
    var map = Fixture.map([
      Fixture.zone("in", .circle(around: Fixture.west, radius: 5)),
      Fixture.zone("out", .circle(around: Fixture.east, radius: 5)),
      Fixture.zone("nothing", .intersection([0, 1])),
      Fixture.zone(
        "stray", .riverCorridor(river: "Khabur", from: Fixture.west, to: Fixture.north, width: 4)),
    ])
    map.extent = Extent(west: 39.9, south: 34.95, east: 40.2, north: 35.1)
    map.places = [Fixture.west, Fixture.east]
    map.zones[1].location = .init(file: "maps/test.yaml", line: 7, column: 3)
    let findings = Fixture.drawing(map).findings
    #expect(
      findings.map(\.rule)
        == ["zone-outside", "zone-empty", "corridor-off-river", "place-outside"])
    #expect(findings[0].location == .init(file: "maps/test.yaml", line: 7, column: 3))
    #expect(findings[0].hint?.hasPrefix("it lies in 40.95–41.05° E, 34.95–35.05° N; ") == true)
    #expect(findings[3].hint?.hasPrefix("it lies at 41° E, 35° N; ") == true)
    #expect(findings[3].location.file == "b.md")
    map.zones = []
    map.places = []
    #expect(Fixture.drawing(map).findings.map(\.rule) == ["map-empty"])
  }
}
