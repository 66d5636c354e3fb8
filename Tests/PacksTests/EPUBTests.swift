import Cartography
import Foundation
import Ingest
import Model
import Packs
import Publish
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct EPUBTests {
  /// Text that is none of XML's, in every field that a brief's EPUB shows.
  private static let hostile =
    "<b>&amp;</b> ]]> \u{0}\u{1}\u{B}\u{C}\u{1F}\u{7F}\u{85}\u{FFFE}\u{FFFF} \"'` &nbsp; <!-- <?x"

  private func unpacked(_ portal: Portal, brief: Int = 0) throws -> UnpackedArchive {
    try UnpackedArchive(
      epub(of: brief, in: portal, maps: MapDrawings(of: portal), content: "/nowhere"))
  }

  private func everyField() async throws -> Portal {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return try await readPortal(
      at: root.appending(path: "Portals/every-field/Content").path, jobs: 1
    ).portal
  }

  private func checkWellFormed(_ archive: UnpackedArchive) {
    for entry in archive.entries
    where entry.name.hasSuffix("ml") || entry.name.hasSuffix(".opf") || entry.name.hasSuffix(".svg")
    {
      let parser = XMLParser(data: Data(entry.content))
      #expect(parser.parse(), "\(entry.name): line \(parser.lineNumber)")
    }
  }

  @Test func hostileTextStaysText() throws {
    var portal = Fixture.portal()
    portal.title = Self.hostile
    portal.publisher = Publisher(name: Self.hostile, url: "http://[bad", address: Self.hostile)
    portal.licence = Licence(name: Self.hostile, url: "javascript:alert(1)")
    var brief = portal.briefs[0]
    brief.title = Self.hostile
    brief.subtitle = Self.hostile
    brief.series = Self.hostile
    brief.issue = Self.hostile
    brief.doi = Self.hostile
    brief.isbn = Self.hostile
    brief.language = "\"><x"
    brief.authors = [Author(name: Self.hostile)]
    brief.topics = [Self.hostile]
    brief.abstract = Fixture.paragraph(Self.hostile)
    brief.keyFindings = [Fixture.inline(Self.hostile)]
    brief.glance = [GlanceFigure(value: Self.hostile, label: Fixture.inline(Self.hostile))]
    brief.sections[0].heading = Fixture.inline(Self.hostile)
    brief.sections[0].title = Self.hostile
    brief.sections[0].body = Fixture.paragraph(Self.hostile, references: [0])
    brief.notes[0].body = Fixture.paragraph(Self.hostile)
    portal.briefs = [brief]
    let archive = try unpacked(portal)
    checkWellFormed(archive)
    #expect(archive["EPUB/section-1.xhtml"].contains("&lt;b&gt;&amp;amp;&lt;/b&gt;"))
    #expect(archive["EPUB/package.opf"].contains("<dc:language>und</dc:language>"))
    #expect(!archive["EPUB/cover.xhtml"].contains("href=\"http"))
  }

  @Test func rawHTMLIsLeftOut() throws {
    var portal = Fixture.portal()
    portal.allowsRawHTML = true
    var body = Fixture.paragraph("Text")
    for kind in [ProseNode.Kind.htmlBlock, .htmlInline] {
      Fixture.append(kind, "<br><img src=x onerror=alert(1)>", to: &body)
    }
    portal.briefs[0].sections[0].body = body
    let archive = try unpacked(portal)
    checkWellFormed(archive)
    #expect(!archive["EPUB/section-1.xhtml"].contains("onerror"))
    #expect(archive["EPUB/section-1.xhtml"].contains("Text"))
  }

  @Test func everyFieldIsWellFormed() async throws {
    let portal = try await everyField()
    try #require(portal.briefs.count >= 3)
    for brief in portal.briefs.indices { checkWellFormed(try unpacked(portal, brief: brief)) }
  }

  @Test func theSameContentGivesTheSameBytes() async throws {
    let portal = try await everyField()
    let (first, second) = (MapDrawings(of: portal), MapDrawings(of: portal))
    let bytes = try epub(of: 0, in: portal, maps: first, content: "")
    #expect(try epub(of: 0, in: portal, maps: second, content: "") == bytes)
  }

  /// A note that two sections refer to stands once, with a way back to each reference.
  @Test func notesLeadBackToEveryReference() throws {
    var portal = Fixture.portal()
    portal.briefs[0].notes[0].occurrences = [.section(0), .section(0), .section(1)]
    portal.briefs[0].sections[0].body = Fixture.paragraph("One", references: [0, 0])
    portal.briefs[0].sections[1].body = Fixture.paragraph("Two", references: [0], from: 3)
    let archive = try unpacked(portal)
    let notes = archive["EPUB/notes.xhtml"]
    #expect(notes.components(separatedBy: "id=\"note-zakat\"").count == 2)
    #expect(
      ["section-1.xhtml#ref-zakat", "section-1.xhtml#ref2-zakat", "section-2.xhtml#ref3-zakat"]
        .allSatisfy { notes.contains("<a href=\"\($0)\" role=\"doc-backlink\"") })
    #expect(
      archive["EPUB/section-2.xhtml"].contains(
        "<a epub:type=\"noteref\" href=\"notes.xhtml#note-zakat\" id=\"ref3-zakat\" role=\"doc-noteref\""
      ))
  }

  /// No way back leads to a reference that no part shows.
  @Test func aReferenceThatIsNotShownHasNoWayBack() throws {
    var portal = Fixture.portal()
    portal.briefs[0].notes[0].occurrences = [.section(0), .imprint]
    portal.briefs[0].sections[0].body = Fixture.paragraph("One", references: [0])
    let notes = try unpacked(portal)["EPUB/notes.xhtml"]
    #expect(notes.components(separatedBy: "doc-backlink").count == 2)
  }

  @Test func whatIsNotInItLeadsToTheWebOrNowhere() throws {
    var portal = Fixture.portal()
    portal.places = [
      Place(
        id: "raqqa", name: LocalizedName("Raqqa"), kind: nil, coordinate: nil, isApproximate: false,
        reason: nil, source: nil, within: nil, description: Prose())
    ]
    portal.briefs[0].sections[0].body = Fixture.reference(to: Target(.place, index: 0))
    let section = try unpacked(portal)["EPUB/section-1.xhtml"]
    #expect(section.contains("href=\"https://example.org/sub/places/raqqa.html\""))
    #expect(section.contains(">Raqqa</a>"))
    portal.baseURL = ""
    let unlinked = try unpacked(portal)["EPUB/section-1.xhtml"]
    #expect(unlinked.contains("<p>Raqqa</p>"))
  }

  @Test func arabicRunsFromTheRight() throws {
    var portal = Fixture.portal()
    portal.briefs[0].language = "ar"
    let archive = try unpacked(portal)
    #expect(archive["EPUB/package.opf"].contains("<spine page-progression-direction=\"rtl\">"))
    #expect(archive["EPUB/section-1.xhtml"].contains("lang=\"ar\" xml:lang=\"ar\" dir=\"rtl\""))
  }

  @Test func whatIsSaidOfAccessIsTrue() async throws {
    let plain = try unpacked(Fixture.portal())["EPUB/package.opf"]
    #expect(!plain.contains(">visual<") && !plain.contains("alternativeText"))
    let portal = try await everyField()
    let index = try #require(portal.briefs.firstIndex { !$0.maps.isEmpty })
    let mapped = try unpacked(portal, brief: index)["EPUB/package.opf"]
    #expect(mapped.contains(">visual<") && mapped.contains(">longDescription<"))
  }

  /// An identifier stays as long as the address does; a DOI is one where the work is the portal's own.
  @Test func identifiersAreStable() throws {
    var portal = Fixture.portal()
    func identifier() throws -> String? {
      try unpacked(portal)["EPUB/package.opf"].components(separatedBy: "<dc:identifier id=\"id\">")
        .last?.components(separatedBy: "<").first
    }
    let first = try #require(try identifier())
    #expect(first.hasPrefix("urn:uuid:") && first.count == 45)
    portal.briefs[0].title = "Another title"
    #expect(try identifier() == first)
    portal.baseURL = "https://example.net/"
    #expect(try identifier() != first)
    portal.briefs[0].doi = "https://doi.org/10.1/x"
    #expect(try identifier() == "doi:10.1/x")
  }
}
