import Diagnostics
import Testing

@Suite struct TextReportTests {
  private func report(_ findings: [Finding], _ text: String, color: Bool = false) -> String {
    let lines = SourceLines(Array(text.utf8))
    return TextReport(color: color) { $0 == "a.md" ? lines : nil }.text(of: findings)
  }

  private func finding(_ line: Int, _ column: Int, length: Int = 1) -> Finding {
    Finding(
      .error, "rule", at: SourceLocation(file: "a.md", line: line, column: column, length: length),
      "it is wrong")
  }

  @Test func whole() {
    let finding = Finding(
      .warning, "note-twice", at: SourceLocation(file: "a.md", line: 2, column: 3, length: 4),
      "defined twice", hint: "rename one",
      related: [
        .init(SourceLocation(file: "a.md", line: 1, column: 1), "first here"),
        .init(SourceLocation(file: "b.md", line: 9, column: 9), "and there"),
      ])
    #expect(
      report([finding, self.finding(1, 1)], "abc\nx [^a] y\n") == """
        warning: defined twice [note-twice]
          --> a.md:2:3
           |
         2 | x [^a] y
           |   ^^^^
          note: first here
          --> a.md:1:1
           |
         1 | abc
           | ^
          note: and there
          --> b.md:9:9
          hint: rename one

        error: it is wrong [rule]
          --> a.md:1:1
           |
         1 | abc
           | ^


        """)
  }

  @Test func withoutAPlace() {
    let finding = Finding(.error, "rule", at: SourceLocation(file: "a.md"), "it is wrong")
    #expect(report([finding], "abc") == "error: it is wrong [rule]\n  --> a.md\n\n")
  }

  @Test func tabsControlsAndScripts() {
    #expect(
      report([finding(1, 10, length: 5)], "\té زك\u{1B}ة\u{202E}!") == """
        error: it is wrong [rule]
          --> a.md:1:7
           |
         1 |  é زك·ة·!
           |       ^^


        """)
    #expect(report([finding(1, 2)], "\u{FFFD}a\u{7F}\u{85}").contains(" 1 | \u{FFFD}a··\n"))
  }

  @Test func placesPastTheEnd() {
    #expect(report([finding(1, 99)], "abc").hasSuffix(" 1 | abc\n   |    ^\n\n"))
    #expect(report([finding(9, 1)], "abc") == "error: it is wrong [rule]\n  --> a.md:9:1\n\n")
    #expect(report([finding(1, 1)], "").hasSuffix(" 1 | \n   | ^\n\n"))
    #expect(report([finding(2, 1)], "a\r\nb\r\n").hasSuffix(" 2 | b\n   | ^\n\n"))
    #expect(report([finding(3, 1)], "a\rb\rc").hasSuffix(" 3 | c\n   | ^\n\n"))
  }

  @Test func wideLines() {
    let line = String(repeating: "a", count: 200) + "é[^x]" + String(repeating: "b", count: 200)
    let drawn = report([finding(1, 203, length: 4)], line)
    let before = String(repeating: "a", count: 47)
    let after = String(repeating: "b", count: 44)
    #expect(
      drawn == """
        error: it is wrong [rule]
          --> a.md:1:202
           |
         1 | …\(before)é[^x]\(after)…
           | \(String(repeating: " ", count: 49))^^^^


        """)
    let start = report([finding(1, 2, length: 9_999)], line)
    #expect(start.contains(" 1 | \(String(repeating: "a", count: 96))…\n"))
    #expect(start.hasSuffix("   |  \(String(repeating: "^", count: 95))\n\n"))
  }

  @Test func manyFindingsOnOneLongLine() {
    let line = String(repeating: "é [^a] ", count: 100_000)
    let findings = (0..<2_000).map { finding(1, 1 + $0 * 300) }
    #expect(report(findings, line).utf8.count > 100_000)
  }

  @Test func colours() {
    #expect(
      report([finding(1, 1)], "a", color: true) == """
        \u{1B}[1;31merror\u{1B}[0m: \u{1B}[1mit is wrong\u{1B}[0m [rule]
          --> a.md:1:1
           |
         1 | a
           | \u{1B}[1;31m^\u{1B}[0m


        """)
  }

  @Test func summary() {
    let warning = Finding(.warning, "r", at: SourceLocation(file: "a"), "m")
    #expect(TextReport.summary(of: []) == "no findings")
    #expect(TextReport.summary(of: [finding(1, 1)]) == "1 error")
    #expect(
      TextReport.summary(of: [finding(1, 1), finding(1, 1), warning]) == "2 errors, 1 warning")
    #expect(TextReport.summary(of: [warning, warning]) == "2 warnings")
  }

  @Test func order() {
    func at(_ file: String, _ line: Int, _ message: String) -> Finding {
      Finding(.error, "r", at: SourceLocation(file: file, line: line, column: 1), message)
    }
    let none = Finding(.error, "r", at: SourceLocation(file: "b"), "4")
    let sorted = [at("b", 2, "5"), none, at("a", 10, "3"), at("a", 2, "1"), at("a", 2, "2")]
      .inOrder()
    #expect(sorted.map(\.message) == ["1", "2", "3", "4", "5"])
  }
}
