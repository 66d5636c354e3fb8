import Diagnostics
import Markdown
import Model
import Testing

/// Columns of note references: each stands where the fixture has a “‸” before it.
@Suite struct PositionTests {
  @Test(arguments: [
    "a ‸[^x]", "é ‸[^x] ‸[^y]", "a\nb ‸[^x]\n   c ‸[^y]",
    "- a ‸[^x]\n  b ‸[^y]\n- c ‸[^z]", "- a\n  - b ‸[^x]\n    c ‸[^y]\n  d ‸[^z]",
    "> a ‸[^x]\n> b ‸[^y]\nc ‸[^z]", "> > a ‸[^x]\n> > b ‸[^y]\n> c ‸[^z]",
    "1. > - a\n   >   b ‸[^x]\n   > c ‸[^y]",
    "# A ‸[^x]", "###   A ‸[^x] ##", "A ‸[^x]\nb ‸[^y]\n===", "- # A ‸[^x]",
    "*a ‸[^x] **b ‸[^y]***", "`a\nb` ‸[^x]\nc ‸[^y]", "[a](b\n'c') ‸[^x]\nd ‸[^y]",
    "a <!--\n--> ‸[^x]",
    "a\\* ‸[^x] &amp; ‸[^y] \\[^z] ‸[^w]", "a\\*\n  b\\* ‸[^x] &amp; ‸[^y]",
    "| a ‸[^x] | b ‸[^y] |\n| - | - |\n| c `\\|` ‸[^z] | \\| d ‸[^w] |",
    "> | a |\n> | - |\n> | b ‸[^x] |\n  | c ‸[^y] |", "- | a ‸[^x] |\n  | - |\n  | é ‸[^y] |",
    "text ‸[^x]\n   more ‸[^y]\n| a |\n| - |\n| b ‸[^z] |",
    "> [!NOTE] t ‸[^x]\n> b ‸[^y]\n>\n> c ‸[^z]", "a  \nb ‸[^x]", "a\\\n  b ‸[^x]",
    "a\r\nb ‸[^x]\r\n\r\nc ‸[^y]", "\ta\n\nb\n\tc ‸[^x]", "-\ta ‸[^x]\n\n\tb ‸[^y]",
    "a\n        > b ‸[^x]", "[t ‸[^x]](https://a.b) ‸[^y]",
    "> a\\\n> b\\\n>   c ‸[^x]\\\n> d ‸[^y]\ne ‸[^z]", "- a\\\n  *b ‸[^x]*",
  ])
  func references(_ marked: String) {
    let (text, marks) = unmarked(marked)
    let parsed = parseMarkdown(Array(text.utf8), file: "a.md")
    #expect(positions(in: parsed.prose) == marks)
  }

  @Test(arguments: [
    "[^n]: a ‸[^x]\n    b ‸[^y]\n\n    c ‸[^z]", "[^label]:   a ‸[^x]\nb ‸[^y]",
    "[^n]:\n    a ‸[^x]",
    "> - [^n]: a ‸[^x]\n>       b ‸[^y]", "[^n]: | a ‸[^x] |\n    | - |\n    | b ‸[^y] |",
    "[^n]: - a ‸[^x]\n      b ‸[^y]", "[^زكاة]: é ‸[^x]",
  ])
  func referencesInNotes(_ marked: String) {
    let (text, marks) = unmarked(marked)
    let parsed = parseMarkdown(Array(text.utf8), file: "a.md")
    #expect(parsed.definitions.flatMap { positions(in: $0.body) } == marks)
  }

  @Test(arguments: [
    "‸[^a]: x", "a\n‸[^a]: x", "> - ‸[^a]: x\n> - ‸[^b]: y", "-\t‸[^a]: x",
    "  ‸[^é]:\n    x\n‸[^b]: y",
  ])
  func definitions(_ marked: String) {
    let (text, marks) = unmarked(marked)
    let parsed = parseMarkdown(Array(text.utf8), file: "a.md")
    #expect(
      parsed.definitions.compactMap { $0.location.position.map { "\($0.line):\($0.column)" } }
        == marks)
    #expect(parsed.definitions.allSatisfy { $0.location.length == $0.label.utf8.count + 3 })
  }

  @Test(arguments: [
    "a ‸[b](palce:x)", "a\n  b ‸[c](palce:x)", "| a ‸[b](palce:x) |\n| - |",
    "> a\n> ‸![b](chart:x) c",
    "[^a]:  b ‸[c](palce:x)", "> ‸[!NOTTE] x", "- a ‸<b>", "a `x\ny` ‸[b](palce:x)",
  ])
  func findings(_ marked: String) {
    let (text, marks) = unmarked(marked)
    let parsed = parseMarkdown(Array(text.utf8), file: "a.md")
    #expect(
      parsed.findings.compactMap { $0.location.position.map { "\($0.line):\($0.column)" } } == marks
    )
  }

  @Test func afterFrontMatter() {
    let parsed = parseMarkdown(Array("a\n[^x] [^y]".utf8), file: "a.md", firstLine: 7)
    #expect(positions(in: parsed.prose) == ["8:1", "8:6"])
  }

  private func positions(in prose: Prose) -> [String] {
    prose.nodes.filter { $0.kind == .noteReference }.map {
      "\($0.position.line):\($0.position.column)"
    }
  }

  /// The text without its marks, and where they stood.
  private func unmarked(_ marked: String) -> (String, [String]) {
    var (text, marks, line, column) = ("", [String](), 1, 1)
    for scalar in marked.unicodeScalars {
      if scalar == "‸" {
        marks.append("\(line):\(column)")
        continue
      }
      text.unicodeScalars.append(scalar)
      column = scalar == "\n" ? 1 : column + String(scalar).utf8.count
      if scalar == "\n" { line += 1 }
    }
    return (text, marks)
  }
}
