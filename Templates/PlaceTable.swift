internal import HTML
internal import Model

/// Places with their coordinates; estimates are marked, with how they were made.
struct PlaceTable: Markup {
  let context: PageContext
  /// Indices in the portal's places.
  let places: [Int]
  /// The id of the heading above.
  let labelledBy: String

  func write(to sink: inout Sink) {
    let strings = context.strings
    div(
      .class("table"), .role("group"), .tabindex(0), .ariaLabelledby(labelledBy)
    ) {
      table {
        thead {
          tr {
            th(.scope("col")) { strings.place }
            th(.scope("col")) { strings.kind }
            th(.scope("col"), .class("n")) { strings.latitude }
            th(.scope("col"), .class("n")) { strings.longitude }
            th(.scope("col")) { strings.basis }
          }
        }
        tbody {
          forEach(places) { index in
            let place = context.portal.places[index]
            tr {
              th(.scope("row")) {
                context.link(
                  place.name.text(in: context.language), to: .places, anchor: place.id)
              }
              td { place.kind ?? "" }
              td(.class("n")) { place.coordinate.map { strings.degrees($0.latitude) } ?? "–" }
              td(.class("n")) { place.coordinate.map { strings.degrees($0.longitude) } ?? "–" }
              td { basis(of: place) }
            }
          }
        }
      }
    }.write(to: &sink)
    sink.append("\n")
  }

  @MarkupBuilder
  private func basis(of place: Place) -> some Markup {
    if place.isApproximate {
      em { context.strings.approximate }
      if let reason = place.reason { "\(context.strings.colon)\(reason)" }
    } else if let source = place.source {
      source
    }
  }
}
