/// What labels stand on: where none may, and what each had better not cover.
final class LabelGround {
  /// What it costs to cover a unit of a line.
  enum Line: Double {
    case arrow = 3
    case route = 0.9
    case outline = 0.5
    case border = 0.42
    case water = 0.3
    case lesser = 0.1
  }

  let sheet: Box
  let lettering: Lettering
  private let fixed: BoxGrid
  private let costs: CostRaster
  private let zones: ZoneRaster

  init(of contents: MapContents) {
    sheet = contents.frame.sheet.grown(by: -3)
    lettering = .wide
    fixed = BoxGrid(sheet: contents.frame.sheet)
    var costs = CostRaster(sheet: contents.frame.sheet)
    zones = ZoneRaster(contents)
    for layer in contents.layers {
      for feature in layer.features {
        let cost: Line =
          switch layer.theme {
          case .borders, .roads, .other: .border
          case .boundaries, .countries: .lesser
          case .rivers where feature.name == nil: .lesser
          case .land, .sea, .lakes, .coast, .rivers: .water
          }
        for line in feature.lines { costs.add(line, cost.rawValue) }
        guard !layer.theme.isOutline else { continue }
        for ring in feature.polygons.flatMap({ $0 }) { costs.add(ring, cost.rawValue) }
      }
    }
    for zone in contents.zones {
      for ring in zone.polygons.flatMap({ $0 }) { costs.add(ring, Line.outline.rawValue) }
    }
    for route in contents.routes { costs.add(route.line, Line.route.rawValue) }
    for arrow in contents.arrows { costs.add(arrow.drawn.shaft, Line.arrow.rawValue) }
    costs.sum()
    self.costs = costs
  }

  private init(_ ground: LabelGround, fixed: BoxGrid, _ lettering: Lettering) {
    sheet = ground.sheet
    self.lettering = lettering
    self.fixed = fixed
    costs = ground.costs
    zones = ground.zones
  }

  /// The same ground with what stands on it at a size: signs of places, arrowheads, the scale bar.
  func standing(_ contents: MapContents, in lettering: Lettering) -> LabelGround {
    var fixed = fixed
    for box in contents.furniture.rooms(lettering) { fixed.addFixed(box) }
    for mark in contents.marks where mark.symbol != .area {
      let size = mark.symbol.radius * 2 * lettering.enlargement
      fixed.addFixed(Box(around: mark.at, width: size, height: size))
    }
    for arrow in contents.arrows {
      if let head = Box(holding: arrow.drawn.head) { fixed.addFixed(head.grown(by: -2)) }
    }
    return LabelGround(self, fixed: fixed, lettering)
  }

  /// Whether there is room on the sheet, but for other labels.
  func hasRoom(for box: Box) -> Bool { sheet.holds(box) && !fixed.overlaps(box) }

  /// What a candidate's words cost by what they cover.
  func cost(of candidate: LabelCandidate) -> Double {
    let others = candidate.others.reduce(0) { $0 + costs.cost(of: $1) }
    guard case .name(let label) = candidate.sign, label.turn == 0, label.curve.isEmpty else {
      // The boxes of a row overlap each other.
      return (costs.cost(of: candidate.box) + others) * 0.7
    }
    return costs.cost(of: candidate.box.grown(by: -1)) + others * 0.8
  }

  /// The shares of a box that lie outside a zone, in zones that a reader could take it to name, and in
  /// zones that hold the zone.
  func shares(of box: Box, zone: Int) -> ZoneShares {
    zones.shares(of: box, zone: zone)
  }
}
