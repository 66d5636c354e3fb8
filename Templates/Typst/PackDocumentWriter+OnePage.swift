internal import HTML
internal import Model

// A brief on one side of a sheet.

extension PackDocumentWriter {
  func writeOnePage(_ writer: TypstWriter, _ figures: PackFigures, to sink: inout Sink) {
    sink.append("#one-side(share => [\n#block(below: 1em, sans(size: .85em, fill: grey, ")
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
    let authors = strings.list(brief.authors.map(\.name))
    if !authors.isEmpty {
      sink.append("#block(below: 1em, ")
      sink.append(typstString: authors)
      sink.append(")\n")
    }
    if brief.keyFindings.isEmpty, !brief.abstract.isEmpty {
      heading(1, strings.abstract, nil, writer, to: &sink)
      writer.write(
        brief.abstract, nodes: 0..<brief.abstract.nodes.count, notes: .numbers, headingShift: 1,
        to: &sink)
    }
    if !brief.keyFindings.isEmpty {
      heading(1, strings.keyFindings, nil, writer, to: &sink)
      sink.append("#enum(tight: false")
      for finding in brief.keyFindings.prefix(5) {
        sink.append(", [")
        writer.inline(finding, notes: .numbers, to: &sink)
        sink.append("]")
      }
      sink.append(")\n")
    }
    if !brief.glance.isEmpty {
      heading(1, strings.glance, nil, writer, to: &sink)
      writeGlance(writer, notes: .numbers, to: &sink)
    }
    if let key = brief.keyMap {
      sink.append("#block(width: 100%, above: 1em, { ")
      figures.writeKeyMap(writer, key, share: "share", to: &sink)
      sink.append(" })\n#block(sans(size: .8em, [#strong[")
      sink.append(typst: strings.map(brief.maps[key].number))
      sink.append("]#\"  \";")
      sink.append(typst: brief.maps[key].title)
      sink.append("]))\n")
    }
    heading(1, strings.readOn, nil, writer, to: &sink)
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
    if !brief.notes.isEmpty { lines.append(typst(strings.numbersOfWhole)) }
    sink.append(unsafe: lines.joined(separator: "#linebreak();"))
    sink.append("]), { ")
    if let address = writer.webAddress {
      figures.writeCode(writer, address, words: strings.thisOnTheWeb, to: &sink)
    }
    sink.append(" })\n])\n")
  }
}
