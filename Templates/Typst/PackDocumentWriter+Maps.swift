internal import Cartography
internal import HTML
internal import Model

// A brief's maps, one on each page.

extension PackDocumentWriter {
  func writeMaps(_ writer: TypstWriter, _ figures: PackFigures, to sink: inout Sink) {
    for index in brief.maps.indices {
      let map = brief.maps[index]
      figures.writeMapPage(
        writer, index, title: "\(strings.map(map.number)). \(map.title)",
        words: map.caption.isEmpty ? nil : { writer.inline(map.caption, notes: .text, to: &$0) },
        after: { writeZones(of: index, writer, to: &$0) }, to: &sink)
    }
  }

  func writeZones(of index: Int, _ writer: TypstWriter, to sink: inout Sink) {
    let map = brief.maps[index]
    guard !map.zones.isEmpty else { return }
    heading(2, strings.zones, nil, writer, to: &sink)
    let areas = Dictionary(
      maps.drawing(of: index, in: self.index).summary.zones.map {
        ($0.zone, strings.area($0.squareKilometres))
      },
      uniquingKeysWith: { first, _ in first })
    sink.append(
      "#grid-of((2fr, 1.4fr, 1.2fr, 1fr, 5fr), alignment: (start, start, start, end, start), (")
    for title in [
      strings.zone, strings.category, strings.confidence, strings.area, strings.criterion,
    ] {
      sink.append(unsafe: "[\(typst(title))],")
    }
    sink.append("),\n")
    for (number, zone) in map.zones.enumerated() {
      sink.append(unsafe: "[\(typst(zone.name.text(in: brief.language)))],")
      sink.append(
        unsafe: "[\(typst(zone.category))],[\(typst(strings.confidence(zone.confidence)))],")
      sink.append(unsafe: "[\(typst(areas[number] ?? "–"))],[")
      writer.inline(zone.text, notes: .text, to: &sink)
      sink.append("],\n")
    }
    sink.append(")\n")
  }
}
