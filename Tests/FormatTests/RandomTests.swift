import Diagnostics
import Format
import Markdown
import Model
import Testing

/// Random texts of fragments that are hard to lay out: whatever comes of them means what it did.
@Suite struct RandomTests {
  static let fragments = [
    "One. Two", "word", "A sentence. Another one", "p. 4", "1. ", "- ", "* ", "+ ", "> ", "# ",
    "    ",
    "\t", "\n", "\n", "\n\n", "\n\n", "  \n", "\\\n", "\r\n", "[^a]", "[^b]", "[^a]: ", "[^b]: ",
    "\n[^c]: ",
    "\n| a | b |\n|---|:-:|\n| c. D | e |\n", "|", "\\|", "---", "\n---\n", "===", "\n===\n", "```",
    "\n```\n",
    "`", "``", "~~~", "*", "**", "_", "<b>", "<!--", "-->", "<div>\n", "</div>",
    "<a href=\"x. Y\">",
    "[text. More](x \"T. U\")", "![alt. More](map:m)", "[ref]", "\n[ref]: /u \"T. U\"\n", "(", ")",
    "]", "[",
    "\\", "&amp;", "&nbsp;", "…", " » ", "« ", "”", "؟ ", "日本", ". ", "! ", "? ", ".", "12) ",
    "2014. ",
    "> [!NOTE] ", "\n> ", "\n- ", "\n  ", "\n    ", "\n1. ", "{#id}", "<https://a.b/c. D>",
    "a|b\n-|-\n",
  ]

  @Test(arguments: 1...12)
  func meaningAndLayoutAreStable(seed: Int) {
    var random = Random(state: UInt64(seed))
    for _ in 0..<250 {
      var text = ""
      for _ in 0..<random.below(24) + 1 {
        text += Self.fragments[random.below(Self.fragments.count)]
      }
      let before = Array(text.utf8)
      let after = formatted(before, noteOrder: noteOrder(of: [before]))
      #expect(shown(before) == shown(after), "\(text.debugDescription)")
      #expect(
        formatted(after, noteOrder: noteOrder(of: [after])) == after, "\(text.debugDescription)")
    }
  }

  @Test(arguments: [
    String(repeating: "> ", count: 5_000) + "One. Two",
    String(repeating: "[a](", count: 20_000),
    String(repeating: "`a``b. C ", count: 20_000),
    String(repeating: "<a ", count: 20_000) + "x. Y",
    String(repeating: "<!-- ", count: 20_000) + "x. Y",
    String(repeating: "One. Two! ", count: 100_000),
    String(repeating: "|a", count: 2_000) + "\n" + String(repeating: "|-", count: 2_000) + "\n"
      + String(repeating: "|x\n", count: 2_000),
    String(repeating: "a.", count: 200_000) + " B",
    String(repeating: "[^a]: B. C\n", count: 5_000),
    String(repeating: "- ", count: 3_000) + "a. B\n",
    "a\u{0}b. C\n",
  ])
  func largeTextsEnd(_ text: String) {
    let bytes = Array(text.utf8)
    let after = formatted(bytes, noteOrder: noteOrder(of: [bytes]))
    #expect(shown(bytes) == shown(after))
  }

  /// What a text shows, apart from the engine's own notion of it: its nodes' words and kinds.
  private func shown(_ text: [UInt8]) -> [String] {
    let parsed = parseMarkdown(text, file: "")
    var out: [String] = []
    var words = ""
    func end() {
      let known = words.split(whereSeparator: { $0 == " " || $0 == "\t" }).joined(separator: " ")
      if !known.isEmpty { out.append(known) }
      words = ""
    }
    let proses =
      [parsed.prose] + parsed.definitions.sorted { $0.label < $1.label }.map(\.body)
    for prose in proses {
      for node in prose.nodes {
        switch node.kind {
        case .text: words += prose.string(node.text)
        case .softBreak: words += " "
        default:
          end()
          out.append(
            "\(node.kind) \(node.detail) \(prose.string(node.text)) \(prose.string(node.title))")
        }
      }
      end()
    }
    return out + parsed.findings.map(\.rule).sorted()
  }
}

/// Numbers that are the same in each run (SplitMix64, Steele, Lea and Flood 2014).
private struct Random {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }
}
