import Format
import Testing

func format(_ text: String, order: [String] = []) -> String {
  String(decoding: formatted(Array(text.utf8), noteOrder: order), as: UTF8.self)
}

/// Where sentences end. `⏎` stands for the line end that is put there.
@Suite struct SentenceTests {
  @Test(arguments: [
    // English
    "One. Two.", "Why? Because.", "No! Yes.", "He left (at dusk.) She stayed.",
    "“He left.” She stayed.", "He left.[^a] She stayed.", "He left.[^a][^b] She stayed.",
    "He *left.* She stayed.", "He [left.](https://example.org/a.b) She stayed.",
    "In 2014. Then", "It fell by 3.5. Then it rose.", "And so… Then it rose.", "And so... Then.",
    "It fell. [Dhiban](place:dhiban) fell.", "It fell. `code` is", "Etc. The end.",
    "He left.¹ Then she came.", "[He left.][r] Then she came.", "He left. ’Tis so.",
    "He went home. 374 stayed.", "He said no. Then he left.", "the arts. Then",
    // French
    "Il part. Elle reste.", "« Il part. » Elle reste.", "« Il part\u{A0}! » Elle reste.",
    "« Il part.\u{A0}» Elle reste.", "Pourquoi\u{A0}? Parce que.", "Il part. À Paris, elle reste.",
    "Il part. « Elle reste. »", "Il part. L’État reste.",
    // Arabic
    "ذهب الرجل. وبقيت المرأة.", "لماذا؟ لأنه ذهب.", "قال: «ذهب الرجل.» وبقيت المرأة.",
  ])
  func ends(_ text: String) {
    let lines = format(text + "\n").split(separator: "\n").map(String.init)
    #expect(lines.count == 2, "\(lines)")
    #expect(lines.joined(separator: " ") == text)
  }

  @Test(arguments: [
    "The U.S. State Department", "The U.S. and", "Fighters of the al-Nusra front",
    "See no. 323 of", "See No. 323 of", "In art. 5 of", "p. 4 and", "See pp. 4", "vol. II of",
    "vol. 3",
    "Dr. Smith said", "e.g. Syria", "i.e. Iraq", "M. Dupont parle", "Mme. Dupont",
    "J. K. Rowling wrote",
    "See UN Doc. S/2014/365 on", "See doc. no. S/2014/365", "See Res. A/RES/1 of",
    "See fig. A.1 on",
    "L’art. R. 123 dit", "Approx. 50 men", "Esp. Aleppo and", "Trad. Dupont et", "Eng. Ahmad said",
    "gen. Ahmad said", "Le Gén. Lecointre dit", "Am 3. Mai begann",
    "x. ( ( ( ( ( ( ( ( ( ( ( ( ( ( ( ( ( A",
    "Gen. Abdi said", "St. Petersburg is", "cf. Orton 2019", "et al. The", "approx. 40 men",
    "It rose… but fell", "(sic!) and more", "It costs 3.5 million", "Feb. 2022 was", "c. 1900",
    "Yahoo! said",
    "av. J.-C. Auguste", "l’art. 5 de", "Fig. 3 shows", "د. أحمد قال", "ص. 45 من",
    "He said: “Why?” and left", "a. m. Then", "He left. [^a] and", "a [text. With](x) two",
    "a `b. C` d", "a <b title=\"c. D\"> e", "Vraiment ! dit-il", "« Non. » dit-il",
  ])
  func doesNotEnd(_ text: String) {
    let result = format(text + "\n")
    #expect(result == text + "\n")
  }

  @Test func linesAreJoined() {
    #expect(format("One\ntwo\n  three. Four\nfive.\n") == "One two three.\nFour five.\n")
  }

  @Test func hardBreaksStay() {
    #expect(format("One  \ntwo\\\nthree. Four\nfive.\n") == "One  \ntwo\\\nthree.\nFour five.\n")
    #expect(format("One     \ntwo.\n") == "One  \ntwo.\n")
    #expect(format("One \ntwo.   \n") == "One two.\n")
  }

  @Test(arguments: [
    "It fell. - Then it rose.", "It fell. 1) Then", "It fell. # Then", "It fell. > Then",
    "It fell. + Then", "It fell. 12) Then", "It fell. | Then", "It fell. === Then",
    "It fell. * Then",
    "It fell. [^a]: Then", "It fell. ``` Then", "It fell. ~~~ Then", "It fell. <b>Then",
    "It fell. *** *",
  ])
  func noLineBeginsWithAMark(_ text: String) { #expect(format(text + "\n") == text + "\n") }

  @Test func containersGoOn() {
    #expect(
      format("> - One. Two\n>   three. Four.\n") == "> - One.\n>   Two three.\n>   Four.\n")
    #expect(format("10. One. Two.\n") == "10. One.\n    Two.\n")
    #expect(format("[^label]: One. Two.\n") == "[^label]: One.\n    Two.\n")
    #expect(format("- [^label]: One. Two.\n") == "- [^label]: One.\n      Two.\n")
    #expect(format("[^label]:\n    One. Two.\n") == "[^label]:\n    One.\n    Two.\n")
    #expect(format("> One\ntwo. Three.\n") == "> One two.\n> Three.\n")
    #expect(format("-\tOne. Two.\n") == "-\tOne.\n    Two.\n")
  }

  @Test func callOutsKeepTheirTitles() {
    #expect(
      format("> [!NOTE] A title. Of two\n> One. Two.\n")
        == "> [!NOTE] A title. Of two\n> One.\n> Two.\n")
  }

  @Test func lineEndsStay() {
    #expect(format("One. Two\r\nthree.\r\n") == "One.\r\nTwo three.\r\n")
    #expect(format("One.\n\n\n") == "One.\n")
    #expect(format("One.") == "One.\n")
  }

  @Test(arguments: [
    "# One. Two\n", "    One. Two\n", "```\nOne. Two\n```\n", "One. Two\n===\n",
    "<div>\nOne. Two\n</div>\n",
    "a <!-- One.\nTwo --> b\n", "[a]: /b \"One. Two\"\n", "日本語。\n日本語。\n", "", "\n", "---\n",
  ])
  func whatIsNoParagraphStays(_ text: String) { #expect(format(text) == text) }
}

@Suite struct TableFormatTests {
  @Test func columnsAreAligned() {
    #expect(
      format("a | b | c\n-|-:|:-:\nlong cell|1|x\n|2|22\n") == """
        | a         |   b |  c  |
        | --------- | --: | :-: |
        | long cell |   1 |  x  |
        | 2         |  22 |     |

        """)
  }

  @Test func widthsAreThoseOfATerminal() {
    #expect(
      format("|a|b|\n|-|-|\n|日本|e\u{301}|\n|wide|x|\n") == """
        | a    | b   |
        | ---- | --- |
        | 日本 | e\u{301}   |
        | wide | x   |

        """)
  }

  @Test func wideTablesAreNotPadded() {
    let long = String(repeating: "word ", count: 40) + "word"
    #expect(
      format("| a | b |\n|---|---:|\n| \(long) | 1 |\n| c | 2 |\n")
        == "| a | b |\n| --- | --: |\n| \(long) | 1 |\n| c | 2 |\n")
  }

  @Test func barsInsideCellsStay() {
    #expect(format("|a\\|b|c|\n|-|-|\n") == "| a\\|b | c   |\n| ---- | --- |\n")
  }

  @Test func linesBeforeATableStay() {
    #expect(format("One. Two\n|a|\n|-|\n") == "One. Two\n| a   |\n| --- |\n")
  }

  @Test func moreCellsThanColumnsAreKept() {
    #expect(format("|a|\n|-|\n|b|c|\n") == "| a   |\n| --- |\n| b   | c |\n")
  }
}

@Suite struct NoteOrderTests {
  @Test func definitionsFollowTheirReferences() {
    let text = "One[^b] two[^a].\n\n[^unused]: U.\n[^a]: A.\n[^b]: B.\n\n    More.\n"
    #expect(
      format(text, order: noteOrder(of: [Array(text.utf8)]))
        == "One[^b] two[^a].\n\n[^b]: B.\n\n    More.\n[^a]: A.\n[^unused]: U.\n")
  }

  @Test func notesThatNotesReferToComeAfterThose() {
    let text = "One[^c].\n\n[^a]: A.\n\n[^b]: B.\n\n[^c]: C[^b].\n"
    #expect(
      format(text, order: noteOrder(of: [Array(text.utf8)]))
        == "One[^c].\n\n[^c]: C[^b].\n\n[^b]: B.\n\n[^a]: A.\n")
  }

  @Test func definitionsStayWithinTheirRun() {
    let text = "One[^b] two[^a].\n\n[^a]: A.\n\nThree.\n\n[^b]: B.\n"
    #expect(format(text, order: ["b", "a"]) == text)
  }

  @Test func notesByThemselvesStay() {
    let text = "[^b]: B.\n\n[^a]: A[^b].\n"
    #expect(noteOrder(of: [Array(text.utf8)]).isEmpty)
    #expect(format(text) == text)
  }
}
