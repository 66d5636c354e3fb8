internal import Cartography
internal import HTML
internal import Model

/// Writes the Typst source of a pack of several briefs: a cover and contents of its own, each brief
/// with its own note numbers, then their sources and terms together.
struct SeveralBriefsWriter {
  let portal: Portal
  let maps: MapDrawings
  let pack: Pack
  private let strings: any InterfaceStrings

  init(portal: Portal, maps: MapDrawings, pack: Pack) {
    self.portal = portal
    self.maps = maps
    self.pack = pack
    strings = interfaceStrings(for: pack.language)
  }

  /// What a writing of the document found it to hold.
  private struct Held {
    var labels: Set<String> = []
    /// By part: numbers of notes where only some sections are held.
    var numbers: [[Int: Int]?] = []
  }

  func source() -> PackSource {
    let first = attempt(nil)
    return attempt(first.held).source
  }

  private func attempt(_ held: Held?) -> (source: PackSource, held: Held) {
    let figures = PackFigures(maps: maps)
    var sink = Sink(capacity: 1 << 18)
    let authors = pack.parts.flatMap { portal.briefs[$0.brief].authors.map(\.name) }.distinct()
    PackSetting(
      title: pack.subtitle.map { "\(pack.title): \($0)" } ?? pack.title, authors: authors,
      description: pack.introduction.isEmpty ? nil : pack.introduction.plainText,
      keywords: pack.parts.flatMap { portal.briefs[$0.brief].topics }.distinct(), date: date,
      paper: pack.paper ?? portal.packSettings.paper,
      marking: pack.marking ?? portal.packSettings.marking,
      head: clipped(pack.title, to: PackSetting.runningLength),
      foot: portal.publisher?.name ?? portal.title, accent: portal.theme.accent,
      language: pack.language, hasCover: true
    ).write(to: &sink)
    sink.append(unsafe: PackageResources.pack_typ)
    sink.append("\n#show: setting\n")
    writeCover(authors, to: &sink)
    sink.append("#contents(")
    sink.append(typstString: strings.contents)
    sink.append(")\n")
    var writers: [TypstWriter] = []
    for (number, part) in pack.parts.enumerated() {
      let isWhole = part.sections == nil
      let writer = TypstWriter(
        portal: portal, brief: part.brief, held: held?.labels,
        numbers: isWhole ? nil : held?.numbers[number] ?? [:], labels: "p\(number)")
      writer.figure = { figures.write($0, $1, $2, $3, to: &$4) }
      writers.append(writer)
    }
    if !pack.introduction.isEmpty, let writer = writers.first {
      writer.write(
        pack.introduction, nodes: 0..<pack.introduction.nodes.count, notes: .none,
        headingShift: 1, to: &sink)
    }
    for (number, part) in pack.parts.enumerated() {
      write(part, number + 1, writers[number], figures, to: &sink)
    }
    writeSources(writers, to: &sink)
    writeGlossary(writers, to: &sink)
    sink.append("#v(2em)#fine(")
    sink.append(typstString: strings.setWith)
    sink.append(")\n")
    let source = PackSource(
      main: sink.bytes, files: figures.files, pictures: writers.flatMap(\.pictures))
    let labels = writers.reduce(into: Set<String>()) { $0.formUnion($1.labels) }
    return (source, Held(labels: labels, numbers: writers.map(\.numbers)))
  }

  /// Its own, else that of the brief that changed last.
  private var date: PartialDate? {
    pack.date ?? pack.parts.compactMap { portal.briefs[$0.brief].lastChange }.max()
  }

  private func writeCover(_ authors: [String], to sink: inout Sink) {
    sink.append("#cover(")
    sink.append(typstString: pack.title)
    sink.append(", ")
    sink.append(
      typstString: [portal.title, date.map(strings.date)].compactMap { $0 }.joined(separator: " · ")
    )
    sink.append(", ")
    sink.append(unsafe: pack.subtitle.map(typstString) ?? "none")
    sink.append(", ")
    sink.append(unsafe: authors.isEmpty ? "none" : typstString(authors.joined(separator: ", ")))
    sink.append(", none")
    var rows = pack.parts.enumerated().map { ("\($0 + 1)", portal.briefs[$1.brief].fullTitle) }
    if let publisher = portal.publisher { rows.append((strings.publisher, publisher.name)) }
    if let licence = portal.licence { rows.append((strings.licence, licence.name)) }
    for (name, value) in rows {
      sink.append(", (")
      sink.append(typstString: name)
      sink.append(", ")
      sink.append(typstString: value)
      sink.append(")")
    }
    sink.append(")\n")
  }

  private func write(
    _ part: Pack.Part, _ number: Int, _ writer: TypstWriter, _ figures: PackFigures,
    to sink: inout Sink
  ) {
    let brief = portal.briefs[part.brief]
    var document = PackDocumentWriter(portal: portal, maps: maps, brief: part.brief)
    sink.append("\n#pagebreak(weak: true)\n#[\n#set text(")
    for (name, value) in PackSetting.text(in: brief.language) {
      sink.append(unsafe: "\(name == "text-families" ? "font" : name): \(value), ")
    }
    sink.append(")\n#part(1, \"")
    sink.append(number, strings)
    sink.append("\", ")
    sink.append(typstString: brief.fullTitle)
    sink.append(")\n#running(")
    sink.append(typstString: clipped(brief.title, to: PackSetting.runningLength))
    sink.append(")\n")
    let authors = document.strings.list(brief.authors.map(\.name))
    let kicker = [
      authors, [brief.series, brief.issue].compactMap { $0 }.joined(separator: " "),
      brief.date.map(document.strings.date) ?? "",
    ]
    sink.append("#fine(")
    sink.append(typstString: kicker.filter { !$0.isEmpty }.joined(separator: " · "))
    sink.append(")\n")
    document.level = 2
    if let sections = part.sections {
      for section in sections { document.writeSection(section, writer, to: &sink) }
    } else {
      document.writeFront(writer, to: &sink)
      for section in brief.sections.indices { document.writeSection(section, writer, to: &sink) }
      document.writeUnshown(writer, figures, to: &sink)
      document.writeEvents(writer, to: &sink)
      document.writeFurtherNotes(writer, to: &sink)
    }
    sink.append("\n]\n")
  }

  private func heading(_ level: Int, _ title: String, to sink: inout Sink) {
    sink.append("\n\n#part(")
    sink.append(level)
    sink.append(", none, ")
    sink.append(typstString: title)
    sink.append(")\n")
    if level == 1 {
      sink.append("#running(")
      sink.append(typstString: clipped(title, to: PackSetting.runningLength))
      sink.append(")\n")
    }
  }

  /// A source, and where the document's notes use it: “1: 3, 7; 2: 5”.
  private struct Use<Content> {
    var content: Content
    var anchors: [(writer: TypstWriter, source: Int)]
    var notes: String
  }

  private func uses<Content: Equatable>(
    _ writers: [TypstWriter], _ content: (Source) -> Content?
  ) -> [Use<Content>] {
    var uses: [Use<Content>] = []
    for (number, writer) in writers.enumerated() {
      for (index, source) in writer.brief.sources.enumerated() {
        guard let content = content(source) else { continue }
        let held = source.notes.filter { writer.label("n\($0)") != nil }
        // Of a brief that is here in part, the sources that this part rests on.
        if pack.parts[number].sections != nil, held.isEmpty { continue }
        let notes = held.isEmpty ? "" : "\(number + 1): \(writer.noteNumbers(held))"
        if let known = uses.firstIndex(where: { $0.content == content }) {
          uses[known].anchors.append((writer, index))
          uses[known].notes += uses[known].notes.isEmpty || notes.isEmpty ? notes : "; " + notes
        } else {
          uses.append(Use(content: content, anchors: [(writer, index)], notes: notes))
        }
      }
    }
    return uses
  }

  private func writeSources(_ writers: [TypstWriter], to sink: inout Sink) {
    let works = uses(writers) { source -> Work? in
      if case .work(let work) = source.content { work } else { nil }
    }.sorted { SourceList.order($0.content) < SourceList.order($1.content) }
    let interviews = uses(writers) { source -> Interview? in
      if case .interview(let interview) = source.content { interview } else { nil }
    }.sorted { ($0.content.date?.iso ?? "") < ($1.content.date?.iso ?? "") }
    guard !works.isEmpty || !interviews.isEmpty, let first = writers.first else { return }
    sink.append("\n#pagebreak(weak: true)\n")
    heading(1, strings.sourcesAndInterviews, to: &sink)
    let list = SourceList(portal: portal, brief: first.brief, strings: strings)
    let document = PackDocumentWriter(portal: portal, maps: maps, brief: first.index)
    if !works.isEmpty {
      heading(2, strings.publishedWorks, to: &sink)
      sink.append("#lines(")
      for use in works {
        sink.append("[")
        anchor(use.anchors, to: &sink)
        sink.append(
          unsafe: list.citation(of: use.content, link: document.link, typst: document.typst))
        if !use.notes.isEmpty {
          sink.append(typst: " \(strings.notes) ")
          sink.append(unsafe: use.notes + ".")
        }
        sink.append("],\n")
      }
      sink.append(")\n")
    }
    guard !interviews.isEmpty else { return }
    heading(2, strings.interviews, to: &sink)
    sink.append("#outward(grid-of((2.2fr, 4fr, 3fr, 1.6fr), (")
    for title in [strings.date, strings.who, strings.location, strings.usedIn] {
      sink.append("[")
      sink.append(typst: title)
      sink.append("],")
    }
    sink.append("),\n")
    for use in interviews {
      let places = use.content.places.map { place in
        place.place.map { portal.places[$0].name.text(in: pack.language) } ?? place.name
      }
      sink.append("[")
      anchor(use.anchors, to: &sink)
      sink.append(typst: use.content.date.map(strings.dates) ?? strings.undatedWork)
      sink.append("],[")
      sink.append(typst: list.who(use.content))
      sink.append("],[")
      sink.append(typst: places.joined(separator: ", "))
      sink.append("],[")
      sink.append(unsafe: use.notes)
      sink.append("],\n")
    }
    sink.append("))\n")
  }

  private func anchor(
    _ anchors: [(writer: TypstWriter, source: Int)], to sink: inout Sink
  ) {
    for (writer, source) in anchors {
      sink.append("#metadata(none)")
      writer.mark("q\(source)", to: &sink)
    }
  }

  private func writeGlossary(_ writers: [TypstWriter], to sink: inout Sink) {
    let terms = portal.terms.indices.filter { term in
      portal.mentions[Target(.term, index: term)]?.contains { mention in
        pack.parts.contains { part in
          guard part.brief == mention.brief else { return false }
          guard let sections = part.sections else { return true }
          if case .section(let section) = mention.part { return sections.contains(section) }
          return false
        }
      } ?? false
    }.sorted { (sortKey(portal.terms[$0].term), $0) < (sortKey(portal.terms[$1].term), $1) }
    guard !terms.isEmpty else { return }
    heading(1, strings.glossary, to: &sink)
    for index in terms {
      let term = portal.terms[index]
      sink.append("#block[")
      for writer in writers {
        sink.append("#metadata(none)")
        writer.mark("g\(index)", to: &sink)
      }
      sink.append("#strong[")
      sink.append(typst: term.term)
      sink.append("];")
      if let expansion = term.expansion { sink.append(typst: " (\(expansion))") }
      sink.append("#\"  \";")
      sink.append(typst: term.definition.plainText)
      sink.append("]\n")
    }
  }
}

extension Array where Element: Hashable {
  /// Each once, where it stands first.
  fileprivate func distinct() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
