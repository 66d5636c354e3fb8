/// How much of a box, 0…1.
struct ZoneShares {
  var outside = 0.0
  var foreign = 0.0
  var around = 0.0
}

/// Which zones cover each cell of the sheet; the first 64 of a map are told apart.
struct ZoneRaster {
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
      for other in areas
      where cells.count(where: { $0 & 1 << UInt64(other) != 0 }) * 5 >= cells.count * 4 {
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
