internal import Cartography
internal import HTML
internal import Model

/// The places that briefs speak of, in the order of their names.
struct PlacesPage: Markup {
  let context: PageContext

  func write(to sink: inout Sink) {
    let places = context.portal.places
    let order = places.indices.sorted {
      (sortKey(places[$0].name.text(in: context.language)), $0)
        < (sortKey(places[$1].name.text(in: context.language)), $1)
    }
    let locators = LocatorMaps(of: context.portal, id: "_ground")
    let shown = mapsByPlace
    Frame(context, title: context.strings.places) {
      Raw("\n")
      h1 { context.strings.places }
      locators.map(\.ground)
      forEach(order) { index in
        div(.class("record"), .id(places[index].id)) {
          entry(places[index], at: index, locators, on: shown[index] ?? [])
        }
        Raw("\n")
      }
    }.write(to: &sink)
  }

  @MarkupBuilder
  private func entry(
    _ place: Place, at index: Int, _ locators: LocatorMaps?, on maps: [Target]
  ) -> some Markup {
    let strings = context.strings
    h2 { place.name.text(in: context.language) }
    if let coordinate = place.coordinate {
      locators?.map(
        of: coordinate,
        label: strings.position(of: place.name.text(in: context.language)))
    }
    OtherNames(context: context, name: place.name, kind: place.kind)
    if !place.description.isEmpty {
      div(context.lang(place.language), context.dir(place.language)) {
        context.blocks(place.description, headingsFrom: 3)
      }
    }
    if place.coordinate != nil || place.within != nil {
      p(.class("fine")) {
        if let within = place.within {
          strings.within
          Raw(" ")
          context.links(to: [Target(.place, index: within)])
          Raw(". ")
        }
        if let coordinate = place.coordinate {
          "\(strings.degrees(coordinate.latitude)), \(strings.degrees(coordinate.longitude))"
          if place.isApproximate {
            Raw(" ")
            em { "(\(strings.approximate))" }
            if let reason = place.reason { "\(context.strings.colon)\(reason)" }
          } else if let source = place.source {
            " (\(source))"
          }
        }
      }
    }
    if !maps.isEmpty {
      p(.class("fine")) {
        strings.onTheMaps
        Raw(": ")
        context.links(to: maps)
      }
    }
    MentionList(context: context, target: Target(.place, index: index))
  }

  /// The maps that name or draw each place, in the order of briefs and maps.
  private var mapsByPlace: [Int: [Target]] {
    var shown: [Int: [Target]] = [:]
    for (brief, whole) in context.portal.briefs.enumerated() {
      for (index, map) in whole.maps.enumerated() {
        for place in Set(map.places + map.callouts.map(\.at)) {
          shown[place, default: []].append(Target(.map, brief: brief, index: index))
        }
      }
    }
    return shown
  }
}
