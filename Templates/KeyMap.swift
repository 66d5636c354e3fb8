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
  static func keyMap(of brief: Int, in portal: Portal, _ drawings: MapDrawings) -> Asset? {
    guard let map = portal.briefs[brief].keyMap else { return nil }
    var sink = Sink()
    drawings.drawing(of: map, in: brief)
      .writeDocument(style: Stylesheet.condensed(PackageResources.map_css), to: &sink)
    let whole = portal.briefs[brief]
    return Asset(path: keyMapPath(of: whole, map: whole.maps[map]), bytes: sink.bytes)
  }
}
