internal import Cartography
internal import HTML
internal import Model

/// A map's drawing, with its legend and the credits of its base layers.
struct MapFigure: Markup {
  private let drawing: MapDrawing
  private let links: Links

  init(context: PageContext, brief: Int, map: Int) {
    drawing = context.drawings.drawing(of: map, in: brief)
    links = context.links
  }

  /// Areas of zones, and which places are drawn.
  var summary: MapSummary { drawing.summary }

  /// How much ground is covered on each date.
  var territory: MapTerritory { drawing.territory }

  func write(to sink: inout Sink) {
    div(.class("map-block")) {
      drawing
      drawing.switches
      drawing.legend { links.href($0) }
      drawing.credits
    }.write(to: &sink)
  }
}
