internal import Cartography
internal import HTML
internal import Model

/// A map's drawing, with its legend and the credits of its base layers.
struct MapFigure: Markup {
  private let drawing: MapDrawing

  /// - Parameter prefix: keeps ids apart where a page holds several drawings.
  init(context: PageContext, brief: Int, map: Int, prefix: String) {
    let whole = context.portal.briefs[brief]
    let links = context.links
    drawing = MapDrawing(
      whole.maps[map], of: whole, in: context.portal, idPrefix: prefix, href: { links.href($0) })
  }

  /// Areas of zones, and which places are drawn.
  var summary: MapSummary { drawing.summary }

  func write(to sink: inout Sink) {
    drawing.write(to: &sink)
    drawing.legend.write(to: &sink)
    drawing.credits.write(to: &sink)
  }
}
