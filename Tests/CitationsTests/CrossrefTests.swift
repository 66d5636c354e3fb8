import Diagnostics
import HTML
import Model
import Testing

@testable import Citations

/// A deposit whole, and what keeps one from being made.
struct CrossrefTests {
  static func deposit(_ change: (inout Portal) -> Void = { _ in }) -> String {
    var portal = Fixture.portal()
    change(&portal)
    let work = Fixture.work(change)
    var sink = Sink()
    CrossrefDeposit([work], depositor: portal.crossref!, now: nil).write(to: &sink)
    return String(decoding: sink.bytes, as: UTF8.self)
  }

  @Test func inASeries() {
    let expected = #"""
      <report-paper publication_type="full_text"><report-paper_series_metadata language="en"><series_metadata><titles><title>Policy Briefs</title></titles><issn>2467-4540</issn></series_metadata><contributors><person_name sequence="first" contributor_role="author"><given_name>Ada</given_name><surname>Lovelace</surname><ORCID>https://orcid.org/0000-0002-1825-0097</ORCID></person_name><organization sequence="additional" contributor_role="author">Group, Law and Order</organization><person_name sequence="additional" contributor_role="author"><given_name>Ludwig</given_name><surname>van Beethoven</surname></person_name></contributors><titles><title>Water at 100%</title><subtitle>A subtitle</subtitle></titles><jats:abstract xml:lang="en-GB"><jats:p>One.</jats:p><jats:p>Two &lt;b&gt;.</jats:p></jats:abstract><publication_date media_type="online"><month>04</month><day>05</day><year>2022</year></publication_date><isbn>978-92-9466-156-2</isbn><publisher><publisher_name>The Institute &amp; Co.</publisher_name></publisher><institution><institution_name>The Institute &amp; Co.</institution_name></institution><publisher_item><identifier id_type="report-number">2022/16</identifier></publisher_item><doi_data><doi>10.1234/ab_c</doi><resource>https://example.org/briefs/water.html</resource></doi_data></report-paper_series_metadata></report-paper>
      """#
    #expect(Self.deposit().contains(expected))
  }

  @Test func withoutAnISSNItIsInNoSeriesAndHasItsLicence() {
    let text = Self.deposit { $0.briefs[0].issn = nil }
    #expect(text.contains("<report-paper_metadata language=\"en\"><contributors>"))
    #expect(!text.contains("series_metadata"))
    #expect(
      text.contains(
        "</publisher_item><ai:program name=\"AccessIndicators\"><ai:license_ref applies_to=\"vor\">"
          + "https://creativecommons.org/licenses/by/4.0/</ai:license_ref></ai:program><doi_data>"))
  }

  @Test func itIsDatedByItsContent() {
    #expect(Self.deposit().contains("<timestamp>20220405000000</timestamp>"))
    #expect(Self.deposit() == Self.deposit())
    let revised = Self.deposit { portal in
      portal.briefs[0].revisions =
        PartialDate("2023-01").map { [Revision(date: $0, summary: Prose())] } ?? []
    }
    #expect(revised.contains("<timestamp>20230101000000</timestamp>"))
  }

  @Test func controlsAreKeptOutOfXML() {
    let text = Self.deposit { $0.briefs[0].title = "A\u{1}\u{FFFF}B & <C>\n]]>" }
    #expect(text.contains("<title>AB &amp; &lt;C&gt; ]]&gt;</title>"))
  }

  @Test func whatIsMissingIsToldWithItsKey() {
    func rules(_ change: (inout Portal) -> Void) -> [String] {
      var portal = Fixture.portal()
      change(&portal)
      return CrossrefDeposit.findings(of: [0], [Fixture.work(change)], in: portal) { file, keys in
        SourceLocation(file: "\(file):\(keys.joined(separator: "/"))")
      }.map { "\($0.rule) \($0.location.file)" }
    }
    #expect(rules { _ in } == [])
    #expect(
      rules { $0.crossref = nil } == [
        "crossref-portal portal.yaml:crossref", "crossref-portal portal.yaml:crossref",
      ])
    #expect(
      rules { $0.crossref?.email = "desk" } == ["crossref-portal portal.yaml:crossref/email"])
    #expect(rules { $0.baseURL = "" } == ["crossref-portal portal.yaml:baseURL"])
    let brief = "briefs/water/brief.yaml"
    #expect(rules { $0.briefs[0].doi = nil } == ["crossref-doi \(brief):id"])
    #expect(rules { $0.briefs[0].doi = "10.1/x" } == ["crossref-doi \(brief):doi"])
    #expect(rules { $0.briefs[0].date = nil } == ["crossref-date \(brief):id"])
    #expect(rules { $0.publisher = nil } == ["crossref-publisher \(brief):id"])
    #expect(rules { $0.briefs[0].issn = "12" } == ["crossref-issn \(brief):issn"])
    #expect(rules { $0.briefs[0].isbn = "x" } == ["crossref-isbn \(brief):isbn"])
    #expect(
      rules { $0.briefs[0].authors = [Author(name: "Author 7")] }
        == ["crossref-name \(brief):authors/0"])
    #expect(
      rules { $0.briefs[0].original = Original(statement: Prose()) }
        == ["crossref-original \(brief):original"])
  }
}
