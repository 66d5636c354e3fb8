internal import Cartography
internal import HTML
internal import Model

/// A map's zones: what each is, how its shape is known, how large it is, what states it.
struct ZoneTable: Markup {
  let text: TextWriter
  /// Index in the brief's maps.
  let map: Int
  let summary: MapSummary

  func write(to sink: inout Sink) {
    let context = text.context
    let strings = context.strings
    let zones = context.portal.briefs[text.brief].maps[map].zones
    let areas = self.areas
    // Notes of the criteria stand before the table: a float cannot stand inside one.
    div(.class("text")) {
      for zone in zones { text.notes(of: zone.text) }
    }.write(to: &sink)
    div(
      .class("table"), .role("group"), .tabindex(0), .ariaLabelledby("_zones")
    ) {
      table {
        thead {
          tr {
            th(.scope("col")) { strings.zone }
            th(.scope("col")) { strings.category }
            th(.scope("col")) { strings.confidence }
            if isDated { th(.scope("col")) { strings.date } }
            if !areas.isEmpty { th(.scope("col"), .class("n")) { strings.area } }
            th(.scope("col")) { strings.support }
            th(.scope("col")) { strings.criterion }
          }
        }
        tbody {
          for (index, zone) in zones.enumerated() {
            tr(.id("zone-\(zone.id)")) {
              th(.scope("row")) { zone.name.text(in: context.language) }
              td { zone.category }
              td { strings.confidence(zone.confidence) }
              if isDated { td { strings.span(from: zone.from, until: zone.until) } }
              if !areas.isEmpty {
                td(.class("n")) { areas[index] ?? "–" }
              }
              td {
                context.links(to: support(of: zone))
                MentionList(context: context, target: target(index), home: text.brief)
              }
              td { text.inline(zone.text) }
            }
          }
        }
      }
    }.write(to: &sink)
    sink.append("\n")
  }

  private func target(_ zone: Int) -> Target {
    let brief = text.context.portal.briefs[text.brief]
    return Target(.zone, brief: text.brief, index: brief.zoneIndex(map: map, zone: zone))
  }

  private var isDated: Bool {
    !text.context.portal.briefs[text.brief].maps[map].asOf.isEmpty
  }

  private func support(of zone: Zone) -> [Target] {
    (zone.section.map { [Target(.section, brief: text.brief, index: $0)] } ?? [])
      + zone.notes.map { Target(.note, brief: text.brief, index: $0) }
  }

  /// Square kilometres by zone; those without a shape have none.
  private var areas: [Int: String] {
    Dictionary(
      summary.zones.map { ($0.zone, text.context.strings.area($0.squareKilometres)) },
      uniquingKeysWith: { first, _ in first })
  }
}
