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

  func writeLabels(to sink: inout Sink) {
    for badge in labels.badges { write(leaderTo: badge, to: &sink) }
    for label in labels.labels where !label.leader.isEmpty {
      let classes = label.isWideOnly ? "map-leader map-wide" : "map-leader"
      writePath(PathData(lines: [label.leader]), classes, to: &sink)
    }
    element("g", .class("map-labels")) {
      Each(labels.labels.map(LabelText.init))
    }.write(to: &sink)
    for badge in labels.badges { write(badge, to: &sink) }
  }

  private func write(leaderTo badge: MapLabels.Badge, to sink: inout Sink) {
    guard badge.at != badge.target else { return }
    writePath(PathData(lines: [[badge.target, badge.at]]), "map-leader", to: &sink)
  }

  private func write(_ badge: MapLabels.Badge, to sink: inout Sink) {
    element("g", .class("map-callout")) {
      empty(
        "circle", attribute("cx", badge.at.x), attribute("cy", badge.at.y),
        attribute("r", MapLabels.badgeSize / 2))
      element(
        "text", attribute("x", badge.at.x), attribute("y", badge.at.y),
        attribute("dy", ".35em"), attribute("text-anchor", "middle")
      ) { Text(String(badge.number)) }
    }.write(to: &sink)
  }
}
