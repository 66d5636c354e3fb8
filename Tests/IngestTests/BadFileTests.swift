import Diagnostics
import FoundationEssentials
import Ingest
import Model
import Testing

/// Files and folders that are not what they should be.
@Suite struct BadFileTests {
  @Test(arguments: ["a\nb \u{FF}", "\u{FF}"])
  func notUTF8(_ text: String) async throws {
    let bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    let place = text.count > 1 ? "2:3" : "1:1"
    for name in ["briefs/b.md", "portal.yaml", "briefs/b/brief.yaml", "geo/g.geojson"] {
      let content = try ContentFixture()
      try content.write(bytes, to: name)
      let found = try await content.findings().filter { !$0.contains("no-briefs") }
      #expect(found == ["error not-utf-8 \(name):\(place)"])
    }
    let content = try ContentFixture(["briefs/b/01.md": "# B"])
    try content.write(bytes, to: "briefs/b/data/t.csv")
    #expect(try await content.findings() == ["error not-utf-8 briefs/b/data/t.csv:\(place)"])
  }

  @Test(arguments: [
    ("briefs/b.md", "", "error empty briefs/b.md:1:1"),
    ("briefs/b.md", " \n", "error empty briefs/b.md:1:1"),
    ("briefs/b.md", "a\n\0b", "error zero-byte briefs/b.md:2:1"),
    ("briefs/b.md", "text", "warning missing-title briefs/b.md:1:1"),
    ("briefs/b.md", "---\ntitle: T\n\ntext", "error front-matter-end briefs/b.md:1:1"),
    ("briefs/b.md", "# B {#x}\n\n## C {#a/../b}", "error id briefs/b.md:3:1"),
    ("briefs/b.md", "# B\n\n## C {#x}\n\n## D {#x}", "error duplicate-id briefs/b.md:5:1"),
    ("briefs/b.md", "# B\n\n### C {#ref2-x}", "error kept-id briefs/b.md:3:1"),
    ("briefs/b/01.md", "", "error empty briefs/b/01.md:1:1"),
    ("briefs/b/brief.yml", "title: T", "error empty briefs/b"),
    ("briefs/b/01.md", "# B {#../x}", "error id briefs/b/01.md:1:1"),
    ("briefs/README", "x", "warning no-briefs briefs"),
    ("index.md", "# I", "error page-name index.md:1:1"),
    ("portal.yml", "title: P", "warning unknown-file portal.yml"),
    ("geo/g.geojson", "{", "error geojson geo/g.geojson:1:1"),
    ("geo/g.geojson", "", "error geojson geo/g.geojson:1:1"),
    ("geo/g.geojson", #"{"type": "Feature"}"#, "error geojson geo/g.geojson:1:1"),
  ])
  func faults(_ name: String, _ text: String, _ expected: String) async throws {
    let found = try await ContentFixture([name: text]).findings()
    #expect(
      found.filter { expected.contains("no-briefs") || !$0.contains("no-briefs") }.contains(
        expected), "\(found)")
  }

  @Test(arguments: [
    ("a,b\n1\n", "error csv-row %:2:1"), ("a,b\n1,2,3\n", "error csv-row %:2:5"),
    ("a,b\n\"x,1\n", "error csv-quote %:2:1"),
    ("", "error csv-empty %:1:1"), ("a,a\n1,2", "error csv-column %:1:3"),
    ("a,b\n1,2\n\n3", "error csv-row %:4:1"),
  ])
  func tables(_ text: String, _ expected: String) async throws {
    let content = try ContentFixture(["briefs/b/01.md": "# B", "briefs/b/data/t.csv": text])
    #expect(
      try await content.findings().contains(expected.replacing("%", with: "briefs/b/data/t.csv")))
  }

  @Test func deepGeoJSON() async throws {
    let deep = #"{"type": "GeometryCollection", "geometries": ["#
    let text =
      #"{"type": "FeatureCollection", "features": [{"geometry": "#
      + String(repeating: deep, count: 20_000) + String(repeating: "]}", count: 20_000) + "}]}"
    let content = try ContentFixture(["geo/g.geojson": text, "briefs/b.md": "# B"])
    #expect(try await content.findings().map { $0.prefix(13) } == ["error geojson"])
  }

  @Test func fiftyMegabytes() async throws {
    let content = try ContentFixture()
    for name in ["briefs/b.md", "portal.yaml"] {
      try content.write([UInt8](repeating: 0x61, count: 50 << 20), to: name)
    }
    #expect(
      try await content.findings() == [
        "error file-size briefs/b.md:1:1", "error file-size portal.yaml:1:1",
      ])
  }

  @Test func namesWithBlanksAndOtherScripts() async throws {
    let content = try ContentFixture([
      "briefs/موجز  السياسات (1).md": "# B\n\n![p](<صورة 1.png>)\n", "briefs/صورة 1.png": "x",
      "briefs/ü b/01 - Eïn.md": "# S\n",
    ])
    #expect(try await content.findings() == [])
    let site = try await content.site()
    #expect(
      site.keys.filter { $0.hasPrefix("briefs/") }.sorted() == [
        "briefs/ü-b.html", "briefs/ü-b/eïn.html", "briefs/ü-b/whole.html",
        "briefs/موجز-السياسات-1.html",
      ])
    #expect(site["briefs.html"]?.contains("briefs/%D9%85%D9%88%D8%AC%D8%B2-") == true)
  }

  @Test func symbolicLinks() async throws {
    let outside = try ContentFixture([
      "secret.md": "# S", "briefs/x.md": "# X", "pictures/p.png": "x",
    ])
    let content = try ContentFixture([
      "briefs/b/01.md": "# B\n\n![a](in/deep/p.png) ![b](alias.png)", "briefs/b/p.png": "x",
    ])
    try content.write([0x78], to: "briefs/b/in/q.png")
    try content.link("briefs/b/in/deep", to: "\(outside.path)/pictures")
    try content.link("briefs/b/alias.png", to: "p.png")
    try content.link("briefs/out.md", to: "\(outside.path)/secret.md")
    try content.link("briefs/gone.md", to: "nowhere.md")
    try content.link("briefs/loop", to: "loop")
    #expect(
      try await content.findings() == [
        "error missing-file briefs/b/01.md:3:1", "error broken-link briefs/gone.md",
        "error broken-link briefs/loop", "error link-outside briefs/out.md",
      ])
    let linked = try ContentFixture()
    try linked.link("briefs", to: "\(outside.path)/briefs")
    let read = try await linked.read()
    #expect(read.findings.map(\.line) == ["error link-outside briefs", "warning no-briefs briefs"])
    #expect(read.portal.briefs.isEmpty)
  }

  @Test func folderThatHoldsItself() async throws {
    let content = try ContentFixture(["briefs/b/01.md": "# B"])
    try content.link("briefs/b/data", to: "..")
    try content.link("briefs/b/maps", to: "../b")
    #expect(try await content.read().portal.briefs.count == 1)
  }

  @Test func unreadable() async throws {
    let content = try ContentFixture(["briefs/b.md": "# B", "briefs/c/01.md": "# C"])
    for name in ["briefs/b.md", "briefs/c"] {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0], ofItemAtPath: "\(content.path)/\(name)")
    }
    defer {
      try? FileManager.default.setAttributes(
        [.posixPermissions: 0o700], ofItemAtPath: "\(content.path)/briefs/c")
    }
    // Whoever may read everything is not kept out.
    guard (try? Data(contentsOf: URL(fileURLWithPath: "\(content.path)/briefs/b.md"))) == nil else {
      return
    }
    #expect(
      try await content.findings().prefix(2) == [
        "error unreadable briefs/b.md", "error unreadable briefs/c",
      ])
  }

  @Test func briefsThatClash() async throws {
    let content = try ContentFixture([
      "briefs/b.md": "# One", "briefs/b/01.md": "# Two",
      "briefs/c.md": "---\nid: b\naliases: [b]\n---\n# C",
    ])
    let found = try await content.read().findings
    #expect(found.map(\.line).filter { $0.contains("duplicate-address") }.count == 2)
    #expect(found.allSatisfy { $0.related.count == 1 })
  }

  @Test func noFolder() async throws {
    await #expect(throws: ContentFolderError.self) {
      try await readPortal(at: "/no/such/folder", jobs: 1)
    }
    #expect(try await ContentFixture().findings() == ["warning no-briefs briefs"])
  }
}
