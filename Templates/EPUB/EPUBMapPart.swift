internal import Cartography
internal import HTML
internal import Model

/// A map with all that it shows in words and tables: its long description.
struct EPUBMapPart: Markup {
  let context: PageContext
  let brief: Int
  let index: Int

  func write(to sink: inout Sink) {
    let map = context.portal.briefs[brief].maps[index]
    let strings = context.strings
    let drawing = context.drawings.drawing(of: index, in: brief)
    let text = TextWriter(context, brief: brief, anchorsMentions: false)
    let title = context.name(of: .map(brief: brief, map: index))
    EPUBFrame(context, .map(index), title: title) {
      section(.ariaLabelledby("_title")) {
        h1(.id("_title")) { title }
        figure(.class("figure")) { EPUBMap(context: context, map: index, drawing: drawing) }
        if !map.caption.isEmpty { p { text.inline(map.caption) } }
        forEach(drawing.dates.indices) { panel in
          p { drawing.description(ofPanel: panel) }
        }
        if !map.source.isEmpty {
          p(.class("fine")) {
            strings.source
            Raw(": ")
            text.inline(map.source)
          }
        }
        MapEvents(text: text, index: index)
        tables(of: map, drawing, text)
      }
    }.write(to: &sink)
  }

  @MarkupBuilder
  private func tables(of map: ZoneMap, _ drawing: MapDrawing, _ text: TextWriter) -> some Markup {
    if !map.zones.isEmpty {
      h2(.id("_zones")) { context.strings.zones }
      ZoneTable(text: text, map: index, summary: drawing.summary)
      if map.asOf.count > 1 {
        h2(.id("_territory")) { context.strings.areaByDate }
        TerritoryTable(strings: context.strings, territory: drawing.territory)
      }
    }
    if !map.places.isEmpty {
      h2(.id("_places")) { context.strings.placesShown }
      PlaceTable(context: context, places: map.places, labelledBy: "_places")
    }
  }
}
