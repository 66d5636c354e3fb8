import Model

/// The words and numbered badges of a map, where they found room.
struct MapLabels: Sendable {
  struct Badge: Sendable {
    /// From 1.
    var number: Int
    /// Where it stands, and what it points to.
    var at: Point
    var target: Point
  }

  private(set) var labels: [Label] = []
  private(set) var badges: [Badge] = []

  static let badgeSize = 22.0

  init(of contents: MapContents, language: String) {
    var placement = LabelPlacement(sheet: contents.frame.sheet)
    for (wide, narrow) in zip(contents.furniture.rooms(.wide), contents.furniture.rooms(.narrow)) {
      placement.reserve(wide: wide, narrow: narrow)
    }
    for mark in contents.marks where mark.symbol != .area {
      placement.reserve(mark.at, size: mark.symbol.radius * 2)
    }
    for arrow in contents.arrows {
      for corner in arrow.drawn.head.prefix(1) { placement.reserve(corner, size: 10) }
      placement.avoid(arrow.drawn.shaft)
    }
    for route in contents.routes { placement.avoid(route.line) }
    placeBadges(of: contents, in: &placement)
    let marks = contents.marks.enumerated()
      .sorted { ($0.element.symbol.rank, $0.offset) < ($1.element.symbol.rank, $1.offset) }
      .map(\.element)
    for mark in marks where mark.symbol != .area {
      placement.place(
        Label.around(
          mark.at, radius: mark.symbol.radius, role: mark.symbol.labelRole, name: mark.name))
    }
    for zone in contents.zones
    where !contents.marks.contains(where: { $0.name.text == zone.name.text }) {
      let (first, second) = Self.candidates(for: zone)
      if !placement.place(first, covering: 25) { placement.place(second, covering: 25) }
    }
    for mark in marks where mark.symbol == .area {
      placement.place(Self.candidates(for: mark))
    }
    for route in contents.routes {
      if let name = route.name { placement.place(Self.along(route.line, .route, name)) }
    }
    Self.placeLayerNames(of: contents, language: language, in: &placement)
    labels = placement.labels
  }

  /// Beside its place, the nearest free room first; on it where there is none.
  private mutating func placeBadges(of contents: MapContents, in placement: inout LabelPlacement) {
    for (callout, target) in contents.callouts {
      let rings = [15.0, 26, 38, 52, 68].flatMap { distance in
        [5, 7, 3, 1, 6, 4, 2, 0].map { eighth in
          let angle = Double(eighth) * .pi / 4
          return Point(
            x: target.x + cosine(angle) * distance, y: target.y + sine(angle) * distance)
        }
      }
      var at = target
      for candidate in [target] + rings
      where placement.placeBadge(candidate, size: Self.badgeSize) {
        at = candidate
        break
      }
      badges.append(Badge(number: callout + 1, at: at, target: target))
    }
  }
}
