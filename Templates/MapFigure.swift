internal import Cartography
internal import HTML
internal import Model

/// A map's drawing, with its legend and the credits of its base layers.
struct MapFigure: Markup {
  private let drawing: MapDrawing
  private let context: PageContext
  private let brief: Int
  private let map: Int

  init(context: PageContext, brief: Int, map: Int) {
    drawing = context.drawings.drawing(of: map, in: brief)
    self.context = context
    self.brief = brief
    self.map = map
  }

  /// Areas of zones, and which places are drawn.
  var summary: MapSummary { drawing.summary }

  /// How much ground is covered on each date.
  var territory: MapTerritory { drawing.territory }

  func write(to sink: inout Sink) {
    if context.links.publication != nil {
      return EPUBMap(context: context, map: map, drawing: drawing).write(to: &sink)
    }
    div(.class("map-block")) {
      drawing
      drawing.switches
      drawing.legend { context.links.href($0) }
      drawing.credits
    }.write(to: &sink)
  }
}
