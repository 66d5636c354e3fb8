import Diagnostics
import Model
import Testing

@testable import Cartography

@Suite("Recorded drawings, one for each feature")
struct GoldenTests {
  @Test func corridorAlongARiver() throws {
    let map = Fixture.map([
      Fixture.zone(
        "strip",
        .riverCorridor(river: "Khabur", from: Fixture.west, to: Fixture.east, width: 15))
    ])
    try expectGolden(Fixture.drawing(map), "river-corridor")
  }

  /// A cluster whose names stand off their symbols.
  @Test func leaders() throws {
    var portal = Fixture.portal()
    let first = portal.places.count
    portal.places += (0..<9).map { index in
      let (x, y) = (Double(index % 3), Double(index / 3))
      return Fixture.place(
        "c\(index)", "Crowded place \(index + 1)", 40.45 + x * 0.035, 35.25 + y * 0.025)
    }
    var map = Fixture.map()
    map.layers = []
    map.places = [Fixture.west] + (first..<portal.places.count)
    map.extent = Extent(west: 39.8, south: 34.8, east: 41.2, north: 35.8)
    let drawing = Fixture.drawing(map, in: portal)
    #expect(drawing.panels[0].labels.words.contains { !$0.label.leader.isEmpty })
    try expectGolden(drawing, "leaders")
  }

  /// A name too long for any sheet, and a heap of places.
  @Test func keys() throws {
    var portal = Fixture.portal()
    let first = portal.places.count
    portal.places += (0..<20).map { index in
      let (x, y) = (Double(index % 5), Double(index / 5))
      return Fixture.place(
        "c\(index)", "Crowded place \(index + 1)", 40.4 + x * 0.05, 35.2 + y * 0.04)
    }
    var map = Fixture.map([Fixture.zone("ring", .circle(around: Fixture.west, radius: 12))])
    map.zones[0].name = LocalizedName(String(repeating: "Unendingname", count: 17))
    map.layers = []
    map.places = Array(first..<portal.places.count)
    map.extent = Extent(west: 39.8, south: 34.8, east: 41.2, north: 35.8)
    let drawing = Fixture.drawing(map, in: portal)
    #expect(drawing.panels[0].labels.keys[.zone(0)] == .init(letters: "A", visibility: .both))
    #expect(drawing.findings.count == drawing.panels[0].labels.unplaced.count)
    #expect(drawing.findings.first?.rule == "map-label")
    #expect(drawing.findings.contains { $0.message.contains("the key letter A stands instead") })
    #expect(drawing.findings.first?.location.file == "b.md")
    let legend = Fixture.text(drawing.legend { _ in nil })
    #expect(legend.contains(#"Stronghold: <span class="map-key">A</span> Unendingname"#))
    try expectGolden(drawing, "keys")
  }

  private func bilingual(_ languages: [String]) -> MapDrawing {
    var portal = Fixture.portal()
    portal.places[Fixture.west].name = LocalizedName([
      .init(language: "en", text: "West & Co"), .init(language: "ar", text: "الغرب وشركاه"),
    ])
    portal.places[Fixture.east].name = LocalizedName([
      .init(language: "en", text: "East"), .init(language: "ar", text: "الشرق"),
    ])
    portal.places[Fixture.north].kind = "region"
    portal.places[Fixture.north].name = LocalizedName([
      .init(language: "en", text: "Northern desert"),
      .init(language: "ar", text: "البادية الشمالية"),
    ])
    var map = Fixture.map([Fixture.zone("ring", .circle(around: Fixture.west, radius: 12))])
    map.zones[0].name = LocalizedName([
      .init(language: "en", text: "Stronghold in the west"),
      .init(language: "ar", text: "معقل في الغرب"),
    ])
    map.languages = languages
    return Fixture.drawing(map, in: portal)
  }

  @Test func twoLanguages() throws { try expectGolden(bilingual(["en", "ar"]), "two-languages") }

  @Test func arabic() throws { try expectGolden(bilingual(["ar"]), "arabic") }

  /// A river that bends, long enough for its name to be given twice.
  @Test func riverName() throws {
    var portal = Fixture.portal()
    let bends = (0...60).map { step in
      let x = Double(step) / 60
      return Coordinate(longitude: 39.6 + x * 1.8, latitude: 35.2 + sine(x * 9) * 0.12)
    }
    portal.layers[0].features = [
      .init(name: LocalizedName("Long River"), geometry: .lines([bends]))
    ]
    var map = Fixture.map()
    map.layers = [0]
    map.extent = Extent(west: 39.5, south: 34.8, east: 41.5, north: 35.8)
    let drawing = Fixture.drawing(map, in: portal)
    let along = drawing.panels[0].labels.words.filter { !$0.label.curve.isEmpty }
    let names = drawing.panels[0].labels.words.filter { $0.label.role == .river }
    #expect(names.count { $0.visibility.isShown(in: .wide) } == 2)
    #expect(
      along.allSatisfy {
        zip($0.label.curve, $0.label.curve.dropFirst()).allSatisfy { $0.x < $1.x }
      })
    try expectGolden(drawing, "river-name")
  }

  @Test func freeLabels() throws {
    var map = Fixture.map()
    map.layers = []
    map.extent = Extent(west: 39.5, south: 34.8, east: 41.5, north: 36)
    func label(_ text: String, _ kind: String?, _ longitude: Double, _ latitude: Double) {
      map.labels.append(
        .init(
          at: Coordinate(longitude: longitude, latitude: latitude), name: LocalizedName(text),
          kind: kind))
    }
    label("Syria", "country", 40, 35.5)
    label("العراق", "country", 41, 35.5)
    label("Lake of <Assad>", "water", 40.2, 35.2)
    label("The steppe", "region", 41, 35.2)
    label("Off the sheet", "region", 50, 35)
    let drawing = Fixture.drawing(map)
    #expect(drawing.panels[0].labels.words.count { $0.label.role == .country } == 2)
    #expect(drawing.findings.map(\.rule) == ["place-outside"])
    try expectGolden(drawing, "free-labels")
  }
}
