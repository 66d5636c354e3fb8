internal import Diagnostics
internal import Model

/// Makes changes of matched blocks.
struct BlockChanges {
  let old: Brief
  let new: Brief
  let before: [Block]
  let after: [Block]
  let matching: BlockMatching
  let moved: Set<Int>
  let names: NameWords
  private(set) var changes: [Change] = []
  private(set) var came: [NoteComparison.Mark] = []
  private(set) var went: [NoteComparison.Mark] = []
  /// How many blocks moved together, by the first of them; and those after it, of which it tells.
  private var runs: [Int: Int] = [:]
  private var followers: Set<Int> = []

  init(
    old: Brief, new: Brief, before: [Block], after: [Block], matching: BlockMatching,
    moved: Set<Int>, names: NameWords
  ) {
    self.old = old
    self.new = new
    self.before = before
    self.after = after
    self.matching = matching
    self.moved = moved
    self.names = names
    findRuns()
  }

  /// Blocks that moved as they are from one place to one place, with nothing but what came or went between
  /// them.
  private mutating func findRuns() {
    func isWhole(_ x: Int, _ y: Int) -> Bool {
      before[x].exact == after[y].exact && matching.splits[x] == nil && matching.merges[y] == nil
    }
    var run: (first: Int, old: Int)?
    for y in after.indices {
      guard let x = matching.mateOfNew[y] else { continue }
      guard moved.contains(y), isWhole(x, y) else {
        run = nil
        continue
      }
      if let last = run, last.old < x,
        (last.old + 1..<x).allSatisfy({ matching.mateOfOld[$0] == nil })
      {
        runs[last.first, default: 1] += 1
        followers.insert(y)
        run = (last.first, x)
      } else {
        run = (y, x)
      }
    }
  }

  mutating func write(_ sections: SectionMatching) {
    for index in sections.moved.sorted() { addMoved(section: index, sections) }
    let (goneParts, newParts) = (
      wholeParts(before) { matching.mateOfOld[$0] == nil },
      wholeParts(after) { matching.mateOfNew[$0] == nil }
    )
    var next = 0
    func rest(upTo index: Int, _ writer: inout BlockChanges) {
      while next < index {
        if writer.matching.mateOfOld[next] == nil {
          writer.addOneSided(
            writer.before[next], .deleted,
            isWholeSection: goneParts.contains(writer.before[next].part))
        }
        next += 1
      }
    }
    for index in after.indices {
      if let mate = matching.mateOfNew[index] {
        if !moved.contains(index) { rest(upTo: mate, &self) }
        let pieces = matching.splits[mate] ?? [index]
        if let merged = matching.merges[index] {
          addGroup(merged, [index], .merged)
        } else if pieces.count > 1 {
          if pieces[0] == index { addGroup([mate], pieces, .split) }
        } else if !followers.contains(index) {
          addPair(mate, index)
        }
      } else {
        addOneSided(after[index], .inserted, isWholeSection: newParts.contains(after[index].part))
      }
    }
    rest(upTo: before.count, &self)
  }

  mutating func write(_ columns: TableColumns) {
    for (block, tokens) in columns.cellsOut { addMarks(before[block], Array(tokens), isNew: false) }
    for (block, tokens) in columns.cellsIn { addMarks(after[block], Array(tokens), isNew: true) }
    for edit in columns.edits {
      let isOld = edit.kind == .deleted
      let block = (isOld ? before : after)[edit.block]
      var change = Change(edit.kind, .table, "column “\(edit.name)”")
      change.section = section(block, isOld ? old : new)
      if isOld {
        change.location.old = block.location
        change.words.deleted = edit.words
      } else {
        change.location.new = block.location
        change.words.inserted = edit.words
      }
      if edit.kind == .moved { change.weight = .order }
      changes.append(change)
    }
  }

  /// Parts with a title of which nothing is left on the other side.
  private func wholeParts(_ blocks: [Block], _ isAlone: (Int) -> Bool) -> Set<Int> {
    var parts = Set(blocks.lazy.filter(\.isTitle).map(\.part))
    for index in blocks.indices where !isAlone(index) { parts.remove(blocks[index].part) }
    return parts
  }

  private func section(_ block: Block, _ brief: Brief) -> String? {
    switch block.part {
    case -2: "abstract"
    case -1: "key-findings"
    default: brief.sections[block.part].id
    }
  }

  private func target(_ block: Block) -> Change.Target {
    switch block.kind {
    case .heading: .heading
    case .codeBlock, .htmlBlock: .code
    case .figure: .figure
    case .tableRow: .tableRow
    default: .paragraph
    }
  }

  private func subject(_ block: Block) -> String {
    let words = block.tokens.filter { $0.kind != .note }
    return "“\(text(of: words.prefix(9)))\(words.count > 9 ? " …" : "")”"
  }

  private mutating func addMoved(section index: Int, _ sections: SectionMatching) {
    guard let mate = sections.parts.first(where: { $0.value == index })?.key else { return }
    var change = Change(.moved, .section, "“\(new.sections[index].title)”")
    change.section = new.sections[index].id
    change.location = .init(
      old: SourceLocation(file: old.sections[mate].file),
      new: SourceLocation(file: new.sections[index].file))
    func neighbour(_ brief: Brief, _ index: Int) -> String {
      index == 0 ? "the beginning" : "after “\(brief.sections[index - 1].title)”"
    }
    change.remark = "from \(neighbour(old, mate)) to \(neighbour(new, index))"
    change.weight = .order
    changes.append(change)
  }

  private mutating func addOneSided(_ block: Block, _ kind: Change.Kind, isWholeSection: Bool) {
    let isNew = kind == .inserted
    addMarks(block, block.tokens, isNew: isNew)
    if isWholeSection, !block.isTitle {
      for index in changes.indices.reversed()
      where changes[index].target == .section && changes[index].kind == kind
        && changes[index].section == section(block, isNew ? new : old)
      {
        if isNew {
          changes[index].words.inserted += block.words
        } else {
          changes[index].words.deleted += block.words
        }
        return
      }
    }
    guard block.kind != .thematicBreak else { return }
    var change = Change(kind, isWholeSection ? .section : target(block), subject(block))
    change.section = section(block, isNew ? new : old)
    change.text = [.init(kind: isNew ? .inserted : .deleted, text: text(of: block.tokens))]
    if isNew {
      change.words.inserted = block.words
      change.location.new = block.location
    } else {
      change.words.deleted = block.words
      change.location.old = block.location
    }
    changes.append(change)
  }

  private mutating func addMarks(_ block: Block, _ tokens: [Token], isNew: Bool) {
    for (index, token) in tokens.enumerated() where token.kind == .note {
      let mark = TextDifference.NoteMark(
        label: String(token.text.dropFirst(2).dropLast()), keptWords: -1,
        context: text(of: tokens[..<index].filter { $0.kind != .note }.suffix(5)),
        line: token.line)
      let place = NoteComparison.Mark(
        mark: mark, section: section(block, isNew ? new : old),
        location: SourceLocation(file: block.location.file, line: Int(token.line), column: 1),
        block: -1)
      if isNew { came.append(place) } else { went.append(place) }
    }
  }

  private mutating func addMarks(
    _ difference: TextDifference, _ x: Block, _ y: Block, block: Int
  ) {
    func place(_ mark: TextDifference.NoteMark, _ block_: Block, _ brief: Brief)
      -> NoteComparison.Mark
    {
      NoteComparison.Mark(
        mark: mark, section: section(block_, brief),
        location: SourceLocation(file: block_.location.file, line: Int(mark.line), column: 1),
        block: block)
    }
    came += difference.notesIn.map { place($0, y, new) }
    went += difference.notesOut.map { place($0, x, old) }
  }

  private mutating func addPair(_ x: Int, _ y: Int) {
    let (from, to) = (before[x], after[y])
    let isMoved = moved.contains(y)
    if from.exact == to.exact, !isMoved { return }
    var change = Change(isMoved ? .moved : .edited, target(to), subject(to))
    change.section = section(to, new)
    change.location = .init(old: from.location, new: to.location)
    if from.exact != to.exact {
      let difference = TextDifference(from.tokens, to.tokens, names: names)
      addMarks(difference, from, to, block: y)
      for link in difference.links {
        changes.append(linkChange(link, change.location, change.section))
      }
      change.words = difference.words
      change.claims = difference.claims
      if difference.hasWording || difference.hasTypography {
        change.fields = cells(from, to)
        if change.fields.isEmpty {
          change.text = difference.fragments
        } else {
          change.subject = "“\(text(of: to.cells[0].filter { $0.kind != .note }))”"
        }
      }
      if !difference.hasWording { change.weight = .typography }
      let forms = (from.form, from.level, from.kind) != (to.form, to.level, to.kind)
      if forms {
        if to.kind == .heading, from.kind == .heading {
          change.fields.append(
            .init(name: "level", old: "\(from.level)", new: "\(to.level)"))
          if !to.isTitle { change.weight = .meaning }
        } else {
          change.remark = "it stands in another form (paragraph, list, quotation)"
        }
      }
      if !isMoved, !difference.hasWording, !difference.hasTypography, !forms { return }
    }
    if isMoved {
      if change.weight != .meaning || change.text.isEmpty && change.fields.isEmpty {
        change.weight = .order
      }
      change.remark = moveRemark(x, y, count: runs[y] ?? 1)
      if change.text.isEmpty {
        change.text = [.init(kind: .kept, text: text(of: to.tokens))]
      }
    }
    changes.append(change)
  }

  /// The cells of a table's row that differ; none where it is no row, or has other cells.
  private func cells(_ from: Block, _ to: Block) -> [Change.Field] {
    guard let columns = to.table?.columns, from.table != nil, !to.isHeader, !from.isHeader else {
      return []
    }
    let (x, y) = (from.cells, to.cells)
    guard x.count == y.count, x.count > 1 else { return [] }
    return zip(x, y).enumerated().compactMap { index, cells in
      guard !cells.0.elementsEqual(cells.1, by: { $0.key == $1.key && $0.text == $1.text }) else {
        return nil
      }
      let (a, b) = (text(of: cells.0), text(of: cells.1))
      if a == b { return nil }
      let name =
        index < columns.count && !columns[index].isEmpty ? columns[index] : "column \(index + 1)"
      return .init(
        name: name, old: a.isEmpty ? nil : a, new: b.isEmpty ? nil : b,
        difference: numericDifference(a, b))
    }
  }

  private func moveRemark(_ x: Int, _ y: Int, count: Int) -> String {
    func place(_ blocks: [Block], _ index: Int, _ brief: Brief) -> String {
      if index == 0 { return "the beginning" }
      let previous = blocks[index - 1]
      return previous.isTitle
        ? "the beginning of \(subject(previous))" : "after \(subject(previous))"
    }
    let what = count > 1 ? "with the \(count - 1) after it, " : ""
    return what + "from \(place(before, x, old)) to \(place(after, y, new))"
  }

  private mutating func addGroup(_ xs: [Int], _ ys: [Int], _ kind: Change.Kind) {
    func joined(_ blocks: [Block], _ indices: [Int]) -> [Token] {
      var all: [Token] = []
      for index in indices {
        var tokens = blocks[index].tokens
        if !all.isEmpty, !tokens.isEmpty { tokens[0].space = .plain }
        all += tokens
      }
      return all
    }
    let difference = TextDifference(joined(before, xs), joined(after, ys), names: names)
    let (from, to) = (before[xs[0]], after[ys[0]])
    addMarks(difference, from, to, block: ys[0])
    var change = Change(kind, target(to), subject(to))
    change.section = section(to, new)
    change.location = .init(old: from.location, new: to.location)
    change.words = difference.words
    change.text = difference.fragments
    change.claims = difference.claims
    change.remark =
      kind == .split ? "into \(ys.count) paragraphs" : "of \(xs.count) paragraphs"
    if !difference.hasWording { change.weight = .order }
    changes.append(change)
    for link in difference.links {
      changes.append(linkChange(link, change.location, change.section))
    }
  }
}
