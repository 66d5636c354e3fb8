public import HTML
public import Model

/// Writes prose with its notes beside it: before each block the notes that it is the first on the
/// page to refer to, so that a float puts them in the margin, level with the block's first line.
public struct NoteWriter {
  private let brief: Int
  private let links: Links
  private let strings: any InterfaceStrings
  private let writer: ProseWriter
  /// Whether text in two languages stands on the page.
  private let isMixed: Bool
  /// By note, whether it was written.
  private var shown: [Bool]
  /// For notes that are due, kept from one block to the next.
  private var memory: [Int] = []
  /// What refers to notes on the page that is written: the way back to it stays on the page.
  private let here: ReferencesOnPage

  public init(brief: Int, links: Links, strings: any InterfaceStrings) {
    self.brief = brief
    self.links = links
    self.strings = strings
    writer = ProseWriter(brief: brief, links: links, strings: strings, headingShift: 2)
    isMixed = links.portal.briefs[brief].writtenIn != links.portal.briefs[brief].language
    shown = Array(repeating: false, count: links.portal.briefs[brief].notes.count)
    here = Self.references(on: links.page, of: brief, links.portal.briefs[brief])
  }

  /// Every reference on a page, those in the notes that it shows among them.
  private static func references(on page: Page, of index: Int, _ brief: Brief) -> ReferencesOnPage {
    var found = ReferencesOnPage(notes: brief.notes)
    var due = page.prose(of: brief)
    var notes: [Int] = []
    var isSeen = Array(repeating: false, count: brief.notes.count)
    func read(_ prose: Prose) {
      for at in prose.nodes.indices {
        switch prose.nodes[at].kind {
        case .noteReference:
          let note = Int(prose.nodes[at].value)
          if note < 0 { continue }
          found.insert(note: note, ordinal: Int(prose.nodes[at].ordinal))
          if !isSeen[note] { notes.append(note) }
          isSeen[note] = true
        case .figure:
          if let target = prose.references[Int(prose.nodes[at].value)].target {
            due += figureProse(target, of: index, brief)
          }
        default: continue
        }
      }
    }
    while true {
      if let prose = due.popLast() {
        read(prose)
      } else if let note = notes.popLast() {
        read(brief.notes[note].body)
      } else {
        return found
      }
    }
  }

  /// Writes a body's blocks, each after its notes.
  public mutating func write(_ prose: Prose, with writer: ProseWriter, to sink: inout Sink) {
    for root in prose.roots {
      let range = root..<Int(prose.nodes[root].end)
      writeNotes(prose, nodes: range, to: &sink)
      writer.write(prose, nodes: range, to: &sink)
    }
  }

  /// Writes the notes of prose that is written by someone else, such as a title or a caption.
  public mutating func writeNotes(of prose: Prose, to sink: inout Sink) {
    writeNotes(prose, nodes: 0..<prose.nodes.count, to: &sink)
  }

  private mutating func writeNotes(_ prose: Prose, nodes range: Range<Int>, to sink: inout Sink) {
    var due: [Int] = []
    swap(&due, &memory)
    defer {
      due.removeAll(keepingCapacity: true)
      swap(&due, &memory)
    }
    collect(prose, range, into: &due)
    var next = 0
    while next < due.count {
      let index = due[next]
      next += 1
      if shown[index] { continue }
      shown[index] = true
      let note = links.portal.briefs[brief].notes[index]
      writeBeside(note, to: &sink)
      collect(note.body, 0..<note.body.nodes.count, into: &due)
    }
  }

  private func collect(_ prose: Prose, _ range: Range<Int>, into due: inout [Int]) {
    // A figure's caption comes before what it shows.
    var figure: ProseNode?
    for index in range {
      if let open = figure, index >= Int(open.end) {
        collectFigure(prose, open, into: &due)
        figure = nil
      }
      let kind = prose.nodes[index].kind
      if kind == .figure { figure = prose.nodes[index] }
      guard kind == .noteReference else { continue }
      let note = Int(prose.nodes[index].value)
      if note >= 0 { due.append(note) }
    }
    if let figure { collectFigure(prose, figure, into: &due) }
  }

  private func collectFigure(_ prose: Prose, _ figure: ProseNode, into due: inout [Int]) {
    guard let target = prose.references[Int(figure.value)].target else { return }
    let shown = Self.figureProse(target, of: brief, links.portal.briefs[brief])
    for inner in shown { collect(inner, 0..<inner.nodes.count, into: &due) }
  }

  /// The prose that a figure of the brief shows beside its caption in the text. The notes of another
  /// brief's figure stand on that brief's pages.
  private static func figureProse(
    _ target: Target, of index: Int, _ brief: Brief
  ) -> [Prose] {
    guard target.brief == index else { return [] }
    switch target.kind {
    case .table: return brief.tables[target.index].shownProse
    case .map: return [brief.maps[target.index].source]
    case .chart: return [brief.charts[target.index].source]
    default: return []
    }
  }

  private func writeBeside(_ note: Note, to sink: inout Sink) {
    sink.append("<div class=\"note\" role=\"doc-footnote\" id=\"")
    sink.append(text: note.anchor)
    sink.append("\"")
    appendLanguage(of: note, to: &sink)
    sink.append(">\n")
    writeContent(of: note, to: &sink)
    sink.append("</div>\n")
  }

  /// All the notes of the brief as a list.
  public func writeList(to sink: inout Sink) {
    sink.append("<ol class=\"notes\">\n")
    for note in links.portal.briefs[brief].notes {
      sink.append("<li class=\"note\" id=\"")
      sink.append(text: note.anchor)
      sink.append("\"")
      appendLanguage(of: note, to: &sink)
      sink.append(">\n")
      writeContent(of: note, to: &sink)
      sink.append("</li>\n")
    }
    sink.append("</ol>\n")
  }

  /// In a brief of which not all is translated, each note says what it is in.
  private func appendLanguage(of note: Note, to sink: inout Sink) {
    guard isMixed else { return }
    let language = note.language ?? links.portal.briefs[brief].language
    sink.append(" lang=\"")
    sink.append(text: language)
    sink.append(isRightToLeft(language) ? "\" dir=\"rtl\"" : "\" dir=\"ltr\"")
  }

  /// What the interface says in a note is in the page's language.
  private func appendOwnLanguage(within note: Note, to sink: inout Sink) {
    let own = links.portal.briefs[brief].language
    guard isMixed, let language = note.language, language != own else { return }
    sink.append(" lang=\"")
    sink.append(text: own)
    sink.append("\"")
  }

  /// A note's number, body and ways back.
  private func writeContent(of note: Note, to sink: inout Sink) {
    sink.append("<span class=\"number\">")
    sink.append(note.number, strings)
    sink.append("</span>\n")
    writer.write(note.body, to: &sink)
    if let antecedent = note.antecedent {
      let earlier = links.portal.briefs[brief].notes[antecedent]
      sink.append("<p class=\"antecedent\"")
      appendOwnLanguage(within: note, to: &sink)
      sink.append("><a href=\"")
      sink.append(url: antecedentHref(earlier))
      sink.append("\">")
      sink.append(text: strings.sameAs(earlier.number))
      sink.append("</a></p>\n")
    }
    writeWaysBack(of: note, to: &sink)
  }

  /// The first reference on this page is where “Back to the text” leads: on a narrow screen, where
  /// a note covers the text, the reader is put back where they were.
  private func writeWaysBack(of note: Note, to sink: inout Sink) {
    guard !note.occurrences.isEmpty else { return }
    let local = note.occurrences.indices.first { isHere(note, $0 + 1) }
    sink.append("<p class=\"back\"")
    appendOwnLanguage(within: note, to: &sink)
    sink.append(">")
    for (index, part) in note.occurrences.enumerated() {
      let ordinal = index + 1
      let anchor = note.referenceAnchor(ordinal)
      sink.append(index == 0 ? "<a href=\"" : " <a href=\"")
      if isHere(note, ordinal) {
        sink.append("#")
        sink.append(urlComponent: anchor)
      } else {
        let page = Links.page(of: part, brief: brief, in: links.portal)
        sink.append(url: links.href(page, anchor: anchor))
      }
      sink.append("\" role=\"doc-backlink\" aria-label=\"")
      sink.append(
        text: strings.backToReference(ordinal, of: note.occurrences.count, note: note.number))
      sink.append("\">↩")
      if note.occurrences.count > 1 {
        sink.append("<sup>")
        sink.append(ordinal, strings)
        sink.append("</sup>")
      }
      if index == local ?? 0 {
        sink.append("<span> ")
        sink.append(text: strings.backToText)
        sink.append("</span>")
      }
      sink.append("</a>")
    }
    sink.append("</p>\n")
  }

  private func isHere(_ note: Note, _ ordinal: Int) -> Bool {
    here.contains(note: note.number - 1, ordinal: ordinal)
  }

  private func antecedentHref(_ note: Note) -> String {
    Links.location(
      of: Target(.note, brief: brief, index: note.number - 1), in: links.portal
    ).map { links.href($0.0, anchor: $0.1) } ?? "#\(note.anchor)"
  }
}

/// Some of a brief's references to notes: a flag for each, those of one note together.
private struct ReferencesOnPage {
  /// Where each note's flags begin.
  private var starts: [Int] = []
  private var flags: [Bool]

  init(notes: [Note]) {
    var count = 0
    for note in notes {
      starts.append(count)
      count += note.occurrences.count
    }
    starts.append(count)
    flags = Array(repeating: false, count: count)
  }

  /// The flag of a reference, counted from 1; those that nothing counts have none.
  private func index(_ note: Int, _ ordinal: Int) -> Int? {
    guard ordinal >= 1, note + 1 < starts.count, starts[note] + ordinal <= starts[note + 1] else {
      return nil
    }
    return starts[note] + ordinal - 1
  }

  mutating func insert(note: Int, ordinal: Int) {
    if let index = index(note, ordinal) { flags[index] = true }
  }

  func contains(note: Int, ordinal: Int) -> Bool {
    index(note, ordinal).map { flags[$0] } ?? false
  }
}

extension DataTable {
  /// What it shows that may hold notes, its caption in the text apart.
  var shownProse: [Prose] {
    var all = [source] + columns.map(\.about)
    for row in rows {
      for case .text(let prose) in row { all.append(prose) }
    }
    return all
  }
}
