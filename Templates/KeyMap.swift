internal import Cartography
internal import HTML
internal import Model

/// The map that stands for a brief, as an image of its own: pages that lead into a brief load before
/// it, and share it.
struct KeyMap: Markup {
  let context: PageContext
  let index: Int

  func write(to sink: inout Sink) {
    let brief = context.portal.briefs[index]
    guard let number = brief.keyMap else { return }
    let map = brief.maps[number]
    let page = Page.map(brief: index, map: number)
    let size = MapDrawing.size(of: map, in: context.portal)
    figure(.class("figure key")) {
      a(.href(context.links.href(page))) {
        img(
          .src(context.links.href(path: Asset.keyMapPath(of: brief, map: map))),
          .alt(map.description ?? map.title), .width(Int(size.width)), .height(Int(size.height)),
          .lazy)
      }
      figcaption {
        strong { context.link(context.strings.map(map.number), to: page) }
        Raw(" ")
        map.title
      }
    }.write(to: &sink)
    sink.append("\n")
  }
}

extension Asset {
  static func keyMapPath(of brief: Brief, map: ZoneMap) -> String {
    "briefs/\(brief.slug)/map-\(map.id).svg"
  }

  /// A brief's key map as a document of its own, which brings its style along.
  static func keyMap(of brief: Brief, in portal: Portal) -> Asset? {
    guard let index = brief.keyMap else { return nil }
    let map = brief.maps[index]
    var sink = Sink()
    let drawing = MapDrawing(map, of: brief, in: portal, idPrefix: "k", href: { _ in nil })
    drawing.write(to: &sink)
    let markup = sink.bytes
    let close = Array("</svg>".utf8)
    guard let tag = markup.firstIndex(of: Array("<svg".utf8)),
      let start = markup[tag...].firstIndex(of: UInt8(ascii: ">")),
      let end = markup.firstIndex(of: close)
    else { return nil }
    let (width, height) = (Int(drawing.size.width), Int(drawing.size.height))
    // The page's `alt` names the image: what the tag says of its name belongs to inline drawings.
    let root =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"map-drawing\" direction=\"ltr\""
      + " viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\" height=\"\(height)\"><style>"
    var bytes = Array(root.utf8) + Stylesheet.condensed(PackageResources.map_css)
    bytes += Array("</style>".utf8) + markup[(start + 1)..<end] + close
    return Asset(path: keyMapPath(of: brief, map: map), bytes: bytes)
  }
}

extension [UInt8] {
  /// Where a run of bytes first stands.
  fileprivate func firstIndex(of run: [UInt8]) -> Int? {
    guard count >= run.count else { return nil }
    return (0...(count - run.count)).first { self[$0..<($0 + run.count)].elementsEqual(run) }
  }
}
