import Diagnostics
import Ingest
import Model
import Testing

/// Notes of a brief: numbers, labels, faults.
@Suite struct NoteTests {
  @Test func page() {
    #expect(
      rendered("One[^a], two[^b], one again[^A].\n\n[^b]: Ibid.\n[^a]: First.\n") == """
        <p>One<sup><a href="#note-a" id="ref-a" role="doc-noteref" aria-label="Note 1">1</a></sup>, \
        two<sup><a href="#note-b" id="ref-b" role="doc-noteref" aria-label="Note 2">2</a></sup>, \
        one again<sup><a href="#note-a" id="ref2-a" role="doc-noteref" aria-label="Note 1">1</a></sup>.</p>
        <section role="doc-endnotes">
        <h2>Notes</h2>
        <ol class="notes">
        <li class="note" id="note-a">
        <span class="number">1</span>
        <p>First.</p>
        <p class="back"><a href="#ref-a" role="doc-backlink" aria-label="Back to the text, reference 1 of note 1">↩<sup>1</sup><span> Back to the text</span></a> <a href="#ref2-a" role="doc-backlink" aria-label="Back to the text, reference 2 of note 1">↩<sup>2</sup></a></p>
        </li>
        <li class="note" id="note-b">
        <span class="number">2</span>
        <p>Ibid.</p>
        <p class="antecedent"><a href="#note-a">See note 1</a></p>
        <p class="back"><a href="#ref-b" role="doc-backlink" aria-label="Back to the text, note 2">↩<span> Back to the text</span></a></p>
        </li>
        </ol>
        </section>

        """)
  }

  @Test func fiveReferencesHaveAnIDEach() {
    let page = rendered("a[^n] b[^n] c[^n] d[^n] e[^n]\n\n[^n]: Note.")
    for anchor in ["ref-n", "ref2-n", "ref3-n", "ref4-n", "ref5-n", "note-n"] {
      #expect(page.occurrences(of: "id=\"\(anchor)\"") == 1)
      #expect(page.occurrences(of: "href=\"#\(anchor)\"") == (anchor == "note-n" ? 5 : 1))
    }
  }

  @Test func labelsThatLookLikeOrdinals() {
    let page = rendered("a[^n] b[^n] c[^n.2] d[^2-n]\n\n[^n]: x\n[^n.2]: y\n[^2-n]: z")
    for anchor in ["ref-n", "ref2-n", "ref-n.2", "ref-2-n"] {
      #expect(page.occurrences(of: "id=\"\(anchor)\"") == 1)
    }
  }

  @Test func fiveThroughPages() async throws {
    let content = try ContentFixture([
      "briefs/b/brief.yaml": "title: B\nabstract: A[^n].\nkeyFindings: [\"K[^n].\"]\n",
      "briefs/b/01-one.md": "# One[^n]\n\nText[^n].[^m]\n\n[^n]: Note.\n",
      "briefs/b/02-two.md": "# Two\n\nText[^n].\n", "briefs/b/notes.md": "[^m]: *Ibid*.\n",
    ])
    let portal = try await content.read()
    #expect(portal.findings.isEmpty)
    let brief = try #require(portal.portal.briefs.first)
    #expect(brief.notes.map(\.label) == ["n", "m"])
    #expect(brief.notes[0].occurrences == [.section(0), .section(0), .section(1), .front, .front])
    #expect(brief.notes[1].antecedent == 0)
    #expect(brief.sections[0].title == "One")
    let site = try await content.site()
    let notes = try #require(site["briefs/b/notes.html"])
    for back in [
      "one.html#ref-n", "one.html#ref2-n", "two.html#ref3-n", "b.html#ref4-n", "b.html#ref5-n",
    ] {
      #expect(notes.occurrences(of: "\(back)\"") == 1, "\(back)")
    }
    for (page, text) in site where page.hasPrefix("briefs/b") {
      let ids = text.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
      #expect(Set(ids).count == ids.count, "\(page)")
    }
  }

  @Test func faults() {
    let text = """
      a[^zakt] b[^n] c[^q]

      [^zakat]: One.
      [^n]: Two.
      [^N]: Three.
      [^q]:
      """
    #expect(
      renderFindings(text) == [
        Finding(
          .error, "note-undefined",
          at: SourceLocation(file: "standard input", line: 1, column: 2, length: 7),
          "the note “zakt” is not defined", hint: "did you mean “zakat”?"),
        Finding(
          .warning, "note-unused",
          at: SourceLocation(file: "standard input", line: 3, column: 1, length: 8),
          "the note “zakat” is never referred to; it is left out",
          hint: "refer to it with [^zakat], or remove it"),
        Finding(
          .error, "note-twice",
          at: SourceLocation(file: "standard input", line: 5, column: 1, length: 4),
          "the note “N” is defined twice", hint: "give one of them another label",
          related: [
            .init(
              SourceLocation(file: "standard input", line: 4, column: 1, length: 4),
              "it is defined here first")
          ]),
        Finding(
          .warning, "note-empty",
          at: SourceLocation(file: "standard input", line: 6, column: 1, length: 4),
          "the note “q” has no text", hint: "indent its lines by four spaces"),
      ])
    #expect(!rendered("a\n\n[^n]: unused").contains("unused"))
  }

  @Test func notesThatOnlyDataName() async throws {
    let content = try ContentFixture([
      "briefs/b/brief.yaml": "title: B\n",
      "briefs/b/01-a.md":
        "# A\n\nText.[^last]\n\n[^data]: See[^deep].\n[^deep]: Deep.\n[^last]: Last.\n",
      "briefs/b/events.yaml": "e: {date: 2020, title: E, note: [data, last]}\n",
    ])
    let read = try await content.read()
    #expect(read.findings.isEmpty)
    let brief = read.portal.briefs[0]
    #expect(brief.notes.map(\.label) == ["last", "data", "deep"])
    #expect(brief.notes.map(\.occurrences.count) == [1, 0, 1])
    #expect(brief.events[0].notes == [1, 0])
  }

  @Test func circles() {
    #expect(
      renderFindings("a[^n]\n\n[^n]: n[^n]").map(\.line) == [
        "warning note-circle standard input:3:8"
      ])
    let three = "a[^a]\n\n[^a]: [^b]\n[^b]: [^c]\n[^c]: [^a]"
    #expect(renderFindings(three).map(\.line) == ["warning note-circle standard input:5:7"])
    let unused = "a\n\n[^a]: [^b]\n[^b]: [^a]"
    #expect(renderFindings(unused).map(\.rule) == ["note-unused", "note-unused"])
  }

  @Test(arguments: [
    ("Ibid.", true), ("ibid., p. 3", true), ("*Ibid.*", true), ("Idem", true), ("Ibidem.", true),
    ("Id., p. 3", true), ("Id", true), ("المرجع نفسه، ص ٣", true), ("Idlib office", false),
    ("Id card, 2020", false), ("المرجع الأول", false), ("Ibidun Ibrahim", false),
    ("Idempotent", false), ("See ibid.", false),
  ])
  func ibid(_ text: String, _ isOne: Bool) {
    let brief = readFragment(
      Array("a[^a] b[^b]\n\n[^a]: X.\n[^b]: \(text)".utf8), isCommonMark: false
    )
    .portal.briefs[0]
    #expect(brief.notes[1].antecedent == (isOne ? 0 : nil))
  }

  @Test func ibidFirst() {
    #expect(
      renderFindings("a[^a]\n\n[^a]: Ibid.").map(\.line) == ["warning ibid standard input:3:1"])
  }

  @Test func insideNotesNumbersFollowTheText() {
    let brief = readFragment(
      Array("a[^a] b[^b]\n\n[^a]: x[^c]\n[^b]: y\n[^c]: z[^b]".utf8), isCommonMark: false
    ).portal.briefs[0]
    #expect(brief.notes.map(\.label) == ["a", "b", "c"])
    #expect(brief.notes[1].occurrences == [.section(0), .note(2)])
  }

  @Test func manyNotes() {
    let text = (1...5_000).map { "a[^n\($0)]\n\n[^n\($0)]: Note \($0).\n\n" }.joined()
    #expect(
      readFragment(Array(text.utf8), isCommonMark: false).portal.briefs[0].notes.count == 5_000)
    let undefined = (1...5_000).map { "[^u\($0)]\n\n[^d\($0)]: x\n\n" }.joined()
    #expect(renderFindings(undefined).count == 10_000)
  }
}
