import Testing

@testable import Preview

@Suite struct AddressTests {
  @Test(arguments: [
    ("/", ""), ("/a/b.html", "a/b.html"), ("/a%20b", "a b"), ("/%D8%AA", "ت"), ("/%252e", "%2e"),
  ])
  func decoded(_ target: String, _ path: String) {
    #expect(RequestPath(target[...])?.path == path)
  }

  @Test(arguments: ["", "a", "/%", "/%2", "/%zz", "/%00", "/%0a", "/%ff", "/a\\b", "/a%5cb", "*"])
  func refused(_ target: String) { #expect(RequestPath(target[...]) == nil) }

  @Test(arguments: [
    ("/a/../b", true), ("/..", true), ("/%2e%2e/a", true), ("/./a", true), ("//a", true),
    ("/a//", true), ("/", false), ("/a/", false), ("/a/b", false), ("/...", false), ("/.a", false),
  ])
  func crooked(_ target: String, _ isCrooked: Bool) {
    #expect(RequestPath(target[...])?.isCrooked == isCrooked)
  }

  @Test func query() {
    let (path, query) = divided("/a?page=%2Fb%3Fc&x=1?2&y")
    #expect(path == "/a")
    #expect(queryValue("page", in: query) == "/b?c")
    #expect(queryValue("x", in: query) == "1?2")
    #expect(queryValue("y", in: query) == nil)
    #expect(queryValue("page", in: "page=%zz") == nil)
  }

  @Test func filesOfAPage() {
    let page = """
      <link rel="stylesheet" href="../a.css"><link rel="icon" href="no.svg">
      <link href="/b.css" rel="stylesheet"><img src="c%20d.png?x#y" alt=""><img src="e&amp;f.png">
      <img src="https://elsewhere.example/g.png"><img src="//h.png"><img src="data:,"><img src="../../i.png">
      """
    #expect(
      filesShown(in: Array(page.utf8), at: "briefs/x.html")
        == ["briefs/c d.png", "briefs/e&f.png", "a.css", "b.css"])
  }

  @Test func whatCountsOfAFolder() {
    let all = WatchedFolder(root: "r")
    #expect(all.counts("a/b.md"))
    #expect(!all.counts("a/.b"))
    #expect(!all.counts(".git/b"))
    #expect(!all.counts("a/b~"))
    let some = WatchedFolder(root: "r", names: ["Sources"])
    #expect(some.counts("Sources/a"))
    #expect(!some.counts("Tests/a"))
  }

  @Test func changesAreGathered() {
    let changes = Changes()
    #expect(changes.take() == nil)
    changes.add(["a"])
    changes.add(["b"])
    #expect(changes.take() == Changes.Pending(paths: ["a", "b"]))
    changes.add(["a"])
    changes.add(nil)
    changes.add(["b"])
    #expect(changes.take() == Changes.Pending(paths: nil))
    #expect(changes.take() == nil)
  }
}
