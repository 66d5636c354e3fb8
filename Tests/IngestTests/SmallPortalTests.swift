import Diagnostics
import Ingest
import Model
import Testing

/// Portals with next to nothing in them: read without findings, and every page can be written.
@Suite struct SmallPortalTests {
  @Test(arguments: [
    ["briefs/x.md": "# Title"], ["briefs/x.md": "---\ntitle: Title\n---\n"],
    ["briefs/x.md": "\u{FEFF}---\ntitle: Title\n---\n# One\n\n# Two\n"],
    ["briefs/x/brief.yaml": "title: Title"], ["briefs/x/01.md": "# Title"],
    ["portal.yaml": "", "briefs/x.md": "Title\n=====\r\n\r\nText"],
    ["briefs/x.md": "---\n# a comment\n---\n# Title"],
    ["briefs/x.md": "---\n---\n# Title"], ["briefs/x.md": "---\ntitle: Title\n...\nText"],
    ["briefs/x.md": "# *Ti*`tle`\n\nText[^n]\n\n[^n]: Note."],
  ])
  func portals(_ files: [String: String]) async throws {
    let content = try ContentFixture(files)
    let ingested = try await content.read()
    #expect(ingested.findings.map(\.line) == [])
    #expect(ingested.portal.briefs.map(\.title) == ["Title"])
    #expect(try await content.site()["briefs/x.html"]?.contains("<h1") == true)
  }

  @Test func sectionsOfOneFile() async throws {
    let content = try ContentFixture([
      "briefs/x.md": "# T\n\nOpening[^n].\n\n## One {#a}\n\n### In\n\n## Two[^n]\n\n[^n]: x"
    ])
    let brief = try await content.read().portal.briefs[0]
    #expect(brief.sections.map(\.id) == ["opening", "a", "two"])
    #expect(brief.sections.map(\.title) == ["", "One", "Two"])
    #expect(brief.sections.map(\.number) == [nil, 1, 2])
    #expect(brief.sections[1].contents == [ContentsEntry(level: 2, title: "In", anchor: "in")])
  }

  /// A section may be called what a note's anchor is; they stand apart on the page of all sections.
  @Test func sectionNamedLikeANote() async throws {
    let content = try ContentFixture([
      "briefs/x/brief.yaml": "title: T", "briefs/x/01-note-1.md": "# One\n\nA claim.[^1]\n",
      "briefs/x/02-map-a.md": "# Two\n\n[](section:note-1)\n", "briefs/x/notes.md": "[^1]: x\n",
    ])
    #expect(try await content.findings() == [])
    let whole = try #require(try await content.site()["briefs/x/whole.html"])
    #expect(whole.contains("<h2 id=\"section-note-1\">"))
    #expect(whole.contains("<h2 id=\"section-map-a\">"))
    #expect(whole.contains("href=\"#section-note-1\""))
  }

  @Test func sectionsOfAFolder() async throws {
    let content = try ContentFixture([
      "briefs/x/brief.yaml": "title: T",
      "briefs/x/00-intro.md": "---\nnumbered: false\n---\n# Intro\n",
      "briefs/x/01-one.md": "# One\n", "briefs/x/02_two.md": "# Two {#second}\n",
      "briefs/x/10.md": "No title\n",
    ])
    let ingested = try await content.read()
    #expect(ingested.findings.map(\.line) == ["warning missing-title briefs/x/10.md:1:1"])
    #expect(ingested.portal.briefs[0].sections.map(\.id) == ["intro", "one", "second", "10"])
    #expect(ingested.portal.briefs[0].sections.map(\.number) == [nil, 1, 2, 3])
  }

  @Test func sameWhateverTheNumberOfJobs() async throws {
    var files: [String: String] = [:]
    for number in 0..<40 {
      files["briefs/b\(number).md"] =
        "# B \(number)\n\n[^x\(number)] [](place:p)\n\n[^y\(number)]: z"
    }
    let content = try ContentFixture(files)
    let one = try await content.read(jobs: 1)
    let many = try await content.read(jobs: 7)
    #expect(one.findings == many.findings)
    #expect(one.portal == many.portal)
  }

  @Test func wideTable() async throws {
    let row = String(repeating: "x,", count: 1_999) + "x\n"
    let head = (0..<2_000).map { "c\($0)" }.joined(separator: ",") + "\n"
    let content = try ContentFixture([
      "briefs/x/01.md": "# T\n", "briefs/x/data/t.csv": head + row + row,
    ])
    let portal = try await content.read()
    #expect(portal.findings.isEmpty)
    #expect(portal.portal.briefs[0].tables[0].columns.count == 2_000)
  }
}
