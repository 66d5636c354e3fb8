internal import Model

/// What a table asks of the page across, in letters: the longest word of each column, and the space
/// between columns. A sheet of paper does not scroll, so a table that asks for more is marked, and
/// printed on its own terms.
struct TableWidth {
  /// Letters in a column of text in the type of tables.
  private static let room = 72
  private static let gap = 2

  private var longest: [Int] = []
  /// The letters of a word that is not ended yet.
  private var letters = 0

  /// The class of the region around the table.
  var name: String {
    longest.reduce(0) { $0 + $1 + Self.gap } > Self.room ? "table wide" : "table"
  }

  private mutating func begin(column: Int) {
    while longest.count <= column { longest.append(0) }
    letters = 0
  }

  /// Words go on from one piece of a cell to the next.
  private mutating func read(_ piece: some Sequence<UInt8>, column: Int) {
    var most = longest[column]
    for byte in piece {
      if byte == 0x20 || byte == 0x0A {
        letters = 0
      } else if byte & 0xC0 != 0x80 {
        letters += 1
        most = max(most, letters)
      }
    }
    longest[column] = most
  }
}

extension TableWidth {
  init(of table: DataTable) {
    for (index, column) in table.columns.enumerated() {
      begin(column: index)
      read(column.title.utf8, column: index)
    }
    for row in table.rows {
      for (index, cell) in row.enumerated() {
        begin(column: index)
        switch cell {
        case .text(let prose): read(prose, nodes: 0..<prose.nodes.count, column: index)
        case .number(let written, _, _): read(written.utf8, column: index)
        case .empty, .date, .places, .actors, .notes: continue
        }
      }
    }
  }

  /// - Parameter node: a table's node.
  init(of prose: Prose, node: Int) {
    for row in prose.children(of: node) {
      for (column, cell) in prose.children(of: row).enumerated() {
        begin(column: column)
        read(prose, nodes: cell..<Int(prose.nodes[cell].end), column: column)
      }
    }
  }

  private mutating func read(_ prose: Prose, nodes: Range<Int>, column: Int) {
    for node in prose.nodes[nodes] where node.kind == .text || node.kind == .code {
      read(prose.bytes[node.text.start..<node.text.end], column: column)
    }
  }
}
