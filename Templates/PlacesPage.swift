internal import HTML
internal import Model

/// The places that briefs speak of, in the order of their names: each leads to its page.
struct PlacesPage: Markup {
  let context: PageContext

  func write(to sink: inout Sink) {
    let order = context.ordered(
      context.portal.places.indices, by: context.name(ofPlace:))
    Frame(context, title: context.strings.places) {
      Raw("\n")
      h1 { context.strings.places }
      ul(.class("record-list columns")) {
        for index in order { PlaceRow(context: context, index: index, isEntry: true) }
      }
    }.write(to: &sink)
  }
}

/// A place in a list: its name, its kind, what it lies in.
struct PlaceRow: Markup {
  let context: PageContext
  let index: Int
  /// Whether it has the anchor that addresses of the place have.
  var isEntry = false
  /// Whether the list says what it lies in.
  var isWithinRegion = false

  func write(to sink: inout Sink) {
    let place = context.portal.places[index]
    var about = place.kind.map { [$0] } ?? []
    if !isWithinRegion, let within = place.within { about.append(context.name(ofPlace: within)) }
    li(isEntry ? .id(place.id) : nil) {
      context.link(context.name(ofPlace: index), to: .place(index))
      if !about.isEmpty {
        Raw(" ")
        small { about.joined(separator: context.strings.listComma) }
      }
    }.write(to: &sink)
  }
}
