import Testing

/// What refers to a note, and what does not.
@Suite struct ReferenceTests {
  @Test(arguments: [
    ("a[^x]", "p a{x}"), ("a[^x][^y]", "p a{x}{y}"), ("![^x]", "p !{x}"), ("[^x]", "p {x}"),
    ("*a[^x]*", "p _a{x}_"), ("**a**[^x]", "p *a*{x}"), ("a[^x]: b", "p a{x}: b"),
    ("# T[^x] {#id}", "h1#id T{x}"), ("T[^x]\n===", "h1 T{x}"),
    ("a[^x]  \nb[^y]", "p a{x}⏎⏎b{y}"), ("a[^1]b[^1]c[^1]", "p a{1}b{1}c{1}"),
    ("[^x] [^x_y] [^x-y] [^é] [^زكاة]", "p {x} {x_y} {x-y} {é} {زكاة}"),
    ("[[^x]]", "p [{x}]"), ("([^x])", "p ({x})"), ("“a”[^x]", "p “a”{x}"),
    ("[^a](b c)", "p {a}(b c)"),
  ])
  func references(_ text: String, _ expected: String) { #expect(outline(text) == expected) }

  @Test(arguments: [
    ("`[^x]`", "p `[^x]`"), ("```\n[^x]\n```", "code “[^x]⏎”"), ("    [^x]", "code “[^x]”"),
    ("\\[^x]", "p [^x]"), ("\\[^x] [^y]", "p [^x] {y}"), ("&#91;^x]", "p [^x]"),
    ("[^y] &lbrack;^x] \\[^z] \\\\[^w]", "p {y} [^x] [^z] \\{w}"),
    ("a\\*b [^x] \\[^y]", "p a*b {x} [^y]"),
    ("[^]", "p [^]"), ("[^a b]", "p [^a b]\nwarning note-label 1:1"), ("[^a\nb]", "p [^a⏎b]"),
    ("[ ^a]", "p [ ^a]"),
  ])
  func noReferences(_ text: String, _ expected: String) {
    #expect(outline(text).trimmingSuffix("⏎") == expected.trimmingSuffix("⏎"))
  }

  @Test func insideRawHTML() {
    #expect(
      outline("a <b title='[^x]'>c[^y]</b>", allowsRawHTML: true)
        == "p a ‹<b title='[^x]'>›c{y}‹</b>›")
  }

  @Test func linksAndPicturesLetNotesFollow() {
    #expect(outline("[a[^x] b](https://x.org) c") == "p (a b → https://x.org){x} c")
    #expect(outline("[[^x]](https://x.org)") == "p ( → https://x.org){x}")
    #expect(outline("![a[^x]](b.png) c") == "p (image a → b.png){x} c")
    #expect(
      outline("[![a[^x]](b.png)](https://x.org)") == "p ((image a → b.png) → https://x.org){x}")
    #expect(outline("[HTS[^x]](actor:hts)") == "p (HTS ⇒ actor:hts){x}")
  }

  @Test func figuresKeepNotesInTheirCaptions() {
    #expect(outline("![The *map*[^x]](map:a)") == "figure map:a The _map_{x}")
  }

  @Test func linkInsteadOfANote() {
    #expect(outline("a[^x](2019)") == "p a(^x → 2019)\nerror note-link 1:2")
    #expect(outline("a[^x] (2019)") == "p a{x} (2019)")
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String { replacing(suffix, with: "") }
}
