internal import HTML
internal import Model

/// The navigation document: contents with the sections' headings, maps, charts, tables, landmarks.
struct EPUBNavigation: Markup {
  let context: PageContext
  let contents: EPUBContents

  private struct Entry {
    /// 1 for a part; its headings are deeper.
    var level: Int
    var title: String
    var href: String
  }

  func write(to sink: inout Sink) {
    let brief = context.portal.briefs[contents.brief]
    let strings = context.strings
    let drawings = contents.parts.filter { part in
      switch part {
      case .map, .chart: true
      default: false
      }
    }
    EPUBFrame(context, .contents, title: strings.contents) {
      nav(.epubType("toc"), .role("doc-toc"), .ariaLabelledby("_toc")) {
        h1(.id("_toc")) { strings.contents }
        Streamed { write(entries, to: &$0) }
      }
      if !drawings.isEmpty {
        nav(.epubType("loi"), .ariaLabelledby("_drawings")) {
          h2(.id("_drawings")) {
            strings.list(
              (brief.maps.isEmpty ? [] : [strings.maps])
                + (brief.charts.isEmpty ? [] : [strings.charts]))
          }
          ol {
            forEach(drawings) { part in
              li { a(.href(part.fileName)) { title(of: part) } }
            }
          }
        }
      }
      if !brief.tables.isEmpty {
        nav(.epubType("lot"), .ariaLabelledby("_tables")) {
          h2(.id("_tables")) { strings.tables }
          ol {
            forEach(brief.tables.enumerated()) { index, table in
              li {
                a(
                  .href(
                    context.links.href(Target(.table, brief: contents.brief, index: index)) ?? "")
                ) { "\(strings.table(table.number))\(strings.colon)\(table.title)" }
              }
            }
          }
        }
      }
      landmarks
    }.write(to: &sink)
  }

  private var landmarks: some Markup {
    let known: [(String, String, EPUBPart)] = [
      ("titlepage", context.strings.cover, .cover),
      ("toc", context.strings.contents, .contents),
    ]
    let start = contents.parts.first { if case .section = $0 { true } else { false } }
    let later: [(String, String, EPUBPart)] = [
      ("bibliography", context.strings.sources, .sources),
      ("glossary", context.strings.glossary, .glossary),
      ("endnotes", context.strings.notes, .notes),
      ("colophon", context.strings.publication, .colophon),
    ]
    let body = start.map { ("bodymatter", title(of: $0), $0) }
    let all = known + [body].compactMap(\.self) + later.filter { contents.parts.contains($0.2) }
    return nav(.epubType("landmarks"), .ariaLabelledby("_landmarks"), .flag("hidden")) {
      h2(.id("_landmarks")) { context.strings.landmarks }
      ol {
        forEach(all) { type, title, part in
          li { a(.epubType(type), .href(part.fileName)) { title } }
        }
      }
    }
  }

  private func title(of part: EPUBPart) -> String {
    let brief = context.portal.briefs[contents.brief]
    let strings = context.strings
    return switch part {
    case .cover: brief.title
    case .contents: strings.contents
    case .front: EPUBFront.headings(of: brief, strings).first?.0 ?? strings.abstract
    case .section(let index):
      (brief.sections[index].number.map { "\($0). " } ?? "")
        + context.name(of: brief.sections[index])
    case .map(let map): context.name(of: .map(brief: contents.brief, map: map))
    case .chart(let chart): context.name(of: .chart(brief: contents.brief, chart: chart))
    case .tables: strings.tables
    case .events: strings.events
    case .sources: strings.sources
    case .glossary: strings.glossary
    case .notes: strings.notes
    case .colophon: strings.publication
    }
  }

  /// In the order of reading.
  private var entries: [Entry] {
    let brief = context.portal.briefs[contents.brief]
    return contents.parts.flatMap { part in
      switch part {
      case .contents: return [Entry]()
      case .front:
        return EPUBFront.headings(of: brief, context.strings).map { title, anchor in
          Entry(level: 1, title: title, href: "\(part.fileName)#\(anchor)")
        }
      case .section(let index):
        let own = Entry(level: 1, title: title(of: part), href: part.fileName)
        return [own]
          + brief.sections[index].contents.filter { !$0.title.isEmpty }.map {
            Entry(
              level: max(2, $0.level), title: $0.title,
              href: "\(part.fileName)#\(urlComponent($0.anchor))")
          }
      default: return [Entry(level: 1, title: title(of: part), href: part.fileName)]
      }
    }
  }

  /// Nested lists; a level that is skipped counts as one.
  private func write(_ entries: [Entry], to sink: inout Sink) {
    var open: [Int] = []
    for entry in entries {
      while open.count > 1, open[open.count - 2] >= entry.level {
        sink.append("</li>\n</ol>")
        open.removeLast()
      }
      if let last = open.last, entry.level <= last {
        sink.append("</li>\n<li>")
        open[open.count - 1] = entry.level
      } else {
        sink.append("<ol>\n<li>")
        open.append(entry.level)
      }
      a(.href(entry.href)) { entry.title.isEmpty ? "–" : entry.title }.write(to: &sink)
    }
    for _ in open { sink.append("</li>\n</ol>") }
  }
}
