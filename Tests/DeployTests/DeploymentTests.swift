import Testing

@testable import Deploy

struct DeploymentTests {
  /// FIPS 180-4's examples, as NIST gives them.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  ])
  func digestsAreThoseOfTheStandard(text: String, sum: String) {
    #expect(sha256(Array(text.utf8)) == sum)
  }

  static let order = [
    "assets/site.3f9c2a1b.css.br", "assets/site.3f9c2a1b.css", "briefs/a/data/wells.csv",
    "assets/own.txt", "briefs/a/one.html.br", "briefs/a/one.html.gz", "briefs/a/one.html",
    "briefs/a.html", "404.html", "briefs.html", "index.html.br", "index.html", "feed.xml",
    "robots.txt", "sitemap.xml",
  ]

  @Test func noPageGoesBeforeWhatItLoadsOrLeadsTo() {
    let files = Self.order.sorted().map { DeployedFile(path: $0, sum: "", size: 0) }.sorted()
    #expect(files.map(\.path) == Self.order)
    let deployment = Deployment(
      [], after: Dictionary(uniqueKeysWithValues: Self.order.map { ($0, "") }))
    #expect(deployment.removed == Self.order.reversed())
    #expect(
      deployment.paths(of: .removePages) + deployment.paths(of: .removeFiles)
        == Self.order.reversed())
    #expect(deployment.paths(of: .removeFiles).count == 4)
  }

  @Test func whatChangedIsToldApart() {
    let files = ["a.html", "b.html", "c.html"].map { DeployedFile(path: $0, sum: "1", size: 1) }
    let deployment = Deployment(files, after: ["a.html": "1", "b.html": "2", "d.html": "1"])
    #expect(deployment.added.map(\.path) == ["c.html"])
    #expect(deployment.changed.map(\.path) == ["b.html"])
    #expect(deployment.removed == ["d.html"])
    #expect(deployment.paths(of: .lists) == ["b.html", "c.html"])
    #expect(deployment.paths(of: .removePages) == ["d.html"])
  }

  @Test(arguments: [
    ("index.html", "text/html; charset=utf-8", nil), ("a/b.geojson", "application/geo+json", nil),
    ("index.html.br", "text/html; charset=utf-8", "br"),
    ("a.geojson.gz", "application/geo+json", "gzip"), ("a.tar.gz", "application/gzip", nil),
    ("pack.EPUB", "application/epub+zip", nil), ("LICENCE", "application/octet-stream", nil),
    ("a.svg.br", "image/svg+xml", "br"),
    ("pagefind/wasm.en.pagefind", "application/octet-stream", nil),
  ])
  func typesFollowNames(path: String, type: String, coding: String?) {
    #expect(FileMedia(of: path).type == type)
    #expect(FileMedia(of: path).coding == coding)
  }
}
