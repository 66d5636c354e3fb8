import Citations
import HTML
import Model
import Testing

/// Each format whole.
struct FormatTests {
  @Test func bibTeX() {
    #expect(
      Fixture.text(of: Fixture.work(), as: .bibtex) == #"""
        @techreport{2022-16,
          title = {{Water at 100\%: A subtitle}},
          author = {Lovelace, Ada and {Group, Law and Order} and van Beethoven, Ludwig},
          institution = {The Institute \& Co.},
          type = {Policy Briefs},
          number = {2022/16},
          year = {2022},
          month = apr,
          day = {5},
          doi = {10.1234/ab_c},
          url = {https://example.org/briefs/water.html},
          isbn = {978-92-9466-156-2},
          issn = {2467-4540},
          language = {en-GB},
          keywords = {Water, Law},
          abstract = {One. Two <b>.}
        }

        """#)
  }

  @Test func ris() {
    let lines = [
      "TY  - RPRT", "ID  - 2022-16", "TI  - Water at 100%: A subtitle", "AU  - Lovelace, Ada",
      "AU  - Group Law and Order", "AU  - van Beethoven, Ludwig", "PY  - 2022", "DA  - 2022/04/05/",
      "T2  - Policy Briefs", "SN  - 2022/16", "PB  - The Institute & Co.", "DO  - 10.1234/ab_c",
      "UR  - https://example.org/briefs/water.html", "LA  - en-GB", "KW  - Water", "KW  - Law",
      "N1  - ISBN 978-92-9466-156-2", "N1  - ISSN 2467-4540", "AB  - One. Two <b>.", "ER  - ", "",
    ]
    #expect(Fixture.text(of: Fixture.work(), as: .ris) == lines.joined(separator: "\r\n"))
  }

  @Test func cslJSON() {
    #expect(
      Fixture.text(of: Fixture.work(), as: .cslJSON) == #"""
        [
        {"id":"2022-16","type":"report","title":"Water at 100%: A subtitle","author":[{"family":"Lovelace","given":"Ada"},{"literal":"Group, Law and Order"},{"family":"van Beethoven","given":"Ludwig"}],"issued":{"date-parts":[[2022,4,5]]},"collection-title":"Policy Briefs","number":"2022/16","publisher":"The Institute \u0026 Co.","DOI":"10.1234/ab_c","ISBN":"978-92-9466-156-2","ISSN":"2467-4540","URL":"https://example.org/briefs/water.html","language":"en-GB","keyword":"Water, Law","abstract":"One.\nTwo \u003Cb\u003E."}
        ]

        """#)
  }

  @Test func aRenderedWorkIsCitedAndNotThePage() {
    let work = Fixture.work { portal in
      portal.briefs[0].original = Original(
        statement: Prose(), title: "The original", url: "https://doi.org/10.1234/ab_c")
    }
    #expect(work.title == "The original")
    #expect(work.subtitle == nil)
    #expect(work.institution == nil)
    #expect(work.url == "https://doi.org/10.1234/ab_c")
    #expect(work.abstract.isEmpty)
    #expect(work.note == "Rendered at https://example.org/briefs/water.html")
  }

  @Test func aBriefThatSaysNothingIsCitedByItsTitle() {
    var portal = Portal()
    portal.briefs = [Brief(id: "x", slug: "x", title: "X", language: "en", file: "briefs/x.md")]
    let work = CitedWork(of: portal.briefs[0], in: portal, address: nil) { $0 }
    #expect(
      Fixture.text(of: work, as: .bibtex)
        == "@techreport{x,\n  title = {{X}},\n  language = {en}\n}\n")
    #expect(
      Fixture.text(of: work, as: .ris)
        == "TY  - RPRT\r\nID  - x\r\nTI  - X\r\nLA  - en\r\nER  - \r\n")
  }
}
