/// The cost of lines, in small cells, summed so that any box costs four look-ups.
struct CostRaster {
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
