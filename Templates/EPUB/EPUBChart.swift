internal import Charts
internal import HTML
internal import Model

/// A chart in a publication: the drawing for a narrow page as a picture, whose colours no reading system changes, and
/// what is to be said of its figures.
struct EPUBChart: Markup {
  let context: PageContext
  /// Index in the brief's charts.
  let index: Int
  let drawing: ChartDrawing

  func write(to sink: inout Sink) {
    let size = drawing.size(isNarrow: true)
    p(.class("chart")) {
      img(
        .src(Self.path(index)), .alt(alternative), .width(Int(size.width)),
        .height(Int(size.height)))
    }.write(to: &sink)
    ChartRemarks(data: drawing.data).write(to: &sink)
  }

  /// Short: all that the chart shows stands in a table on its own page.
  private var alternative: String {
    let title =
      "\(context.strings.chart(drawing.chart.number))\(context.strings.colon)\(drawing.chart.title)"
    return [title, drawing.chart.description].compactMap(\.self).joined(separator: ". ")
  }

  static func path(_ index: Int) -> String { "charts/\(index + 1).svg" }
}

/// A chart with its figures in words and in a table: its long description.
struct EPUBChartPart: Markup {
  let context: PageContext
  let brief: Int
  let index: Int

  func write(to sink: inout Sink) {
    let chart = context.portal.briefs[brief].charts[index]
    let strings = context.strings
    let drawing = context.chart(index, of: brief)
    let text = TextWriter(context, brief: brief, anchorsMentions: false)
    let title = context.name(of: .chart(brief: brief, chart: index))
    EPUBFrame(context, .chart(index), title: title) {
      section(.ariaLabelledby("_title")) {
        h1(.id("_title")) { title }
        figure(.class("figure")) { EPUBChart(context: context, index: index, drawing: drawing) }
        if !chart.caption.isEmpty { p { text.inline(chart.caption) } }
        if let description = chart.description { p { description } }
        if !chart.source.isEmpty {
          p(.class("fine")) {
            strings.source
            Raw(": ")
            text.inline(chart.source)
          }
        }
        h2(.id("_data")) { strings.data(of: strings.chart(chart.number)) }
        ChartTableView(context: context, data: drawing.data, brief: brief, label: title)
      }
    }.write(to: &sink)
  }
}
