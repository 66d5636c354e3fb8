import HTML
import Model

// What a map is about: zones, routes, movements, places and numbered events.

extension MapPanel {
  func writeContents(to sink: inout Sink) {
    for zone in contents.zones {
      let data = PathData(polygons: zone.polygons)
      guard !data.isEmpty else { continue }
      empty(
        "path", .class("map-zone map-z\(zone.style) map-\(zone.confidence.rawValue)"),
        attribute("fill", ZonePattern.fill(zone.style, isLine: zone.isLine, sharedPrefix)),
        attribute("fill-rule", "evenodd"), attribute("d", data.text)
      ).write(to: &sink)
    }
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
    for mark in contents.marks where mark.symbol != .area {
      let kind = "map-symbol map-\(mark.symbol.rawValue)"
      writePath(
        mark.symbol.outline(at: mark.at), mark.isApproximate ? kind + " map-approximate" : kind,
        to: &sink)
    }
  }
}
