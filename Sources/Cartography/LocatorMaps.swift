public import HTML
public import Model

/// Small maps of where places lie, on one ground that a page writes once.
public struct LocatorMaps: Sendable {
  private let overview: Overview
  private let id: String

  /// `nil` where the portal has no coast, borders or land to place them on.
  ///
  /// - Parameter id: that of the ground; to be unique in the document.
  public init?(of portal: Portal, id: String) {
    guard let context = Geos(), let overview = Overview(of: nil, in: portal, context: context)
    else { return nil }
    self.overview = overview
    self.id = id
  }

  /// What all of them stand on; belongs before them.
  public var ground: some Markup {
    element(
      "svg", .class("map-shared"), attribute("width", 0), attribute("height", 0),
      attribute("aria-hidden", "true")
    ) {
      element("symbol", .id(id), attribute("viewBox", viewBox)) { Streamed(overview.write) }
    }
  }

  /// A place on the ground; `nil` where it lies outside.
  ///
  /// - Parameter label: what the picture shows, in words.
  public func map(of coordinate: Coordinate, label: String) -> (some Markup)? {
    overview.place(coordinate).flatMap { overview.box.holds($0) ? $0 : nil }.map { point in
      element(
        "svg", .class("map-locator"), attribute("viewBox", viewBox),
        attribute("width", Overview.width), attribute("height", overview.height), .role("img"),
        .ariaLabel(label)
      ) {
        empty("use", attribute("href", "#\(id)"))
        empty(
          "path", .class("map-locator-lines"),
          attribute(
            "d",
            "M0 \(decimal(point.y))h\(decimal(Overview.width))M\(decimal(point.x)) 0v"
              + decimal(overview.height)))
        empty(
          "circle", .class("map-locator-dot"), attribute("cx", point.x),
          attribute("cy", point.y), attribute("r", 4))
      }
    }
  }

  /// Several places on the ground, without those that lie outside; `nil` where all do.
  public func map(of coordinates: [Coordinate], label: String) -> (some Markup)? {
    let points = coordinates.compactMap(overview.place).filter(overview.box.holds)
    return points.isEmpty
      ? nil
      : element(
        "svg", .class("map-locator"), attribute("viewBox", viewBox),
        attribute("width", Overview.width), attribute("height", overview.height), .role("img"),
        .ariaLabel(label)
      ) {
        empty("use", attribute("href", "#\(id)"))
        Each(
          points.map {
            empty(
              "circle", .class("map-locator-dot"), attribute("cx", $0.x), attribute("cy", $0.y),
              attribute("r", 4))
          })
      }
  }

  private var viewBox: String { "0 0 \(decimal(Overview.width)) \(decimal(overview.height))" }
}
