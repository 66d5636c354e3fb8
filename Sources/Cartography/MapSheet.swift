import HTML
import Model
import TextMetrics

/// A map with all that belongs to it, laid out from top to bottom. Its texts run in the language of the
/// brief, from the right where that does.
struct MapSheet {
  private(set) var width = Frame.width
  private(set) var height = standardMargin
  private var margin = standardMargin
  private let drawing: MapDrawing
  private var panels: [(panel: MapPanel, at: Point)] = []
  private var texts: [Line] = []
  private var swatches: [(swatch: LegendSwatch, at: Point)] = []
  private let isRightToLeft: Bool

  private struct Line {
    var text: String
    var style: String
    /// From the side where lines begin.
    var inset: Double
    var y: Double
  }

  private static let standardMargin = 24.0
  private static let gap = 16.0
  /// Units of a text's em, by the class that writes it; `map.css` has the same numbers.
  private static let title = (style: "map-sheet-title", em: 24.0)
  private static let text = (style: "map-sheet-text", em: 14.0)
  private static let fine = (style: "map-sheet-fine", em: 12.0)

  init(_ drawing: MapDrawing, subtitle: String, terms: [String]) {
    self.drawing = drawing
    isRightToLeft = Model.isRightToLeft(drawing.brief.language)
    let columns = min(drawing.panels.count, 2)
    width = Frame.width * Double(columns) + Self.gap * Double(columns - 1) + margin * 2
    add(drawing.map.title, Self.title)
    if !subtitle.isEmpty { add(subtitle, Self.text) }
    height += 8
    addPanels(columns: columns)
    addLegend(columns: columns * 2)
    let caption = drawing.map.caption.plainText
    if !caption.isEmpty { add(caption, Self.text) }
    let source = drawing.map.source.plainText
    for line in [source] + drawing.credits.sentences + terms where !line.isEmpty {
      add(line, Self.fine)
    }
    height += margin - 6
  }

  /// The legend alone, without margins: in two columns as wide as a drawing, in one half of that.
  init(legendOf drawing: MapDrawing, columns: Int) {
    self.drawing = drawing
    isRightToLeft = Model.isRightToLeft(drawing.brief.language)
    height = 4
    margin = 0
    if columns == 1 { width = Frame.width / 2 }
    addLegend(columns: columns)
  }

  var hasLegend: Bool { !swatches.isEmpty }

  /// A paragraph over the whole width.
  private mutating func add(_ text: String, _ style: (style: String, em: Double)) {
    add(text, style, from: margin, width: width - margin * 2)
    height += 6
  }

  private mutating func add(
    _ text: String, _ style: (style: String, em: Double), from inset: Double, width: Double
  ) {
    for line in TextMeasure.paragraph(text, within: width / style.em) {
      height += style.em * 1.35
      texts.append(
        Line(text: line, style: style.style, inset: inset, y: height - style.em * 0.3))
    }
  }

  private mutating func addPanels(columns: Int) {
    for row in stride(from: 0, to: drawing.panels.count, by: columns) {
      let panels = drawing.panels[row..<min(row + columns, drawing.panels.count)]
      let start = height
      for (column, panel) in panels.enumerated() {
        height = start
        let inset = margin + Double(column) * (Frame.width + Self.gap)
        if panel.date != nil {
          add(drawing.heading(of: panel), Self.text, from: inset, width: Frame.width)
          height += 6
        }
        let x = isRightToLeft ? width - inset - Frame.width : inset
        self.panels.append((panel, Point(x: x, y: height)))
        height += panel.frame.height
      }
      height += Self.gap
    }
  }

  /// In columns that are read downwards.
  private mutating func addLegend(columns: Int) {
    // A sheet has one size: letters that stand on the narrow drawing only are not on it.
    let entries = drawing.legend { _ in nil }.entries.filter { $0.visibility != .narrow }
    let room = width - margin * 2
    let measure = (room - Self.gap * Double(columns - 1)) / Double(columns)
    let lines = entries.map {
      TextMeasure.paragraph($0.text, within: (measure - 42) / Self.text.em).count
    }
    let (start, total) = (height, lines.reduce(0, +))
    var (column, filled, lowest) = (0, 0, height)
    for (entry, count) in zip(entries, lines) {
      if filled * columns >= total * (column + 1), column < columns - 1 {
        column += 1
        height = start
      }
      let inset = margin + Double(column) * (measure + Self.gap)
      let x = isRightToLeft ? width - inset - 30 : inset
      swatches.append((entry.swatch, Point(x: x, y: height + 1)))
      add(entry.text, Self.text, from: inset + 42, width: measure - 42)
      height += 4
      filled += count
      lowest = max(lowest, height)
    }
    height = lowest + 8
  }

  func write(to sink: inout Sink) {
    for (panel, at) in panels {
      element(
        "svg", attribute("x", at.x), attribute("y", at.y), attribute("width", Frame.width),
        attribute("height", panel.frame.height),
        attribute("viewBox", "0 0 \(decimal(Frame.width)) \(decimal(panel.frame.height))")
      ) {
        Streamed(drawing.writeDefinitions(of: panel))
        Streamed { panel.writePicture(title: drawing.title(of: panel), to: &$0) }
      }.write(to: &sink)
    }
    for (swatch, at) in swatches { swatch.write(at: at, idPrefix: drawing.idPrefix, to: &sink) }
    for line in texts {
      element(
        "text", .class(line.style),
        attribute("x", isRightToLeft ? width - line.inset : line.inset), attribute("y", line.y),
        isRightToLeft ? attribute("text-anchor", "end") : nil
      ) { Text(isRightToLeft ? line.text.runningRightToLeft : line.text) }.write(to: &sink)
    }
  }
}
