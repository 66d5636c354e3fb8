internal import Cartography
internal import HTML
internal import Model

/// Figures of a document for print: maps and charts as drawings beside the source, tables as tables.
final class PackFigures {
  private(set) var files: [(path: String, bytes: [UInt8])] = []
  private let maps: MapDrawings
  /// Typefaces of the drawings.
  private static let latinStyle = Stylesheet.resolved(Stylesheet.maps, family: "'Noto Sans'")
  /// As for charts: what is missing from one typeface is taken for whole words from the other.
  private static let arabicStyle = Stylesheet.resolved(
    Stylesheet.maps, family: "'Noto Naskh Arabic','Noto Sans'")

  static func style(for language: String) -> [UInt8] {
    isRightToLeft(language) ? arabicStyle : latinStyle
  }

  init(maps: MapDrawings) { self.maps = maps }

  /// Writes a figure where the text shows it; again, its caption and a link to the first.
  func write(
    _ writer: TypstWriter, _ prose: Prose, _ node: Int, _ target: Target, to sink: inout Sink
  ) {
    guard target.brief == writer.index else { return }
    let caption = (node + 1)..<Int(prose.nodes[node].end)
    let name =
      switch target.kind {
      case .map: "m\(target.index)"
      case .chart: "c\(target.index)"
      default: "t\(target.index)"
      }
    if writer.holds(name) {
      sink.append("\n\n#fine[#link(<")
      sink.append(unsafe: "\(writer.prefix)-\(name)")
      sink.append(">)[")
      sink.append(typst: label(of: target, writer))
      sink.append("]; ")
      writer.write(prose, nodes: caption, notes: .text, headingShift: 0, to: &sink)
      return sink.append("]\n\n")
    }
    let words: ((inout Sink) -> Void)? =
      caption.isEmpty
      ? nil : { writer.write(prose, nodes: caption, notes: .text, headingShift: 0, to: &$0) }
    switch target.kind {
    case .map: writeMap(writer, target.index, words: words, floats: true, to: &sink)
    case .chart: writeChart(writer, target.index, words: words, floats: true, to: &sink)
    default: writeTable(writer, target.index, words: words, to: &sink)
    }
  }

  private func label(of target: Target, _ writer: TypstWriter) -> String {
    switch target.kind {
    case .map: writer.strings.map(writer.brief.maps[target.index].number)
    case .chart: writer.strings.chart(writer.brief.charts[target.index].number)
    default: writer.strings.table(writer.brief.tables[target.index].number)
    }
  }

  func caption(
    _ label: String, _ title: String, words: ((inout Sink) -> Void)?, source: Prose,
    _ writer: TypstWriter, to sink: inout Sink
  ) {
    sink.append("[#strong[")
    sink.append(typst: label)
    sink.append("]#\"  \";")
    if let words { words(&sink) } else { sink.append(typst: title) }
    if !source.isEmpty {
      sink.append("#linebreak();")
      sink.append(typst: "\(writer.strings.source): ")
      writer.inline(source, notes: .text, to: &sink)
    }
    sink.append("]")
  }

  /// - Parameters:
  ///   - words: the caption; without them, the map's title.
  ///   - floats: whether it may stand at the top or the foot of a page.
  func writeMap(
    _ writer: TypstWriter, _ index: Int, words: ((inout Sink) -> Void)?, floats: Bool,
    to sink: inout Sink
  ) {
    let map = writer.brief.maps[index]
    let drawing = maps.drawing(of: index, in: writer.index)
    sink.append(floats ? "\n\n#map-figure(auto, " : "\n\n#map-figure(none, ")
    caption(
      writer.strings.map(map.number), map.title, words: words, source: map.source, writer,
      to: &sink)
    sink.append(", ")
    sink.append(typstString: drawing.credits.lines.joined(separator: "; "))
    writePanels(of: drawing, map.title, writer, index, to: &sink)
    if let legend = legend(of: drawing, writer, index, columns: 2) {
      sink.append(", (none, ")
      sink.append(unsafe: legend)
      sink.append(")")
    }
    writer.name("m\(index)", to: &sink)
    sink.append(")\n\n")
  }

  /// A map with a page to itself, and what follows it there.
  ///
  /// - Parameter title: what the page is called.
  func writeMapPage(
    _ writer: TypstWriter, _ index: Int, title: String, words: ((inout Sink) -> Void)?,
    after: (inout Sink) -> Void, to sink: inout Sink
  ) {
    let map = writer.brief.maps[index]
    let drawing = maps.drawing(of: index, in: writer.index)
    let isWide = drawing.size.width > drawing.size.height
    sink.append(isWide ? "\n\n#map-page(true, " : "\n\n#map-page(false, ")
    sink.append(typstString: title)
    sink.append(", ")
    caption(
      writer.strings.map(map.number), map.title, words: words, source: map.source, writer,
      to: &sink)
    sink.append(", ")
    sink.append(typstString: drawing.credits.lines.joined(separator: "; "))
    let isBeside = isWide && drawing.dates.count == 1
    let legend = legend(of: drawing, writer, index, columns: isBeside ? 1 : 2)
    sink.append(unsafe: legend.map { ", (\($0))" } ?? ", none")
    sink.append(", [")
    after(&sink)
    sink.append("]")
    writePanels(of: drawing, map.title, writer, index, to: &sink)
    sink.append(")\n\n")
  }

  /// For each date its heading or none, the drawing's path and its alternative.
  private func writePanels(
    of drawing: MapDrawing, _ title: String, _ writer: TypstWriter, _ index: Int,
    to sink: inout Sink
  ) {
    for panel in drawing.dates.indices {
      sink.append(", (")
      if let date = drawing.dates[panel] {
        sink.append(typstString: writer.strings.date(date))
      } else {
        sink.append("none")
      }
      let path = "b\(writer.index)-m\(index)-\(panel).svg"
      sink.append(", \"")
      sink.append(unsafe: path)
      sink.append("\", ")
      sink.append(
        typstString: title + ". " + drawing.description(ofPanel: panel), breaksWords: false)
      sink.append(")")
      add(path) {
        drawing.writeDocument(
          ofPanel: panel, style: Self.style(for: writer.brief.language), to: &$0)
      }
    }
  }

  /// The legend's path and alternative, as Typst; `nil` where there is none.
  private func legend(
    of drawing: MapDrawing, _ writer: TypstWriter, _ index: Int, columns: Int
  ) -> String? {
    let path = "b\(writer.index)-m\(index)-legend\(columns).svg"
    if !files.contains(where: { $0.path == path }) {
      var sink = Sink()
      guard
        drawing.writeLegend(
          columns: columns, style: Self.style(for: writer.brief.language), to: &sink)
      else { return nil }
      files.append((path, sink.bytes.withoutVowelMarks))
    }
    let words = drawing.legend { _ in nil }.sentences.joined(separator: "; ")
    return "\"\(path)\", \(typstString(words))"
  }

  /// A drawing without its legend and caption: on covers.
  ///
  /// - Parameter share: how much of the page’s height it may take, as a Typst ratio.
  func writeKeyMap(_ writer: TypstWriter, _ index: Int, share: String, to sink: inout Sink) {
    let map = writer.brief.maps[index]
    let drawing = maps.drawing(of: index, in: writer.index)
    let panel = drawing.dates.count - 1
    let path = "b\(writer.index)-m\(index)-\(panel).svg"
    add(path) {
      drawing.writeDocument(ofPanel: panel, style: Self.style(for: writer.brief.language), to: &$0)
    }
    sink.append("context drawing(\"")
    sink.append(unsafe: path)
    sink.append("\", ")
    sink.append(
      typstString: map.title + ". " + drawing.description(ofPanel: panel), breaksWords: false)
    sink.append(", most: ")
    sink.append(unsafe: share)
    sink.append(")")
  }

  /// A QR code of an address; nothing where it is too long for one.
  func writeCode(_ writer: TypstWriter, _ address: String, words: String, to sink: inout Sink) {
    guard let code = QRCode(address) else { return }
    let path = "b\(writer.index)-code.svg"
    add(path) { code.write(to: &$0) }
    sink.append("image(\"")
    sink.append(unsafe: path)
    sink.append("\", width: 24mm, alt: ")
    sink.append(typstString: "\(words): \(address)", breaksWords: false)
    sink.append(")")
  }

  func add(_ path: String, _ write: (inout Sink) -> Void) {
    guard !files.contains(where: { $0.path == path }) else { return }
    var sink = Sink()
    write(&sink)
    files.append((path, sink.bytes.withoutVowelMarks))
  }

  func writeTable(
    _ writer: TypstWriter, _ index: Int, words: ((inout Sink) -> Void)?, to sink: inout Sink
  ) {
    let table = writer.brief.tables[index]
    let count = max(1, table.columns.count)
    sink.append("\n\n#turned(")
    sink.append(count)
    sink.append(", [#figure(kind: \"table\", caption: ")
    caption(
      writer.strings.table(table.number), table.title, words: words, source: table.source, writer,
      to: &sink)
    sink.append(", grid-of(")
    sink.append(count)
    sink.append(", alignment: (")
    for column in table.columns { sink.append(column.isNumeric ? "end," : "start,") }
    sink.append("), (")
    for column in table.columns {
      sink.append("[")
      sink.append(typst: column.title)
      if let unit = column.unit { sink.append(typst: " (\(unit))") }
      sink.append("],")
    }
    sink.append("),\n")
    let groups = table.columns.indices.map(table.partsThousands)
    for row in table.rows {
      for (column, cell) in row.prefix(count).enumerated() {
        sink.append("[")
        write(cell, groups: groups[column], writer, to: &sink)
        sink.append("],")
      }
      for _ in min(row.count, count)..<count { sink.append("[],") }
      sink.append("\n")
    }
    sink.append("))")
    writer.mark("t\(index)", to: &sink)
    sink.append("\n")
    for column in table.columns where !column.about.isEmpty {
      sink.append("#fine[#strong[")
      sink.append(typst: column.title)
      sink.append("]")
      sink.append(typst: ": ")
      writer.inline(column.about, notes: .text, to: &sink)
      sink.append("]\n")
    }
    sink.append("])\n\n")
  }

  private func write(
    _ cell: DataTable.Cell, groups: Bool, _ writer: TypstWriter, to sink: inout Sink
  ) {
    let portal = writer.portal
    switch cell {
    case .empty: sink.append(typst: "–")
    case .text(let prose): writer.inline(prose, notes: .text, to: &sink)
    case .number(let written, _, let qualifier):
      sink.append(
        typst: writer.strings.figure(
          written, qualifier: qualifier, groups: groups,
          isIsolated: isRightToLeft(writer.brief.language)))
    case .date(let span): sink.append(typst: writer.strings.dates(span))
    case .places(let places):
      let names = places.map { portal.places[$0].name.text(in: writer.brief.language) }
      sink.append(typst: names.joined(separator: ", "))
    case .actors(let actors):
      let names = actors.map {
        portal.actors[$0].short ?? portal.actors[$0].name.text(in: writer.brief.language)
      }
      sink.append(typst: names.joined(separator: ", "))
    case .notes(let notes): sink.append(unsafe: writer.noteNumbers(notes))
    }
  }
}

extension [UInt8] {
  /// Without the vowel marks of Arabic (U+064B to U+0652), which print is read without: Typst 0.15 finds no
  /// character for some of them in the text of a drawing, where they belong to a ligature.
  var withoutVowelMarks: [UInt8] {
    guard contains(0xD9) else { return self }
    var out: [UInt8] = []
    out.reserveCapacity(count)
    var at = 0
    while at < count {
      if self[at] == 0xD9, at + 1 < count, (0x8B...0x92).contains(self[at + 1]) {
        at += 2
      } else {
        out.append(self[at])
        at += 1
      }
    }
    return out
  }
}
