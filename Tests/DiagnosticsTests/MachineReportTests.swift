import Diagnostics
import FoundationEssentials
import Testing

@Suite struct MachineReportTests {
  private let lines = SourceLines(Array("abc\né \"[^a]\"".utf8))
  private var findings: [Finding] {
    [
      Finding(
        .error, "note-undefined",
        at: SourceLocation(file: "a b/ز.md", line: 2, column: 5, length: 4),
        "the “note” \"a\"\n<x>\u{1}", hint: "did you mean “b”?",
        related: [.init(SourceLocation(file: "a b/ز.md", line: 1, column: 1), "here")]),
      Finding(.warning, "empty", at: SourceLocation(file: "c.md"), "m"),
    ]
  }
  private var report: MachineReport { MachineReport { _ in lines } }

  @Test func json() {
    #expect(
      report.json(of: findings) == """
        {"findings": [
        {"severity": "error", "rule": "note-undefined", "file": "a b/ز.md", "line": 2, "column": 4, \
        "endColumn": 8, "message": "the “note” \\"a\\"\\n\\u003cx>\\u0001", "hint": "did you mean “b”?", \
        "related": [{"file": "a b/ز.md", "line": 1, "column": 1, "endColumn": 2, "message": "here"}]},
        {"severity": "warning", "rule": "empty", "file": "c.md", "message": "m"}
        ], "errors": 1, "warnings": 1}

        """)
  }

  @Test func jsonIsRead() throws {
    struct Report: Decodable {
      struct Item: Decodable { var message: String }
      var findings: [Item]
      var errors: Int
    }
    let decoder = JSONDecoder()
    let some = try decoder.decode(Report.self, from: Data(report.json(of: findings).utf8))
    #expect(some.findings.map(\.message) == ["the “note” \"a\"\n<x>\u{1}", "m"])
    let none = try decoder.decode(Report.self, from: Data(report.json(of: []).utf8))
    #expect(none.findings.isEmpty && none.errors == 0)
  }

  @Test func sarif() throws {
    let text = report.sarif(of: findings, version: "1.2")
    #expect(
      text == """
        {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": \
        [{"tool": {"driver": {"name": "chancery", "version": "1.2", "rules": [{"id": "empty"}, \
        {"id": "note-undefined"}]}}, "columnKind": "unicodeCodePoints", "results": [{"ruleId": \
        "note-undefined", "level": "error", "message": {"text": "the “note” \\"a\\"\\n\\u003cx>\\u0001 \
        (did you mean “b”?)"}, "locations": [{"physicalLocation": {"artifactLocation": {"uri": \
        "a%20b/%D8%B2.md"}, "region": {"startLine": 2, "startColumn": 4, "endColumn": 8}}}], \
        "relatedLocations": [{"physicalLocation": {"artifactLocation": {"uri": "a%20b/%D8%B2.md"}, \
        "region": {"startLine": 1, "startColumn": 1, "endColumn": 2}}, "message": {"text": "here"}}]},
        {"ruleId": "empty", "level": "warning", "message": {"text": "m"}, "locations": \
        [{"physicalLocation": {"artifactLocation": {"uri": "c.md"}}}]}]}]}

        """)
    struct Log: Decodable { var version: String }
    #expect(try JSONDecoder().decode(Log.self, from: Data(text.utf8)).version == "2.1.0")
    #expect(report.sarif(of: [], version: "1").contains("\"results\": []"))
  }
}
