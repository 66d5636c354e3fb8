public import Model

/// How much ground each category of zones covers on each date of a map: ground that two zones of a
/// category share counts once.
public struct MapTerritory: Sendable, Equatable {
  /// In the order in which the map's zones give them.
  public let categories: [String]
  /// One for each date, in the map's order: the areas of the categories in km², to two significant
  /// digits; `nil` for one that has no zone then.
  public let dates: [(date: PartialDate, areas: [Double?])]

  init(of panels: [MapPanel], map: ZoneMap) {
    var categories: [String] = []
    for zone in map.zones
    where !categories.contains(where: { $0.lowercased() == zone.category.lowercased() }) {
      categories.append(zone.category)
    }
    self.categories = categories
    let context = Geos()
    dates = panels.compactMap { panel in
      guard let date = panel.date, let context else { return nil }
      return (
        date,
        categories.map { category in
          let zones = panel.contents.zones.filter {
            map.zones[$0.zone].category.lowercased() == category.lowercased()
          }
          guard !zones.isEmpty else { return nil }
          return roundedToTwoDigits(Self.area(of: zones, context))
        }
      )
    }
  }

  private static func area(of zones: [MapContents.ZoneArea], _ context: Geos) -> Double {
    if zones.count == 1 { return zones[0].area }
    let parts = zones.flatMap { $0.ground.map { $0.map(\.unwrapped) } }
    guard let whole = Geometry(polygons: parts, in: context)?.mended else { return 0 }
    return Geometry.area(of: whole.degrees, in: context)
  }

  /// Square kilometres; `nil` for no zone.
  public func area(date: Int, category: Int) -> Double? { dates[date].areas[category] }

  public static func == (a: Self, b: Self) -> Bool {
    a.categories == b.categories
      && a.dates.elementsEqual(b.dates) { $0.date == $1.date && $0.areas == $1.areas }
  }
}
