import Model
import Testing

@testable import Templates

/// Addresses that content gives, as a feed's reader needs them.
struct AbsoluteAddressTests {
  @Test(arguments: [
    ("https://else.example/a", "https://else.example/a"),
    ("mailto:a@b.example", "mailto:a@b.example"),
    ("//else.example/a", "https://else.example/a"), ("/root", "https://example.org/root"),
    ("x.html", "https://example.org/sub/briefs/x.html"),
    ("./x.html", "https://example.org/sub/briefs/x.html"), ("../x", "https://example.org/sub/x"),
    ("../../x", "https://example.org/x"), ("../../../../x", "https://example.org/x"),
    ("#a", "https://example.org/sub/briefs/a-brief.html#a"),
    ("?q", "https://example.org/sub/briefs/a-brief.html?q"),
    ("", "https://example.org/sub/briefs/a-brief.html"),
  ])
  func absolute(_ address: String, _ wanted: String) {
    let links = Links(feedOf: 0, in: Fixture.portal())
    #expect(links.absolute(address: address, from: .brief(0)) == wanted)
  }

  @Test(arguments: [
    ("p-3f9c2a", true), ("p-3f9c2a-2", true), ("p-waves", false), ("p-3f9c2", false),
    ("p-3f9c2a-b", false), ("p-3F9C2A", false), ("note-x", true), ("p", false),
  ])
  func anchorsThatAreKept(_ anchor: String, _ isKept: Bool) {
    #expect(isKeptAnchor(anchor) == isKept)
  }
}
