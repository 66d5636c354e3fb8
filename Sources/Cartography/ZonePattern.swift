import HTML

/// The fill of a category of zones: a tint and a pattern, so that categories differ in grey too. Its
/// colour is the style's, by `currentColor`.
struct ZonePattern: Markup {
  /// The document's id of a style's pattern.
  static func id(_ style: Int, _ prefix: String) -> String { "\(prefix)-z\(style)" }

  /// The fill of a zone; a category that is a line has none.
  static func fill(_ style: Int, isLine: Bool, _ prefix: String) -> String {
    isLine ? "none" : "url(#\(id(style, prefix)))"
  }

  /// From 1.
  let style: Int
  let idPrefix: String

  /// Units in which a pattern repeats.
  private static let size = 10.0

  func write(to sink: inout Sink) {
    element(
      "pattern", .id(Self.id(style, idPrefix)), .class("map-z\(style)"),
      attribute("width", Self.size), attribute("height", Self.size),
      attribute("patternUnits", "userSpaceOnUse")
    ) {
      empty(
        "rect", .class("map-tint"), attribute("width", Self.size), attribute("height", Self.size))
      empty(
        "path", .class(isDotted ? "map-dots" : "map-hatch"), attribute("d", motif))
    }
    .write(to: &sink)
  }

  private var isDotted: Bool { style == 2 || style == 7 }

  /// Lines run past the tile's corners, so that they join.
  private var motif: String {
    switch style {
    case 1: "M-1 11 11-1M-1 1 1-1M9 11 11 9"
    case 2: "M2.5 1a1.5 1.5 0 1 0 .1 0zM7.5 6a1.5 1.5 0 1 0 .1 0z"
    case 3: "M-1-1 11 11M9-1 11 1M-1 9 1 11"
    case 4: "M-1 11 11-1M-1-1 11 11"
    case 5: "M0 2.5h10M0 7.5h10"
    case 6: "M2.5 0v10M7.5 0v10"
    case 7: "M1 1h2.6v2.6h-2.6zM6 6h2.6v2.6h-2.6z"
    default: "M0 5 2.5 2 7.5 8 10 5"
    }
  }
}
