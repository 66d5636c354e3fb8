/// What polygons cover, in square cells, and its outline: for polygons that are too dense to be drawn
/// as they are. The cost and the size of the result have bounds, whatever goes in.
struct CoverageRaster {
  /// Along the longer side.
  private static let most = 512.0
  /// Of edges with the middles of rows.
  private static let mostCrossings = 2e6
  /// As many corners as the outline may have before cells are made larger.
  private static let mostCorners = 6000

  private var columns: Int
  private var rows: Int
  private var side: Double
  private let origin: Point
  private var cells: [Bool]

  /// Cells of which polygons cover half or more; rings by the even-odd rule. `nil` for no area.
  init?(_ polygons: [[[Point]]]) {
    guard let box = Box(holding: polygons.joined().joined()), box.width > 0, box.height > 0
    else { return nil }
    var climb = 0.0
    for ring in polygons.joined() {
      for (a, b) in zip(ring, ring.dropFirst()) { climb += abs(b.y - a.y) }
    }
    side = max(
      max(box.width, box.height) / Self.most, climb / Self.mostCrossings)
    columns = max(1, Int((box.width / side).rounded(.up)))
    rows = max(1, Int((box.height / side).rounded(.up)))
    origin = Point(x: box.minX, y: box.minY)
    cells = Array(repeating: false, count: columns * rows)
    var spans = [[ClosedRange<Double>]](repeating: [], count: rows)
    for rings in polygons { addSpans(of: rings, to: &spans) }
    for row in 0..<rows { cover(row, with: spans[row]) }
  }

  /// What a polygon covers along the middle of each row, in cells.
  private func addSpans(of rings: [[Point]], to spans: inout [[ClosedRange<Double>]]) {
    var crossings: [(row: Int, x: Double)] = []
    for ring in rings {
      for (a, b) in zip(ring, ring.dropFirst()) where a.y != b.y {
        let (low, high) = a.y < b.y ? (a, b) : (b, a)
        var row = max(0, Int(((low.y - origin.y) / side - 0.5).rounded(.up)))
        while row < rows, middle(of: row) < high.y {
          let share = (middle(of: row) - low.y) / (high.y - low.y)
          crossings.append((row, (low.x + (high.x - low.x) * share - origin.x) / side))
          row += 1
        }
      }
    }
    crossings.sort { ($0.row, $0.x) < ($1.row, $1.x) }
    var index = 0
    while index + 1 < crossings.count {
      let (from, to) = (crossings[index], crossings[index + 1])
      if from.row == to.row { spans[from.row].append(from.x...to.x) }
      index += from.row == to.row ? 2 : 1
    }
  }

  private mutating func cover(_ row: Int, with spans: [ClosedRange<Double>]) {
    var covered = [Double](repeating: 0, count: columns)
    // Where spans overlap, ground counts once.
    var end = 0.0
    for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let (from, to) = (max(end, span.lowerBound), min(Double(columns), span.upperBound))
      var column = Int(from)
      while column < columns, Double(column) < to {
        covered[column] += min(to, Double(column + 1)) - max(from, Double(column))
        column += 1
      }
      end = max(end, to)
    }
    for column in 0..<columns where covered[column] >= 0.5 {
      cells[row * columns + column] = true
    }
  }

  private func middle(of row: Int) -> Double { origin.y + (Double(row) + 0.5) * side }

  /// Closed rings around the covered cells, which cross neither themselves nor each other; holes too,
  /// by the even-odd rule. What is a single cell is left out.
  var outlines: [[Point]] {
    var raster = self
    while raster.corners > Self.mostCorners, raster.columns > 16, raster.rows > 16 {
      raster = raster.halved
    }
    return raster.traced
  }

  /// Cells twice as large, where half of what was there is covered.
  private var halved: CoverageRaster {
    var half = self
    half.columns = (columns + 1) / 2
    half.rows = (rows + 1) / 2
    half.side = side * 2
    half.cells = (0..<half.rows * half.columns).map { index in
      let (column, row) = (index % half.columns * 2, index / half.columns * 2)
      let quarter = [(0, 0), (1, 0), (0, 1), (1, 1)]
      return quarter.count { isCovered(column + $0.0, row + $0.1) } >= 2
    }
    return half
  }

  private func isCovered(_ column: Int, _ row: Int) -> Bool {
    column >= 0 && row >= 0 && column < columns && row < rows && cells[row * columns + column]
  }

  /// The four cells around a corner of cells, as bits.
  private func around(_ x: Int, _ y: Int) -> Int {
    (isCovered(x - 1, y - 1) ? 1 : 0) + (isCovered(x, y - 1) ? 2 : 0)
      + (isCovered(x - 1, y) ? 4 : 0) + (isCovered(x, y) ? 8 : 0)
  }

  private var corners: Int {
    (0...rows).reduce(0) { count, y in
      count
        + (0...columns).count { x in
          switch around(x, y) {
          case 0, 3, 5, 10, 12, 15: false
          default: true
          }
        }
    }
  }

  /// Along the edges of cells, what is covered on the left.
  private var traced: [[Point]] {
    // The upper edges of cells from right to left, each walked once; every ring has one.
    var isWalked = [Bool](repeating: false, count: columns * rows)
    var rings: [[Point]] = []
    for start in isWalked.indices where cells[start] && !isWalked[start] {
      let (column, row) = (start % columns, start / columns)
      guard !isCovered(column, row + 1) else { continue }
      var ring: [Point] = []
      var (x, y) = (column + 1, row + 1)
      var step = (x: -1, y: 0)
      repeat {
        if step == (-1, 0) { isWalked[(y - 1) * columns + x - 1] = true }
        (x, y) = (x + step.x, y + step.y)
        let next = turned(step, at: x, y)
        if next != step {
          ring.append(Point(x: origin.x + Double(x) * side, y: origin.y + Double(y) * side))
        }
        step = next
      } while (x, y) != (column + 1, row + 1) || step != (-1, 0)
      guard let first = ring.first, let box = Box(holding: ring),
        box.width > side * 1.5 || box.height > side * 1.5
      else { continue }
      rings.append(ring + [first])
    }
    return rings
  }

  /// Where an edge leads on: left at a corner where only two opposite cells are covered, so that they
  /// stay apart.
  private func turned(_ step: (x: Int, y: Int), at x: Int, _ y: Int) -> (x: Int, y: Int) {
    let left = (x: -step.y, y: step.x)
    let right = (x: step.y, y: -step.x)
    let ahead = { (side: (x: Int, y: Int)) in
      isCovered(
        x + (step.x + side.x - 1) / 2, y + (step.y + side.y - 1) / 2)
    }
    guard ahead(left) else { return left }
    return ahead(right) ? right : step
  }
}
