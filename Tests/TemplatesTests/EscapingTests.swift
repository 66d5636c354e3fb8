import Model
import Templates
import Testing

struct EscapingTests {
  /// The only script element is the linked data, which no text of the content can end or leave.
  @Test func hostileTextStaysText() {
    var portal = Fixture.portal()
    portal.title = Fixture.hostile
    portal.tagline = Fixture.hostile
    portal.briefs[0].title = Fixture.hostile
    portal.briefs[0].subtitle = Fixture.hostile
    portal.briefs[0].doi = #"10.1/"><script>"#
    portal.briefs[0].authors = [Author(name: Fixture.hostile)]
    portal.briefs[0].abstract = Fixture.paragraph(Fixture.hostile)
    portal.briefs[0].glance = [
      GlanceFigure(value: Fixture.hostile, label: Fixture.inline(Fixture.hostile))
    ]
    portal.briefs[0].topics = [Fixture.hostile]
    for page in Page.all(in: portal) {
      let html = Fixture.html(page, of: portal)
      let scripts = html.occurrences(of: "<script")
      // As many as the same page has of a portal without such text.
      if Page.all(in: Fixture.portal()).contains(page) {
        let data = Fixture.html(page, of: Fixture.portal())
        #expect(scripts == data.occurrences(of: Self.linkedData), "\(page)")
      }
      #expect(scripts == html.occurrences(of: Self.linkedData), "\(page)")
      #expect(html.occurrences(of: "</script") == scripts, "\(page)")
      #expect(!html.contains("alert(\""), "\(page)")
    }
    let front = Fixture.html(.brief(0), of: portal)
    #expect(front.contains(#"<script type="application/ld+json">{"@context""#))
    #expect(front.contains(#"\u003Cscript\u003Ealert(\"x\")"#))
    #expect(front.contains("<title>&lt;script&gt;alert(&quot;x&quot;)"))
  }

  private static let linkedData = #"<script type="application/ld+json">{"@context""#

  @Test(arguments: ["javascript:alert(1)", " JaVa\tscript:alert(1)", "data:text/html,x"])
  func addressesThatRunCodeAreNoLinks(url: String) {
    var portal = Fixture.portal()
    portal.briefs[0].original = Original(
      statement: Fixture.inline("A rendering."), title: "The original", url: url)
    portal.briefs[0].licence = Licence(name: "Free", url: url)
    portal.publisher = Publisher(name: "Publisher", url: url)
    portal.contact = url
    let html = Fixture.html(.brief(0), of: portal).lowercased()
    let addresses = html.values(of: "href")
    #expect(!addresses.contains { $0.contains("script:") || $0.contains("data:") })
    #expect(html.contains(#""isbasedon":{"@type":"report","name":"the original""#))
    #expect(!html.contains(#""url":"#))
    #expect(html.contains("a rendering."))
  }

  /// Nothing but six hexadecimal digits is a colour, and so nothing else reaches the stylesheet.
  @Test(arguments: [
    "red", "#12345", "#12345g", "#+12345", "#123456}*{display:none", "#123456\u{301}",
  ])
  func coloursThatAreNoneAreRefused(colour: String) {
    #expect(Colour(colour) == nil)
  }

  @Test func coloursOfTheThemeAreCustomProperties() {
    var portal = Fixture.portal()
    portal.theme = Theme(accent: Colour("#12aBef"), accentDark: Colour("#fedcba"))
    let css = stylesheet(of: portal)
    #expect(css.contains(":root{--accent:#12abef}"))
    #expect(css.contains("(prefers-color-scheme:dark){:root{--accent:#fedcba}}"))
  }

  /// Any accent alone gives one that can be read on a dark screen.
  @Test(arguments: ["#000000", "#000080", "#7a1f2b", "#ffffff"])
  func accentForDarkScreens(accent: String) throws {
    let dark = try #require(Theme(accent: Colour(accent)).darkAccent)
    #expect(Theme.contrast(of: dark, on: Theme.darkGrounds) >= Theme.leastContrast)
  }

  /// The colours an accent is judged on are those of the stylesheet.
  @Test func groundsOfTheStylesheet() {
    let css = stylesheet(of: Fixture.portal())
    for (grounds, mode) in [(Theme.grounds, css.split(separator: "@media")[0])]
      + [(Theme.darkGrounds, css.split(separator: "@media screen and (prefers-color-scheme")[1])]
    {
      for (name, ground) in zip(["paper", "tint", "mark"], grounds) {
        let value = mode.split(separator: "--\(name): ").dropFirst().first?.prefix { $0 != ";" }
        let digits = value.map { $0.dropFirst() } ?? ""
        #expect(
          (digits.count == 3 ? "#" + digits.flatMap { [$0, $0] } : "#" + digits) == ground.text)
      }
    }
  }

  private func stylesheet(of portal: Portal) -> String {
    let assets = StandardTemplates().assets(of: portal)
    let sheet = assets.first { $0.path == StandardAssets(of: portal).stylesheet.path }
    return String(decoding: sheet?.bytes ?? [], as: UTF8.self)
  }
}
