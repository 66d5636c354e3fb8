import Diagnostics
import Ingest
import Model
import Testing

/// Where notes may be referred to and defined, and where not.
@Suite struct NotePlaceTests {
  @Test func everywhereInABrief() async throws {
    let content = try ContentFixture([
      "briefs/b/brief.yaml": """
      title: B
      abstract: Abstract[^abstract].
      keyFindings: ["Finding[^finding]."]
      glance: [{ value: "1", label: "Label[^label]", note: heading }]
      """,
      "briefs/b/01-s.md": """
      # Title[^heading]

      ## Inner[^inner] heading

      ![Caption[^caption]](map:m)

      ![Table[^table]](table:t)

      | a[^cell] |
      | - |
      | b |

      - item[^item]

      > quotation[^quotation]

      """,
      "briefs/b/maps/m.yaml": """
      title: M
      extent: [1, 1, 2, 2]
      source: Source[^mapsource]
      zones: { z: { category: c, polygon: [[1, 1], [2, 1], [2, 2]], text: "Zone[^zone]", note: zone } }
      """,
      "briefs/b/data/t.csv": "name,n\nRow[^row],row\n\"Two, [^two]\",\n",
      "briefs/b/data/t.yaml":
        "caption: C[^tablecaption]\ncolumns: { n: { type: note, about: \"About[^about]\" } }\n",
      "briefs/b/events.yaml": "e: { date: 2022, title: \"Event[^event]\", note: [event, row] }\n",
      "briefs/b/notes.md": "\u{FEFF}"
        + [
          "abstract", "finding", "label", "heading", "inner", "caption", "table", "cell", "item",
          "quotation", "mapsource",
          "zone", "row", "two", "tablecaption", "about", "event",
        ].map { "[^\($0)]: Note.\n" }.joined(),
    ])
    let ingested = try await content.read()
    #expect(ingested.findings.map(\.line) == [])
    let brief = try #require(ingested.portal.briefs.first)
    #expect(
      brief.notes.map(\.label).prefix(10) == [
        "heading", "inner", "caption", "table", "about", "row", "two", "cell", "item",
        "quotation",
      ])
    #expect(brief.notes.count == 17)
    #expect(brief.sections[0].title == "Title")
    #expect(
      brief.sections[0].contents == [
        ContentsEntry(level: 2, title: "Inner heading", anchor: "inner-heading")
      ])
    #expect(brief.glance[0].note == 0)
  }

  @Test func notInWhatIsAboutTheBrief() async throws {
    let content = try ContentFixture([
      "briefs/b/brief.yaml": """
      title: B
      original: { statement: "[^n]" }
      project: "[^n]"
      funder: "[^n]"
      disclaimer: "[^n]"
      revisions: [{ date: 2022, summary: "[^n]" }]
      """,
      "briefs/b/01.md": "---\nsummary: a[^n]\n---\n# A\n\nx[^n]\n\n[^n]: y\n",
    ])
    #expect(
      try await content.findings() == ["error note-place briefs/b/01.md:2:11"]
        + ["2:25", "3:11", "4:10", "5:14", "6:37"].map {
          "error note-place briefs/b/brief.yaml:\($0)"
        })
  }

  @Test func notInABriefsTitle() async throws {
    let content = try ContentFixture(["briefs/b.md": "# Title[^n]\n\nText[^n]\n\n[^n]: Note."])
    #expect(try await content.findings() == ["error note-place briefs/b.md:1:8"])
  }

  @Test func sameLabelInTwoBriefs() async throws {
    let content = try ContentFixture([
      "briefs/a.md": "# A\n\nx[^n]\n\n[^n]: Of A.\n",
      "briefs/b.md": "# B\n\ny[^n]\n\n[^n]: Of B.\n",
    ])
    let portal = try await content.read().portal
    #expect(portal.briefs.map { $0.notes.map(\.body.plainText) } == [["Of A."], ["Of B."]])
  }

  @Test func numbersRunThroughSections() async throws {
    let content = try ContentFixture([
      "briefs/b/01.md": "# One\n\n[^z] [^y]\n",
      "briefs/b/02.md": "# Two\n\n[^y] [^x]\n\n[^z]: z\n[^x]: x\n",
      "briefs/b/notes.md": "[^y]: y\n",
    ])
    let site = try await content.site()
    #expect(site["briefs/b/02.html"]?.contains("aria-label=\"Note 3\">3</a>") == true)
    #expect(site["briefs/b/02.html"]?.contains("id=\"ref2-y\"") == true)
  }

  @Test(arguments: [
    (
      "about.md", "# A\n\nx[^n]\n\n[^n]: y",
      ["error note-place about.md:3:2", "error note-place about.md:5:1"]
    ),
    ("portal.yaml", "notice: x[^n]", ["error note-place portal.yaml:1:10"]),
    ("places.yaml", "p: { description: \"x[^n]\" }", ["error note-place places.yaml:1:21"]),
    (
      "actors.yaml", "a:\n  description: |\n    x\n    y[^n]\n",
      ["error note-place actors.yaml:4:6"]
    ),
    ("people.yaml", "p: { name: P, bio: \"[^n]: x\" }", ["error note-place people.yaml:1:21"]),
    ("glossary.yaml", "t: { definition: 'it''s [^n]' }", ["error note-place glossary.yaml:1:25"]),
  ])
  func notInThePortalsOwnFiles(_ file: String, _ text: String, _ expected: [String]) async throws {
    let content = try ContentFixture([file: text, "briefs/b.md": "# B\n\nx\n"])
    #expect(try await content.findings() == expected)
  }

  @Test(arguments: ["abstract: '![](table:t)'\n", ""], ["text: '![](table:t)'", "text: x"])
  func tableShownAwayFromTheTextCountsOnce(_ front: String, _ event: String) async throws {
    let content = try ContentFixture([
      "briefs/b/brief.yaml": "title: B\n" + front,
      "briefs/b/events.yaml": "e:\n  date: 2022\n  title: E\n  \(event)\n",
      "briefs/b/01.md": "# A\n\nx\n\n[^cell]: y\n[^caption]: z\n",
      "briefs/b/data/t.csv": "a\nx[^cell]\n", "briefs/b/data/t.yaml": "caption: C[^caption]\n",
    ])
    let ingested = try await content.read()
    #expect(ingested.findings.map(\.line) == [])
    let notes = try #require(ingested.portal.briefs.first).notes
    #expect(Set(notes.map(\.label)) == ["cell", "caption"])
    #expect(notes.map(\.occurrences) == [[.table(0)], [.table(0)]])
  }

  @Test func notesFileHoldsDefinitionsOnly() async throws {
    let content = try ContentFixture([
      "briefs/b/01.md": "# A\n\nx[^n]\n", "briefs/b/notes.md": "# Notes\n\n[^n]: y\n",
    ])
    #expect(try await content.findings() == ["warning notes-file briefs/b/notes.md:1:1"])
  }
}
