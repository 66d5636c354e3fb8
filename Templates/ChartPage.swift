internal import Charts
internal import HTML
internal import Model

/// A chart of a brief: the drawing, what it shows in words and as a table, for those who cannot see it and for those
/// who want to check it.
struct ChartPage: Markup {
  let context: PageContext
  let brief: Int
  let index: Int

  func write(to sink: inout Sink) {
    let chart = context.portal.briefs[brief].charts[index]
    let strings = context.strings
    let drawing = context.chart(index, of: brief)
    let text = TextWriter(context, brief: brief, anchorsMentions: false)
    let name = context.name(of: context.page)
    Frame(
      context, title: name, description: chart.description ?? drawing.description,
      trail: context.trail(above: context.page)
    ) {
      Raw("\n")
      article {
        h1 {
          span(.class("kicker")) { strings.chart(chart.number) }
          Raw(" ")
          chart.title
        }
        Raw("\n")
        figure(.class("figure charted")) {
          ChartFigure(context: context, brief: brief, index: index, hasTable: true)
        }
        Raw("\n")
        div(.class("text")) {
          if !chart.caption.isEmpty {
            text.notes(of: chart.caption)
            p(.class("lead"), context.lang(chart.language), context.dir(chart.language)) {
              text.inline(chart.caption)
            }
          }
          if let description = chart.description {
            p(context.lang(chart.language), context.dir(chart.language)) { description }
          }
          if !chart.source.isEmpty {
            text.notes(of: chart.source)
            p(.class("fine")) {
              strings.source
              Text(strings.colon)
              text.inline(chart.source)
            }
          }
          whereItStands(chart)
          downloads(chart)
        }
        Raw("\n")
        h2(.id("_data")) { strings.data(of: strings.chart(chart.number)) }
        ChartTableView(context: context, data: drawing.data, brief: brief, label: name)
      }
    }.write(to: &sink)
  }

  /// The section that it belongs to, and the table that it is drawn from.
  private func whereItStands(_ chart: Chart) -> some Markup {
    var targets = chart.section.map { [Target(.section, brief: brief, index: $0)] } ?? []
    if case .table(let figures) = chart.data {
      targets.append(Target(.table, brief: brief, index: figures.table))
    }
    return Group {
      if !targets.isEmpty { p(.class("fine")) { context.links(to: targets) } }
    }
  }

  private func downloads(_ chart: Chart) -> some Markup {
    let whole = context.portal.briefs[brief]
    let strings = context.strings
    return p(.class("fine downloads")) {
      strings.downloadChart
      Text(strings.colon)
      a(.href(context.links.href(path: Asset.sheetPath(of: chart, in: whole))), .download) {
        strings.asDrawing
      }
      Text(strings.listComma)
      a(.href(context.links.href(path: Asset.csvPath(of: chart, in: whole))), .download) {
        strings.asTable
      }
      Raw(".")
    }
  }
}
