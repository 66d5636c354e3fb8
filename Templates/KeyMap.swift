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
          .src(context.links.href(path: Asset.keyMapPath(of: brief))),
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
