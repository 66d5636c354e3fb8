import Testing

@Suite struct CallOutTests {
  @Test(arguments: ["note", "tip", "important", "warning", "caution"])
  func kinds(_ kind: String) {
    #expect(
      outline("> [!\(kind.uppercased())]\n> Text.") == "call-out \(kind)\n  p Text.")
  }

  @Test func title() {
    #expect(
      outline("> [!tip] A *title*[^a]\n> Text.\n>\n> - more") == """
        call-out tip
          title A _title_{a}
          p Text.
          ul
            li
              p more
        """)
    #expect(outline("> [!NOTE] *Title*") == "call-out note\n  title _Title_")
  }

  @Test func empty() { #expect(outline("> [!NOTE]") == "call-out note") }

  @Test func nested() {
    #expect(
      outline("> [!NOTE]\n> > [!TIP]\n> > x\n>\n> ```\n> y\n> ```") == """
        call-out note
          call-out tip
            p x
          code “y⏎”
        """)
  }

  @Test func unknownKind() {
    #expect(outline("> [!NOTTE]\n> x") == "quote\n  p [!NOTTE]⏎x\nwarning call-out-kind 1:3")
  }

  @Test(arguments: [
    "> \\[!NOTE]\n> x", "> [!]\n> x", "> [! NOTE]\n> x", "> x\n> [!NOTE]", "[!NOTE]",
  ])
  func noCallOut(_ text: String) {
    #expect(!outline(text).contains("call-out") && !outline(text).contains("warning"))
  }

  @Test func deep() {
    let text = (1...300).map { String(repeating: "> ", count: $0) + "[!NOTE]\n" }.joined()
    #expect(outline(text).contains("error nesting"))
  }
}
