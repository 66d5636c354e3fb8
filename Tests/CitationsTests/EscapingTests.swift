import HTML
import Model
import Testing

@testable import Citations

/// Text that means something to each format comes out as text.
struct EscapingTests {
  @Test func bibTeXSpellsOutWhatLaTeXReads() {
    #expect(
      bibTeXText(##"50% of $x_1^2 & {a} \b ~c #d “é”"##)
        == ##"50\% of \$x\_1{\textasciicircum}2 \& {\textbraceleft}a{\textbraceright} {\textbackslash}b {\textasciitilde}c \#d “é”"##
    )
  }

  @Test func bibTeXBracesBalanceWhateverTheText() {
    for hostile in ["}", "{", "\\}", "}{", "a\\", "{{{", "\u{0}\u{1F}x\r\ny"] {
      let escaped = bibTeXText(hostile)
      var depth = 0
      for character in escaped {
        if character == "{" { depth += 1 }
        if character == "}" { depth -= 1 }
        #expect(depth >= 0)
      }
      #expect(depth == 0)
      #expect(!escaped.contains("\n") && !escaped.contains("\u{0}"))
    }
  }

  @Test func keysDifferWhateverTheCase() {
    let ids = ["a", "A", "é", "É", "a-b", "a_b", "A-b", "a-B", ":61:", "2022-16"]
    let keys = ids.map { bibTeXKey(of: $0).lowercased() }
    #expect(Set(keys).count == ids.count)
    #expect(bibTeXKey(of: "2022-16") == "2022-16")
    #expect(keys.allSatisfy { $0.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } })
  }

  @Test func lineBreaksBeginNoTagOfRIS() {
    var work = Fixture.work()
    work.title = "A\r\nER  - \r\nTY  - BOOK\u{2028}B\u{0}\u{85}C"
    let text = Fixture.text(of: work, as: .ris)
    let lines = text.components("\r\n")
    #expect(lines.count(where: { $0.hasPrefix("ER  - ") }) == 1)
    #expect(lines.contains("TI  - A ER - TY - BOOK B C: A subtitle"))
    #expect(lines.last == "")
    #expect(lines.dropLast().allSatisfy { $0.dropFirst(2).hasPrefix("  - ") })
  }

  @Test func namesArePartedAsBibliographiesDo() {
    func parts(_ name: String, family: String? = nil) -> [String?] {
      let name = CitedName(splitting: name, family: family)
      return [name.family, name.given]
    }
    #expect(parts("Patrick Haenni") == ["Haenni", "Patrick"])
    #expect(parts("Ludwig van Beethoven") == ["van Beethoven", "Ludwig"])
    #expect(parts("Haenni, Patrick") == ["Haenni", "Patrick"])
    #expect(parts("Plato") == ["Plato", nil])
    #expect(
      parts("Gabriel García Márquez", family: "García Márquez") == ["García Márquez", "Gabriel"])
    #expect(parts("Mao Zedong", family: "Mao") == ["Mao", "Zedong"])
    #expect(parts("Maoist Mao", family: "Mao") == ["Mao", "Maoist"])
    #expect(parts("  ") == ["", nil])
  }

  @Test func whatFollowsANameIsNoPartOfIt() {
    func parts(_ name: String, family: String? = nil) -> [String?] {
      let name = CitedName(splitting: name, family: family)
      return [name.family, name.given, name.suffix]
    }
    for name in ["Martin Luther King, Jr.", "Martin Luther King Jr.", "King, Martin Luther, Jr."] {
      #expect(parts(name) == ["King", "Martin Luther", "Jr."])
    }
    #expect(
      parts("Martin Luther King, Jr.", family: "King") == ["King", "Martin Luther", "Jr."])
    #expect(parts("Smith, III, John") == ["Smith", "John", "III"])
    #expect(parts("Bin Jr") == ["Jr", "Bin", nil])
    #expect(parts("Cher, Jr.") == ["Cher", nil, "Jr."])
    #expect(parts("King, Martin", family: "King") == ["King", "Martin", nil])
    let name = CitedName(splitting: "Smith, John, III", family: nil)
    #expect([name.inverted, name.full] == ["Smith, John, III", "John Smith, III"])
    let work = Fixture.work { $0.briefs[0].authors = [Author(name: "Smith, John, III")] }
    #expect(Fixture.text(of: work, as: .bibtex).contains("author = {Smith, III, John}"))
    #expect(
      Fixture.text(of: work, as: .cslJSON).contains(
        #"{"family":"Smith","given":"John","suffix":"III"}"#))
  }

  @Test(arguments: [
    ("10.2870/106042", "10.2870/106042"), ("https://doi.org/10.2870/106042", "10.2870/106042"),
    ("doi: 10.1000/a(b)c", "10.1000/a(b)c"), ("https://dx.doi.org/10.1000.10/x", "10.1000.10/x"),
    ("10.28/1", nil), ("10.2870/", nil), ("doi.org/10.2870/1", "10.2870/1"),
    ("DOI 10.2870/1", "10.2870/1"), ("info:doi/10.2870/1", "10.2870/1"),
    (
      "https://doi.org/10.1002/(SICI)49:8%3C693::AID%3E3.0.CO;2-O",
      "10.1002/(SICI)49:8<693::AID>3.0.CO;2-O"
    ), ("10.1002/a%3Cb", "10.1002/a%3Cb"), ("https://doi.org/10.1000/%FF", nil),
    ("https://example.org/10.2870/1", nil), ("none", nil),
    ("10.2870/a b", nil), ("", nil),
  ])
  func doisAreBare(_ text: String, _ bare: String?) { #expect(bareDOI(text) == bare) }

  @Test func standardNumbersAreChecked() {
    for isbn in ["978-92-9466-156-2", "9789294661562", "0-306-40615-2", "080442957X"] {
      #expect(isISBN(isbn), "\(isbn)")
    }
    for isbn in ["978-92-9466-156-3", "123", "", "978-92-9466-156-X", "X000000018"] {
      #expect(!isISBN(isbn), "\(isbn)")
    }
    for issn in ["2467-4540", "0317-8471", "1234-5679", "2434561X"] {
      #expect(isISSN(issn), "\(issn)")
    }
    for issn in ["1234-5678", "1234-567X", "12-345679", "", "12345"] {
      #expect(!isISSN(issn), "\(issn)")
    }
  }

  @Test func orcidsAreChecked() {
    #expect(ORCID("0000-0002-1825-0097")?.bare == "0000-0002-1825-0097")
    #expect(ORCID("https://orcid.org/0000-0002-1694-233X")?.bare == "0000-0002-1694-233X")
    #expect(ORCID("0000-0002-1825-0098") == nil)
    #expect(ORCID("0000-0002-1825") == nil)
    #expect(ORCID("") == nil)
  }
}

extension String {
  fileprivate func components(_ separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
