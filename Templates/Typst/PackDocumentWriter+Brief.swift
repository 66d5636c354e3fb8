internal import HTML
internal import Model

// The whole brief: cover, contents, front, sections.

extension PackDocumentWriter {
  func writeBrief(_ writer: TypstWriter, _ figures: PackFigures, to sink: inout Sink) {
    writeCover(writer, figures, to: &sink)
    sink.append("#contents(")
    sink.append(typstString: strings.contents)
    sink.append(")\n")
    writeFront(writer, to: &sink)
    for index in brief.sections.indices { writeSection(index, writer, to: &sink) }
    writeUnshown(writer, figures, to: &sink)
    writeEvents(writer, to: &sink)
    writeSources(writer, to: &sink)
    writeFurtherNotes(writer, to: &sink)
    writeGlossary(writer, to: &sink)
    writeColophon(writer, figures, to: &sink)
  }

  func writeCover(_ writer: TypstWriter, _ figures: PackFigures, to sink: inout Sink) {
    let kicker = [brief.series, brief.issue].compactMap { $0 }.joined(separator: " ")
    let date = brief.date.map(strings.date)
    sink.append("#cover(")
    sink.append(typstString: brief.title)
    sink.append(", ")
    sink.append(typstString: [kicker, date ?? ""].filter { !$0.isEmpty }.joined(separator: " · "))
    sink.append(", ")
    sink.append(unsafe: brief.subtitle.map(typstString) ?? "none")
    sink.append(", ")
    let authors = strings.list(brief.authors.map(\.name))
    sink.append(unsafe: authors.isEmpty ? "none" : typstString(authors))
    sink.append(", ")
    if let key = brief.keyMap {
      figures.writeKeyMap(writer, key, share: "38%", to: &sink)
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

  func imprint(_ writer: TypstWriter) -> [(String, String)] {
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
  func writeFront(_ writer: TypstWriter, to sink: inout Sink) {
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

  func writeGlance(
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

  func writeSection(_ index: Int, _ writer: TypstWriter, to sink: inout Sink) {
    let section = brief.sections[index]
    if !section.title.isEmpty {
      sink.append("\n\n#part(")
      sink.append(level)
      sink.append(", ")
      sink.append(unsafe: section.number.map { "\"\(strings.number($0))\"" } ?? "none")
      sink.append(", [")
      if section.heading.isEmpty {
        sink.append(typst: section.title)
      } else {
        writer.inline(section.heading, notes: .heading, to: &sink)
      }
      sink.append("])")
      writer.mark("s\(index)", to: &sink)
      sink.append("\n#running(")
      sink.append(typstString: clipped(section.title, to: PackSetting.runningLength))
      sink.append(")\n\n")
    }
    // Headings inside a section begin one level below its own, and skip none.
    let body = section.body.withHeadings(from: section.title.isEmpty ? level : level + 1)
    writer.write(
      body, nodes: 0..<body.nodes.count, notes: .text, headingShift: 0, section: index, to: &sink)
  }
}
