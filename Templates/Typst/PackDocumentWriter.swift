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
  let strings: any InterfaceStrings
  /// Of the headings that open sections.
  var level = 1

  init(portal: Portal, maps: MapDrawings, brief index: Int) {
    self.portal = portal
    self.maps = maps
    self.index = index
    brief = portal.briefs[index]
    strings = interfaceStrings(for: brief.language)
  }

  enum Kind { case brief, onePage, maps }

  func source(_ kind: Kind) -> PackSource {
    let (source, writer) = attempt(kind, held: nil)
    // Written again only where it would link to what it does not hold.
    if writer.linked.isSubset(of: writer.labels) { return source }
    return attempt(kind, held: writer.labels).source
  }

  private func attempt(
    _ kind: Kind, held: Set<String>?
  ) -> (source: PackSource, writer: TypstWriter) {
    let figures = PackFigures(maps: maps)
    let writer = TypstWriter(portal: portal, brief: index, held: held)
    writer.figure = { figures.write($0, $1, $2, $3, to: &$4) }
    var sink = Sink(capacity: 1 << 18)
    setting(hasCover: kind == .brief).write(to: &sink)
    sink.append(unsafe: PackageResources.pack_typ)
    sink.append("\n#show: setting\n")
    switch kind {
    case .brief: writeBrief(writer, figures, to: &sink)
    case .onePage: writeOnePage(writer, figures, to: &sink)
    case .maps: writeMaps(writer, figures, to: &sink)
    }
    let source = PackSource(main: sink.bytes, files: figures.files, pictures: writer.pictures)
    return (source, writer)
  }

  private func setting(hasCover: Bool) -> PackSetting {
    let foot = [brief.series, brief.issue].compactMap { $0 }.joined(separator: " ")
    return PackSetting(
      title: brief.fullTitle, authors: brief.authors.map(\.name),
      description: brief.abstract.isEmpty ? nil : brief.abstract.plainText,
      keywords: brief.topics, date: brief.lastChange, paper: portal.packSettings.paper,
      marking: portal.packSettings.marking,
      head: clipped(brief.title, to: PackSetting.runningLength),
      foot: foot.isEmpty ? brief.publisher?.name ?? portal.title : foot,
      accent: portal.theme.accent, language: brief.language, hasCover: hasCover)
  }

  func heading(
    _ level: Int, _ title: String, _ label: String? = nil, _ writer: TypstWriter,
    to sink: inout Sink
  ) {
    sink.append("\n\n#part(")
    sink.append(min(6, level + self.level - 1))
    sink.append(", none, ")
    sink.append(typstString: title)
    sink.append(")")
    if let label { writer.mark(label, to: &sink) }
    if level == 1 {
      sink.append("\n#running(")
      sink.append(typstString: clipped(title, to: PackSetting.runningLength))
      sink.append(")")
    }
    sink.append("\n\n")
  }

  func typst(_ text: String) -> String { "#\(typstString(text));" }

  func link(_ words: String, _ url: String?) -> String {
    guard let url, !isDangerousURL(url.utf8), !url.isEmpty else { return typst(words) }
    return "#link(\(typstString(url)))[\(typst(words))];"
  }
}
