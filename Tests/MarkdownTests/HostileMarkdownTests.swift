import Diagnostics
import Markdown
import Model
import Testing

/// Text made to be hard: each is read, with findings at worst.
@Suite struct HostileMarkdownTests {
  private static func times(_ count: Int, _ text: String) -> String {
    String(repeating: text, count: count)
  }

  @Test(
    .timeLimit(.minutes(5)),
    arguments: [
      times(10_000, "> "), times(10_000, ">") + "a", times(10_000, "- "), times(10_000, "1. "),
      times(10_000, "*a "), times(10_000, "*a **a "), times(10_000, "_") + "a" + times(10_000, "_"),
      times(2_000, "> - 1. ") + "x", times(10_000, "[") + "x" + times(10_000, "](map:a)"),
    ].map(HostileText.init(text:)))
  func deep(_ hostile: HostileText) { #expect(parse(hostile.text).allSatisfy { $0 == "nesting" }) }

  @Test(
    .timeLimit(.minutes(5)),
    arguments: [
      times(50_000, "["), times(50_000, "!["), times(50_000, "[^"), times(50_000, "[^a"),
      times(20_000, "[^a]"), times(20_000, "[^a]:"), times(50_000, "`a``"), times(50_000, "<"),
      times(50_000, "<!--"), times(50_000, "&#"), times(50_000, "[]("), times(50_000, "\\["),
      times(5_000, "[a]: b\n"), times(5_000, "| a |\n"), times(5_000, "[^a]:\n"),
      times(5_000, "|-|\n"), times(2_000, "|a[b]|\n|-|\n\n") + times(2_000, "[b]: c\n\n"),
      times(200_000, " ") + times(2_000, "[^a]: x "), times(3_000, "x{#") + "\n===",
      "a**b" + times(20_000, "c* "), times(20_000, "a\r"),
    ].map(HostileText.init(text:)))
  func wide(_ hostile: HostileText) { _ = parse(hostile.text) }

  @Test func longLine() {
    let text = Self.times(400_000, "word [^a] ")
    let parsed = parseMarkdown(Array(text.utf8), file: "a.md")
    #expect(parsed.prose.nodes.count { $0.kind == .noteReference } == 400_000)
  }

  @Test func everyShortTextOfMarks() {
    let marks = [
      "[^a]", "[^a]: ", "> ", "- ", "`", "*", "|", "\n", "    ", "x", "\\", "<!-- ", "-->",
    ]
    for a in marks {
      for b in marks {
        for c in marks {
          for d in marks { _ = parse(a + b + c + d) }
        }
      }
    }
  }

  private func parse(_ text: String) -> [String] {
    parseMarkdown(Array(text.utf8), file: "a.md").findings.map(\.rule)
  }
}

/// A text too long to be shown whole beside a test's result.
struct HostileText: CustomTestStringConvertible, Sendable {
  let text: String

  var testDescription: String { "\(text.prefix(20))… of \(text.utf8.count) bytes" }
}
