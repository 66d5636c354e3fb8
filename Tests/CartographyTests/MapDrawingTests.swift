import Model
import Testing

@testable import Cartography

@Suite struct MapDrawingTests {
  private func fullMap() -> ZoneMap {
    var map = Fixture.map([
      Fixture.zone(
        "strip", .riverCorridor(river: "khabur", from: 0, to: 1, width: 10),
        confidence: .schematic),
      Fixture.zone("ring", .circle(around: Fixture.north, radius: 12), category: "hot zone"),
    ])
    map.zones[0].section = 3
    map.arrows = [.init(from: 0, to: 2, text: Fixture.prose("Fighters go north"), notes: [])]
    map.routes = [.init(along: [0, 3, 1], name: "The road", text: Prose(), notes: [])]
    map.callouts = [.init(at: 1, event: nil, text: Fixture.prose("A raid."), notes: [])]
    return map
  }

  @Test func isOneImageWithNameAndDescription() {
    let svg = Fixture.text(Fixture.drawing(fullMap()))
    #expect(svg.contains(#"role="img""#))
    #expect(svg.contains(#"aria-labelledby="m1-title" aria-describedby="m1-desc""#))
    #expect(svg.contains(#"<title id="m1-title">A map of &lt;tests&gt;</title>"#))
    #expect(
      svg.contains(
        """
        <desc id="m1-desc">Stronghold: strip (schematic). Hot zone: ring. \
        From West &amp; Co to Nord. Route: The road, West &amp; Co – Nowhere – الشرق. \
        1, at الشرق: A raid. Places: West &amp; Co, الشرق and Nord (approximate).</desc>
        """))
  }

  @Test func keepsToAStrictContentSecurityPolicy() {
    let drawing = Fixture.drawing(fullMap())
    let svg = Fixture.text(drawing)
    for banned in ["style=", "<style", "<script", "<a ", "onclick", "javascript:", "nan", "inf"] {
      #expect(!svg.contains(banned), "\(banned)")
    }
    let ids = svg.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(ids.allSatisfy { $0.hasPrefix("m1-") })
    #expect(Set(ids).count == ids.count)
  }

  @Test func closesEveryElement() {
    let drawing = Fixture.drawing(fullMap())
    for text in [Fixture.text(drawing), Fixture.text(drawing.legend { _ in nil })] {
      var open: [Substring] = []
      for tag in text.split(separator: "<").dropFirst(text.hasPrefix("<") ? 0 : 1) {
        let name = tag.prefix { !" >/".contains($0) }
        if tag.hasPrefix("/") {
          #expect(open.popLast() == tag.dropFirst().prefix { $0 != ">" })
        } else if !tag.prefix(while: { $0 != ">" }).hasSuffix("/") {
          open.append(name)
        }
      }
      #expect(open.isEmpty)
    }
  }

  @Test func namesAreInTheirOwnLanguageAndDirection() {
    let svg = Fixture.text(Fixture.drawing(fullMap()))
    #expect(svg.contains("lang=\"ar\">\u{2067}الشرق\u{2069}</text>"))
    #expect(svg.contains(">West &amp; Co</text>"))
  }

  @Test func isTheSameEveryTime() {
    #expect(
      Fixture.text(Fixture.drawing(fullMap())) == Fixture.text(Fixture.drawing(fullMap())))
  }

  @Test func legendSaysWhatIsDrawnAndLinksIt() {
    var map = fullMap()
    func legendText(_ drawing: MapDrawing) -> String {
      Fixture.text(
        drawing.legend { $0.kind == .section ? "s\($0.index).html" : nil })
    }
    let legend = legendText(Fixture.drawing(map))
    #expect(legend.contains(#"Stronghold (schematic): <a href="s3.html">strip</a>"#))
    #expect(legend.contains("Hot zone: ring"))
    #expect(legend.contains("schematic, for orientation only"))
    #expect(!legend.contains("inferred from the text"))
    #expect(legend.contains("Fighters go north"))
    #expect(legend.contains("The road"))
    #expect(legend.contains("approximate position"))
    #expect(legend.contains(#"<span class="map-number">1</span><span>A raid</span>"#))
    map = Fixture.map()
    map.places = [Fixture.nowhere]
    #expect(legendText(Fixture.drawing(map)) == "")
  }

  @Test func creditsTheLayersItDraws() {
    var map = fullMap()
    #expect(
      Fixture.text(Fixture.drawing(map).credits)
        == #"<p class="map-credits" dir="auto">Base map: Rivers: somebody (CC0); Lakes: &lt;somebody&gt;.</p>"#
    )
    map.layers = []
    #expect(Fixture.text(Fixture.drawing(map).credits) == "")
  }

  @Test func summaryCountsWhatIsDrawn() {
    let summary = Fixture.drawing(fullMap()).summary
    #expect(summary.zones.map(\.zone) == [0, 1])
    #expect(summary.zones.map(\.text) == ["1,000", "450"])
    #expect(summary.places == [Fixture.west, Fixture.east, Fixture.north])
    #expect(summary.absent == [Fixture.nowhere, Fixture.faulty])
  }

  @Test(
    arguments: [
      (0.5173, "0.52"), (0, "0"), (1, "1"), (9.96, "10"), (35.4, "35"), (99.6, "100"),
      (1234, "1,200"), (-4, "0"), (.nan, "0"),
      (51_499, "51,000"), (1_050_001, "1,100,000"),
    ] as [(Double, String)])
  func areasHaveTwoDigits(_ area: Double, _ text: String) {
    #expect(roundedText(roundedToTwoDigits(area)) == text)
  }
}
