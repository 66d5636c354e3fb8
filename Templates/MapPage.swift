internal import HTML
internal import Model

/// A map of a brief: the drawing, and all that it shows as tables, for those who cannot see it and
/// for those who want to check it.
struct MapPage: Markup {
  let context: PageContext
  let brief: Int
  let index: Int

  func write(to sink: inout Sink) {
    let map = context.portal.briefs[brief].maps[index]
    let strings = context.strings
    let drawing = MapFigure(context: context, brief: brief, map: index)
    let text = TextWriter(context, brief: brief, anchorsMentions: false)
    Frame(
      context, title: context.name(of: context.page),
      description: map.description ?? map.caption.plainText,
      trail: context.trail(above: context.page)
    ) {
      Raw("\n")
      article {
        h1 {
          span(.class("kicker")) { strings.map(map.number) }
          Raw(" ")
          map.title
        }
        Raw("\n")
        figure(.class("figure key")) {
          drawing
        }
        Raw("\n")
        div(.class("text")) {
          paragraph(map.caption, text)
          if let description = map.description {
            p(context.lang(language), context.dir(language)) { description }
          }
          if !map.source.isEmpty {
            text.notes(of: map.source)
            p(.class("fine")) {
              strings.source
              Text(strings.colon)
              text.inline(map.source)
            }
          }
          downloads(map)
          MapEvents(text: text, index: index)
        }
        Raw("\n")
        if !map.zones.isEmpty {
          h2(.id("_zones")) { strings.zones }
          ZoneTable(text: text, map: index, summary: drawing.summary)
          if map.asOf.count > 1 {
            h2(.id("_territory")) { strings.areaByDate }
            TerritoryTable(strings: strings, territory: drawing.territory)
          }
        }
        if !map.places.isEmpty {
          h2(.id("_places")) { strings.placesShown }
          PlaceTable(context: context, places: map.places, labelledBy: "_places")
        }
      }
    }.write(to: &sink)
  }

  @MarkupBuilder
  private func paragraph(_ prose: Prose, _ text: TextWriter) -> some Markup {
    if !prose.isEmpty {
      text.notes(of: prose)
      p(.class("lead"), context.lang(language), context.dir(language)) { text.inline(prose) }
    }
  }

  private var language: String? { context.portal.briefs[brief].maps[index].language }

  private func downloads(_ map: ZoneMap) -> some Markup {
    let whole = context.portal.briefs[brief]
    let strings = context.strings
    return p(.class("fine downloads")) {
      strings.downloadMap
      Text(strings.colon)
      a(.href(context.links.href(path: Asset.sheetPath(of: map, in: whole))), .download) {
        strings.asDrawing
      }
      Text(strings.listComma)
      a(.href(context.links.href(path: Asset.geoJSONPath(of: map, in: whole))), .download) {
        strings.asData
      }
      Raw(".")
    }
  }
}
