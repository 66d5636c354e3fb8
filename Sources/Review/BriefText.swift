internal import Diagnostics
internal import Model

/// A leaf of a brief's text: a paragraph, a heading, a row of a table.
struct Block: Sendable {
  var kind: ProseNode.Kind
  /// Of a heading; 1 is a section's own title.
  var level: UInt8
  /// The lists, quotations and call-outs around it.
  var form: Int
  /// Index in `Brief.sections`; -2 for the abstract, -1 for the key findings.
  var part: Int
  private(set) var tokens: [Token]
  private(set) var words = 0
  /// The same for blocks that say the same.
  private(set) var hash = 0
  /// The same for blocks that are the same to the last mark.
  private(set) var exact = 0
  var location: SourceLocation
  var isTitle = false
  /// Whether it is the first row of a table.
  var isHeader = false
  /// Which table of the text a row is of, from 0, and what heads its columns.
  var table: (index: Int, columns: [String])?

  init(
    kind: ProseNode.Kind, level: UInt8, form: Int, part: Int, tokens: [Token],
    location: SourceLocation
  ) {
    self.kind = kind
    self.level = level
    self.form = form
    self.part = part
    self.location = location
    self.tokens = tokens
    replaceTokens(tokens)
  }

  mutating func replaceTokens(_ tokens: [Token]) {
    self.tokens = tokens
    words = wordCount(tokens)
    var hasher = Hasher()
    var exact = Hasher()
    hasher.combine(kind)
    exact.combine(level)
    exact.combine(form)
    for token in tokens {
      hasher.combine(token.key)
      exact.combine(token.text)
      exact.combine(token.style)
      exact.combine(token.link)
    }
    hash = hasher.finalize()
    exact.combine(hash)
    self.exact = exact.finalize()
  }

  /// What a row of a table is known by: its first cell.
  var rowKey: Int? {
    guard kind == .tableRow, let end = tokens.firstIndex(where: { $0.kind == .cell }), end > 0
    else {
      return nil
    }
    var hasher = Hasher()
    for token in tokens[..<end] { hasher.combine(token.key) }
    return hasher.finalize()
  }

  /// The tokens of each cell of a row.
  var cells: [ArraySlice<Token>] {
    tokens.split(omittingEmptySubsequences: false) { $0.kind == .cell }
  }
}

/// What a brief says from top to bottom: abstract, key findings, sections.
struct BriefText {
  private(set) var blocks: [Block] = []
  private var tables = 0
  /// Of the table that is read.
  private var columns: [String] = []
  private let renames: Renames

  /// - Parameter renames: names that records have on the other side.
  init(_ brief: Brief, renames: Renames) {
    self.renames = renames
    add(brief.abstract, part: -2, brief.file)
    for finding in brief.keyFindings { addInlines(finding, .item, part: -1, brief.file) }
    for (index, section) in brief.sections.enumerated() {
      if !section.heading.isEmpty {
        addInlines(section.heading, .heading, part: index, section.file)
        blocks[blocks.count - 1].isTitle = true
      }
      add(section.body, part: index, section.file)
    }
  }

  private mutating func addInlines(
    _ prose: Prose, _ kind: ProseNode.Kind, part: Int, _ file: String
  ) {
    var tokenizer = Tokenizer(prose, renames: renames)
    add(
      tokenizer.tokens(in: 0..<prose.nodes.count), kind, level: 1, form: 0, part: part,
      SourceLocation(file: file, position: prose.nodes.first?.position))
  }

  private mutating func add(_ prose: Prose, part: Int, _ file: String) {
    var tokenizer = Tokenizer(prose, renames: renames)
    var around: [(end: Int, form: Int)] = []
    var index = 0
    while index < prose.nodes.count {
      let node = prose.nodes[index]
      while let last = around.last, last.end <= index { around.removeLast() }
      switch node.kind {
      case .blockQuote, .callOut, .list, .item:
        // How a list is marked is form; its first number is not.
        let mark = node.kind == .list ? node.detail & ListStyle.ordered.rawValue : node.detail
        let form =
          ((around.last?.form ?? 0) &* 31) &+ Int(node.kind.rawValue) &* 8 &+ Int(mark) &+ 1
        around.append((Int(node.end), form))
        index += 1
      case .table:
        tables += 1
        index += 1
      default:
        add(
          tokenizer.tokens(in: index..<Int(node.end)), node.kind,
          level: node.kind == .heading ? node.detail : 0, form: around.last?.form ?? 0, part: part,
          SourceLocation(file: file, position: node.position))
        if node.kind == .tableRow { noteTable(isHeader: node.detail == 1) }
        index = max(index + 1, Int(node.end))
      }
    }
  }

  /// Tells the row that was added which table it is of.
  private mutating func noteTable(isHeader: Bool) {
    let last = blocks.count - 1
    if isHeader { columns = blocks[last].cells.map { text(of: $0.filter { $0.kind != .note }) } }
    blocks[last].table = (tables, columns)
    blocks[last].isHeader = isHeader
  }

  private mutating func add(
    _ tokens: [Token], _ kind: ProseNode.Kind, level: UInt8, form: Int, part: Int,
    _ location: SourceLocation
  ) {
    blocks.append(
      Block(kind: kind, level: level, form: form, part: part, tokens: tokens, location: location))
  }
}
