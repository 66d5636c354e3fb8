import Diagnostics
import Ingest
import Model
import Testing

/// Markdown as people write it for other tools.
struct PlainMarkdownTests {
  @Test func headingsHaveTheAnchorsThatGitHubGives() async throws {
    let fixture = try ContentFixture([
      "briefs/x.md": """
      # Title

      [a](#whats-new--node.js-2x) [b](#whats-new--nodejs-2x) [c](#results-1) [d](#note-well)

      ## What's new & Node.js 2.x!

      ## Results

      ## Results

      ## Note well
      """
    ])
    #expect(try await fixture.findings() == ["error unknown-anchor briefs/x.md:3:1"])
    try fixture.write(
      Array(
        """
        # Title

        [b](#whats-new--nodejs-2x) [c](#results-1) [d](#note-well)

        ## What's new & Node.js 2.x!

        ## Results

        ## Results

        ## Note well
        """.utf8), to: "briefs/x.md")
    let page = try #require(try await fixture.site()["briefs/x.html"])
    for anchor in ["whats-new--nodejs-2x", "results", "results-1", "h-note-well"] {
      #expect(page.contains("id=\"\(anchor)\""))
    }
    #expect(page.contains("<a href=\"#h-note-well\" class=\"to-section\">d</a>"))
  }

  @Test func aBriefWithoutTitleIsCalledByItsFile() async throws {
    let fixture = try ContentFixture(["briefs/field-report.md": "Only text.\n"])
    #expect(
      try await fixture.findings() == ["warning missing-title briefs/field-report.md:1:1"])
    #expect(try await fixture.read().portal.briefs.map(\.title) == ["field-report"])
  }

  @Test func aHeadingThatRepeatsTheTitleIsTheTitle() async throws {
    let fixture = try ContentFixture([
      "briefs/x.md": "---\ntitle: One\n---\n\n# One\n\nText.\n\n## Part\n\nMore.\n",
      "briefs/y.md": "---\ntitle: Two\n---\n\n# Other\n\nText.\n",
    ])
    let briefs = try await fixture.read().portal.briefs
    #expect(briefs.map { $0.sections.map(\.title) } == [["", "Part"], ["Other"]])
  }

  @Test func linksBetweenFilesLeadToBriefsAndSections() async throws {
    let fixture = try ContentFixture([
      "briefs/one.md": "# One\n\n[two](two.md#x) [folder](folder/01-a.md) [gone](gone.md)\n",
      "briefs/two.md": "# Two\n\nText.\n",
      "briefs/folder/brief.yaml": "title: Folder\n",
      "briefs/folder/01-a.md": "# A\n\n[b](02-b.md) [one](../one.md)\n",
      "briefs/folder/02-b.md": "# B\n\nText.\n",
    ])
    #expect(try await fixture.findings() == ["error local-link briefs/one.md:3:42"])
    try fixture.write(
      Array("# One\n\n[two](two.md#x) [folder](folder/01-a.md)\n".utf8), to: "briefs/one.md")
    let site = try await fixture.site()
    let one = try #require(site["briefs/one.html"])
    #expect(one.contains("<a href=\"../briefs/two.html\" class=\"to-brief\">two</a>"))
    #expect(one.contains("<a href=\"../briefs/folder.html\" class=\"to-brief\">folder</a>"))
    let section = try #require(site["briefs/folder/a.html"])
    #expect(section.contains("<a href=\"../../briefs/folder/b.html\" class=\"to-section\">b</a>"))
    #expect(section.contains("<a href=\"../../briefs/one.html\" class=\"to-brief\">one</a>"))
  }
}

/// What follows from a file that cannot be read is not said: only the file's own fault is.
struct FollowingFindingsTests {
  @Test func anUnreadableFileIsTheOnlyFinding() async throws {
    let fixture = try ContentFixture([
      "places.yaml": "geneva:\n  name: [Geneva\n",
      "briefs/one.md": "# One\n\n[a](place:geneva) [b](brief:two)\n",
      "briefs/two.md": "---\ntitle: Two\ntitle: Two\n---\n",
    ])
    let rules = try await fixture.read().findings.map(\.rule)
    #expect(Set(rules).isSubset(of: ["yaml-syntax", "yaml-duplicate", "missing-title"]))
    #expect(rules.contains("yaml-syntax"))
    #expect(rules.contains("yaml-duplicate"))
  }
}

/// What the portal's own records link to is checked as the briefs' links are.
struct RecordLinkTests {
  @Test func recordsLinkToWholeAddressesAndRecordsOnly() async throws {
    let fixture = try ContentFixture([
      "glossary.yaml": """
      a:
        definition: "[x](nope.html) [y](#z) [ok](https://example.org) [term](term:a)"
      b:
        definition: "![p](https://example.org/p.png)"
      """,
      "briefs/one.md": "# One\n\nText.\n",
    ])
    #expect(
      try await fixture.findings() == [
        "error local-link glossary.yaml:2:16", "error local-link glossary.yaml:2:31",
        "error local-link glossary.yaml:4:16",
      ])
  }
}
