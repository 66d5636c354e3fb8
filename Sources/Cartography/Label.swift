/// Words on a map, where they stand. Shifts are in ems, so that a label can keep its place where a
/// narrow drawing shows it larger.
struct Label: Sendable, Equatable {
  enum Role: String, Sendable {
    case city, place, minor, area, division, zone, river, lake, route, country

    /// Of free words of a kind.
    init(kind: String?) {
      switch kind?.lowercased() {
      case "country", "state", "nation": self = .country
      case "water", "river", "lake", "sea", "ocean", "gulf", "bay", "strait", "canal", "reservoir",
        "marsh", "wadi":
        self = .lake
      default: self = .area
      }
    }

    /// Size of its letters as a share of a main label's em.
    var size: Double {
      switch self {
      case .city: 1.1
      case .place, .zone, .country: 1
      case .division: 0.82
      case .minor, .area, .river, .lake, .route: 0.92
      }
    }

    /// How much wider its letters and what is between them are than Lettering says.
    func spread(_ name: Name) -> Double {
      switch self {
      case .country: name.maySpread ? 1.3 : 1.06
      case .area, .division: name.maySpread ? 1.12 : 1
      case .river: 1.1
      case .zone, .city: 1.06
      case .place, .minor, .lake, .route: 1
      }
    }
  }

  /// Which end of each line stands at the anchor, as the eye sees it.
  enum Alignment: Sendable {
    case left, middle, right
  }

  let block: LabelBlock
  /// Units.
  var anchor: Point
  var alignment = Alignment.middle
  /// From the anchor down to the first line's baseline, in ems.
  var drop = 0.35
  /// Clockwise, in degrees.
  var turn = 0.0
  /// What it is written along, from left to right; empty where it is straight. Units.
  var curve: [Point] = []
  /// From the symbol to a label that stands off it; units.
  var leader: [Point] = []

  var role: Role { block.role }
  var name: Name { block.name }

  init(_ block: LabelBlock, anchor: Point) {
    self.block = block
    self.anchor = anchor
  }

  /// What it covers, in units; for a turned label as if it were not.
  func box(in lettering: Lettering) -> Box {
    let em = lettering.em * role.size
    let width = block.width * em
    let left =
      switch alignment {
      case .left: anchor.x
      case .middle: anchor.x - width / 2
      case .right: anchor.x - width
      }
    let top = anchor.y + (drop - 0.8) * em
    return Box(
      minX: left, minY: top, maxX: left + width, maxY: top + (block.depth + 1.05) * em)
  }

  /// What it covers: its box, or for one that is turned or bent a row of small boxes along it.
  func boxes(in lettering: Lettering) -> [Box] {
    let em = lettering.em * role.size
    if curve.count > 1 {
      return zip(curve, curve.dropFirst()).flatMap { a, b -> [Box] in
        let length = max(a.distance(to: b), 0.001)
        // Letters stand on the curve: their middle is a third of an em above it.
        let (x, y) = ((b.y - a.y) / length * em * 0.33, -(b.x - a.x) / length * em * 0.33)
        let count = max(1, Int((length / em * 1.6).rounded(.up)))
        return (0..<count).map {
          let at = a.toward(b, (Double($0) + 0.5) / Double(count))
          return Box(around: Point(x: at.x + x, y: at.y + y), width: em * 1.05, height: em * 1.05)
        }
      }
    }
    let box = box(in: lettering)
    guard turn != 0 else { return [box.grown(by: 1)] }
    let (cosine, sine) = (cosine(turn.radians), sine(turn.radians))
    let side = box.height
    let count = min(200, max(1, Int((box.width / side * 1.4).rounded(.up))))
    return (0..<count).map { index in
      let along = box.minX + (Double(index) + 0.5) * box.width / Double(count) - anchor.x
      let across = box.centre.y - anchor.y
      let centre = Point(
        x: anchor.x + along * cosine - across * sine, y: anchor.y + along * sine + across * cosine)
      return Box(around: centre, width: side, height: side)
    }
  }
}
