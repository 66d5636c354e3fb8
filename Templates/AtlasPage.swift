internal import Cartography
internal import HTML
internal import Model

/// All maps of all briefs as small pictures, then all places by region.
struct AtlasPage: Markup {
  let context: PageContext

  func write(to sink: inout Sink) {
    let portal = context.portal
    let mapped = portal.briefs.indices.filter { !portal.briefs[$0].maps.isEmpty }
    Frame(context, title: context.strings.atlas) {
      Raw("\n")
      h1 { context.strings.atlas }
      if !mapped.isEmpty { h2 { context.strings.maps } }
      for brief in mapped {
        h3 { a(.href(context.links.href(.brief(brief)))) { context.title(of: brief) } }
        ul(.class("atlas")) {
          for map in portal.briefs[brief].maps.indices {
            AtlasPlate(context: context, brief: brief, index: map)
          }
        }
        Raw("\n")
      }
      if !portal.places.isEmpty { PlacesByRegion(context: context) }
    }.write(to: &sink)
  }
}

/// A map as a small picture, which leads to its page.
private struct AtlasPlate: Markup {
  let context: PageContext
  let brief: Int
  let index: Int

  func write(to sink: inout Sink) {
    let whole = context.portal.briefs[brief]
    let map = whole.maps[index]
    let size = MapDrawing.size(of: map, in: context.portal)
    let language = map.language ?? whole.language
    li {
      a(.href(context.links.href(.map(brief: brief, map: index)))) {
        // Its name stands under it.
        img(
          .src(context.links.href(path: Asset.picturePath(of: index, in: whole))), .alt(""),
          .width(Int(size.width)), .height(Int(size.height)), .lazy)
        strong { context.strings.map(map.number) }
        Raw(" ")
        span(context.lang(language), context.dir(language)) { map.title }
      }
    }.write(to: &sink)
  }
}

/// Places under the places that they lie in, and the others at the end.
private struct PlacesByRegion: Markup {
  let context: PageContext

  func write(to sink: inout Sink) {
    let within = context.records.byRecord.placesWithin
    let places = context.portal.places
    let regions = context.ordered(
      within.indices.filter { !within[$0].isEmpty }, by: context.name(ofPlace:))
    let others = context.ordered(
      places.indices.filter { places[$0].within == nil && within[$0].isEmpty },
      by: context.name(ofPlace:))
    h2 { context.strings.placesByRegion }.write(to: &sink)
    for region in regions {
      h3 { context.link(context.name(ofPlace: region), to: .place(region)) }.write(to: &sink)
      list(context.ordered(within[region], by: context.name(ofPlace:)), to: &sink)
    }
    if others.isEmpty { return }
    if !regions.isEmpty { h3 { context.strings.otherPlaces }.write(to: &sink) }
    list(others, to: &sink)
  }

  private func list(_ places: [Int], to sink: inout Sink) {
    ul(.class("record-list columns")) {
      for index in places { PlaceRow(context: context, index: index, isWithinRegion: true) }
    }.write(to: &sink)
    sink.append("\n")
  }
}
