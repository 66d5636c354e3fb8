public import HTML
import Model

// A legend for documents in which it stands apart from the drawing and its style: each sign is a
// picture of its own.

/// A sign of a legend as a picture.
public struct LegendPicture: Sendable, Hashable {
  /// The same for the same sign on any map; safe in an address: `zone-3`, `place-city`.
  public let name: String
  private let swatch: LegendSwatch

  init?(_ swatch: LegendSwatch) {
    switch swatch {
    case .zone(let style, let isLine): name = (isLine ? "line-" : "zone-") + String(style)
    case .outline(let confidence): name = "outline-\(confidence.rawValue)"
    case .arrow: name = "arrow"
    case .route: name = "route"
    case .place(let symbol, let isApproximate):
      name = "place-\(symbol.rawValue)" + (isApproximate ? "-approximate" : "")
    case .base(let theme): name = "base-\(theme.rawValue)"
    case .number, .key: return nil
    }
    self.swatch = swatch
  }

  public static func == (a: Self, b: Self) -> Bool { a.name == b.name }
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// Units in which it is drawn.
  public static let size = (width: 30, height: 18)

  /// The sign on the ground of maps, as an SVG document of its own.
  ///
  /// - Parameter style: the CSS of `Templates/assets/map.css`.
  public func writeDocument(style: [UInt8], to sink: inout Sink) {
    element(
      "svg", attribute("xmlns", "http://www.w3.org/2000/svg"), attribute("viewBox", "0 0 30 18"),
      attribute("width", 30), attribute("height", 18)
    ) {
      element("style") { UnsafeRaw(unsafe: style) }
      if case .zone(let style, false) = swatch {
        element("defs") { ZonePattern(style: style, idPrefix: "sign") }
      }
      empty(
        "rect", .class("map-ground"), attribute("width", 30), attribute("height", 18),
        attribute("rx", 2))
      Streamed { swatch.write(at: Point(x: 0, y: 0), idPrefix: "sign", to: &$0) }
    }.write(to: &sink)
  }
}

extension MapLegend {
  /// The pictures that `list` shows, in its order.
  public var pictures: [LegendPicture] {
    var pictures: [LegendPicture] = []
    for picture in entries.compactMap({ LegendPicture($0.swatch) })
    where !pictures.contains(picture) {
      pictures.append(picture)
    }
    return pictures
  }

  /// The legend as a list of HTML, letters of both the wide and the narrow drawing in it.
  ///
  /// - Parameter address: where a picture stands.
  public func list(picture address: @escaping (LegendPicture) -> String) -> Streamed {
    Streamed { sink in
      guard !entries.isEmpty else { return }
      ul(.class("map-legend"), .ariaLabel(title)) {
        Each(
          entries.map { entry in
            li {
              if let picture = LegendPicture(entry.swatch) {
                img(
                  .src(address(picture)), attribute("alt", ""),
                  attribute("width", Double(LegendPicture.size.width)),
                  attribute("height", Double(LegendPicture.size.height)))
              } else {
                Streamed { entry.swatch.write(idPrefix: idPrefix, to: &$0) }
              }
              Raw(" ")
              Streamed { writeMeaning(of: entry, to: &$0) }
            }
          })
      }.write(to: &sink)
    }
  }
}
