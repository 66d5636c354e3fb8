/// Words on a map, where they stand. Shifts are in ems, so that a label keeps its place when a
/// narrow drawing shows it larger.
struct Label: Sendable {
  enum Role: String, Sendable {
    case city, place, minor, area, zone, river, lake, route
  }

  /// Which end of each line stands at the anchor, as the eye sees it.
  enum Alignment: Sendable {
    case left, middle, right
  }

  var role: Role
  var name: Name
  /// Its lines, at least one.
  var lines: [String]
  /// Units.
  var anchor: Point
  var alignment = Alignment.middle
  /// From the anchor down to the first line's baseline, in ems.
  var drop = 0.35
  /// Clockwise, in degrees.
  var turn = 0.0
  /// Whether it is shown in the wide drawing alone.
  var isWideOnly = false
  /// From the symbol to a label that stands off it; units.
  var leader: [Point] = []

  static let leading = 1.12

  /// Size of this role's letters as a share of a main label's em.
  static func size(of role: Role) -> Double {
    switch role {
    case .city: 1.1
    case .place, .zone: 1
    case .minor, .area, .river, .lake, .route: 0.92
    }
  }

  /// What it covers, in units; for a turned label as if it were not.
  func box(in lettering: Lettering) -> Box {
    let em = lettering.em * Self.size(of: role)
    let spread = role == .area || role == .river ? 1.12 : role == .zone || role == .city ? 1.06 : 1
    let width = (lines.map(Lettering.width).max() ?? 0) * em * spread
    let left =
      switch alignment {
      case .left: anchor.x
      case .middle: anchor.x - width / 2
      case .right: anchor.x - width
      }
    let top = anchor.y + (drop - 0.8) * em
    let height = (Double(lines.count - 1) * Self.leading + 1.05) * em
    return Box(minX: left, minY: top, maxX: left + width, maxY: top + height)
  }
}
