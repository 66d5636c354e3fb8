internal import Model

/// What a table asks of the page across, in letters: the longest word of each column, and the space
/// between columns. A sheet of paper does not scroll, so a table that asks for more is marked, and
/// printed on its own terms.
struct TableWidth {
  /// Letters in a column of text in the type of tables.
  private static let room = 72
  private static let gap = 2

  private var longest: [Int] = []

  /// The class of the region around the table.
  var name: String {
    longest.reduce(0) { $0 + $1 + Self.gap } > Self.room ? "table wide" : "table"
  }

  /// Words go on from one piece of a cell to the next.
  private mutating func read(_ pieces: some Sequence<some Sequence<UInt8>>, column: Int) {
    while longest.count <= column { longest.append(0) }
    var letters = 0
    for byte in pieces.joined() {
      if byte == 0x20 || byte == 0x0A {
        letters = 0
      } else if byte & 0xC0 != 0x80 {
        letters += 1
        longest[column] = max(longest[column], letters)
      }
    }
  }
}

extension TableWidth {
  init(of table: DataTable) {
    for (index, column) in table.columns.enumerated() {
      read([column.title.utf8], column: index)
    }
    for row in table.rows {
      for (index, cell) in row.enumerated() {
        switch cell {
        case .text(let prose): read(prose, nodes: 0..<prose.nodes.count, column: index)
        case .number(let written, _, _): read([written.utf8], column: index)
        case .empty, .date, .places, .actors, .notes: continue
        }
      }
    }
  }

  /// - Parameter node: a table's node.
  init(of prose: Prose, node: Int) {
    for row in prose.children(of: node) {
      for (column, cell) in prose.children(of: row).enumerated() {
        read(prose, nodes: cell..<Int(prose.nodes[cell].end), column: column)
      }
    }
  }

  private mutating func read(_ prose: Prose, nodes: Range<Int>, column: Int) {
    let words = prose.nodes[nodes].lazy.filter { $0.kind == .text || $0.kind == .code }
    read(words.map { prose.bytes[$0.text.start..<$0.text.end] }, column: column)
  }
}
