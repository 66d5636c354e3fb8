import Testing

/// Pipe tables: the examples of GitHub Flavored Markdown's section 4.10, and more.
@Suite struct TableTests {
  @Test(arguments: [
    ("| foo | bar |\n| --- | --- |\n| baz | bim |", "table\n  | foo | bar\n  | baz | bim"),
    (
      "| abc | defghi |\n:-: | -----------:\nbar | baz",
      "table\n  | ^abc | >defghi\n  | ^bar | >baz"
    ),
    (
      "| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |",
      "table\n  | f|oo\n  | b `|` az\n  | b *|* im"
    ),
    (
      "| abc | def |\n| --- | --- |\n| bar | baz |\n> bar",
      "table\n  | abc | def\n  | bar | baz\nquote\n  p bar"
    ),
    (
      "| abc | def |\n| --- | --- |\n| bar | baz |\nbar\n\nbar",
      "table\n  | abc | def\n  | bar | baz\n  | bar | \np bar"
    ),
    ("| abc | def |\n| --- |\n| bar |", "p | abc | def |⏎| --- |⏎| bar |"),
    (
      "| abc | def |\n| --- | --- |\n| bar |\n| bar | baz | boo |",
      "table\n  | abc | def\n  | bar | \n  | bar | baz"
    ),
    ("| abc | def |\n| --- | --- |", "table\n  | abc | def"),
  ])
  func examplesOfTheSpecification(_ text: String, _ expected: String) {
    #expect(outline(text) == expected)
  }

  @Test func alignment() {
    #expect(
      outline("a | b | c | d\n:-- | :-: | --: | ---\n1 | 2 | 3 | 4")
        == "table\n  | <a | ^b | >c | d\n  | <1 | ^2 | >3 | 4")
  }

  @Test func oneColumn() {
    #expect(outline("| a |\n| - |\n| b |") == "table\n  | a\n  | b")
    #expect(outline("|a\n|-\n|b") == "table\n  | a\n  | b")
    #expect(outline("a\n---\nb") == "h2 a\np b")
  }

  @Test(arguments: [
    "- x", "# x", "> x", "1. x", "```", "---", "+ x", "[x]: y", "~~~ x", "===", "1) x",
  ])
  func cellsThatLookLikeBlocks(_ cell: String) {
    #expect(
      outline("| a |\n| - |\n| \(cell) |\n|     \(cell)  |")
        == "table\n  | a\n  | \(cell)\n  | \(cell)")
  }

  @Test func inlines() {
    #expect(
      outline("| *a* `b` | [c](https://c.org) |\n| - | - |\n| x[^n] | [](map:m) **d** |")
        == "table\n  | _a_ `b` | (c → https://c.org)\n  | x{n} | ( ⇒ map:m) *d*")
    #expect(outline("| a |\n| - |\n| \\[^n] |") == "table\n  | a\n  | [^n]")
  }

  @Test func linksByReference() {
    #expect(
      outline("| a |\n| - |\n| [x] and [y][z] |\n\n[x]: https://x.org\n\n> [z]: https://z.org")
        == "table\n  | a\n  | (x → https://x.org) and (y → https://z.org)\nquote")
  }

  @Test func afterALineOfText() {
    #expect(outline("Text\n| a |\n| - |\n| b |") == "p Text\ntable\n  | a\n  | b")
    #expect(
      outline("One\n      # two\n      - three [^n]\n| a |\n| - |")
        == "p One⏎# two⏎- three {n}\ntable\n  | a")
  }

  @Test func inAListAndAQuotation() {
    #expect(
      outline("- x\n\n  | a |\n  | - |\n  | b |") == """
        ul loose
          li
            p x
            table
              | a
              | b
        """)
    #expect(
      outline("> | a |\n> | - |\n> | > b |\n>       > c |") == """
        quote
          table
            | a
            | > b
            | > c
        """)
    #expect(outline("a\n      > b") == "p a⏎> b")
    #expect(outline("| a |\n| - |\n     > b |") == "table\n  | a\n  | > b")
  }

  @Test(arguments: [
    "| a |\n| -- - |", "| a |\n| = |", "| a |\n|", "a\n| - | - |", "| a |\n| :: |",
    "| a |\n\n| - |",
    "    | a |\n    | - |", "`| a |\n| b | - |`",
  ])
  func noTable(_ text: String) { #expect(!outline(text).contains("table")) }

  @Test func barsAtTheEdges() {
    #expect(outline("| a | b\n- | -:\nc | d |").contains("table") == false)
    #expect(outline("a | b |\n--|--\n c | d") == "table\n  | a | b\n  | c | d")
    #expect(outline("| \\| | \\\\| |\n|--|--|--|") == "table\n  | | | \\ | ")
  }

  @Test func wide() {
    let row = String(repeating: "| x ", count: 2_000) + "|\n"
    let text = row + String(repeating: "| - ", count: 2_000) + "|\n" + row + row
    #expect(outline(text).utf8.count { $0 == UInt8(ascii: "x") } == 6_000)
  }

  @Test func rowsFarTooShort() {
    let head = String(repeating: "|x", count: 2_000) + "\n"
    let text =
      head + String(repeating: "|-", count: 2_000) + "\n"
      + String(repeating: "|x\n", count: 2_000)
    #expect(outline(text) == "error table-size 1:1")
  }
}
