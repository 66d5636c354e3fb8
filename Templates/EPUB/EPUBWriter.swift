public import Cartography
internal import Charts
internal import HTML
public import Model

/// A brief as an EPUB 3.3 publication, by the standard templates: every file of its container but
/// `mimetype`, the container's own description first. The same portal gives the same bytes.
///
/// - Parameters:
///   - brief: index in the portal's briefs.
///   - pictures: media types of the pictures that can be held (`image/png`, `image/jpeg`,
///     `image/gif`, `image/webp`, `image/svg+xml`), by the names that `Brief.files` gives them; the
///     text alternative stands for others.
public func standardEPUB(
  of brief: Int, in portal: Portal, maps: MapDrawings, pictures: [String: String]
) -> [EPUBFile] {
  EPUBWriter(
    portal: portal, drawings: maps,
    contents: EPUBContents(of: brief, in: portal, pictures: pictures)
  ).files
}

/// Writes the parts, then what tells of them: notes with their ways back, the package document.
private struct EPUBWriter {
  let portal: Portal
  let drawings: MapDrawings
  let contents: EPUBContents

  private var brief: Brief { portal.briefs[contents.brief] }

  var files: [EPUBFile] {
    var documents: [(part: EPUBPart, bytes: [UInt8])] = []
    var references: [String: EPUBPart] = [:]
    for part in contents.parts where part != .notes {
      let bytes = write(part)
      documents.append((part, bytes))
      for anchor in values(of: " id=\"ref", in: bytes) where references["ref" + anchor] == nil {
        references["ref" + anchor] = part
      }
    }
    if contents.parts.contains(.notes) {
      let notes = EPUBNotes(
        context: context(.notes), index: contents.brief, references: references)
      documents.insert((.notes, written(notes)), at: documents.count - 1)
    }

    let shown = Set(documents.flatMap { values(of: " src=\"", in: $0.bytes) })
    let pictures = contents.pictures.values.filter { shown.contains($0.path) }
      .sorted { $0.path < $1.path }
    let drawn = drawings(shown: shown)
    var items = documents.map { part, _ in
      EPUBPackage.Item(
        path: part.fileName, mediaType: "application/xhtml+xml",
        properties: part == .contents ? "nav" : nil, isInSpine: true)
    }
    items.append(EPUBPackage.Item(path: "style.css", mediaType: "text/css"))
    items += drawn.map { EPUBPackage.Item(path: $0.path, mediaType: "image/svg+xml") }
    items += pictures.map { EPUBPackage.Item(path: $0.path, mediaType: $0.mediaType) }
    let package = EPUBPackage(
      portal: portal, contents: contents, strings: interfaceStrings(for: brief.language),
      items: items, access: access(documents.map(\.bytes), pictures))

    let bytes =
      [written(package)] + documents.map(\.bytes)
      + [Stylesheet.condensed(PackageResources.epub_css)] + drawn.map(\.bytes)
    let about = [
      EPUBPackage.Item(path: "package.opf", mediaType: "application/oebps-package+xml")
    ]
    return [Self.container]
      + zip(about + items, bytes).map { item, bytes in
        EPUBFile(path: "EPUB/\(item.path)", mediaType: item.mediaType, content: .bytes(bytes))
      }
      + pictures.map {
        EPUBFile(
          path: "EPUB/\($0.path)", mediaType: $0.mediaType, content: .picture($0.source))
      }
  }

  private func context(_ part: EPUBPart) -> PageContext {
    PageContext(part, of: contents, in: portal, drawings: drawings)
  }

  private func write(_ part: EPUBPart) -> [UInt8] {
    let context = context(part)
    let index = contents.brief
    return switch part {
    case .cover: written(EPUBCover(context: context, index: index))
    case .contents: written(EPUBNavigation(context: context, contents: contents))
    case .front: written(EPUBFront(context: context, index: index))
    case .section(let section):
      written(EPUBSection(context: context, brief: index, index: section))
    case .map(let map): written(EPUBMapPart(context: context, brief: index, index: map))
    case .chart(let chart):
      written(EPUBChartPart(context: context, brief: index, index: chart))
    case .tables: written(EPUBTables(context: context, contents: contents))
    case .events: written(EPUBEvents(context: context, index: index))
    case .sources: written(EPUBSources(context: context, index: index))
    case .glossary: written(EPUBGlossary(context: context, terms: contents.terms))
    case .notes: written(EPUBNotes(context: context, index: index, references: [:]))
    case .colophon: written(EPUBColophon(context: context, index: index))
    }
  }

  /// The maps, the signs of their legends and the charts that the text shows, by path.
  private func drawings(shown: Set<String>) -> [(path: String, bytes: [UInt8])] {
    let style = EPUBStyle()
    var files: [String: [UInt8]] = [:]
    for map in brief.maps.indices {
      let drawing = drawings.drawing(of: map, in: contents.brief)
      for panel in drawing.dates.indices {
        files[EPUBMap.path(map: map, panel: panel)] = styled(style) {
          drawing.writeDocument(ofPanel: panel, style: $0, to: &$1)
        }
      }
      for picture in drawing.legend(href: { _ in nil }).pictures {
        let path = EPUBMap.path(of: picture)
        if files[path] == nil {
          files[path] = styled(style, isSign: true, picture.writeDocument)
        }
      }
    }
    for chart in brief.charts.indices {
      let drawing = context(.chart(chart)).chart(chart, of: contents.brief)
      files[EPUBChart.path(chart)] = styled(style, isSign: true) {
        drawing.writeDocument(isNarrow: true, style: $0, to: &$1)
      }
    }
    return files.filter { shown.contains($0.key) }.sorted { $0.key < $1.key }
      .map { (path: $0.key, bytes: $0.value) }
  }

  /// A drawing with the rules that its own markup uses.
  private func styled(
    _ style: EPUBStyle, isSign: Bool = false,
    _ write: (_ style: [UInt8], _ sink: inout Sink) -> Void
  ) -> [UInt8] {
    var sink = Sink(syntax: .xml)
    write([], &sink)
    let css = style.css(for: sink.bytes, isSign: isSign)
    sink.removeAll()
    sink.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    write(css, &sink)
    return sink.bytes
  }

  private func access(
    _ documents: [[UInt8]], _ pictures: [EPUBContents.Picture]
  ) -> EPUBAccess {
    let paths = Set(pictures.map(\.path))
    let areDescribed = documents.allSatisfy { document in
      values(of: "<img ", in: document, upTo: ">").allSatisfy { tag in
        let source = values(of: "src=\"", in: Array(tag.utf8)).first ?? ""
        return !paths.contains(source) || !tag.contains(" alt=\"\"")
      }
    }
    return EPUBAccess(
      hasMaps: !brief.maps.isEmpty, hasCharts: !brief.charts.isEmpty,
      hasPictures: !pictures.isEmpty, areDescribed: areDescribed,
      mayMove: pictures.contains { ["image/gif", "image/webp"].contains($0.mediaType) })
  }

  /// https://www.w3.org/TR/epub-33/#sec-container-metainf-container.xml
  private static let container = EPUBFile(
    path: "META-INF/container.xml", mediaType: "application/xml",
    content: .bytes(
      Array(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">\
        <rootfiles><rootfile full-path="EPUB/package.opf" \
        media-type="application/oebps-package+xml"/></rootfiles></container>

        """.utf8)))
}

private func written(_ markup: some Markup) -> [UInt8] {
  var sink = Sink(syntax: .xml)
  markup.write(to: &sink)
  return sink.bytes
}

/// What follows a string wherever it stands, up to a mark. In markup of ours no quotation mark and no
/// `<` stands in text or values, so that what is found is what was written.
private func values(of start: StaticString, in bytes: [UInt8], upTo end: Character = "\"")
  -> [String]
{
  let mark = end.asciiValue ?? 0x22
  return start.withUTF8Buffer { start in
    bytes.withUnsafeBufferPointer { bytes in
      var found: [String] = []
      var at = 0
      while at + start.count < bytes.count {
        guard bytes[at] == start[0], (1..<start.count).allSatisfy({ bytes[at + $0] == start[$0] })
        else {
          at += 1
          continue
        }
        at += start.count
        let from = at
        while at < bytes.count, bytes[at] != mark { at += 1 }
        found.append(String(decoding: bytes[from..<at], as: UTF8.self))
      }
      return found
    }
  }
}
