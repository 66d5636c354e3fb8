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

  @Test(arguments: [
    ("10.2870/106042", "10.2870/106042"), ("https://doi.org/10.2870/106042", "10.2870/106042"),
    ("doi: 10.1000/a(b)c", "10.1000/a(b)c"), ("https://dx.doi.org/10.1000.10/x", "10.1000.10/x"),
    ("10.28/1", nil), ("10.2870/", nil), ("https://example.org/10.2870/1", nil), ("none", nil),
    ("10.2870/a b", nil), ("", nil),
  ])
  func doisAreBare(_ text: String, _ bare: String?) { #expect(bareDOI(text) == bare) }

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
