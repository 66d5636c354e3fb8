/// Boxes of a sheet, found by where they are: a uniform grid of square cells.
struct BoxGrid: Sendable {
  private struct Entry {
    var owner: Int
    var box: Box
  }

  private static let side = 32.0
  private let columns: Int
  private let rows: Int
  private var cells: [[Entry]]

  init(sheet: Box) {
    columns = min(200, max(1, Int((sheet.maxX / Self.side).rounded(.up))))
    rows = min(200, max(1, Int((sheet.maxY / Self.side).rounded(.up))))
    cells = Array(repeating: [], count: columns * rows)
  }

  mutating func add(_ box: Box, owner: Int) {
    for row in rows(of: box) {
      for column in columns(of: box) {
        cells[row * columns + column].append(Entry(owner: owner, box: box))
      }
    }
  }

  /// Adds a box that nothing takes away, unless one known already holds it: what is heaped on one
  /// spot stays cheap to look up.
  mutating func addFixed(_ box: Box) {
    for row in rows(of: box) {
      for column in columns(of: box) {
        let cell = row * columns + column
        if !cells[cell].contains(where: { $0.box.holds(box) }) {
          cells[cell].append(Entry(owner: -1, box: box))
        }
      }
    }
  }

  mutating func remove(_ box: Box, owner: Int) {
    for row in rows(of: box) {
      for column in columns(of: box) {
        cells[row * columns + column].removeAll { $0.owner == owner }
      }
    }
  }

  func overlaps(_ box: Box) -> Bool {
    for row in rows(of: box) {
      for column in columns(of: box) {
        for entry in cells[row * columns + column] where entry.box.overlaps(box) { return true }
      }
    }
    return false
  }

  /// Adds the owners of what a box overlaps, each once; whether they are no more than a limit.
  func collectOwners(of box: Box, into owners: inout [Int], limit: Int) -> Bool {
    for row in rows(of: box) {
      for column in columns(of: box) {
        for entry in cells[row * columns + column]
        where entry.box.overlaps(box) && !owners.contains(entry.owner) {
          guard owners.count < limit else { return false }
          owners.append(entry.owner)
        }
      }
    }
    return true
  }

  private func columns(of box: Box) -> ClosedRange<Int> {
    Self.cell(box.minX, columns)...Self.cell(box.maxX, columns)
  }

  private func rows(of box: Box) -> ClosedRange<Int> {
    Self.cell(box.minY, rows)...Self.cell(box.maxY, rows)
  }

  private static func cell(_ value: Double, _ count: Int) -> Int {
    Int(min(max(value / side, 0), Double(count - 1)))
  }
}
