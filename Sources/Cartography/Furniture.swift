import Model

/// What a map carries beside its contents: scale bar, north arrow and inset, each in the corner where
/// least stands.
struct Furniture: Sendable {
  private(set) var scaleBar: ScaleBar?
  /// The scale bar's left end; units.
  private(set) var scaleBarStart = Point(x: 16, y: 0)
  private(set) var inset: MapInset?
  private(set) var northArrow: NorthArrow?

  /// Clear of the sheet's edge; units.
  private static let gap = 12.0

  init() {}

  /// - Parameter contents: complete but for its furniture.
  init(of contents: MapContents, map: ZoneMap, in portal: Portal, words: MapWords, _ context: Geos)
  {
    let sheet = contents.frame.sheet
    var corners = Corner.allCases
    /// The corner of those left where a rectangle covers least.
    func take(_ width: Double, _ height: Double, among wanted: [Corner]) -> Box {
      let boxes = (wanted.filter(corners.contains).isEmpty ? corners : wanted)
        .filter(corners.contains).map { ($0, $0.box(width, height, in: sheet, gap: Self.gap)) }
      let costs = boxes.map { Self.cost(of: $0.1, contents) }
      guard let least = costs.min(), let index = costs.firstIndex(of: least) else { return sheet }
      corners.removeAll { $0 == boxes[index].0 }
      return boxes[index].1
    }
    if let inset = map.inset,
      var drawn = MapInset(inset, of: contents.frame, in: portal, context: context)
    {
      drawn.box = take(
        drawn.box.width, drawn.box.height, among: [.topRight, .topLeft, .bottomRight, .bottomLeft])
      self.inset = drawn
    }
    if let bar = ScaleBar(of: contents.frame, words: words) {
      scaleBar = bar
      let box = take(bar.length, 26, among: [.bottomLeft, .bottomRight])
      scaleBarStart = Point(x: box.minX + 4, y: box.maxY - 6)
    }
    if NorthArrow.isNeeded(on: contents.frame) {
      let box = take(NorthArrow.size, NorthArrow.size, among: [.topRight, .topLeft])
      northArrow = NorthArrow(at: box.centre, on: contents.frame)
    }
  }

  private enum Corner: CaseIterable {
    case topRight, topLeft, bottomLeft, bottomRight

    func box(_ width: Double, _ height: Double, in sheet: Box, gap: Double) -> Box {
      let x =
        self == .topLeft || self == .bottomLeft ? sheet.minX + gap : sheet.maxX - gap - width
      let y = self == .topLeft || self == .topRight ? sheet.minY + gap : sheet.maxY - gap - height
      return Box(minX: x, minY: y, maxX: x + width, maxY: y + height)
    }
  }

  /// How much a rectangle of the sheet would hide: what stands there, and zones by their area.
  private static func cost(of box: Box, _ contents: MapContents) -> Double {
    let room = box.grown(by: 14)
    var cost = 0.0
    cost += 3 * Double(contents.marks.count { room.holds($0.at) })
    cost += 3 * Double(contents.callouts.count { room.holds($0.at) })
    cost += Double(contents.arrows.count { $0.drawn.shaft.contains(where: room.holds) })
    cost += Double(contents.routes.count { $0.line.contains(where: room.holds) })
    for zone in contents.zones {
      let rings = zone.polygons.flatMap { $0 }
      guard let extent = Box(holding: rings.flatMap { $0 }), extent.overlaps(room) else { continue }
      let covered = (0..<16).count { index in
        Point(
          x: room.minX + room.width * (Double(index % 4) + 0.5) / 4,
          y: room.minY + room.height * (Double(index / 4) + 0.5) / 4
        ).isInside(rings)
      }
      cost += Double(covered) / 8
    }
    return cost
  }

  /// What labels have to leave free.
  func rooms(_ lettering: Lettering) -> [Box] {
    var rooms: [Box] = []
    if let scaleBar {
      rooms.append(
        Box(
          minX: scaleBarStart.x - 6, minY: scaleBarStart.y - 10 - lettering.em,
          maxX: scaleBarStart.x + scaleBar.length + 6, maxY: scaleBarStart.y + 10))
    }
    if let inset { rooms.append(inset.box.grown(by: 3)) }
    if let northArrow { rooms.append(northArrow.room) }
    return rooms
  }
}
