internal import Cartography
internal import HTML
internal import Model

/// Writes the Typst source of one brief's documents.
///
/// Each is written twice: links lead only to what the first writing found the document to hold.
struct PackDocumentWriter {
  let portal: Portal
  let maps: MapDrawings
  let index: Int
  let brief: Brief
  let strings: InterfaceStrings
  let words: PackWords

  init(portal: Portal, maps: MapDrawings, brief index: Int) {
    self.portal = portal
    self.maps = maps
    self.index = index
    brief = portal.briefs[index]
    strings = InterfaceStrings(language: brief.language)
    words = PackWords(language: brief.language)
  }

  enum Kind { case brief, onePage, maps }

  func source(_ kind: Kind) -> PackSource {
    let first = attempt(kind, held: nil)
    return attempt(kind, held: first.labels).source
  }

  private func attempt(
    _ kind: Kind, held: Set<String>?
  ) -> (source: PackSource, labels: Set<String>) {
    let figures = PackFigures(maps: maps)
    let writer = TypstWriter(portal: portal, brief: index, held: held)
    writer.figure = { figures.write($0, $1, $2, $3, to: &$4) }
    var sink = Sink(capacity: 1 << 18)
    writeSetting(hasCover: kind == .brief, to: &sink)
    sink.append(unsafe: PackageResources.pack_typ)
    sink.append("\n#show: setting\n")
    switch kind {
    case .brief: writeBrief(writer, figures, to: &sink)
    case .onePage: writeOnePage(writer, figures, to: &sink)
    case .maps: writeMaps(writer, figures, to: &sink)
    }
    let source = PackSource(main: sink.bytes, files: figures.files, pictures: writer.pictures)
    return (source, writer.labels)
  }

  /// `doc`: what the style is set by.
  private func writeSetting(hasCover: Bool, to sink: inout Sink) {
    let settings = portal.packSettings
    let isRightToLeft = Model.isRightToLeft(brief.language)
    let tag = brief.language.split(separator: "-")
    func list(_ items: [String]) -> String { "(" + items.map { $0 + "," }.joined() + ")" }
    func text(_ value: String?) -> String { value.map(typstString) ?? "none" }
    let latin = "Libertinus Serif"
    let sans = "Noto Sans"
    let serifs =
      isRightToLeft ? ["Noto Naskh Arabic", latin, sans] : [latin, "Noto Naskh Arabic", sans]
    let sanses = isRightToLeft ? ["Noto Sans Arabic", sans] : [sans, "Noto Sans Arabic"]
    let language = tag.first.map { String($0).lowercased() } ?? "en"
    let isKnown =
      (2...3).contains(language.count) && language.allSatisfy { $0.isASCII && $0.isLetter }
    let region = tag.dropFirst().first {
      $0.count == 2 && $0.allSatisfy { $0.isASCII && $0.isLetter }
    }
    let foot = [brief.series, brief.issue].compactMap { $0 }.joined(separator: " ")
    // A brief without a date gets the creation date that the engine is given.
    var date = "auto"
    if let day = brief.lastChange ?? brief.date {
      date =
        "datetime(year: \(max(1, min(9999, day.year))), month: \(day.month ?? 1), day: \(day.day ?? 1))"
    }
    sink.append("#let doc = (\n")
    for (name, value) in [
      ("paper", settings.paper == .letter ? "\"us-letter\"" : "\"a4\""),
      ("wide", "\(!hasCover)"),
      ("title", typstString(brief.fullTitle)),
      ("authors", list(brief.authors.map { typstString($0.name) })),
      ("description", text(brief.abstract.isEmpty ? nil : brief.abstract.plainText)),
      ("keywords", list(brief.topics.map(typstString))), ("date", date),
      ("marking", text(settings.marking)), ("head", text(brief.title)),
      ("foot", text(foot.isEmpty ? brief.publisher?.name ?? portal.title : foot)),
      ("accent", "rgb(\"\(portal.theme.accent?.text ?? "#7a1f2b")\")"),
      ("lang", typstString(isKnown ? language : "en")), ("region", text(region.map(String.init))),
      ("dir", isRightToLeft ? "rtl" : "ltr"),
      ("text-families", list(serifs.map(typstString))),
      ("heading-families", list(sanses.map(typstString))),
      ("size", "10.8pt"), ("leading", isRightToLeft ? ".85em" : ".68em"),
      ("depth", "2"),
      ("page-of", "(n, all) => [\(typst(words.page + " "))#n;\(typst(" \(words.of) "))#all]"),
      ("on-page", "n => [\(typst((isRightToLeft ? "، " : ", ") + words.page + " "))#n]"),
    ] {
      sink.append(unsafe: "  \(name): \(value),\n")
    }
    sink.append(")\n")
  }

  // MARK: Full brief

  private func writeBrief(_ writer: TypstWriter, _ figures: PackFigures, to sink: inout Sink) {
    writeCover(writer, figures, to: &sink)
    sink.append("#contents(")
    sink.append(typstString: strings.contents)
    sink.append(")\n")
    writeFront(writer, to: &sink)
    for index in brief.sections.indices { writeSection(index, writer, to: &sink) }
    writeUnshown(writer, figures, to: &sink)
    writeSources(writer, to: &sink)
    writeFurtherNotes(writer, to: &sink)
    writeGlossary(writer, to: &sink)
    writeColophon(writer, figures, to: &sink)
  }

  private func heading(
    _ level: Int, _ title: String, _ label: String? = nil, _ writer: TypstWriter,
    to sink: inout Sink
  ) {
    sink.append("\n\n#part(")
    sink.append(level)
    sink.append(", none, ")
    sink.append(typstString: title)
    sink.append(")")
    if let label { writer.mark(label, to: &sink) }
    if level == 1 {
      sink.append("\n#running(")
      sink.append(typstString: title)
      sink.append(")")
    }
    sink.append("\n\n")
  }

  private func writeCover(_ writer: TypstWriter, _ figures: PackFigures, to sink: inout Sink) {
    let kicker = [brief.series, brief.issue].compactMap { $0 }.joined(separator: " ")
    let date = brief.date.map(strings.date)
    sink.append("#cover(")
    sink.append(typstString: brief.title)
    sink.append(", ")
    sink.append(typstString: [kicker, date ?? ""].filter { !$0.isEmpty }.joined(separator: " · "))
    sink.append(", ")
    sink.append(unsafe: brief.subtitle.map(typstString) ?? "none")
    sink.append(", ")
    let authors = names(brief.authors.map(\.name))
    sink.append(unsafe: authors.isEmpty ? "none" : typstString(authors))
    sink.append(", ")
    if let key = brief.keyMap {
      figures.writeKeyMap(writer, key, share: 38, to: &sink)
    } else {
      sink.append("none")
    }
    for (name, value) in imprint(writer) {
      sink.append(", (")
      sink.append(typstString: name)
      sink.append(", [")
      sink.append(unsafe: value)
      sink.append("])")
    }
    sink.append(")\n")
  }

  private func names(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " \(strings.and) " + last
  }

  private func typst(_ text: String) -> String { "#\(typstString(text));" }

  private func link(_ words: String, _ url: String?) -> String {
    guard let url, !isDangerousURL(url.utf8), !url.isEmpty else { return typst(words) }
    return "#link(\(typstString(url)))[\(typst(words))];"
  }

  private func imprint(_ writer: TypstWriter) -> [(String, String)] {
    var rows: [(String, String)] = []
    if let publisher = brief.publisher ?? portal.publisher {
      rows.append((strings.publisher, link(publisher.name, publisher.url)))
    }
    if let doi = brief.doi { rows.append((strings.doi, link(doi, ReportData.doiURL(doi)))) }
    if let licence = brief.licence ?? portal.licence {
      rows.append((strings.licence, link(licence.name, licence.url)))
    }
    return rows
  }

  /// What stands before the text: whose work it renders, abstract, figures, findings.
  private func writeFront(_ writer: TypstWriter, to sink: inout Sink) {
    if let original = brief.original {
      sink.append("\n\n#fine[")
      writer.inline(original.statement, to: &sink)
      if let url = original.url {
        sink.append(unsafe: " " + link("\(strings.original): \(original.title ?? url)", url))
      }
      sink.append("]\n\n")
    }
    if !brief.abstract.isEmpty {
      heading(1, strings.abstract, nil, writer, to: &sink)
      writer.write(
        brief.abstract, nodes: 0..<brief.abstract.nodes.count, notes: .front, headingShift: 1,
        to: &sink)
    }
    if !brief.keyFindings.isEmpty {
      heading(1, strings.keyFindings, nil, writer, to: &sink)
      sink.append("#enum(tight: false")
      for finding in brief.keyFindings {
        sink.append(", [")
        writer.inline(finding, notes: .front, to: &sink)
        sink.append("]")
      }
      sink.append(")\n")
    }
    if !brief.glance.isEmpty {
      heading(2, strings.glance, nil, writer, to: &sink)
      writeGlance(writer, notes: .front, to: &sink)
    }
  }

  private func writeGlance(
    _ writer: TypstWriter, notes: TypstWriter.NotePlace, to sink: inout Sink
  ) {
    sink.append("#figures-at-a-glance(")
    for figure in brief.glance {
      sink.append("(")
      sink.append(typstString: figure.value)
      sink.append(", [")
      writer.inline(figure.label, notes: notes, to: &sink)
      if let note = figure.note, notes != .none {
        sink.append(unsafe: " " + typst("(" + strings.noteInText(writer.number(of: note)) + ")"))
      }
      sink.append("]),")
    }
    sink.append(")\n")
  }

  private func writeSection(_ index: Int, _ writer: TypstWriter, to sink: inout Sink) {
    let section = brief.sections[index]
    if !section.title.isEmpty {
      sink.append("\n\n#part(1, ")
      sink.append(unsafe: section.number.map { "\"\($0)\"" } ?? "none")
      sink.append(", [")
      if section.heading.isEmpty {
        sink.append(typst: section.title)
      } else {
        writer.inline(section.heading, notes: .heading, to: &sink)
      }
      sink.append("])")
      writer.mark("s\(index)", to: &sink)
      sink.append("\n#running(")
      sink.append(typstString: section.title)
      sink.append(")\n\n")
    }
    // Headings inside a section begin one level below its own, and skip none.
    let body = section.body.withHeadings(from: section.title.isEmpty ? 1 : 2)
    writer.write(
      body, nodes: 0..<body.nodes.count, notes: .text, headingShift: 0, section: index, to: &sink)
  }

  /// Maps and tables that the text does not show.
  private func writeUnshown(_ writer: TypstWriter, _ figures: PackFigures, to sink: inout Sink) {
    let maps = brief.maps.indices.filter { !writer.labels.contains("b\(index)-m\($0)") }
    let tables = brief.tables.indices.filter { !writer.labels.contains("b\(index)-t\($0)") }
    guard !maps.isEmpty || !tables.isEmpty else { return }
    heading(1, words.further, nil, writer, to: &sink)
    for map in maps {
      let caption = brief.maps[map].caption
      figures.writeMap(
        writer, map,
        words: caption.isEmpty ? nil : { writer.inline(caption, notes: .text, to: &$0) },
        floats: false, to: &sink)
    }
    for table in tables {
      let caption = brief.tables[table].caption
      figures.writeTable(
        writer, table,
        words: caption.isEmpty ? nil : { writer.inline(caption, notes: .text, to: &$0) }, to: &sink)
    }
  }

  private func writeSources(_ writer: TypstWriter, to sink: inout Sink) {
    guard !brief.sources.isEmpty else { return }
    heading(1, words.sources, nil, writer, to: &sink)
    let list = SourceList(portal: portal, brief: brief, strings: strings)
    if !list.works.isEmpty {
      heading(2, strings.publishedWorks, nil, writer, to: &sink)
      sink.append("#lines(")
      for (index, work) in list.works {
        sink.append("[")
        sink.append(unsafe: list.citation(of: work, link: link, typst: typst))
        if !brief.sources[index].notes.isEmpty {
          sink.append(unsafe: " " + typst(strings.usedIn(brief.sources[index].notes.count) + " "))
          sink.append(unsafe: writer.noteNumbers(brief.sources[index].notes))
          sink.append(".")
        }
        sink.append("],\n")
      }
      sink.append(")\n")
    }
    guard !list.interviews.isEmpty else { return }
    heading(2, strings.interviews, nil, writer, to: &sink)
    sink.append("#outward(grid-of((2.2fr, 4fr, 3fr, 1.6fr), (")
    for title in [strings.date, strings.who, strings.location, strings.usedIn] {
      sink.append(unsafe: "[\(typst(title))],")
    }
    sink.append("),\n")
    for (index, interview) in list.interviews {
      let date = interview.date.map(strings.dates) ?? strings.undatedWork
      sink.append(unsafe: "[\(typst(date))],[\(typst(list.who(interview)))],")
      let places = interview.places.map { place in
        place.place.map { portal.places[$0].name.text(in: brief.language) } ?? place.name
      }
      sink.append(unsafe: "[\(typst(places.joined(separator: ", ")))],[")
      sink.append(unsafe: writer.noteNumbers(brief.sources[index].notes))
      sink.append("],\n")
    }
    sink.append("))\n")
  }

  /// Notes that nothing in the document refers to: those of zones, events and the like.
  private func writeFurtherNotes(_ writer: TypstWriter, to sink: inout Sink) {
    let rest = brief.notes.indices.filter { !writer.labels.contains("b\(index)-n\($0)") }
    guard !rest.isEmpty else { return }
    heading(1, words.furtherNotes, nil, writer, to: &sink)
    sink.append("#lines(")
    for note in rest {
      sink.append("[#strong[")
      sink.append(writer.number(of: note))
      sink.append("]#\"  \";")
      writer.writeBody(of: note, notes: .front, to: &sink)
      sink.append("],\n")
    }
    sink.append(")\n")
  }

  /// The terms that the brief speaks of.
  private func writeGlossary(_ writer: TypstWriter, to sink: inout Sink) {
    let terms = portal.terms.indices.filter { term in
      portal.mentions[Target(.term, index: term)]?.contains { $0.brief == index } ?? false
    }.sorted { (sortKey(portal.terms[$0].term), $0) < (sortKey(portal.terms[$1].term), $1) }
    guard !terms.isEmpty else { return }
    heading(1, words.glossary, nil, writer, to: &sink)
    for index in terms {
      let term = portal.terms[index]
      sink.append("#block[#strong[")
      sink.append(typst: term.term)
      sink.append("];")
      if let expansion = term.expansion { sink.append(typst: " (\(expansion))") }
      sink.append("#\"  \";")
      sink.append(typst: term.definition.plainText)
      sink.append("]")
      writer.mark("g\(index)", to: &sink)
      sink.append("\n")
    }
  }

  private func writeColophon(
    _ writer: TypstWriter, _ figures: PackFigures, to sink: inout Sink
  ) {
    sink.append("\n#pagebreak(weak: true)\n")
    heading(1, strings.publication, nil, writer, to: &sink)
    sink.append("#facts(")
    func row(_ name: String, _ value: String) {
      sink.append(unsafe: "(\(typstString(name)), [\(value)]),\n")
    }
    let series = [brief.series, brief.issue].compactMap { $0 }.joined(separator: ", ")
    if !series.isEmpty { row(strings.series, typst(series)) }
    if let date = brief.date { row(strings.published, typst(strings.date(date))) }
    for (name, value) in imprint(writer) { row(name, value) }
    if let isbn = brief.isbn { row(strings.isbn, typst(isbn)) }
    if let issn = brief.issn { row(strings.issn, typst(issn)) }
    if let catalogue = brief.catalogue { row(strings.catalogue, typst(catalogue)) }
    for (name, prose) in [
      (strings.project, brief.project), (strings.funder, brief.funder),
      (strings.disclaimer, brief.disclaimer),
    ] where !prose.isEmpty {
      row(name, writer.inlineText(prose))
    }
    for revision in brief.revisions {
      row(
        strings.date(revision.date), writer.inlineText(revision.summary))
    }
    if let address = writer.webAddress { row(words.onTheWeb, link(address, address)) }
    sink.append(")\n\n")
    if let address = writer.webAddress {
      sink.append("#block(above: 1.4em, { ")
      figures.writeCode(writer, address, words: words.onTheWeb, to: &sink)
      sink.append(" })\n")
    }
    sink.append("#v(1em)#fine(")
    sink.append(typstString: words.setWith)
    sink.append(")\n")
  }

  // MARK: One page

  private func writeOnePage(_ writer: TypstWriter, _ figures: PackFigures, to sink: inout Sink) {
    sink.append("#one-side[\n#block(below: 1em, sans(size: .85em, fill: grey, ")
    let kicker = [brief.series, brief.issue, brief.date.map(strings.date)].compactMap { $0 }
    sink.append(typstString: kicker.joined(separator: " · "))
    sink.append(
      "))\n#block(below: 1.3em, sans(size: 2em, weight: \"bold\", fill: doc.accent, title(")
    sink.append(typstString: brief.title)
    sink.append(")))\n")
    if let subtitle = brief.subtitle {
      sink.append("#block(below: .7em, sans(size: 1.2em, ")
      sink.append(typstString: subtitle)
      sink.append("))\n")
    }
    let authors = names(brief.authors.map(\.name))
    if !authors.isEmpty {
      sink.append("#block(below: 1em, ")
      sink.append(typstString: authors)
      sink.append(")\n")
    }
    if brief.keyFindings.isEmpty, !brief.abstract.isEmpty {
      heading(1, strings.abstract, nil, writer, to: &sink)
      writer.write(
        brief.abstract, nodes: 0..<brief.abstract.nodes.count, notes: .none, headingShift: 1,
        to: &sink)
    }
    if !brief.keyFindings.isEmpty {
      heading(1, strings.keyFindings, nil, writer, to: &sink)
      sink.append("#enum(tight: false")
      for finding in brief.keyFindings.prefix(5) {
        sink.append(", [")
        writer.inline(finding, to: &sink)
        let notes = finding.nodes.filter { $0.kind == .noteReference && $0.value >= 0 }
        if !notes.isEmpty {
          let numbers = notes.map { "\(writer.number(of: Int($0.value)))" }
          sink.append(
            unsafe: "#super[" + numbers.joined(separator: ", ") + "];")
        }
        sink.append("]")
      }
      sink.append(")\n")
    }
    if !brief.glance.isEmpty {
      heading(1, strings.glance, nil, writer, to: &sink)
      writeGlance(writer, notes: .text, to: &sink)
    }
    if let key = brief.keyMap {
      sink.append("#block(width: 100%, above: 1em, { ")
      figures.writeKeyMap(writer, key, share: 30, to: &sink)
      sink.append(" })\n#block(sans(size: .8em, [#strong[")
      sink.append(typst: strings.map(brief.maps[key].number))
      sink.append("]#\"  \";")
      sink.append(typst: brief.maps[key].title)
      sink.append("]))\n")
    }
    heading(1, words.readOn, nil, writer, to: &sink)
    sink.append("#grid(columns: (1fr, auto), column-gutter: 6mm, sans(size: .85em, [")
    var lines: [String] = []
    if let address = writer.webAddress { lines.append(link(address, address)) }
    if let doi = brief.doi {
      let url = ReportData.doiURL(doi)
      lines.append(typst("\(strings.doi) ") + link(doi, url))
    }
    if let licence = brief.licence ?? portal.licence {
      lines.append(link(licence.name, licence.url))
    }
    if !brief.notes.isEmpty { lines.append(typst(words.noteNumbers)) }
    sink.append(unsafe: lines.joined(separator: "#linebreak();"))
    sink.append("]), { ")
    if let address = writer.webAddress {
      figures.writeCode(writer, address, words: words.onTheWeb, to: &sink)
    }
    sink.append(" })\n]\n")
  }

  // MARK: Maps

  private func writeMaps(_ writer: TypstWriter, _ figures: PackFigures, to sink: inout Sink) {
    for index in brief.maps.indices {
      let map = brief.maps[index]
      figures.writeMapPage(
        writer, index, title: "\(strings.map(map.number)). \(map.title)",
        words: map.caption.isEmpty ? nil : { writer.inline(map.caption, notes: .text, to: &$0) },
        after: { writeZones(of: index, writer, to: &$0) }, to: &sink)
    }
  }

  private func writeZones(of index: Int, _ writer: TypstWriter, to sink: inout Sink) {
    let map = brief.maps[index]
    guard !map.zones.isEmpty else { return }
    heading(2, strings.zones, nil, writer, to: &sink)
    let areas = Dictionary(
      maps.drawing(of: index, in: self.index).summary.zones.map { ($0.zone, $0.text) },
      uniquingKeysWith: { first, _ in first })
    sink.append(
      "#grid-of((2fr, 1.4fr, 1.2fr, 1fr, 5fr), alignment: (start, start, start, end, start), (")
    for title in [
      strings.zone, strings.category, strings.confidence, strings.area, strings.criterion,
    ] {
      sink.append(unsafe: "[\(typst(title))],")
    }
    sink.append("),\n")
    for (number, zone) in map.zones.enumerated() {
      sink.append(unsafe: "[\(typst(zone.name.text(in: brief.language)))],")
      sink.append(
        unsafe: "[\(typst(zone.category))],[\(typst(strings.confidence(zone.confidence)))],")
      sink.append(unsafe: "[\(typst(areas[number] ?? "–"))],[")
      writer.inline(zone.text, notes: .text, to: &sink)
      sink.append("],\n")
    }
    sink.append(")\n")
  }
}
