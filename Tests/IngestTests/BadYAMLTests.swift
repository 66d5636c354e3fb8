import Diagnostics
import Ingest
import Model
import Testing

/// YAML that is wrong: each a finding at its place, and nothing worse.
@Suite struct BadYAMLTests {
  private func findings(_ text: String, _ file: String = "briefs/b/brief.yaml") async throws
    -> [String]
  {
    try await ContentFixture([file: text]).findings().filter { !$0.contains("no-briefs") }
  }

  @Test(arguments: [
    ("title: T\n\tdate: 2022", "error yaml-syntax %:2:1"),
    ("title: T\nseries: S\ntitle: U", "error yaml-duplicate %:3:1"),
    ("title: T\ndate: tomorrow", "error date %:2:7"),
    ("title: T\ndate: 2022-02-30", "error date %:2:7"),
    ("title: [a", "error yaml-syntax %:2:1"),
    ("title: T\nabstract: *none", "error yaml-syntax %:2:11"),
    ("title: T\ntopcs: [a]", "warning unknown-key %:2:1"), ("- a", "error yaml-type %:1:1"),
    ("text", "error yaml-type %:1:1"),
    ("title: T\n--- \ntitle: U", "error yaml-syntax %:2:1"),
    ("title: \"\\q\"", "error yaml-syntax %:1:9"),
    ("title: T\nslug: ../up", "error slug %:2:7"), ("title: T\nid: \"a/b\"", "error slug %:2:5"),
    ("title: T\nslug: 'a\"b'", "error slug %:2:7"),
    ("title: T\naliases: [ok, 'a b']", "error slug %:2:15"),
    ("title: T\nlanguage: english language", "error language %:2:11"),
    ("subtitle: x", "error missing-title %:1:1"),
    ("title: T\nlicence: { name: L, url: 'javascript:x' }", "error address %:2:26"),
    ("title: T\nglance: [{ label: x }]", "error missing-key %:2:10"),
    ("title: T\nabstract: '<b>'", "error raw-html %:2:12"),
    ("title: T\nfunder: |\n  - a\n  - b", "error inline %:2:9"),
    ("title: T\nkeyMap: nope", "error unknown-map %:2:9"),
    ("title: T\nrelated: [nope]", "error unknown-brief %:2:11"),
  ])
  func faults(_ text: String, _ expected: String) async throws {
    let expected = expected.replacing("%", with: "briefs/b/brief.yaml")
    #expect(try await findings(text) == [expected])
  }

  @Test(arguments: [
    "title", "subtitle", "series", "issue", "date", "language", "abstract", "doi", "isbn",
    "project",
    "slug", "id", "numberSections",
  ])
  func listWhereTextIsExpected(_ key: String) async throws {
    let title = key == "title" ? "" : "title: T\n"
    let found = try await findings("\(title)\(key): [a, b]")
    #expect(
      found.last
        == "error yaml-type briefs/b/brief.yaml:\(title.isEmpty ? 1 : 2):\(key.utf8.count + 3)")
    #expect(found.count == (key == "title" ? 2 : 1), "\(found)")
  }

  @Test(arguments: ["keyFindings", "glance", "revisions", "publisher", "licence", "original"])
  func textWhereAListOrARecordIsExpected(_ key: String) async throws {
    #expect(
      try await findings("title: T\n\(key): x")
        == ["error yaml-type briefs/b/brief.yaml:2:\(key.utf8.count + 3)"])
  }

  @Test(arguments: [
    ("theme: { accent: '#ffd84d' }", ["warning contrast portal.yaml:1:18"]),
    ("theme: { accent: '#7a1f2b', accentDark: '#333333' }", ["warning contrast portal.yaml:1:41"]),
    ("theme: { accent: '#7a1f2b', accentDark: '#e89aa4' }", []),
    ("theme: { accent: red }", ["error colour portal.yaml:1:18"]),
  ])
  func colours(_ text: String, _ expected: [String]) async throws {
    #expect(try await findings(text, "portal.yaml") == expected)
  }

  @Test(arguments: [
    ("p: { name: P, lon: east, lat: 1 }", "error yaml-type places.yaml:1:20"),
    ("p: { name: P, lon: 181, lat: 1 }", "error coordinates places.yaml:1:20"),
    ("p: { name: P, lon: 1 }", "error coordinates places.yaml:1:1"),
    ("p: { name: [P], lon: 1, lat: 1 }", "error yaml-type places.yaml:1:12"),
    ("p: { name: { en: [P] } }", "error yaml-type places.yaml:1:12"),
    ("p: text", "error yaml-type places.yaml:1:4"),
    ("a/b: { name: P }", "error id places.yaml:1:1"),
    ("../x: { name: P }", "error id places.yaml:1:1"),
    ("p: { approximate: perhaps, reason: r }", "error yaml-type places.yaml:1:19"),
    ("p: { approximate: true }", "warning missing-key places.yaml:1:1"),
    ("p: { within: q }", "error unknown-place places.yaml:1:14"),
    ("p: { nmae: P }", "warning unknown-key places.yaml:1:6"),
    ("p: { lon: .nan, lat: 1 }", "error yaml-type places.yaml:1:11"),
    ("[a]: { name: P }", "error id places.yaml:1:1"),
    ("p: { within: { q: r } }", "error yaml-type places.yaml:1:14"),
  ])
  func places(_ text: String, _ expected: String) async throws {
    #expect(try await findings(text, "places.yaml") == [expected])
  }

  private static func times(_ count: Int, _ text: String) -> String {
    String(repeating: text, count: count)
  }

  private static func stairs(_ step: String) -> String {
    (0..<2_000).map { times($0, " ") + step }.joined()
  }

  private static let aliasOfAlias: String =
    "a: &b0 [x]\n" + (1..<5_000).map { "b\($0): &b\($0) [*b\($0 - 1)]\n" }.joined()

  /// By name: the texts are too long to be shown beside a test's result.
  private static let deepTexts = [
    "brackets": times(100_000, "["), "braces": times(100_000, "{a: "),
    "sequences in a value": "a:\n " + times(100_000, "- "),
    "sequences": times(100_000, "- ") + "a", "complex keys": times(100_000, "? "),
    "sequences in a complex value": ": " + times(100_000, "- "), "stairs": stairs("a:\n"),
    "stairs of carriage returns": stairs("a:\r"), "stairs of items": stairs("-\n"),
    "aliases of aliases": aliasOfAlias,
  ]

  @Test(arguments: deepTexts.keys.sorted())
  func deep(_ name: String) async throws {
    let text = try #require(Self.deepTexts[name])
    let found = try await findings("title: T\n" + text)
    #expect(
      found.count == 1 && found[0].hasPrefix("error yaml-nesting briefs/b/brief.yaml:"), "\(found)")
  }

  @Test func aliasesThatMultiply() async throws {
    var text = "title: T\na: &a [x, x, x, x, x, x, x, x, x]\n"
    for (last, next) in zip("abcdefgh", "bcdefghi") {
      text +=
        "\(next): &\(next) [" + (0..<9).map { _ in "*\(last)" }.joined(separator: ", ") + "]\n"
    }
    #expect(try await findings(text) == ["error yaml-size briefs/b/brief.yaml:1:1"])
  }

  @Test func anchorsAndMergeKeys() async throws {
    let content = try ContentFixture([
      "people.yaml": """
      a: &a { name: A, url: "https://a.org", role: R }
      b: { <<: *a, name: B }
      c: { name: C, <<: [{ url: "https://c.org" }, *a] }
      """,
      "briefs/b/brief.yaml": "title: &t T\nsubtitle: *t\n", "briefs/b/01.md": "# S\n\nx\n",
    ])
    let ingested = try await content.read()
    #expect(ingested.findings.isEmpty)
    #expect(ingested.portal.people.map(\.name) == ["A", "B", "C"])
    #expect(
      ingested.portal.people.map(\.url) == ["https://a.org", "https://a.org", "https://c.org"])
    #expect(ingested.portal.people.map(\.role.plainText) == ["R", "R", "R"])
    #expect(ingested.portal.briefs[0].subtitle == "T")
  }

  @Test(arguments: [
    ("", []), ("# nothing\n", []), ("~", []), ("- a\n- b\n", ["error yaml-type portal.yaml:1:1"]),
    ("just text", ["error yaml-type portal.yaml:1:1"]),
    ("titel: P", ["warning unknown-key portal.yaml:1:1"]),
    ("theme: { accent: red }", ["error colour portal.yaml:1:18"]),
    ("baseURL: example.org", ["error address portal.yaml:1:10"]),
    ("rawHTML: perhaps", ["error yaml-type portal.yaml:1:10"]),
    ("contact: [a]", ["error yaml-type portal.yaml:1:10"]),
  ])
  func portal(_ text: String, _ expected: [String]) async throws {
    #expect(try await findings(text, "portal.yaml") == expected)
  }

  @Test func hintForAnUnknownKey() async throws {
    let content = try ContentFixture(["portal.yaml": "titel: P\nqqqqqqqq: x", "briefs/b.md": "# B"])
    let found = try await content.read().findings
    #expect(found[0].hint == "did you mean “title”?")
    #expect(found[1].hint?.hasPrefix("known keys are title, ") == true)
  }
}
