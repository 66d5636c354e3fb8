import Diagnostics
import Ingest
import Model
import Testing

/// What is wrong in maps/*.yaml, each fault where “‸” stands.
@Suite struct MapFaultTests {
  private func expect(
    _ marked: String, _ rules: String, hint: String? = nil,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) async throws {
    let (found, marks) = try await mapFindings(marked)
    let expected = rules.split(separator: ", ").map(String.init)
    let wanted = marks.enumerated().map { "\(expected[min($0, expected.count - 1)]) \($1)" }
    #expect(found.map(\.line) == wanted, sourceLocation: sourceLocation)
    if let hint {
      #expect(
        found.first?.hint?.contains(hint) == true, "\(found)", sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: [
    ("projection: ‸mercatr", "error choice", "did you mean “mercator”?"),
    ("rotation: ‸181", "error number-range", nil), ("rotation: ‸north", "error yaml-type", nil),
    ("inset: ‸perhaps", "error yaml-type", nil),
    ("inset: ‸{ a: b }", "error yaml-type", nil), ("inset: ‸[1, 2, 3]", "error extent", nil),
    ("languages: [en, ‸arabic_x]", "error language", nil),
    ("languages: [en, ‸en]", "warning given-twice", nil),
    ("asOf: [2014-07, ‸2014-7]", "error date", "write 2022"),
    ("asOf: [2014-07, 2013, ‸2014-07]", "warning given-twice", nil),
    ("asOf: ‸soon", "error date", nil), ("‸nothing: 1", "warning unknown-key", nil),
  ])
  func view(_ marked: String, _ rule: String, _ hint: String?) async throws {
    try await expect(marked, rule, hint: hint)
  }

  @Test(arguments: [
    ("extent: ‸[40, 33, 40, 37]", "give west, south, east, north"),
    ("extent: ‸[40, 37, 41, 33]", "the order is west, south, east, north"),
    ("extent: ‸[40, 37, 41, 37]", "with something between"),
    ("extent: [35, ‸138, 36, 140]", "west, south, east, north: [138, 35, 140, 36]?"),
    ("extent: [‸190, 33, 195, 37]", ""), ("extent: [38.5, ‸-91, 42.5, 37.5]", ""),
    ("extent: [‸4500000, 3000000, 4600000, 3100000]", "metres"),
    ("extent: ‸[38.5, 33, 42.5]", "write [38.5"), ("extent: ‸[38.5, 33, x, 3]", "write [38.5"),
    ("extent: ‸[38.5, nan, 40, 41]", "write [38.5"), ("extent: ‸[38.5, 33, inf, 41]", "write"),
  ])
  func extents(_ marked: String, _ hint: String) async throws {
    try await expect(marked, "error extent", hint: hint.isEmpty ? nil : hint)
  }

  @Test func eastBeforeWest() async throws {
    try await expect("extent: ‸[42.5, 33, 38.5, 37.5]", "warning extent", hint: "west comes first")
    try await expect("extent: [170, -20, -170, -10]", "")
  }

  @Test(arguments: [
    ("labels: [‸{ at: a }]", "error missing-key"), ("labels: [‸{ text: T }]", "error missing-key"),
    ("labels: [{ at: ‸d, text: T }]", "error unknown-place"),
    ("labels: [{ at: ‸nowhere, text: T }]", "error no-coordinates"),
    ("labels: [{ at: [40, ‸95], text: T }]", "error coordinates"),
    ("labels: [{ at: ‸[40], text: T }]", "error coordinates"),
    ("labels: [{ at: ‸[x, 3], text: T }]", "error coordinates"),
    ("labels: [{ at: a, text: T, ‸size: 3 }]", "warning unknown-key"),
    ("places: [a, ‸nowhere]", "warning no-coordinates"),
    ("fit: [‸nowhere]", "error no-coordinates"),
    ("arrows: [{ from: ‸nowhere, to: a }]", "error no-coordinates"),
    ("arrows: [{ from: a, to: ‸a }]", "error same-place"),
    ("routes: [{ along: [a, ‸nowhere] }]", "error no-coordinates"),
    ("routes: [‸{ along: [a] }]", "error route"),
    ("routes: [{ along: [a, ‸d] }]", "error unknown-place"),
    ("callouts: [{ at: ‸nowhere }]", "error no-coordinates"),
  ])
  func marks(_ marked: String, _ rule: String) async throws { try await expect(marked, rule) }

  @Test(arguments: [
    ("circle: { around: ‸nowhere, radius: 3 }", "error no-coordinates"),
    ("hull: { around: [a, ‸nowhere] }", "error no-coordinates"),
    ("corridor: { along: [a, ‸nowhere], width: 3 }", "error no-coordinates"),
    ("corridor: { along: [a, ‸d], width: 3 }", "error unknown-place"),
    ("corridor: { river: khabur, from: a, to: ‸nowhere, width: 3 }", "error no-coordinates"),
    ("corridor: { river: khabur, from: a, to: ‸a, width: 3 }", "error same-place"),
    ("corridor: { river: ‸kabur, from: a, to: b, width: 3 }", "error unknown-river"),
    ("circle: { around: a, radius: 3 }, from: 2015, until: ‸2014-12", "error date"),
    ("circle: { around: a, radius: 3 }, from: ‸2015-13", "error date"),
    ("circle: { around: a, radius: 3 }, from: 2015-02, until: 2015", ""),
    ("circle: { around: a, radius: 3 }, hull: { around: [a] }", "error zone-shape"),
    ("section: one", "error zone-shape"),
  ])
  func zones(_ shape: String, _ rule: String) async throws {
    let key = rule == "error zone-shape" ? "‸z" : "z"
    try await expect("zones:\n  \(key): { category: x, \(shape) }", rule)
  }

  @Test func datesOfZones() async throws {
    let circle = "circle: { around: a, radius: 3 }"
    try await expect(
      """
      asOf: [2014-07, 2017-10]
      zones:
        one: { category: x, \(circle), from: ‸2014-08, until: 2017-09 }
        two: { category: x, \(circle), until: ‸2013 }
        three: { category: x, \(circle), from: 2014-08 }
        four: { category: x, \(circle), until: 2014 }
      """, "warning zone-dates", hint: "the map has 2014-07, 2017-10")
  }

  @Test(arguments: [
    ("p: { lon: ‸190, lat: 1 }", "error coordinates", nil),
    ("p: { lon: 35, lat: ‸139 }", "error coordinates", "swapped"),
    ("p: { lon: ‸4500000, lat: 3100000 }", "error coordinates", "metres"),
    ("‸p: { lon: 35 }", "error coordinates", "give both"),
    ("‸p: { lon: 35, lat: 3, approximate: true }", "warning missing-key", "reason"),
  ])
  func places(_ marked: String, _ rule: String, _ hint: String?) async throws {
    let (text, marks) = unmarked(marked)
    let found = try await ContentFixture(["places.yaml": text, "briefs/b.md": "# B"]).read()
      .findings
    #expect(found.map(\.line) == marks.map { "\(rule) places.yaml:\($0)" })
    if let hint { #expect(found.first?.hint?.contains(hint) == true) }
  }

  @Test func longNames() async throws {
    let (long, fits) = (String(repeating: "é", count: 81), String(repeating: "é", count: 80))
    let circle = "category: x, circle: { around: a, radius: 3 }"
    try await expect(
      """
      labels: [{ at: a, text: ‸\(long) }, { at: b, text: \(fits) }]
      zones:
        one: { name: { en: \(fits), ar: ‸\(long) }, \(circle) }
      routes: [{ along: [a, b], name: ‸\(long) }]
      """, "warning long-name")
  }
}
