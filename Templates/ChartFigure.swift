internal import Charts
internal import HTML
internal import Model

/// A chart's drawing with what is to be said of it, and its figures in words, folded away.
struct ChartFigure: Markup {
  let context: PageContext
  let brief: Int
  let index: Int
  /// Whether the figures stand in a table beside it anyway.
  var hasTable = false

  func write(to sink: inout Sink) {
    let drawing = context.chart(index, of: brief)
    if context.links.publication != nil {
      return EPUBChart(context: context, index: index, drawing: drawing).write(to: &sink)
    }
    drawing.write(to: &sink)
    ChartRemarks(data: drawing.data).write(to: &sink)
    if hasTable { return }
    details(.class("chart-data")) {
      summary { context.strings.data(of: context.strings.chart(drawing.chart.number)) }
      ChartTableView(
        context: context, data: drawing.data, brief: brief,
        label: context.name(of: .chart(brief: brief, chart: index)))
    }.write(to: &sink)
  }
}

/// What is to be said of a chart's figures.
struct ChartRemarks: Markup {
  let data: ChartData

  func write(to sink: inout Sink) {
    if data.remarks.isEmpty { return }
    p(.class("chart-remarks")) { data.remarks.joined(separator: " ") }.write(to: &sink)
  }
}

/// A chart's figures as a table, in a region that scrolls by itself.
struct ChartTableView: Markup {
  let context: PageContext
  let data: ChartData
  let brief: Int
  /// What the region is called.
  let label: String

  func write(to sink: inout Sink) {
    let table = ChartTable(data, words: context.strings)
    div(.class("table"), .role("group"), .tabindex(0), .ariaLabel(label)) {
      HTML.table {
        thead {
          tr {
            forEach(table.header.enumerated()) { index, title in
              th(
                .scope("col"), index > 0 && table.isNumeric ? Attribute("class", "n") : nil
              ) { title }
            }
          }
        }
        tbody {
          forEach(table.rows.enumerated()) { row, cells in
            tr { cellsOf(row, cells, isNumeric: table.isNumeric) }
          }
        }
      }
    }.write(to: &sink)
  }

  private func cellsOf(_ row: Int, _ cells: [String], isNumeric: Bool) -> Streamed {
    Streamed { sink in
      for (index, cell) in cells.enumerated() {
        if index == 0 {
          th(.scope("row")) { cell }.write(to: &sink)
        } else if isNumeric {
          td(.class("n")) { cell }.write(to: &sink)
        } else {
          td { context.links(to: [event(row)]) }.write(to: &sink)
        }
      }
    }
  }

  private func event(_ row: Int) -> Target {
    Target(.event, brief: brief, index: data.events[row].index)
  }
}

extension PageContext {
  /// A chart of a brief, drawn.
  func chart(_ index: Int, of brief: Int) -> ChartDrawing {
    let whole = portal.briefs[brief]
    let number = "c\(whole.charts[index].number)"
    return ChartDrawing(
      whole.charts[index], of: whole, in: portal, words: interfaceStrings(for: whole.language),
      idPrefix: page.brief == brief ? number : "\(number)-\(whole.slug)-")
  }
}
