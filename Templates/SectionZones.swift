internal import HTML
internal import Model

/// The zones that a section supports, by map: the way from the text to what is drawn of it.
struct SectionZones: Markup {
  let context: PageContext
  let brief: Int
  let section: Int

  func write(to sink: inout Sink) {
    let maps = context.portal.briefs[brief].maps
    let shown = maps.indices.filter { maps[$0].zones.contains { $0.section == section } }
    guard !shown.isEmpty else { return }
    p(.class("fine mentions")) {
      context.strings.onTheMaps
      Text(context.strings.colon)
      Streamed { sink in
        for (position, map) in shown.enumerated() {
          if position > 0 { sink.append("; ") }
          write(maps[map], at: map, to: &sink)
        }
      }
      Raw(".")
    }.write(to: &sink)
    sink.append("\n")
  }

  /// “Map 2: North-eastern strip, South-eastern strip”.
  private func write(_ map: ZoneMap, at index: Int, to sink: inout Sink) {
    let page = Page.map(brief: brief, map: index)
    context.link(context.strings.map(map.number), to: page).write(to: &sink)
    for (position, zone) in map.zones.filter({ $0.section == section }).enumerated() {
      sink.append(text: position == 0 ? context.strings.colon : context.strings.listComma)
      context.link(zone.name.text(in: context.language), to: page, anchor: "zone-\(zone.id)")
        .write(to: &sink)
    }
  }
}
