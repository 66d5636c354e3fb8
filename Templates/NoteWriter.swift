public import HTML
public import Model

/// Writes prose with its notes beside it: before each block the notes that it is the first on the
/// page to refer to, so that a float puts them in the margin, level with the block's first line.
public struct NoteWriter {
  private let brief: Int
  private let links: Links
  private let strings: InterfaceStrings
  private var shown: Set<Int> = []
  /// Tables that the text has shown so far, or shows in the block being written.
  private var tables: Set<Int> = []

  public init(brief: Int, links: Links, strings: InterfaceStrings) {
    self.brief = brief
    self.links = links
    self.strings = strings
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
    collect(prose, range, into: &due)
    var next = 0
    while next < due.count {
      let index = due[next]
      next += 1
      guard shown.insert(index).inserted else { continue }
      let note = links.portal.briefs[brief].notes[index]
      writeBeside(note, to: &sink)
      collect(note.body, 0..<note.body.nodes.count, into: &due)
    }
  }

  private mutating func collect(_ prose: Prose, _ range: Range<Int>, into due: inout [Int]) {
    for node in prose.nodes[range] {
      if node.kind == .noteReference, node.value >= 0 { due.append(Int(node.value)) }
      guard node.kind == .figure, let target = prose.references[Int(node.value)].target else {
        continue
      }
      if target.kind == .table, target.brief == brief { tables.insert(target.index) }
      for inner in figureProse(target) { collect(inner, 0..<inner.nodes.count, into: &due) }
    }
  }

  /// The prose that a figure shows beside its caption in the text.
  private func figureProse(_ target: Target) -> [Prose] {
    guard links.portal.briefs.indices.contains(target.brief) else { return [] }
    let brief = links.portal.briefs[target.brief]
    switch target.kind {
    case .table: return brief.tables[target.index].shownProse
    case .map: return [brief.maps[target.index].source]
    default: return []
    }
  }

  private func writeBeside(_ note: Note, to sink: inout Sink) {
    sink.append("<div class=\"note\" role=\"doc-footnote\" id=\"")
    sink.append(text: note.anchor)
    sink.append("\">\n")
    writeContent(of: note, to: &sink)
    sink.append("</div>\n")
  }

  /// All the notes of the brief as a list.
  public func writeList(to sink: inout Sink) {
    sink.append("<ol class=\"notes\">\n")
    for note in links.portal.briefs[brief].notes {
      sink.append("<li class=\"note\" id=\"")
      sink.append(text: note.anchor)
      sink.append("\">\n")
      writeContent(of: note, to: &sink)
      sink.append("</li>\n")
    }
    sink.append("</ol>\n")
  }

  /// A note's number, body and ways back.
  private func writeContent(of note: Note, to sink: inout Sink) {
    sink.append("<span class=\"number\">")
    sink.append(note.number)
    sink.append("</span>\n")
    ProseWriter(brief: brief, links: links, strings: strings, headingShift: 2)
      .write(note.body, to: &sink)
    if let antecedent = note.antecedent {
      let earlier = links.portal.briefs[brief].notes[antecedent]
      sink.append("<p class=\"antecedent\"><a href=\"")
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
    let local = note.occurrences.firstIndex(where: isHere)
    sink.append("<p class=\"back\">")
    for (index, part) in note.occurrences.enumerated() {
      let ordinal = index + 1
      sink.append(index == 0 ? "<a href=\"" : " <a href=\"")
      let anchor = note.referenceAnchor(ordinal)
      let home = Links.page(of: part, brief: brief, in: links.portal)
      sink.append(url: links.href(isHere(part) ? links.page : home, anchor: anchor))
      sink.append("\" role=\"doc-backlink\" aria-label=\"")
      sink.append(
        text: strings.backToReference(ordinal, of: note.occurrences.count, note: note.number))
      sink.append("\">↩")
      if note.occurrences.count > 1 {
        sink.append("<sup>")
        sink.append(ordinal)
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

  /// Whether a part of the brief stands on the page that is written.
  private func isHere(_ part: BriefPart) -> Bool {
    switch part {
    // A reference inside a note stands wherever that note does.
    case .note(let outer) where shown.contains(outer): true
    case .front, .section:
      if case .whole(brief) = links.page {
        true
      } else {
        Links.page(of: part, brief: brief, in: links.portal) == links.page
      }
    case .table(let table) where tables.contains(table): true
    default: Links.page(of: part, brief: brief, in: links.portal) == links.page
    }
  }

  private func antecedentHref(_ note: Note) -> String {
    Links.location(
      of: Target(.note, brief: brief, index: note.number - 1), in: links.portal
    ).map { links.href($0.0, anchor: $0.1) } ?? "#\(note.anchor)"
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
