import Model

/// Which style each category of zone has: the same on all maps of a brief, in the order in which
/// categories appear in them.
struct ZoneCategories: Sendable {
  /// As many as the style sheet and `ZonePattern` tell apart; then they begin again.
  static let styles = 8

  private let names: [String]

  init(of brief: Brief, and map: ZoneMap) {
    var names: [String] = []
    for zone in brief.maps.flatMap(\.zones) + map.zones {
      let name = Self.key(zone)
      if !names.contains(name) { names.append(name) }
    }
    self.names = names
  }

  /// From 1.
  func style(of zone: Zone) -> Int {
    (names.firstIndex(of: Self.key(zone)) ?? 0) % Self.styles + 1
  }

  /// Whether the category is a line on the ground, not an area: it has an outline and no fill.
  static func isLine(_ category: String) -> Bool {
    [
      "cordon", "front", "front line", "frontline", "boundary", "ligne de front", "limite", "طوق",
      "طوق أمني", "جبهة", "خط الجبهة", "حدود",
    ].contains(category.lowercased())
  }

  private static func key(_ zone: Zone) -> String {
    (zone.ownCategory ?? zone.category).lowercased()
  }
}
