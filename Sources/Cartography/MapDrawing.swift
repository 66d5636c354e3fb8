public import Diagnostics
public import HTML
public import Model

/// A zone map as inline SVG in HTML, drawn from its data when it is made.
///
/// The picture is one image to assistive technology, named by the map's title and described from its
/// data; it holds no links: `legend` and the table beside the map carry them. Its classes are those of
/// `Templates/assets/map.css`; it has no style attributes and no scripts. A map with dates is several
/// such images, side by side where there is room.
///
/// Placing its labels is the costly part, and is done once: the same drawing serves every page.
public struct MapDrawing: Markup, Sendable {
  let map: ZoneMap
  let brief: Brief
  private let briefIndex: Int
  /// What the map shows on any of its dates.
  let contents: MapContents
  /// One for each date; one for a map without dates.
  let panels: [MapPanel]
  let idPrefix: String
  let words: MapWords
  let keys: MapKeys
  /// Whose data the base layers are.
  public let credits: MapCredits
  /// Areas of the zones, and which places are drawn: for the table beside the map.
  public let summary: MapSummary
  /// What is wrong with the map that only drawing shows.
  public let findings: [Finding]

  /// - Parameter idPrefix: starts every id of the drawing; to be unique in the document, and safe in
  ///   one.
  public init(_ map: ZoneMap, of brief: Brief, in portal: Portal, idPrefix: String) {
    self.map = map
    self.brief = brief
    briefIndex = portal.briefs.firstIndex { $0.id == brief.id } ?? -1
    self.idPrefix = idPrefix
    words = MapWords(language: brief.language)
    let words = words
    let contents = MapContents(map, of: brief, in: portal)
    self.contents = contents
    let dates: [PartialDate?] = map.asOf.isEmpty ? [nil] : map.asOf
    panels = dates.enumerated().map { index, date in
      let shown = date.map { contents.shown(on: $0, of: map) } ?? contents
      return MapPanel(
        date: date, contents: shown,
        labels: MapLabels(of: shown, language: brief.language, isOneOfMany: date != nil),
        words: words,
        description: MapDescription(map, shown, brief, portal).text(on: date),
        idPrefix: index == 0 ? idPrefix : "\(idPrefix)-d\(index + 1)", sharedPrefix: idPrefix)
    }
    summary = MapSummary(of: contents, map: map, in: portal)
    credits = MapCredits(map, in: portal, words: words)
    keys = MapKeys(of: panels)
    findings =
      MapFindings(map, contents, brief, portal).findings
      + panels.flatMap { $0.labels.findings($0.contents, of: map, in: brief) }.inOrder()
  }

  /// What is drawn, by category, with links; belongs under the drawing, in the same document.
  ///
  /// - Parameter href: the address of a section or an event; `nil` where it has none.
  public func legend(href: (Target) -> String?) -> MapLegend {
    MapLegend(
      map, contents, keys, of: brief, at: briefIndex, idPrefix: idPrefix, href: href)
  }

  /// What hides the drawing's layers; belongs beside it in an element of class `map-block`.
  public var switches: MapSwitches { MapSwitches(map, contents, words: words) }

  /// How much ground is covered on each date; of no date for a map without.
  public var territory: MapTerritory { MapTerritory(of: panels, map: map) }

  /// The size of the drawing in its own units: the width is always the same.
  public var size: (width: Double, height: Double) { (Frame.width, contents.frame.height) }

  public func write(to sink: inout Sink) {
    guard panels.count > 1 || panels.first?.date != nil else {
      for panel in panels { write(panel, to: &sink) }
      return
    }
    div(.class("map-panels")) {
      Each(
        panels.map { panel in
          div(.class("map-panel")) {
            p(.class("map-date")) { Text(heading(of: panel)) }
            Streamed { write(panel, to: &$0) }
          }
        })
    }.write(to: &sink)
  }

  private func write(_ panel: MapPanel, to sink: inout Sink) {
    let (width, height) = (decimal(Frame.width), decimal(panel.frame.height))
    div(.class("map")) {
      element(
        "svg", .class("map-drawing"), attribute("viewBox", "0 0 \(width) \(height)"),
        attribute("width", width), attribute("height", height), .role("img"),
        attribute("direction", "ltr"), .ariaLabelledby("\(panel.idPrefix)-title"),
        attribute("aria-describedby", "\(panel.idPrefix)-desc")
      ) {
        Streamed(writeDefinitions(of: panel))
        Streamed { panel.writePicture(title: title(of: panel), to: &$0) }
      }
    }
    .write(to: &sink)
  }

  /// The patterns of all zones, in the first panel, and the lines that names are written along.
  func writeDefinitions(of panel: MapPanel) -> @Sendable (inout Sink) -> Void {
    let styles = panel.isFirst ? Set(contents.zones.map(\.style)).sorted() : []
    let idPrefix = idPrefix
    return { sink in
      guard !styles.isEmpty || panel.labels.hasCurves else { return }
      element("defs") {
        Each(styles.map { ZonePattern(style: $0, idPrefix: idPrefix) })
        Streamed(panel.writeCurves)
      }.write(to: &sink)
    }
  }

  /// The map's title, and the date of a dated panel.
  func title(of panel: MapPanel) -> String {
    panel.date == nil ? map.title : "\(map.title) – \(heading(of: panel))"
  }

  func heading(of panel: MapPanel) -> String { panel.date.map(words.date) ?? "" }
}
