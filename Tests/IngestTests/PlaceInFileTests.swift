import Diagnostics
import Ingest
import Testing

/// Lines and byte columns of findings in YAML and CSV: each “‸” is where an undefined note, or an
/// unknown name, must be found.
@Suite struct PlaceInFileTests {
  @Test(arguments: [
    "abstract: a ‸[^x] b ‸[^y]", "abstract: a ‸[^x]\n  b ‸[^y]\n",
    "abstract: 'a ''b'' ‸[^x]\n  é ‸[^y]'",
    "abstract: \"a \\\"b\\\" ‸[^x] \\\n   c\\n ‸[^y] \\u00e9 ‸[^z]\"",
    "abstract: |\n  a ‸[^x]\n\n  é ‸[^y]\n",
    "abstract: |-2\n    code\n\n  a ‸[^x]", "abstract: >\n  a ‸[^x]\n  b ‸[^y]\n\n  c ‸[^z]\n",
    "abstract: >- # a comment\n   a\n   b ‸[^y]", "abstract: &a a ‸[^x]",
    "abstract: !!str \"a ‸[^x]\"",
    "keyFindings:\n  - a ‸[^x]\n  - \"é ‸[^y]\"", "keyFindings: [ \"a ‸[^x]\", 'b ‸[^y]' ]",
    "abstract: é ‸[^x] é ‸[^y]", "abstract:\n  a ‸[^x]",
    "abstract: |\n  | a ‸[^x] |\n  | - |\n  | b ‸[^y] |",
    "abstract: \"a\tb ‸[^x]\"", "related: [‸no, ‸neither]", "keyMap: ‸none", "authors: [‸no-body]",
  ])
  func yaml(_ marked: String) async throws {
    let (text, marks) = unmarked("title: T\n" + marked + "\n")
    let content = try ContentFixture(["briefs/b/brief.yaml": text])
    let found = try await content.read().findings
    #expect(found.map(\.line) == marks.map { "error \(found[0].rule) briefs/b/brief.yaml:\($0)" })
  }

  @Test(arguments: [
    "a,b\nx ‸[^x],y ‸[^y]\n", "a,b\n\"x, \"\"q\"\" ‸[^x]\",  é ‸[^y]\n",
    "a,b\r\n\"x\r\né ‸[^x]\",\r\n‸[^y],\r\n",
    "a,n\n,\"‸no  ‸none\"\n,‸né ‸nó", "a,b\n1. x ‸[^x],> 50 ‸[^y]\n- z ‸[^z],# ‸[^w]",
    "a,b\n,\n\n\"\"\"‸[^x]\"\"\",y", "a,i\nx,‸many\ny, ‸3.5\n", "a,d\nx, ‸someday",
    "a,b\n\n x ‸[^x],",
  ])
  func csv(_ marked: String) async throws {
    let (text, marks) = unmarked(marked)
    let content = try ContentFixture([
      "briefs/b/01.md": "# B\n\n![](table:t)\n", "briefs/b/data/t.csv": text,
      "briefs/b/data/t.yaml":
        "columns: { n: { type: note }, i: { type: integer }, d: { type: date } }",
    ])
    let found = try await content.read().findings.filter { $0.location.file.hasSuffix("csv") }
    #expect(found.map(\.line) == marks.map { "error \(found[0].rule) briefs/b/data/t.csv:\($0)" })
  }

  @Test(arguments: [
    "---\ntitle: T\n---\na ‸[^x]", "---\r\ntitle: T\r\n---\r\na\r\n  b ‸[^x]",
    "---\ntitle: T\nabstract: b ‸[^y]\n---\n\n- a\n  b ‸[^x]",
    "# T\n\n> a\n> b ‸[^x]",
  ])
  func markdown(_ marked: String) async throws {
    let (text, marks) = unmarked(marked)
    let content = try ContentFixture(["briefs/b.md": text])
    #expect(
      try await content.findings() == marks.map { "error note-undefined briefs/b.md:\($0)" })
  }

  @Test func linesThatEndInCarriageReturnsOnly() async throws {
    let content = try ContentFixture(["briefs/b.md": "---\rtitle: T\r---\ra [^x]\r"])
    #expect(try await content.findings() == ["error note-undefined briefs/b.md:4:3"])
  }
}
