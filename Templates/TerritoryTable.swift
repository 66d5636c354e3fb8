internal import Cartography
internal import HTML
internal import Model

/// How much ground each category of zones covers on each date of a map.
struct TerritoryTable: Markup {
  let strings: any InterfaceStrings
  let territory: MapTerritory

  func write(to sink: inout Sink) {
    div(.class("table"), .role("group"), .tabindex(0), .ariaLabelledby("_territory")) {
      table {
        thead {
          tr {
            th(.scope("col")) { strings.date }
            forEach(territory.categories) { category in
              th(.scope("col"), .class("n")) { category }
            }
          }
        }
        tbody {
          for index in territory.dates.indices {
            tr {
              th(.scope("row")) { strings.date(territory.dates[index].date) }
              forEach(Array(territory.categories.indices)) { category in
                td(.class("n")) {
                  territory.area(date: index, category: category).map(strings.area) ?? "–"
                }
              }
            }
          }
        }
      }
    }.write(to: &sink)
    sink.append("\n")
  }
}
