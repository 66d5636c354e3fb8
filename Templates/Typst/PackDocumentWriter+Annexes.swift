internal import HTML
internal import Model

// What follows the sections: figures that they do not show, sources, notes, glossary, colophon.

extension PackDocumentWriter {
  /// Maps, charts and tables that the text does not show.
  func writeUnshown(_ writer: TypstWriter, _ figures: PackFigures, to sink: inout Sink) {
    let maps = brief.maps.indices.filter { !writer.holds("m\($0)") }
    let tables = brief.tables.indices.filter { !writer.holds("t\($0)") }
    let charts = brief.charts.indices.filter { !writer.holds("c\($0)") }
    guard !maps.isEmpty || !charts.isEmpty || !tables.isEmpty else { return }
    heading(1, strings.furtherFigures, nil, writer, to: &sink)
    for map in maps {
      let caption = brief.maps[map].caption
      figures.writeMap(
        writer, map,
        words: caption.isEmpty ? nil : { writer.inline(caption, notes: .text, to: &$0) },
        floats: false, to: &sink)
    }
    for chart in charts {
      let caption = brief.charts[chart].caption
      figures.writeChart(
        writer, chart,
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

  /// The chronology, with the notes of each event at the foot.
  func writeEvents(_ writer: TypstWriter, to sink: inout Sink) {
    guard !brief.events.isEmpty else { return }
    heading(1, strings.events, nil, writer, to: &sink)
    for (index, event) in brief.events.enumerated() {
      sink.append("#happening(")
      sink.append(typstString: strings.dates(event.date))
      sink.append(")[")
      writer.inline(event.title, notes: .text, to: &sink)
      writer.writeNotes(event.notes, after: event.title, to: &sink)
      sink.append("]")
      writer.mark("e\(index)", to: &sink)
      sink.append("\n")
      writer.write(
        event.text, nodes: 0..<event.text.nodes.count, notes: .text, headingShift: level + 1,
        to: &sink)
      sink.append("\n\n")
    }
  }

  func writeSources(_ writer: TypstWriter, to sink: inout Sink) {
    guard !brief.sources.isEmpty else { return }
    heading(1, strings.sourcesAndInterviews, nil, writer, to: &sink)
    let list = SourceList(portal: portal, brief: brief, strings: strings)
    let (works, interviews) = (list.works, list.interviews)
    if !works.isEmpty {
      heading(2, strings.publishedWorks, nil, writer, to: &sink)
      sink.append("#lines(")
      for (index, work) in works {
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
    guard !interviews.isEmpty else { return }
    heading(2, strings.interviews, nil, writer, to: &sink)
    sink.append("#outward(grid-of((2.2fr, 4fr, 3fr, 1.6fr), (")
    for title in [strings.date, strings.who, strings.location, strings.usedIn] {
      sink.append(unsafe: "[\(typst(title))],")
    }
    sink.append("),\n")
    for (index, interview) in interviews {
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
  func writeFurtherNotes(_ writer: TypstWriter, to sink: inout Sink) {
    let rest = brief.notes.indices.filter { !writer.holds("n\($0)") }
    guard !rest.isEmpty else { return }
    heading(1, strings.furtherNotes, nil, writer, to: &sink)
    sink.append("#lines(")
    for note in rest {
      sink.append("[#strong[")
      sink.append(writer.number(of: note), strings)
      sink.append("]#\"  \";")
      writer.writeBody(of: note, notes: .front, to: &sink)
      sink.append("],\n")
    }
    sink.append(")\n")
  }

  /// The terms that the brief speaks of.
  func writeGlossary(_ writer: TypstWriter, to sink: inout Sink) {
    let terms = portal.terms.indices.filter { term in
      portal.mentions[Target(.term, index: term)]?.contains { $0.brief == index } ?? false
    }.sorted { (sortKey(portal.terms[$0].term), $0) < (sortKey(portal.terms[$1].term), $1) }
    guard !terms.isEmpty else { return }
    heading(1, strings.glossary, nil, writer, to: &sink)
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

  func writeColophon(
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
      var text = writer.inlineText(revision.summary)
      for passage in revision.wording {
        for (term, words) in [(strings.before, passage.was), (strings.now, passage.now)]
        where !words.isEmpty {
          text += " #linebreak() \(typst(term + strings.colon))\(writer.inlineText(words))"
        }
      }
      row(strings.date(revision.date), text)
    }
    if let address = writer.webAddress { row(strings.thisOnTheWeb, link(address, address)) }
    sink.append(")\n\n")
    if let address = writer.webAddress {
      sink.append("#block(above: 1.4em, { ")
      figures.writeCode(writer, address, words: strings.thisOnTheWeb, to: &sink)
      sink.append(" })\n")
    }
    sink.append("#v(1em)#fine(")
    sink.append(typstString: strings.setWith)
    sink.append(")\n")
  }
}
