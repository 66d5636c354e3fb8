/// What labels stand on: where none may, and what each had better not cover.
struct LabelGround {
  /// What it costs to cover a unit of a line.
  enum Line: Double {
    case arrow = 2
    case route = 0.9
    case outline = 0.5
    case border = 0.42
    case water = 0.3
    case lesser = 0.1
  }

  let sheet: Box
  private var fixed: BoxGrid
  private var costs: CostRaster
  private var zones: ZoneRaster

  init(of contents: MapContents) {
    sheet = contents.frame.sheet.grown(by: -3)
    fixed = BoxGrid(sheet: contents.frame.sheet)
    costs = CostRaster(sheet: contents.frame.sheet)
    zones = ZoneRaster(contents)
    for layer in contents.layers {
      for feature in layer.features {
        let cost: Line =
          switch layer.theme {
          case .borders, .roads, .other: .border
          case .rivers where feature.name == nil: .lesser
          case .land, .sea, .lakes, .coast, .rivers: .water
          }
        for line in feature.lines { costs.add(line, cost.rawValue) }
        guard layer.theme != .borders, layer.theme != .coast else { continue }
        for ring in feature.polygons.flatMap({ $0 }) { costs.add(ring, cost.rawValue) }
      }
    }
    for zone in contents.zones {
      for ring in zone.polygons.flatMap({ $0 }) { costs.add(ring, Line.outline.rawValue) }
    }
    for route in contents.routes { costs.add(route.line, Line.route.rawValue) }
    for arrow in contents.arrows { costs.add(arrow.drawn.shaft, Line.arrow.rawValue) }
    costs.sum()
  }

  /// The same ground with what stands on it at a size: signs of places, arrowheads, the scale bar.
  func standing(_ contents: MapContents, in lettering: Lettering) -> LabelGround {
    var ground = self
    for box in Furniture.rooms(lettering, contents) { ground.fixed.addFixed(box) }
    for mark in contents.marks where mark.symbol != .area {
      let size = mark.symbol.radius * 2 * lettering.enlargement
      ground.fixed.addFixed(Box(around: mark.at, width: size, height: size))
    }
    for arrow in contents.arrows {
      if let head = Box(holding: arrow.drawn.head) { ground.fixed.addFixed(head.grown(by: -2)) }
    }
    return ground
  }

  /// Whether there is room for it on the sheet, but for other labels.
  func hasRoom(for candidate: LabelCandidate) -> Bool {
    candidate.boxes.allSatisfy { sheet.holds($0) && !fixed.overlaps($0) }
  }

  /// What a candidate's words cost by what they cover.
  func cost(of candidate: LabelCandidate) -> Double {
    guard let label = candidate.sign.label, label.turn == 0, label.curve.isEmpty else {
      // The boxes of a row overlap each other.
      return candidate.boxes.reduce(0) { $0 + costs.cost(of: $1) } * 0.7
    }
    guard let words = candidate.boxes.first else { return 0 }
    let leader = candidate.boxes.dropFirst().reduce(0) { $0 + costs.cost(of: $1) }
    return costs.cost(of: words.grown(by: -1)) + leader * 0.5
  }

  /// The shares of a box that lie outside a zone, in zones that a reader could take it to name, and in
  /// zones that hold the zone.
  func shares(of box: Box, zone: Int) -> ZoneShares {
    zones.shares(of: box, zone: zone)
  }
}

/// How much of a box, 0…1.
struct ZoneShares {
  var outside = 0.0
  var foreign = 0.0
  var around = 0.0
}

/// The cost of lines, in small cells, summed so that any box costs four look-ups.
private struct CostRaster {
  private static let side = 3.0
  private let columns: Int
  private let rows: Int
  private var cells: [Double]

  init(sheet: Box) {
    columns = Int((sheet.maxX / Self.side).rounded(.up)) + 1
    rows = min(4000, Int((sheet.maxY / Self.side).rounded(.up))) + 1
    cells = Array(repeating: 0, count: columns * rows)
  }

  mutating func add(_ line: [Point], _ cost: Double) {
    for (a, b) in zip(line, line.dropFirst()) {
      let length = a.distance(to: b)
      guard length.isFinite, length > 0 else { continue }
      let count = min(2000, max(1, Int((length / 2).rounded(.up))))
      for step in 0..<count {
        let at = a.toward(b, (Double(step) + 0.5) / Double(count))
        // The first row and column stay empty for the sums.
        guard at.x >= 0, at.y >= 0 else { continue }
        let (column, row) = (
          Int(min(at.x, 1e6) / Self.side) + 1, Int(min(at.y, 1e6) / Self.side) + 1
        )
        guard column < columns, row < rows else { continue }
        cells[row * columns + column] += length / Double(count) * cost
      }
    }
  }

  mutating func sum() {
    for row in 1..<max(2, rows) where row < rows {
      var line = 0.0
      for column in 1..<columns {
        line += cells[row * columns + column]
        cells[row * columns + column] = line + cells[(row - 1) * columns + column]
      }
    }
  }

  func cost(of box: Box) -> Double {
    let (left, right) = (cell(box.minX, columns), cell(box.maxX, columns))
    let (top, bottom) = (cell(box.minY, rows), cell(box.maxY, rows))
    return cells[bottom * columns + right] - cells[top * columns + right]
      - cells[bottom * columns + left] + cells[top * columns + left]
  }

  private func cell(_ value: Double, _ count: Int) -> Int {
    Int(min(max((value / Self.side).rounded(), 0), Double(count - 1)))
  }
}

/// Which zones cover each cell of the sheet; the first 64 of a map are told apart.
private struct ZoneRaster {
  private static let side = 4.0
  private let columns: Int
  private let rows: Int
  private var cells: [UInt64]
  /// For each zone, those in which its name could be taken for theirs: all but lines, and those that
  /// hold nearly all of it.
  private var rivals: [UInt64] = []
  /// All zones that are not lines.
  private var areas: UInt64 = 0

  init(_ contents: MapContents) {
    let sheet = contents.frame.sheet
    columns = Int((sheet.maxX / Self.side).rounded(.up))
    rows = min(4000, Int((sheet.maxY / Self.side).rounded(.up)))
    cells = Array(repeating: 0, count: columns * rows)
    let zones = contents.zones.prefix(64)
    let areas = zones.indices.filter { !zones[$0].isLine }
    for (index, zone) in zones.enumerated() {
      fill(zone.polygons.flatMap { $0 }, with: 1 << UInt64(index))
    }
    self.areas = areas.reduce(0) { $0 | 1 << UInt64($1) }
    rivals = zones.indices.map { self.areas & ~(1 << UInt64($0)) }
    for zone in areas {
      let own: UInt64 = 1 << UInt64(zone)
      let cells = cells.filter { $0 & own != 0 }
      for other in areas where cells.count { $0 & 1 << UInt64(other) != 0 } * 5 >= cells.count * 4 {
        rivals[zone] &= ~(1 << UInt64(other))
      }
    }
  }

  /// By the even-odd rule, row by row.
  private mutating func fill(_ rings: [[Point]], with bit: UInt64) {
    var crossings = [[Double]](repeating: [], count: rows)
    for ring in rings {
      for (a, b) in zip(ring, ring.dropFirst()) where a.y != b.y && a.isFinite && b.isFinite {
        let (top, bottom) = a.y < b.y ? (a, b) : (b, a)
        let first = max(0, Int((max(top.y, 0) / Self.side - 0.5).rounded(.up)))
        var row = first
        while row < rows, (Double(row) + 0.5) * Self.side < bottom.y {
          let y = (Double(row) + 0.5) * Self.side
          crossings[row].append(top.x + (bottom.x - top.x) * (y - top.y) / (bottom.y - top.y))
          row += 1
        }
      }
    }
    for row in 0..<rows {
      let xs = crossings[row].sorted()
      for pair in stride(from: 0, to: xs.count - 1, by: 2) {
        let first = Int(max(0, (xs[pair] / Self.side - 0.5).rounded(.up)))
        let last = Int(min(Double(columns - 1), (xs[pair + 1] / Self.side - 0.5).rounded(.down)))
        guard first <= last else { continue }
        for column in first...last { cells[row * columns + column] |= bit }
      }
    }
  }

  func shares(of box: Box, zone: Int) -> ZoneShares {
    var shares = ZoneShares()
    guard rivals.indices.contains(zone), columns > 0, rows > 0 else { return shares }
    let own: UInt64 = 1 << UInt64(zone)
    let holders = areas & ~own & ~rivals[zone]
    for i in 0..<9 {
      for j in 0..<3 {
        let x = box.minX + box.width * (Double(i) + 0.5) / 9
        let y = box.minY + box.height * (Double(j) + 0.5) / 3
        let column = Int(min(max(x / Self.side, 0), Double(columns - 1)))
        let row = Int(min(max(y / Self.side, 0), Double(rows - 1)))
        let bits = cells[row * columns + column]
        if bits & own == 0 { shares.outside += 1 / 27 }
        if bits & rivals[zone] != 0 { shares.foreign += 1 / 27 }
        if bits & holders != 0 { shares.around += 1 / 27 }
      }
    }
    return shares
  }
}
