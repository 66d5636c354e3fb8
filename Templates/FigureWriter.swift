internal import HTML
internal import Model

/// Writes figures where the text embeds them: label, drawing or table, caption, the way to its page.
/// Embedded again on the same page, a figure is its caption and a link to the first.
final class FigureWriter {
  private let context: PageContext
  private let brief: Int
  private let caption: ProseWriter
  private var shown: Set<Target> = []
  /// What the text around figures is in, where that is not the page's language: captions are too.
  var textLanguage: String?

  init(context: PageContext, brief: Int, caption: ProseWriter) {
    self.context = context
    self.brief = brief
    self.caption = caption
  }

  /// - Parameter node: the figure's node, whose children are the caption.
  func write(_ prose: Prose, node: Int, target: Target, to sink: inout Sink) {
    guard context.portal.briefs.indices.contains(target.brief) else { return }
    let isFirst = shown.insert(target).inserted
    let words = Streamed { sink in
      func words(_ sink: inout Sink) {
        self.caption.write(prose, nodes: (node + 1)..<Int(prose.nodes[node].end), to: &sink)
      }
      guard let language = self.textLanguage, language != self.context.language else {
        return words(&sink)
      }
      span(self.context.lang(language), self.context.dir(language)) { Streamed { words(&$0) } }
        .write(to: &sink)
    }
    let hasWords = Int(prose.nodes[node].end) > node + 1
    switch (target.kind, isFirst) {
    case (.map, true): map(target, words: hasWords ? words : nil).write(to: &sink)
    case (.table, true): table(target, words: hasWords ? words : nil).write(to: &sink)
    case (.chart, true): chart(target, words: hasWords ? words : nil).write(to: &sink)
    case (.map, false), (.table, false), (.chart, false):
      repeated(target, words: words).write(to: &sink)
    default: return
    }
    sink.append("\n")
  }

  private func map(_ target: Target, words: Streamed?) -> some Markup {
    let map = context.portal.briefs[target.brief].maps[target.index]
    let page = Page.map(brief: target.brief, map: target.index)
    return figure(
      .id(Self.anchor(of: target, in: context.portal)), .class("figure map"),
      context.ownLang(within: textLanguage), context.ownDir(within: textLanguage)
    ) {
      MapFigure(context: context, brief: target.brief, map: target.index)
      figcaption {
        strong { context.link(context.strings.map(map.number), to: page) }
        Raw(" ")
        if let words { words } else { Text(map.title) }
        if !map.source.isEmpty {
          Raw(" ")
          small {
            context.strings.source
            Text(context.strings.colon)
            Streamed { self.writer(of: target).write(map.source, to: &$0) }
          }
        }
      }
    }
  }

  private func chart(_ target: Target, words: Streamed?) -> some Markup {
    let chart = context.portal.briefs[target.brief].charts[target.index]
    let page = Page.chart(brief: target.brief, chart: target.index)
    return figure(
      .id(Self.anchor(of: target, in: context.portal)), .class("figure charted"),
      context.ownLang(within: textLanguage), context.ownDir(within: textLanguage)
    ) {
      ChartFigure(context: context, brief: target.brief, index: target.index)
      figcaption {
        strong { context.link(context.strings.chart(chart.number), to: page) }
        Raw(" ")
        if let words { words } else { Text(chart.title) }
        if !chart.source.isEmpty {
          Raw(" ")
          small {
            context.strings.source
            Text(context.strings.colon)
            Streamed { self.writer(of: target).write(chart.source, to: &$0) }
          }
        }
      }
    }
  }

  func table(_ target: Target, words: Streamed?) -> some Markup {
    let table = context.portal.briefs[target.brief].tables[target.index]
    return figure(
      .id(Self.anchor(of: target, in: context.portal)), .class("figure data"),
      context.ownLang(within: textLanguage), context.ownDir(within: textLanguage)
    ) {
      figcaption {
        strong {
          // In a publication the table stands nowhere else.
          context.way(
            context.strings.table(table.number),
            to: context.links.publication == nil ? context.links.href(target) : nil)
        }
        Raw(" ")
        if let words { words } else { Text(table.title) }
      }
      if context.links.publication != nil, !table.caption.isEmpty {
        p { Streamed { self.writer(of: target).write(table.caption, to: &$0) } }
      }
      TableView(
        context: context, brief: target.brief, table: table, writer: writer(of: target),
        label: "\(context.strings.table(table.number))\(context.strings.colon)\(table.title)")
    }
  }

  /// Prose that belongs to the figure, whose mentions are anchors on the figure's own page.
  private func writer(of target: Target) -> ProseWriter {
    ProseWriter(
      brief: target.brief, isElsewhere: target.brief != brief, links: context.links,
      strings: context.strings)
  }

  private func repeated(_ target: Target, words: Streamed) -> some Markup {
    let label = context.links.label(target, strings: context.strings)
    return p(.class("figure")) {
      a(.href("#" + urlComponent(Self.anchor(of: target, in: context.portal)))) {
        context.strings.shownAbove(label)
      }
      Raw(" ")
      words
    }
  }

  /// `map-attack`, `table-losses`.
  static func anchor(of target: Target, in portal: Portal) -> String {
    let brief = portal.briefs[target.brief]
    return switch target.kind {
    case .map: "map-\(brief.maps[target.index].id)"
    case .chart: "chart-\(brief.charts[target.index].id)"
    default: "table-\(brief.tables[target.index].id)"
    }
  }
}
