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
    Frame(context, title: context.strings.places) {
      Raw("\n")
      h1 { context.strings.places }
      forEach(order) { index in
        div(.class("record"), .id(places[index].id)) { entry(places[index], at: index) }
        Raw("\n")
      }
    }.write(to: &sink)
  }

  @MarkupBuilder
  private func entry(_ place: Place, at index: Int) -> some Markup {
    let strings = context.strings
    h2 { place.name.text(in: context.language) }
    OtherNames(context: context, name: place.name, kind: place.kind)
    if !place.description.isEmpty { context.blocks(place.description, headingsFrom: 3) }
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
            if let reason = place.reason { ": \(reason)" }
          } else if let source = place.source {
            " (\(source))"
          }
        }
      }
    }
    MentionList(context: context, target: Target(.place, index: index))
  }
}
