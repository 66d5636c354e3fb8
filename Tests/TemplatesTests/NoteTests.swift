import Model
import Templates
import Testing

struct NoteTests {
  /// Five references to one note, on one page: five ids, and five ways back.
  @Test func fiveReferencesHaveFiveWaysBack() {
    let html = Fixture.html(.whole(0), of: Fixture.portal())
    let references = ["ref-five", "ref2-five", "ref3-five", "ref4-five", "ref5-five"]
    #expect(html.values(of: "id").filter { $0.hasPrefix("ref") } == references)
    #expect(html.occurrences(of: #"role="doc-noteref""#) == 5)
    #expect(html.occurrences(of: #"role="doc-backlink""#) == 5)
    for reference in references {
      #expect(html.occurrences(of: ##"<a href="#\##(reference)""##) == 1, "\(reference)")
    }
    #expect(html.occurrences(of: #"id="note-five""#) == 1)
  }

  /// On a section's page, “Back to the text” leads to the first reference there.
  @Test func aNoteLeadsBackToThePageItIsReadOn() {
    let html = Fixture.html(.section(brief: 0, section: 1), of: Fixture.portal())
    #expect(html.occurrences(of: "<span> Back to the text</span>") == 1)
    let link = html.split(separator: "<span> Back to the text").first ?? ""
    let href = String(link.suffix(from: link.lastRange(of: "<a ")?.upperBound ?? link.startIndex))
    #expect((" " + href).values(of: "href") == ["#ref4-five"])
    #expect(html.contains(#"href="../../briefs/a-brief/one.html#ref-five""#))
  }

  @Test func idsAreUniqueOnEveryPage() {
    let portal = Fixture.portal()
    for page in Page.all(in: portal) {
      let ids = Fixture.html(page, of: portal).values(of: "id")
      #expect(Set(ids).count == ids.count, "\(page)")
    }
  }
}

extension Substring {
  fileprivate func lastRange(of text: String) -> Range<Index>? { ranges(of: text).last }
}
