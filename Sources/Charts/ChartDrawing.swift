public import HTML
public import Model

/// A chart, drawn for a column of text and anew for a phone.
///
/// As markup it is both drawings in an element of class `chart`; the style sheet (`Templates/assets/chart.css`) shows
/// the one that suits the room there is.
public struct ChartDrawing: Markup, Sendable {
  public let chart: Chart
  public let data: ChartData
  /// What the chart shows, in words.
  public let description: String
  private let wide: Canvas
  private let narrow: Canvas
  private let language: String
  private let idPrefix: String

  /// - Parameters:
  ///   - brief: the chart's.
  ///   - portal: the brief's.
  ///   - words: of the brief's language.
  ///   - idPrefix: begins every id in the markup; unique on a page.
  public init(
    _ chart: Chart, of brief: Brief, in portal: Portal, words: any ChartWords, idPrefix: String
  ) {
    let data = ChartData(of: chart, in: brief, portal, words: words)
    self.chart = chart
    self.data = data
    self.idPrefix = idPrefix
    language = brief.language
    description = ChartDescription(chart: chart, data: data, words: words).text
    let numbers = NumberText(words, isRightToLeft: Model.isRightToLeft(brief.language))
    wide = Self.canvas(chart, data, numbers, words, isNarrow: false)
    narrow = Self.canvas(chart, data, numbers, words, isNarrow: true)
  }

  /// A timeline of events from wherever, in the order of their dates.
  ///
  /// - Parameters:
  ///   - language: BCP 47; `words` are of it.
  ///   - idPrefix: begins every id in the markup; unique on a page.
  public init(
    timeline title: String, of events: [ChartData.Event], language: String,
    words: any ChartWords, idPrefix: String
  ) {
    let chart = Chart(
      id: "timeline", number: 0, title: title, kind: .timeline,
      data: .events(Chart.EventChoice()))
    let data = ChartData(events, words)
    self.chart = chart
    self.data = data
    self.idPrefix = idPrefix
    self.language = language
    description = ChartDescription(chart: chart, data: data, words: words).text
    wide = Timeline(data: data, words: words, isNarrow: false).canvas()
    narrow = Timeline(data: data, words: words, isNarrow: true).canvas()
  }

  private static func canvas(
    _ chart: Chart, _ data: ChartData, _ numbers: NumberText, _ words: any ChartWords,
    isNarrow: Bool
  ) -> Canvas {
    switch chart.kind {
    case .timeline: return Timeline(data: data, words: words, isNarrow: isNarrow).canvas()
    case .line:
      return Lines(
        data: data, startsAtZero: chart.startsAtZero, numbers: numbers, words: words,
        isNarrow: isNarrow
      ).canvas()
    case .bar, .stackedBar, .dot: break
    }
    let isStacked = chart.kind == .stackedBar
    let stands =
      chart.direction.map { $0 == .vertical }
      ?? (chart.order == .given && data.categories.allSatisfy(\.isDate))
    if stands, chart.kind != .dot, isStacked || data.series.count == 1,
      let columns = Columns(
        data: data, isStacked: isStacked, numbers: numbers, words: words, isNarrow: isNarrow
      ).canvas()
    {
      return columns
    }
    if isStacked {
      return StackedRows(data: data, numbers: numbers, words: words, isNarrow: isNarrow).canvas()
    }
    return BarRows(
      data: data, kind: chart.kind, startsAtZero: chart.startsAtZero, numbers: numbers,
      words: words, isNarrow: isNarrow
    ).canvas()
  }

  private var isMirrored: Bool { Model.isRightToLeft(language) }

  public func write(to sink: inout Sink) {
    div(.class("chart")) {
      Streamed { picture(wide, "chart-wide", "w", to: &$0) }
      Streamed { picture(narrow, "chart-narrow", "n", to: &$0) }
    }.write(to: &sink)
  }

  private func picture(
    _ canvas: Canvas, _ style: String, _ suffix: String, to sink: inout Sink
  ) {
    let prefix = idPrefix + suffix
    element(
      "svg", .class("chart-drawing \(style)"),
      // An image's parts are hidden from assistive technology; links must not be.
      .role(data.events.contains { $0.href != nil } ? "group" : "img"),
      attribute("viewBox", "0 0 \(decimal(canvas.width)) \(decimal(canvas.height))"),
      attribute("width", canvas.width), attribute("height", canvas.height),
      attribute("direction", "ltr"), .ariaLabelledby("\(prefix)-title"),
      attribute("aria-describedby", "\(prefix)-desc")
    ) {
      element("title", .id("\(prefix)-title")) { Text(chart.title) }
      element("desc", .id("\(prefix)-desc")) { Text(description) }
      Streamed { canvas.write(isMirrored: isMirrored, idPrefix: prefix, to: &$0) }
    }.write(to: &sink)
  }

  func canvas(isNarrow: Bool) -> Canvas { isNarrow ? narrow : wide }

  /// The size of a drawing in its units.
  public func size(isNarrow: Bool) -> (width: Double, height: Double) {
    let canvas = canvas(isNarrow: isNarrow)
    return (canvas.width, canvas.height)
  }

  /// One drawing alone as an SVG document of its own.
  ///
  /// - Parameter style: the CSS of `Templates/assets/drawing.css` and `chart.css`.
  public func writeDocument(isNarrow: Bool, style: [UInt8], to sink: inout Sink) {
    writeDocument(canvas(isNarrow: isNarrow), style, to: &sink)
  }

  /// The chart as a sheet to keep: title, drawing, what is to be said of it, caption, source in one SVG document,
  /// complete with its style.
  ///
  /// - Parameters:
  ///   - style: the CSS of `Templates/assets/drawing.css` and `chart.css`.
  ///   - subtitle: what the chart belongs to.
  ///   - lines: what stands under it, at the foot: source, licence.
  public func writeSheet(
    style: [UInt8], subtitle: String, lines: [String], to sink: inout Sink
  ) {
    var sheet = Canvas(width: Sheet.wide + Sheet.margin * 2, height: Sheet.margin)
    sheet.paragraph(chart.title, .title, margin: Sheet.margin)
    sheet.paragraph(subtitle, .label, margin: Sheet.margin)
    sheet.height += 12
    sheet.add(wide, x: Sheet.margin, y: sheet.height)
    sheet.height += wide.height + 12
    for remark in data.remarks { sheet.paragraph(remark, .small, margin: Sheet.margin) }
    sheet.paragraph(chart.caption.plainText, .label, margin: Sheet.margin)
    for line in [chart.source.plainText] + lines {
      sheet.paragraph(line, .small, margin: Sheet.margin)
    }
    sheet.height += Sheet.margin - 4
    writeDocument(sheet, style, to: &sink)
  }

  private func writeDocument(_ canvas: Canvas, _ style: [UInt8], to sink: inout Sink) {
    element(
      "svg", attribute("xmlns", "http://www.w3.org/2000/svg"), .class("chart-drawing"),
      .lang(language), attribute("direction", "ltr"),
      attribute("viewBox", "0 0 \(decimal(canvas.width)) \(decimal(canvas.height))"),
      attribute("width", canvas.width), attribute("height", canvas.height)
    ) {
      element("style") { UnsafeRaw(unsafe: style) }
      element("title") { Text(chart.title) }
      element("desc") { Text(description) }
      empty(
        "rect", .class("chart-sheet"), attribute("width", canvas.width),
        attribute("height", canvas.height))
      Streamed { canvas.write(isMirrored: isMirrored, idPrefix: idPrefix, to: &$0) }
    }.write(to: &sink)
  }
}
