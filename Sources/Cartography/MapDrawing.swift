public import Diagnostics
public import HTML
public import Model

/// A zone map as inline SVG in HTML, drawn from its data when it is made.
///
/// The picture is one image to assistive technology, named by the map's title and described from its
/// data; it holds no links: `legend` and the table beside the map carry them. Its classes are those of
/// `Templates/assets/map.css`; it has no style attributes and no scripts.
///
/// Placing its labels is the costly part, and is done once: the same drawing serves every page.
public struct MapDrawing: Markup, Sendable {
  let map: ZoneMap
  private let brief: Brief
  private let briefIndex: Int
  let contents: MapContents
  let labels: MapLabels
  let description: String
  let idPrefix: String
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
    contents = MapContents(map, of: brief, in: portal)
    labels = MapLabels(of: contents, language: brief.language)
    summary = MapSummary(of: contents, map: map, in: portal)
    description = MapDescription(map, contents, brief, portal).text
    credits = MapCredits(map, in: portal)
    findings = labels.findings(contents, of: map, in: brief)
  }

  /// What is drawn, by category, with links; belongs under the drawing, in the same document.
  ///
  /// - Parameter href: the address of a section or an event; `nil` where it has none.
  public func legend(href: (Target) -> String?) -> MapLegend {
    MapLegend(
      map, contents, labels, of: brief, at: briefIndex, idPrefix: idPrefix, href: href)
  }

  /// The size of the drawing in its own units: the width is always the same.
  public var size: (width: Double, height: Double) { (Frame.width, contents.frame.height) }

  public func write(to sink: inout Sink) {
    let (width, height) = (decimal(Frame.width), decimal(contents.frame.height))
    div(.class("map")) {
      element(
        "svg", .class("map-drawing"), attribute("viewBox", "0 0 \(width) \(height)"),
        attribute("width", width), attribute("height", height), .role("img"),
        attribute("direction", "ltr"), .ariaLabelledby("\(idPrefix)-title"),
        attribute("aria-describedby", "\(idPrefix)-desc")
      ) {
        Streamed(writePicture)
      }
    }
    .write(to: &sink)
  }

  /// The map as an SVG document of its own, complete with its style.
  ///
  /// - Parameter style: the CSS of `Templates/assets/map.css`.
  public func writeDocument(style: [UInt8], to sink: inout Sink) {
    let (width, height) = (decimal(Frame.width), decimal(contents.frame.height))
    element(
      "svg", attribute("xmlns", "http://www.w3.org/2000/svg"), .class("map-drawing"),
      attribute("direction", "ltr"), attribute("viewBox", "0 0 \(width) \(height)"),
      attribute("width", width), attribute("height", height)
    ) {
      element("style") { UnsafeRaw(unsafe: style) }
      Streamed(writePicture)
    }
    .write(to: &sink)
  }

  private func writePicture(to sink: inout Sink) {
    let (width, height) = (decimal(Frame.width), decimal(contents.frame.height))
    Group(
      element("title", .id("\(idPrefix)-title")) { Text(map.title) },
      element("desc", .id("\(idPrefix)-desc")) { Text(description) },
      element("defs") {
        Each(
          Set(contents.zones.map(\.style)).sorted().map {
            ZonePattern(style: $0, idPrefix: idPrefix)
          })
        Streamed(writeCurves)
      },
      empty("rect", .class("map-ground"), attribute("width", width), attribute("height", height)),
      Streamed(writeBase), Streamed(writeContents), Streamed(writeFurniture), Streamed(writeLabels)
    ).write(to: &sink)
  }
}
