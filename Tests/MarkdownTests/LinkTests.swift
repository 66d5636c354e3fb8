import Diagnostics
import Markdown
import Model
import Testing

/// Typed links, figures, headings' ids, dangerous destinations, raw HTML.
@Suite struct LinkTests {
  @Test(arguments: [
    ("[](map:a)", "p ( ⇒ map:a)"), ("[x](Place:b)", "p (x ⇒ place:b)"),
    ("[x]( term:c )", "p (x ⇒ term:c)"), ("[x](<source:a b>)", "p (x ⇒ source:a b)"),
    ("<note:z>", "p (note:z ⇒ note:z)"), ("[r]\n\n[r]: brief:b", "p (r ⇒ brief:b)"),
    ("[x](map://a)", "p (x → map://a)"),
    ("[x](https://e.org/map:a)", "p (x → https://e.org/map:a)"),
    ("[x](mailto:a@b.c)", "p (x → mailto:a@b.c)"), ("[x](#y)", "p (x → #y)"),
    ("![C[^a]](table:t)", "figure table:t C{a}"), ("![](chart:c)", "figure chart:c "),
    ("![](timeline:t)", "figure timeline:t "), ("![](map:m)\n", "figure map:m "),
  ])
  func destinations(_ text: String, _ expected: String) { #expect(outline(text) == expected) }

  @Test(arguments: [
    ("[x](palce:y)", "link-kind 1:1"), ("a [x](Sorce:y)", "link-kind 1:3"),
    ("![x](cahrt:y)", "link-kind 1:1"), ("![x](timelin:y)", "link-kind 1:1"),
    ("![x](place:y)", "figure-kind 1:1"), ("a ![x](map:y)", "figure-place 1:3"),
  ])
  func misused(_ text: String, _ expected: String) {
    #expect(outline(text).hasSuffix("error " + expected))
  }

  @Test(arguments: [
    "[x](javascript:alert)", "[x](JaVaScRiPt:alert)", "[x](<java\tscript:alert>)",
    "[x](< javascript:alert>)", "[x](javascript&colon;alert)", "[x](&#106;avascript:alert)",
    "[x](&#1;javascript:alert)", "[x](java\\script:alert\\:)", "<javascript:alert>",
    "![x](data:image/png;base64,AA)", "[x](vbscript:x)", "[x](VBSCRIPT&#58;x)",
    "[x][y]\n\n[y]: javascript:alert", "| [x](javascript:a) |\n| - |", "> [!NOTE] [x](data:a)",
    "[^a]: [x](javascript:a)", "[x](<data\u{0B}:a>)",
  ])
  func dangerous(_ text: String) {
    for isAllowed in [false, true] {
      let result = outline(text, allowsRawHTML: isAllowed)
      // A backslash that escapes nothing is part of the address, which is then no scheme.
      #expect(result.contains("error dangerous-link") != text.contains("java\\script"), "\(result)")
    }
  }

  @Test(arguments: [
    "[x](java%73cript:alert)", "[x](./javascript:a)", "[x](?data:a)", "[x](xjavascript:a)",
  ])
  func harmless(_ text: String) { #expect(!outline(text).contains("dangerous")) }

  @Test(arguments: [
    ("a <b>c</b>", "p a c\nerror raw-html 1:3\nerror raw-html 1:7"),
    ("<div>\nx\n</div>", "error raw-html 1:1"), ("<!-- a", "error raw-html 1:1"),
    ("<!-- a -->", ""), ("a <!-- b --> c", "p a  c"), ("<!-- a\n\nb -->\n\nc", "p c"),
    ("<!-- a --> b", "error raw-html 1:1"), ("<?php ?>", "error raw-html 1:1"),
    ("> <script>", "quote\nerror raw-html 1:3"), ("a\n   b <i>", "p a⏎b \nerror raw-html 2:6"),
  ])
  func rawHTML(_ text: String, _ expected: String) { #expect(outline(text) == expected) }

  @Test func allowedRawHTML() {
    #expect(outline("a <b>c</b>", allowsRawHTML: true) == "p a ‹<b>›c‹</b>›")
    #expect(
      outline("<!-- x -->\n\n<div>", allowsRawHTML: true)
        == "html “<div>⏎”".replacing("⏎", with: "")
        || outline("<div>", allowsRawHTML: true).hasPrefix("html"))
  }

  @Test(arguments: [
    ("# A {#b}", "h1#b A"), ("# A [^n] {#b}", "h1#b A {n}"), ("## *A* {#زكاة}", "h2#زكاة _A_"),
    ("# {#b}", "h1#b "), ("# A{#b}", "h1 A{#b}"), ("# A {#}", "h1 A {#}"),
    ("# A {#b c}", "h1 A {#b c}"), ("# A `{#b}`", "h1 A `{#b}`"), ("# A {#b} #", "h1#b A"),
    ("A {#b}\n---", "h2#b A"), ("# A *b {#c}*", "h1 A _b {#c}_"),
  ])
  func headingIDs(_ text: String, _ expected: String) { #expect(outline(text) == expected) }
}
