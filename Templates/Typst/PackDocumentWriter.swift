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

  func heading(
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

  func names(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " \(strings.and) " + last
  }

  func typst(_ text: String) -> String { "#\(typstString(text));" }

  func link(_ words: String, _ url: String?) -> String {
    guard let url, !isDangerousURL(url.utf8), !url.isEmpty else { return typst(words) }
    return "#link(\(typstString(url)))[\(typst(words))];"
  }
}
