/// The letters that stand for names on any panel of a map.
struct MapKeys: Sendable {
  /// By index in `ZoneMap.zones`.
  private(set) var zones: [Int: MapLabels.Key] = [:]
  /// By index in `ZoneMap.routes`.
  private(set) var routes: [Int: MapLabels.Key] = [:]
  /// By index in `MapContents.marks`.
  private(set) var marks: [Int: MapLabels.Key] = [:]

  init(of panels: [MapPanel]) {
    for panel in panels {
      for (subject, key) in panel.labels.keys {
        switch subject {
        case .zone(let index): Self.add(key, panel.contents.zones[index].zone, &zones)
        case .route(let index): Self.add(key, panel.contents.routes[index].route, &routes)
        case .mark(let index): Self.add(key, index, &marks)
        case .words, .callout, .feature: break
        }
      }
    }
  }

  /// A letter that stands in some panels of the wide drawing and in others of the narrow one has to be
  /// explained in both.
  private static func add(
    _ key: MapLabels.Key, _ index: Int, _ keys: inout [Int: MapLabels.Key]
  ) {
    guard var known = keys[index] else { return keys[index] = key }
    if known.visibility != key.visibility { known.visibility = .both }
    keys[index] = known
  }

  /// A zone's own, or that of the place whose name it shares.
  func ofZone(_ zone: MapContents.ZoneArea, _ contents: MapContents) -> MapLabels.Key? {
    zones[zone.zone]
      ?? contents.marks.firstIndex { $0.label.text == zone.label.text }.flatMap { marks[$0] }
  }
}

extension MapContents {
  /// A number for what a letter may stand for, the same in all panels: zones, routes, places.
  func number(of subject: LabelRequest.Subject) -> Int? {
    switch subject {
    case .zone(let index): zones[index].zone
    case .route(let index): zoneCount + routes[index].route
    case .mark(let index): zoneCount + routeCount + index
    case .words, .callout, .feature: nil
    }
  }
}
