import Foundation
import Model
import Publish
import Testing

@testable import Packs

struct PictureTests {
  private static let svg = #"<svg xmlns="http://www.w3.org/2000/svg">"#

  @Test(arguments: [
    "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- made -->\n\(svg)<g id=\"a\"><text>A &amp; &#233;</text></g></svg>\n",
    "\(svg)<style>.a{fill:url(#p)}</style><use href=\"#a\"/></svg>",
  ])
  func completeDrawingsAreHeld(text: String) {
    #expect(Picture.mediaType(of: Array(text.utf8)) == "image/svg+xml")
  }

  @Test(arguments: [
    "", "text", "<svg/>", "<svg xmlns=\"http://www.w3.org/2000/svg\">", "\(svg)</svg></svg>",
    "\(svg)<g></svg></g>", "\(svg)<script>1</script></svg>", "\(svg)<g onclick=\"x()\"/></svg>",
    "\(svg)<image href=\"https://example.org/a.png\"/></svg>", "\(svg)<a href=\"#a\">x</a></svg>",
    "\(svg)<style>@import 'x.css';</style></svg>", "\(svg)<g style=\"fill:URL( x.svg#a)\"/></svg>",
    "\(svg)<g a=\"1\" a=\"2\"/></svg>", "\(svg)<g id=\"a\"/><g id=\"a\"/></svg>",
    "\(svg)&nbsp;</svg>", "\(svg)\u{1}</svg>", "<!DOCTYPE svg><svg/>", "\(svg)a & b</svg>",
    "\(svg)<g a=b/></svg>", "\(svg)<g a=\"<\"/></svg>", "<x>\(svg)</svg></x>", "\(svg)</svg>x",
    "\(svg)<g x:y=\"1\"/></svg>", "\(svg)<foreignObject/></svg>", "\(svg)<![CDATA[a]]></svg>",
    "\(svg)&#0;</svg>", "\(svg)<!-- a -- b --></svg>", "\(svg)<",
    "\(svg)<animate/></svg>", "\(svg)<style>@keyframes a{}</style></svg>",
  ])
  func othersAreNot(text: String) {
    #expect(Picture.mediaType(of: Array(text.utf8)) == nil)
  }

  @Test func picturesAreKnownByWhatTheyHold() {
    #expect(Picture.mediaType(of: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) == "image/png")
    #expect(Picture.mediaType(of: [0xFF, 0xD8, 0xFF, 0xE0]) == "image/jpeg")
    #expect(Picture.mediaType(of: Array("GIF89a".utf8)) == "image/gif")
    #expect(Picture.mediaType(of: Array("RIFF1234WEBP".utf8)) == "image/webp")
    #expect(Picture.mediaType(of: Array("BM".utf8)) == nil)
  }

  @Test func linksDoNotLeadOutOfTheContent() throws {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appending(path: "packs-\(UUID().uuidString)")
    defer { try? files.removeItem(at: folder) }
    let content = folder.appending(path: "content")
    try files.createDirectory(at: content, withIntermediateDirectories: true)
    try Data([1]).write(to: folder.appending(path: "outside.png"))
    try Data([2]).write(to: content.appending(path: "inside.png"))
    for (name, goal) in [("in.png", "inside.png"), ("out.png", "../outside.png")] {
      try files.createSymbolicLink(
        atPath: content.appending(path: name).path, withDestinationPath: goal)
    }
    #expect(try readContentFile("in.png", in: content.path) == [2])
    #expect(throws: OutputError.self) { try readContentFile("out.png", in: content.path) }
    #expect(throws: OutputError.self) { try readContentFile("absent.png", in: content.path) }
  }
}
