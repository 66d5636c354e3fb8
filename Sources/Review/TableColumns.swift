internal import Diagnostics

/// Columns that tables of a text gained, lost or show elsewhere: told once, and taken out of the rows, so that
/// a row is compared by what stands in both.
struct TableColumns {
  struct Edit {
    var kind: Change.Kind
    var name: String
    /// The header row, old or new: index of its block.
    var block: Int
    var words: Int
  }

  private(set) var edits: [Edit] = []
  /// Cells that were taken out: the block they stood in, and their tokens.
  private(set) var cellsIn: [(block: Int, tokens: ArraySlice<Token>)] = []
  private(set) var cellsOut: [(block: Int, tokens: ArraySlice<Token>)] = []

  private struct Table {
    /// Indices of its rows, the header first.
    var rows: [Int]
    var columns: [String]
    var part: Int
  }

  /// - Parameters:
  ///   - old: blocks of the older text, of which cells may be taken.
  ///   - new: those of the newer, of which cells may be taken and put in another order.
  ///   - parts: a new part by an old one.
  init(_ old: inout [Block], _ new: inout [Block], parts: [Int: Int]) {
    let (before, after) = (Self.tables(old), Self.tables(new))
    var free = after
    for table in before where Set(table.columns).count == table.columns.count {
      // The table of the same part that holds most of its rows.
      let keys = Set(table.rows.compactMap { old[$0].rowKey })
      let shared = free.map { other in
        parts[table.part] == other.part && Set(other.columns).count == other.columns.count
          ? Set(other.rows.compactMap { new[$0].rowKey }).intersection(keys).count : 0
      }
      guard let most = shared.max(), most > 1, let place = shared.firstIndex(of: most),
        2 * most > min(table.rows.count, free[place].rows.count)
      else { continue }
      let other = free.remove(at: place)
      if other.columns != table.columns { compare(table, other, &old, &new) }
    }
  }

  private static func tables(_ blocks: [Block]) -> [Table] {
    var tables: [Table] = []
    var last: Int?
    for (index, block) in blocks.enumerated() {
      guard let table = block.table else { continue }
      if table.index != last {
        tables.append(Table(rows: [], columns: table.columns, part: block.part))
        last = table.index
      }
      tables[tables.count - 1].rows.append(index)
    }
    return tables
  }

  private mutating func compare(
    _ before: Table, _ after: Table, _ old: inout [Block], _ new: inout [Block]
  ) {
    let gone = before.columns.indices.filter { !after.columns.contains(before.columns[$0]) }
    let came = after.columns.indices.filter { !before.columns.contains(after.columns[$0]) }
    // As many that came as went: they are renamed, and the header's row tells.
    let isRenamed = gone.count == came.count && !gone.isEmpty
    if isRenamed { return }
    for (columns, rows, kind) in [
      (gone, before.rows, Change.Kind.deleted), (came, after.rows, .inserted),
    ] {
      for column in columns {
        let name = (kind == .deleted ? before : after).columns[column]
        var words = 0
        for row in rows {
          let cells = (kind == .deleted ? old : new)[row].cells
          guard column < cells.count else { continue }
          words += wordCount(cells[column])
          if kind == .deleted {
            cellsOut.append((row, cells[column]))
          } else {
            cellsIn.append((row, cells[column]))
          }
        }
        edits.append(Edit(kind: kind, name: name, block: rows[0], words: words))
      }
    }
    let kept = before.columns.indices.filter { !gone.contains($0) }
    let order = kept.compactMap { after.columns.firstIndex(of: before.columns[$0]) }
    let stays = Set(heaviestInOrder(order, weights: order.map { _ in 1 }))
    for index in order.indices where !stays.contains(index) {
      edits.append(
        Edit(kind: .moved, name: after.columns[order[index]], block: after.rows[0], words: 0))
    }
    if !gone.isEmpty { for row in before.rows { old[row].keep(kept) } }
    for row in after.rows { new[row].keep(order) }
  }
}

extension Block {
  /// Leaves some cells of a row, in that order.
  fileprivate mutating func keep(_ columns: [Int]) {
    let cells = cells
    var kept: [Token] = []
    for (index, column) in columns.enumerated() {
      if index > 0 {
        kept.append(
          Token(
            text: "|", key: Token.cellKey, kind: .cell, space: .none, style: 0, link: nil,
            line: Int32(location.position?.line ?? 0)))
      }
      if column < cells.count { kept += cells[column] }
    }
    replaceTokens(kept)
    if let table {
      self.table = (
        table.index, columns.filter(table.columns.indices.contains).map { table.columns[$0] }
      )
    }
  }
}
