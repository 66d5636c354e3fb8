import Testing

/// What is a note's definition, and what it holds.
@Suite struct DefinitionTests {
  @Test func oneWord() {
    #expect(outline("a[^1]\n\n[^1]: Ibid.\n") == "p a{1}\n[^1]:\n  p Ibid.")
  }

  @Test func withoutBlankLinesBetween() {
    #expect(
      outline("a[^1] b[^2]\n[^1]: One.\n[^2]: Two.\n[^3]:Three.")
        == "p a{1} b{2}\n[^1]:\n  p One.\n[^2]:\n  p Two.\n[^3]:\n  p Three.")
  }

  @Test func blocksInside() {
    let text = """
      [^a]: First.

          - one
          - two

          > quoted

          | x | y |
          | - | - |
          | 1 | 2 |

              indented code

          ```
          [^b]: no definition
          ```
      After.
      """
    #expect(
      outline(text) == """
        p After.
        [^a]:
          p First.
          ul
            li
              p one
            li
              p two
          quote
            p quoted
          table
            | x | y
            | 1 | 2
          code “indented code⏎”
          code “[^b]: no definition⏎”
        """)
  }

  @Test(arguments: ["[^a]:\n    Text.\n", "[^a]:\n\n    Text.\n", "[^a]:   \n\tText.\n"])
  func bareMarker(_ text: String) { #expect(outline(text) == "[^a]:\n  p Text.") }

  @Test func bareMarkerWithNothingIndented() {
    #expect(outline("[^a]:\nText.\n") == "p Text.\n[^a]:")
    #expect(outline("[^a]:") == "[^a]:")
  }

  @Test func lazyLines() {
    #expect(outline("[^a]: One\ntwo\n  three\n\nfour") == "p four\n[^a]:\n  p One⏎two⏎three")
  }

  @Test func beginsWithABlock() {
    #expect(
      outline("[^a]: - item\n[^b]: > quote\n[^c]: # head\n[^d]: 1. x") == """
        [^a]:
          ul
            li
              p item
        [^b]:
          quote
            p quote
        [^c]:
          h1 head
        [^d]:
          ol 1
            li
              p x
        """)
  }

  @Test func insideAListAndAQuotation() {
    #expect(
      outline("- item[^a]\n  [^a]: In a list.\n- next\n") == """
        ul
          li
            p item{a}
          li
            p next
        [^a]:
          p In a list.
        """)
    #expect(
      outline("> said[^a]\n> [^a]: In a\n> quotation.\n") == """
        quote
          p said{a}
        [^a]:
          p In a⏎quotation.
        """)
    #expect(
      outline("1. > - x\n   >   [^a]: Deep.") == """
        ol 1
          li
            quote
              ul
                li
                  p x
        [^a]:
          p Deep.
        """)
  }

  @Test func afterAParagraphATableAList() {
    #expect(outline("Text\n[^a]: Note.") == "p Text\n[^a]:\n  p Note.")
    #expect(outline("| x |\n| - |\n| 1 |\n[^a]: Note.") == "table\n  | x\n  | 1\n[^a]:\n  p Note.")
    #expect(
      outline("- x\n[^a]: Note.\n- y") == """
        ul
          li
            p x
        ul
          li
            p y
        [^a]:
          p Note.
        """)
  }

  @Test(arguments: ["+ x\n+ y", "+ x\n1) y", "1) x\n2) y", "+ x\n\n1) y\n\n1. z"])
  func besideAListOfTheSameKindOfItem(_ list: String) {
    let alone = outline(list + "\n")
    #expect(outline("\(list)\n\n[^a]: Note.\n") == alone + "\n[^a]:\n  p Note.")
    #expect(outline("[^a]: Note.\n\n\(list)\n") == alone + "\n[^a]:\n  p Note.")
  }

  @Test func noteInsideANote() {
    #expect(
      outline("[^a]: See[^b]\n    [^b]: Nested.\n    On.") == """
        [^b]:
          p Nested.⏎On.
        [^a]:
          p See{b}
        """)
  }

  @Test(arguments: [
    ("```\n[^a]: x\n```", "code “[^a]: x⏎”"),
    ("    [^a]: x\n", "code “[^a]: x⏎”"),
    ("- x\n\n      [^a]: y\n", "ul loose\n  li\n    p x\n    code “[^a]: y⏎”"),
    ("\\[^a]: x", "p [^a]: x"),
    ("text [^a]: x", "p text {a}: x"),
    ("[^a b]: x y", "p [^a b]: x y\nwarning note-label 1:1"), ("[^a] : x", "p {a} : x"),
    ("[^a b]\n\n[^a b]: x", "p (^a b → x)\nerror note-link 1:1"), ("[^]: x y", "p [^]: x y"),
    ("~~~\n    [^a]: x\n[^b]: y\n~~~\n[^c]: z", "code “    [^a]: x⏎[^b]: y⏎”\n[^c]:\n  p z"),
  ])
  func noDefinition(_ text: String, _ expected: String) { #expect(outline(text) == expected) }

  @Test func insideRawHTML() {
    #expect(
      outline("<div>\n[^a]: x [^b]\n</div>\n\n[^b]: y", allowsRawHTML: true)
        == "html “<div>⏎[^a]: x [^b]⏎</div>⏎”\n[^b]:\n  p y")
  }

  @Test func carriageReturnsAndTabs() {
    #expect(
      outline("a[^1]\r\n\r\n[^1]: One.\r\n\r\n\tTwo.\r\n[^2]:\tB\r\n")
        == "p a{1}\n[^1]:\n  p One.\n  p Two.\n[^2]:\n  p B")
    #expect(outline("a[^1]\r\r[^1]: One.\r") == "p a{1}\n[^1]:\n  p One.")
    #expect(
      outline("-\tx\n\n\t[^1]: One.\n\n\t\tTwo.") == """
        ul loose
          li
            p x
        [^1]:
          p One.
          p Two.
        """)
  }

  @Test func labels() {
    #expect(
      outline("[^زكاة]: x\n[^a_b-c.1]: y\n[^ﬀ]: z")
        == "[^زكاة]:\n  p x\n[^a_b-c.1]:\n  p y\n[^ﬀ]:\n  p z")
    #expect(outline("[^a]: see [^زكاة] and[^a_b-c.1].") == "[^a]:\n  p see {زكاة} and{a_b-c.1}.")
  }

  @Test(arguments: ["*", "_a", "a_", "a`b", "a<b", "a&b", "a\\b", "a|b"])
  func labelsThatAreMarkup(_ label: String) {
    #expect(outline("[^\(label)]: x").hasSuffix("error note-label 1:1"))
  }

  @Test func linesThatCannotBeTold() {
    // Each line is a definition only if the one before it is.
    var text = ""
    for level in 0..<40 { text += String(repeating: "    ", count: level) + "[^n\(level)]: x\n" }
    #expect(!outline(text).isEmpty)
  }
}
