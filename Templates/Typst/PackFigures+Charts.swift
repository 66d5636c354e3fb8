internal import Charts
internal import HTML
internal import Model

extension PackFigures {
  private static let chartStyle = Stylesheet.resolved(Stylesheet.charts, family: "'Noto Sans'")

  /// Naskh first: Noto Sans Arabic has no slash, and Typst 0.15 loses letters where it has to take one mark of a
  /// word from another typeface (“كانون الأول/ديسمبر”).
  private static let arabicStyle = Stylesheet.resolved(
    Stylesheet.charts, family: "'Noto Naskh Arabic','Noto Sans'")

  /// - Parameters:
  ///   - words: the caption; without them, the chart's title.
  ///   - floats: whether it may stand at the top or the foot of a page.
  func writeChart(
    _ writer: TypstWriter, _ index: Int, words: ((inout Sink) -> Void)?, floats: Bool,
    to sink: inout Sink
  ) {
    let chart = writer.brief.charts[index]
    let drawing = ChartDrawing(
      chart, of: writer.brief, in: writer.portal,
      words: interfaceStrings(for: writer.brief.language),
      idPrefix: "c\(chart.number)")
    // Set like a map without a legend; what is said of the figures stands where a map has its credits.
    sink.append(floats ? "\n\n#map-figure(auto, " : "\n\n#map-figure(none, ")
    caption(
      writer.strings.chart(chart.number), chart.title, words: words, source: chart.source, writer,
      to: &sink)
    sink.append(", ")
    sink.append(typstString: drawing.data.remarks.joined(separator: " "))
    let path = "b\(writer.index)-c\(index).svg"
    sink.append(", (none, \"")
    sink.append(unsafe: path)
    sink.append("\", ")
    sink.append(typstString: chart.title + ". " + drawing.description, breaksWords: false)
    sink.append(")")
    let style = isRightToLeft(writer.brief.language) ? Self.arabicStyle : Self.chartStyle
    add(path) { drawing.writeDocument(isNarrow: false, style: style, to: &$0) }
    writer.name("c\(index)", to: &sink)
    sink.append(")\n\n")
  }
}
