import Model
import Templates
import Testing

struct PageTests {
  @Test func everyPageHasItsPath() {
    let portal = Fixture.portal()
    #expect(
      Page.all(in: portal).map { $0.path(in: portal) } == [
        "index.html", "briefs.html", "briefs/a-brief.html", "briefs/a-brief/one.html",
        "briefs/a-brief/two.html", "briefs/a-brief/whole.html", "briefs/a-brief/notes.html",
        "briefs/old.html", "search.html", "404.html",
      ])
  }

  /// Links climb as far as their page is deep; those of the page for missing addresses start at the
  /// base URL's path, as it is shown at any depth.
  @Test(arguments: [
    (Page.home, "briefs/a-brief.html", "assets/"),
    (Page.brief(0), "../briefs/a-brief.html", "../assets/"),
    (Page.section(brief: 0, section: 0), "../../briefs/a-brief.html", "../../assets/"),
    (Page.notFound, "/sub/briefs/a-brief.html", "/sub/assets/"),
  ])
  func linksAreRelativeToTheirPage(page: Page, brief: String, assets: String) {
    let portal = Fixture.portal()
    let links = Links(from: page, in: portal)
    #expect(links.href(.brief(0)) == brief)
    #expect(Fixture.html(page, of: portal).values(of: "href").contains(assets + stylesheet))
  }

  /// `site.HASH.css` of the fixture's theme, in the folder `assets`.
  private var stylesheet: String {
    String(StandardAssets(of: Fixture.portal()).stylesheet.path.dropFirst("assets/".count))
  }

  @Test func anAliasLeadsToTheBrief() {
    let html = Fixture.html(.alias(brief: 0, alias: 0), of: Fixture.portal())
    #expect(
      html == """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>Moved: A Brief</title>\
        <meta http-equiv="refresh" content="0; url=../briefs/a-brief.html">\
        <meta name="viewport" content="width=device-width,initial-scale=1">\
        <meta name="robots" content="noindex">\
        <link rel="canonical" href="https://example.org/sub/briefs/a-brief.html">\
        <link rel="stylesheet" href="../assets/\(stylesheet)"></head>\
        <body data-page="alias"><main class="wrap text"><h1>Moved: A Brief</h1>\
        <p>This brief has moved to <a href="../briefs/a-brief.html">A Brief</a>.</p></main></body>\
        </html>

        """)
  }

  @Test func titlesNameSectionBriefAndPortal() {
    let portal = Fixture.portal()
    let section = Fixture.html(.section(brief: 0, section: 0), of: portal)
    #expect(section.contains("<title>One – A Brief – Portal</title>"))
    #expect(Fixture.html(.brief(0), of: portal).contains("<title>A Brief – Portal</title>"))
    #expect(Fixture.html(.home, of: portal).contains("<title>Portal</title>"))
    #expect(section.contains(#"<link rel="canonical" href="https://example.org/sub/briefs/a-b"#))
  }

  @Test func arabicPagesRunFromRightToLeft() {
    var portal = Fixture.portal()
    portal.briefs[0].language = "ar"
    #expect(Fixture.html(.brief(0), of: portal).contains(#"<html lang="ar" dir="rtl" "#))
    #expect(Fixture.html(.home, of: portal).contains(#"<html lang="en" data-title="Portal""#))
  }

  /// Headings written at levels 3, 5, 3, 2, 6 make an outline that skips none, below the page's own.
  @Test func headingsSkipNoLevel() {
    var portal = Fixture.portal()
    portal.briefs[0].sections[0].body = Fixture.headings([3, 5, 3, 2, 6])
    func levels(_ page: Page) -> [Int] {
      let html = Fixture.html(page, of: portal)
      return html.split(separator: "<h").dropFirst().compactMap {
        $0.dropFirst().first == ">" ? $0.first?.wholeNumberValue : nil
      }.filter { $0 > 1 }
    }
    #expect(levels(.section(brief: 0, section: 0)) == [2, 3, 2, 2, 3])
    let whole = levels(.whole(0))
    #expect(whole.firstRange(of: [3, 4, 3, 3, 4]) != nil)
  }
}
