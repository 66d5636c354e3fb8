internal import Cartography
public import HTML
public import Model

/// The text of a brief as a feed carries it: HTML that stands alone in whatever shows it. Every address
/// is absolute, its anchors begin with the brief's address so that no two entries share one, maps are
/// pictures of their sheets, and raw HTML is left out, whose addresses nobody knows.
public struct FeedText: Markup {
  private let brief: Int
  private let links: Links
  private let strings: any InterfaceStrings
  private let writer: ProseWriter

  /// - Parameters:
  ///   - index: in the portal's briefs; the brief is whole.
  ///   - portal: it has a base URL.
  public init(_ index: Int, in portal: Portal) {
    brief = index
    let links = Links(feedOf: index, in: portal)
    let strings = interfaceStrings(for: portal.briefs[index].language)
    self.links = links
    self.strings = strings
    let figures = FeedFigures(brief: index, links: links, strings: strings)
    writer = ProseWriter(.feed, brief: index, links: links, strings: strings) {
      prose, node, target, sink in
      figures.write(prose, node: node, target: target, to: &sink)
    }
  }

  public func write(to sink: inout Sink) {
    let brief = links.portal.briefs[brief]
    if let original = brief.original, !original.statement.isEmpty {
      sink.append("<p>")
      writer.write(original.statement, to: &sink)
      sink.append("</p>\n")
    }
    if !brief.abstract.isEmpty {
      heading(2, strings.abstract, to: &sink)
      blocks(brief.abstract, from: 3, to: &sink)
    }
    if !brief.keyFindings.isEmpty {
      heading(2, strings.keyFindings, to: &sink)
      sink.append("<ol>\n")
      for finding in brief.keyFindings {
        sink.append("<li>")
        writer.write(finding, to: &sink)
        sink.append("</li>\n")
      }
      sink.append("</ol>\n")
    }
    for section in brief.sections {
      if !section.title.isEmpty {
        sink.append("<h2>")
        if let number = section.number {
          sink.append(number)
          sink.append(". ")
        }
        if section.heading.isEmpty {
          sink.append(text: section.title)
        } else {
          writer.write(section.heading, to: &sink)
        }
        sink.append("</h2>\n")
      }
      blocks(section.body, from: section.title.isEmpty ? 2 : 3, to: &sink)
    }
    notes(of: brief, to: &sink)
  }

  private func heading(_ level: Int, _ words: String, to sink: inout Sink) {
    sink.append("<h")
    sink.append(level)
    sink.append(">")
    sink.append(text: words)
    sink.append("</h")
    sink.append(level)
    sink.append(">\n")
  }

  private func blocks(_ prose: Prose, from level: Int, to sink: inout Sink) {
    writer.write(prose.withHeadings(from: level), to: &sink)
  }

  /// All of them, in the order of their numbers, which are then those of the list.
  private func notes(of brief: Brief, to sink: inout Sink) {
    if brief.notes.isEmpty { return }
    heading(2, strings.notes, to: &sink)
    sink.append("<ol>\n")
    for note in brief.notes {
      sink.append("<li id=\"")
      sink.append(text: links.anchorPrefix)
      sink.append(text: note.anchor)
      sink.append("\">")
      writer.write(note.body, to: &sink)
      // Only what is in the text is there to lead back to.
      let isInText = note.occurrences.first.map { part in
        switch part {
        case .front, .section, .note: true
        default: false
        }
      }
      if isInText ?? false {
        sink.append("<p><a href=\"#")
        sink.append(urlComponent: links.anchorPrefix)
        sink.append(urlComponent: note.referenceAnchor(1))
        sink.append("\">↩ ")
        sink.append(text: strings.backToText)
        sink.append("</a></p>")
      }
      sink.append("</li>\n")
    }
    sink.append("</ol>\n")
  }
}

/// Figures where a feed's text shows them.
private struct FeedFigures {
  let brief: Int
  let links: Links
  let strings: any InterfaceStrings

  func write(_ prose: Prose, node: Int, target: Target, to sink: inout Sink) {
    guard links.portal.briefs.indices.contains(target.brief),
      let href = links.href(target)
    else { return }
    let brief = links.portal.briefs[target.brief]
    sink.append("<figure>\n")
    if target.kind == .map {
      let map = brief.maps[target.index]
      sink.append("<a href=\"")
      sink.append(url: href)
      sink.append("\"><img src=\"")
      sink.append(url: links.href(path: Asset.sheetPath(of: map, in: brief)))
      sink.append("\" alt=\"")
      sink.append(text: map.description ?? map.title)
      sink.append("\"></a>\n")
    }
    sink.append("<figcaption><a href=\"")
    sink.append(url: href)
    sink.append("\">")
    sink.append(text: links.label(target, strings: strings))
    sink.append("</a> ")
    let words = (node + 1)..<Int(prose.nodes[node].end)
    if words.isEmpty {
      sink.append(text: title(of: target, in: brief))
    } else {
      ProseWriter(.feed, brief: self.brief, links: links, strings: strings)
        .write(prose, nodes: words, to: &sink)
    }
    sink.append("</figcaption>\n</figure>\n")
  }

  private func title(of figure: Target, in brief: Brief) -> String {
    switch figure.kind {
    case .map: brief.maps[figure.index].title
    case .chart, .timeline: brief.charts[figure.index].title
    default: brief.tables[figure.index].title
    }
  }
}
