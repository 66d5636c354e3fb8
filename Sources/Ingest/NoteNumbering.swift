internal import Diagnostics
internal import Markdown
internal import Model

/// Numbers a brief's notes by first reference, and its maps, tables and charts by first showing.
///
/// Reading order is the sections', a table counting where it is shown; then the notes', for notes
/// that only notes refer to; then the front page and the data, which repeat what the text says.
struct NoteNumbering {
  let log: FindingLog
  /// Whether the brief is there with all its parts.
  let isWhole: Bool
  private(set) var definitions: [NoteDefinition] = []
  /// Index in `definitions` by label.
  private(set) var known: [String: Int] = [:]
  /// Index in the brief's notes, by definition; `nil` until it is referred to.
  private(set) var numbers: [Int?] = []
  private var order: [Int] = []
  private var occurrences: [[BriefPart]] = []
  private var shownMaps: [Int] = []
  private var shownTables: [Int] = []
  private var shownCharts: [Int] = []

  init(_ all: [NoteDefinition], isWhole: Bool = true, log: FindingLog) {
    self.log = log
    self.isWhole = isWhole
    known.reserveCapacity(all.count)
    definitions.reserveCapacity(all.count)
    for definition in all {
      let key = noteKey(definition.label)
      if let first = known[key] {
        log.add(
          Finding(
            .error, "note-twice", at: definition.location,
            "the note “\(definition.label)” is defined twice",
            hint: "give one of them another label",
            related: [.init(definitions[first].location, "it is defined here first")]))
        continue
      }
      known[key] = definitions.count
      definitions.append(definition)
    }
    numbers = Array(repeating: nil, count: definitions.count)
  }

  /// Once for a brief.
  mutating func number(_ brief: inout Brief) {
    for index in brief.sections.indices {
      let file = brief.sections[index].textFile
      // Taken out while they change, so that they are not copied.
      var (heading, body) = (Prose(), Prose())
      swap(&heading, &brief.sections[index].heading)
      swap(&body, &brief.sections[index].body)
      visit(&heading, .section(index), file, &brief)
      visit(&body, .section(index), file, &brief)
      swap(&heading, &brief.sections[index].heading)
      swap(&body, &brief.sections[index].body)
    }
    var next = 0
    visitNotes(from: &next, &brief)
    let shown = Set(shownTables)
    // A table that these show is numbered in a copy, and taken over from it.
    var copy = Brief(
      id: brief.id, slug: brief.slug, title: "", language: brief.language, file: brief.file)
    copy.maps = brief.maps
    copy.tables = brief.tables
    copy.charts = brief.charts
    brief.updateProse { part, file, prose in
      switch part {
      case .section, .note, .table: return
      case .imprint: reportNotes(in: prose, file)
      case .front, .map, .chart, .source, .event: visit(&prose, part, file, &copy)
      }
    }
    for index in shownTables where !shown.contains(index) {
      brief.tables[index] = copy.tables[index]
    }
    let allShown = Set(shownTables)
    brief.updateProse { part, file, prose in
      guard case .table(let index) = part, !allShown.contains(index) else { return }
      visit(&prose, part, file, &copy)
    }
    for index in shownTables {
      var caption = brief.tables[index].caption
      let file = brief.fileBeside("data/\(brief.tables[index].id).yaml")
      visit(&caption, .table(index), file, &brief)
      brief.tables[index].caption = caption
    }
    addNotesOfData(brief)
    visitNotes(from: &next, &brief)
    reportUnused()
    reportEmpty()
    finish(&brief)
  }

  /// Notes that only `note:` of a record names come last; no place in the text leads to them.
  private mutating func addNotesOfData(_ brief: Brief) {
    var named = brief.glance.compactMap(\.note) + brief.events.flatMap(\.notes)
    for var map in brief.maps { map.updateNotes { named += $0 } }
    for var table in brief.tables { table.updateNotes { named += $0 } }
    for definition in named where numbers[definition] == nil {
      numbers[definition] = order.count
      order.append(definition)
      occurrences.append([])
    }
  }

  private mutating func visitNotes(from next: inout Int, _ brief: inout Brief) {
    while next < order.count {
      let definition = order[next]
      var body = Prose()
      swap(&body, &definitions[definition].body)
      visit(&body, .note(next), definitions[definition].location.file, &brief)
      swap(&body, &definitions[definition].body)
      next += 1
    }
  }

  private mutating func visit(
    _ prose: inout Prose, _ part: BriefPart, _ file: String, _ brief: inout Brief
  ) {
    // A figure's caption comes before what it shows.
    var figure: (end: Int, reference: Reference)?
    let due = prose.nodes.withUnsafeBufferPointer { nodes in
      nodes.indices.filter { nodes[$0].kind == .noteReference || nodes[$0].kind == .figure }
    }
    for index in due {
      let node = prose.nodes[index]
      if let (end, reference) = figure, index >= end {
        show(reference, &brief)
        figure = nil
      }
      if node.kind == .figure {
        figure = (Int(node.end), prose.references[Int(node.value)])
      } else {
        let label = prose.string(node.text)
        guard let definition = known[noteKey(label)] else {
          reportUndefined(
            label,
            SourceLocation(
              file: file, position: node.position, length: label.utf8.count + 3))
          continue
        }
        let note = numbers[definition] ?? order.count
        if note == order.count {
          numbers[definition] = note
          order.append(definition)
          occurrences.append([])
        }
        occurrences[note].append(part)
        prose.nodes[index].value = Int32(clamping: note)
        prose.nodes[index].ordinal = Int32(clamping: occurrences[note].count)
      }
    }
    if let figure { show(figure.reference, &brief) }
  }

  private mutating func show(_ figure: Reference, _ brief: inout Brief) {
    if figure.kind == .map, let index = brief.maps.firstIndex(where: { $0.id == figure.name }) {
      if !shownMaps.contains(index) { shownMaps.append(index) }
    }
    if figure.kind == .chart || figure.kind == .timeline,
      let index = brief.charts.firstIndex(where: { $0.id == figure.name }),
      !shownCharts.contains(index)
    {
      shownCharts.append(index)
    }
    guard figure.kind == .table,
      let index = brief.tables.firstIndex(where: { $0.id == figure.name }),
      !shownTables.contains(index)
    else { return }
    shownTables.append(index)
    var table = brief.tables[index]
    let name = brief.fileBeside("data/\(table.id)")
    let csv = table.translation ?? name + ".csv"
    table.updateShownProse { prose, isCSV in
      visit(
        &prose, .table(index), isCSV ? csv : name + ".yaml", &brief)
    }
    brief.tables[index] = table
  }

  private mutating func finish(_ brief: inout Brief) {
    brief.notes = order.enumerated().map { index, definition in
      let from = definitions[definition]
      return Note(
        label: from.label, number: index + 1, body: from.body, occurrences: occurrences[index],
        location: from.location)
    }
    findAntecedents(&brief)
    reportCircles(brief.notes)
    let numbers = numbers
    func final(_ notes: inout [Int]) { notes = notes.compactMap { numbers[$0] } }
    for index in brief.glance.indices {
      brief.glance[index].note = brief.glance[index].note.flatMap { numbers[$0] }
    }
    for index in brief.events.indices { final(&brief.events[index].notes) }
    for index in brief.maps.indices { brief.maps[index].updateNotes(final) }
    for index in brief.tables.indices { brief.tables[index].updateNotes(final) }
    orderFigures(&brief)
  }

  private func orderFigures(_ brief: inout Brief) {
    let maps = shownMaps + brief.maps.indices.filter { !shownMaps.contains($0) }
    brief.keyMap = brief.keyMap.flatMap { maps.firstIndex(of: $0) }
    let oldMaps = brief.maps
    brief.maps = maps.map { oldMaps[$0] }
    for index in brief.maps.indices { brief.maps[index].number = index + 1 }
    let tables = shownTables + brief.tables.indices.filter { !shownTables.contains($0) }
    let oldTables = brief.tables
    brief.tables = tables.map { oldTables[$0] }
    for index in brief.tables.indices { brief.tables[index].number = index + 1 }
    let charts = orderCharts(&brief, tables: inverse(tables))
    if maps.isEmpty, tables.isEmpty, charts.isEmpty { return }
    // References in the front and data came by part; tables and maps have moved under them.
    let (newMap, newTable, newChart) = (inverse(maps), inverse(tables), inverse(charts))
    for note in brief.notes.indices {
      brief.notes[note].occurrences = brief.notes[note].occurrences.map {
        switch $0 {
        case .map(let index): .map(newMap[index])
        case .table(let index): .table(newTable[index])
        case .chart(let index): .chart(newChart[index])
        default: $0
        }
      }
    }
  }

  /// - Parameter tables: where each table stands now.
  /// - Returns: what charts stand where, as they stood.
  private func orderCharts(_ brief: inout Brief, tables: [Int]) -> [Int] {
    let order = shownCharts + brief.charts.indices.filter { !shownCharts.contains($0) }
    let old = brief.charts
    brief.charts = order.map { old[$0] }
    for index in brief.charts.indices {
      brief.charts[index].number = index + 1
      guard case .table(var figures) = brief.charts[index].data else { continue }
      figures.table = tables[figures.table]
      brief.charts[index].data = .table(figures)
    }
    return order
  }

  private func inverse(_ order: [Int]) -> [Int] {
    var result = Array(repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { result[old] = new }
    return result
  }
}
