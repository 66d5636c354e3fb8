import Diagnostics
import Ingest
import Model
import Testing

/// Typed links with their labels, links to anchors and files, and what does not resolve.
@Suite struct CrossLinkTests {
  private static let files = [
    "people.yaml": "p: { name: Person }", "actors.yaml": "a: { name: Actor Long, short: AL }",
    "places.yaml": "dhiban: { name: { en: Dhiban, ar: ذيبان }, lon: 1, lat: 1 }",
    "glossary.yaml": "zakat: { term: zakat }",
    "briefs/other.md": "---\nid: o\n---\n# Other brief\n\n## Part {#part}\n",
    "briefs/b/brief.yaml": "title: B", "briefs/b/notes.md": "[^n]: Note.\n", "briefs/b/p.png": "x",
    "briefs/b/pdf/a b.pdf": "x",
    "briefs/b/sources.yaml":
      "s: { type: book, title: Source title }\ni: { type: interview, role: x }\n",
    "briefs/b/events.yaml": "e: { date: 2022, title: The *raid* }",
    "briefs/b/maps/m.yaml": "title: M\nextent: [1, 1, 2, 2]\n",
    "briefs/b/data/t.csv": "x\n1\n", "briefs/b/02-two.md": "# Two {#second}\n\n## Inner\n\nText\n",
  ]

  private func content(_ text: String) throws -> ContentFixture {
    try ContentFixture(
      Self.files.merging(["briefs/b/01-one.md": "# One\n\n[^n]\n\n" + text]) { $1 })
  }

  @Test(arguments: [
    ("[](map:m)", "briefs/b/map-m.html", "Map 1"),
    ("[](table:t)", "briefs/b/data.html#table-t", "Table 1"),
    ("[](section:second)", "briefs/b/second.html", "Section 2"),
    ("[](note:N)", "briefs/b/notes.html#note-n", "note 1"),
    ("[](place:dhiban)", "places/dhiban.html", "Dhiban"),
    ("[](actor:a)", "actors/a.html", "AL"), ("[](term:zakat)", "glossary.html#zakat", "zakat"),
    ("[](person:p)", "authors/p.html", "Person"),
    ("[](source:s)", "briefs/b/sources.html#s", "Source title"),
    ("[](event:e)", "briefs/b/events.html#e", "The raid"),
    ("[](brief:o)", "briefs/other.html", "Other brief"),
    ("[](section:o/part)", "briefs/other.html#part", "Section 1"),
    ("[words](section:b/second)", "briefs/b/second.html", "words"),
    ("[words](#inner)", "briefs/b/second.html#inner", "words"),
    ("[words](02-two.md)", "briefs/b/second.html", "words"),
    ("[words](02-two.md#inner)", "briefs/b/second.html#inner", "words"),
    ("[words](#note-n)", "briefs/b/notes.html#note-n", "words"),
    ("[words](./02-two.md#second)", "briefs/b/second.html", "words"),
  ])
  func links(_ link: String, _ address: String, _ label: String) async throws {
    let content = try content("Then \(link).")
    #expect(try await content.findings() == [])
    let page = try #require(try await content.site()["briefs/b/one.html"])
    let line = try #require(page.split(separator: "\n").first { $0.contains("Then <a") })
    #expect(line.contains("href=\"../../\(address)\""), "\(line)")
    #expect(line.contains(">\(label)</a>."), "\(line)")
  }

  @Test(arguments: [
    ("[](map:n)", "error unknown-map", "did you mean “m”?"),
    ("[](place:dhibn)", "error unknown-place", "did you mean “dhiban”?"),
    ("[](term:zkat)", "error unknown-term", "did you mean “zakat”?"),
    ("[](section:secnd)", "error unknown-section", "did you mean “second”?"),
    ("[](note:xyzw)", "error unknown-note", nil), ("[](brief:nothing)", "error unknown-brief", nil),
    ("[](section:zzz/part)", "error unknown-brief", nil),
    ("[x](palce:y)", "error link-kind", "did you mean “place”?"),
    ("[x](#iner)", "error unknown-anchor", "did you mean “inner”?"),
    ("[x](03-three.md)", "error local-link", "link to another brief by its id: brief:ID"),
    ("[x](./02-two.md#iner)", "error unknown-anchor", "did you mean “inner”?"),
    ("![x](q.png)", "error missing-file", "the address is relative to the brief’s folder"),
    ("![x](https://e.org/p.png)", "error remote-image", "copy it into the brief’s folder"),
    ("![x](//e.org/p.png)", "error remote-image", "copy it into the brief’s folder"),
    ("![](p.png)", "warning image-text", "write ![what it shows](p.png)"),
    ("[x]()", "error empty-link", "give it an address"),
    ("[x](/p.png)", "error root-link", "use a typed link, or the whole address from https:// on"),
    (
      "[x](../../../../../etc/passwd)", "error missing-file",
      "the address is relative to the brief’s folder"
    ),
  ])
  func faults(_ link: String, _ line: String, _ hint: String?) async throws {
    let found = try await content("Then \(link).").read().findings
    #expect(found.map(\.line) == ["\(line) briefs/b/01-one.md:5:6"])
    #expect(found.first?.hint == hint)
  }

  @Test func filesOfABrief() async throws {
    let content = try content(
      "![x](p.png) [y](<pdf/a b.pdf>) [z](pdf/a%20b.pdf) ![w](./../b/p.png)")
    let ingested = try await content.read()
    #expect(ingested.findings.isEmpty)
    let brief = try #require(ingested.portal.briefs.first { $0.id == "b" })
    #expect(brief.files.map(\.source) == ["briefs/b/p.png", "briefs/b/pdf/a b.pdf"])
    #expect(brief.files.map(\.name) == ["p.png", "a b.pdf"])
  }

  @Test func mentions() async throws {
    let content = try content(
      "[](place:dhiban) and [again](place:dhiban)[^m]\n\n[^m]: [](place:dhiban)")
    let portal = try await content.read().portal
    let parts = portal.mentions[Target(.place, index: 0)]?.map(\.part)
    #expect(parts == [.section(0), .section(0), .note(1)])
  }

  @Test func rawHTML() async throws {
    var files = Self.files
    files["briefs/b/01-one.md"] = "# One\n\n<b>x</b> [^n] [y](javascript:z)"
    #expect(
      try await ContentFixture(files).findings().map { $0.prefix(19) } == [
        "error raw-html brie", "error raw-html brie", "error dangerous-lin",
      ])
    files["portal.yaml"] = "rawHTML: true"
    #expect(
      try await ContentFixture(files).findings().map { $0.prefix(20) } == ["error dangerous-link"])
  }
}
