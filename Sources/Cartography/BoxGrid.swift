/// Boxes of a sheet, found by where they are: a uniform grid of square cells, each a list of entries in
/// one array.
struct BoxGrid: Sendable {
  private struct Entry {
    var box: Box
    var owner: Int32
    /// Of the same cell; -1 after the last. Free entries make a list of their own.
    var next: Int32
  }

  private static let side = 32.0
  private static let reciprocal = 1 / side
  private let columns: Int
  private let rows: Int
  /// The first entry of each cell, or -1.
  private var heads: [Int32]
  private var entries: [Entry] = []
  private var free: Int32 = -1

  init(sheet: Box) {
    columns = min(200, max(1, Int((sheet.maxX / Self.side).rounded(.up))))
    rows = min(200, max(1, Int((sheet.maxY / Self.side).rounded(.up))))
    heads = Array(repeating: -1, count: columns * rows)
  }

  mutating func add(_ box: Box, owner: Int) {
    let span = cells(of: box)
    for row in span.rows {
      for column in span.columns { add(box, owner, to: row * columns + column) }
    }
  }

  private mutating func add(_ box: Box, _ owner: Int, to cell: Int) {
    let entry = Entry(box: box, owner: Int32(truncatingIfNeeded: owner), next: heads[cell])
    if free >= 0 {
      let place = Int(free)
      free = entries[place].next
      entries[place] = entry
      heads[cell] = Int32(truncatingIfNeeded: place)
    } else {
      heads[cell] = Int32(truncatingIfNeeded: entries.count)
      entries.append(entry)
    }
  }

  /// Adds a box that nothing takes away, unless one known already holds it: what is heaped on one
  /// spot stays cheap to look up.
  mutating func addFixed(_ box: Box) {
    let span = cells(of: box)
    for row in span.rows {
      for column in span.columns {
        let cell = row * columns + column
        var at = heads[cell]
        while at >= 0, !entries[Int(at)].box.holds(box) { at = entries[Int(at)].next }
        if at < 0 { add(box, -1, to: cell) }
      }
    }
  }

  mutating func remove(_ box: Box, owner: Int) {
    let owner = Int32(truncatingIfNeeded: owner)
    let span = cells(of: box)
    for row in span.rows {
      for column in span.columns {
        let cell = row * columns + column
        var (last, at) = (Int32(-1), heads[cell])
        while at >= 0 {
          let next = entries[Int(at)].next
          if entries[Int(at)].owner == owner {
            if last < 0 { heads[cell] = next } else { entries[Int(last)].next = next }
            entries[Int(at)].next = free
            free = at
          } else {
            last = at
          }
          at = next
        }
      }
    }
  }

  func overlaps(_ box: Box) -> Bool {
    let span = cells(of: box)
    for row in span.rows {
      for column in span.columns {
        var at = heads[row * columns + column]
        while at >= 0 {
          if entries[Int(at)].box.overlaps(box) { return true }
          at = entries[Int(at)].next
        }
      }
    }
    return false
  }

  /// The owners of what boxes overlap, each once; `nil` for more than are counted.
  func owners(of boxes: ArraySlice<Box>) -> Owners? {
    var owners = Owners()
    for box in boxes {
      let span = cells(of: box)
      for row in span.rows {
        for column in span.columns {
          var at = heads[row * columns + column]
          while at >= 0 {
            let entry = entries[Int(at)]
            if entry.box.overlaps(box), !owners.add(entry.owner) { return nil }
            at = entry.next
          }
        }
      }
    }
    return owners
  }

  /// Three at most, without an array for each test.
  struct Owners {
    private var list: (Int32, Int32, Int32) = (-1, -1, -1)
    private(set) var count = 0

    /// Whether there was room for it, or it was known.
    fileprivate mutating func add(_ owner: Int32) -> Bool {
      if owner == list.0 || owner == list.1 || owner == list.2 { return true }
      switch count {
      case 0: list.0 = owner
      case 1: list.1 = owner
      case 2: list.2 = owner
      default: return false
      }
      count += 1
      return true
    }

    subscript(index: Int) -> Int {
      switch index {
      case 0: Int(list.0)
      case 1: Int(list.1)
      default: Int(list.2)
      }
    }
  }

  private func cells(of box: Box) -> (rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    (
      Self.cell(box.minY, rows)...Self.cell(box.maxY, rows),
      Self.cell(box.minX, columns)...Self.cell(box.maxX, columns)
    )
  }

  private static func cell(_ value: Double, _ count: Int) -> Int {
    Int(min(max(value * reciprocal, 0), Double(count - 1)))
  }
}
