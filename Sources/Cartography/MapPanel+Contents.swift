import HTML
import Model

// What a map is about: zones, routes, movements, places and numbered events.

extension MapPanel {
  func writeContents(to sink: inout Sink) {
    for zone in contents.zones {
      let data = PathData(polygons: zone.polygons)
      guard !data.isEmpty else { continue }
      empty(
        "path",
        .class(
          "map-zone map-z\(zone.style) map-\(zone.confidence.rawValue)"
            + MapLayer.zones(style: zone.style).suffix),
        attribute("fill", ZonePattern.fill(zone.style, isLine: zone.isLine, sharedPrefix)),
        attribute("fill-rule", "evenodd"), attribute("d", data.text)
      ).write(to: &sink)
    }
    group(.movements, if: !contents.routes.isEmpty || !contents.arrows.isEmpty, to: &sink) {
      writeMovements(to: &$0)
    }
    let marks = contents.marks.filter { $0.symbol != .area }
    group(.places, if: !marks.isEmpty, to: &sink) { sink in
      for mark in marks {
        let kind = "map-symbol map-\(mark.symbol.rawValue)"
        writePath(
          mark.symbol.outline(at: mark.at), mark.isApproximate ? kind + " map-approximate" : kind,
          to: &sink)
      }
    }
  }

  private func writeMovements(to sink: inout Sink) {
    for route in contents.routes {
      let data = PathData(lines: [route.line])
      writePath(data, "map-casing", to: &sink)
      writePath(data, "map-route", to: &sink)
    }
    for (_, arrow) in contents.arrows {
      let shaft = PathData(lines: [arrow.shaft])
      writePath(shaft, "map-casing", to: &sink)
      writePath(shaft, "map-arrow", to: &sink)
      writePath(PathData(polygons: [[arrow.head]]), "map-arrowhead", to: &sink)
    }
  }

  /// What belongs to a layer that readers can hide.
  func group(
    _ layer: MapLayer, if isDrawn: Bool, to sink: inout Sink,
    _ write: @escaping (inout Sink) -> Void
  ) {
    guard isDrawn else { return }
    element("g", .class(String(layer.suffix.dropFirst()))) { Streamed(write) }.write(to: &sink)
  }
}
