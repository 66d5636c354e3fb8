import HTML

/// The sign of a series, which tells it from others without colour.
enum SeriesSign: Int, Sendable, CaseIterable {
  case disc, square, triangle, diamond, ring, frame, cross, plus

  init(series: Int) {
    let all = Self.allCases
    self = all[series % all.count]
  }

  /// Half of how wide it is.
  static let reach = 5.0

  var isOpen: Bool { rawValue >= Self.ring.rawValue }

  /// The `d` of a path around a point.
  func path(around x: Double, _ y: Double) -> String {
    func at(_ dx: Double, _ dy: Double) -> String { "\(decimal(x + dx)) \(decimal(y + dy))" }
    return switch self {
    case .disc: "M\(at(-4.5, 0))a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z"
    case .square: "M\(at(-4, -4))h8v8h-8z"
    case .triangle: "M\(at(0, -5))l5 9h-10z"
    case .diamond: "M\(at(0, -5.5))l5.5 5.5l-5.5 5.5l-5.5-5.5z"
    case .ring: "M\(at(-4, 0))a4 4 0 1 0 8 0a4 4 0 1 0-8 0z"
    case .frame: "M\(at(-3.5, -3.5))h7v7h-7z"
    case .cross: "M\(at(-4, -4))l8 8m0-8l-8 8"
    case .plus: "M\(at(-5, 0))h10M\(at(0, -5))v10"
    }
  }
}

/// The fill of a series: a tint and a pattern, so that series differ in grey too. The first is solid. Its colour is
/// the style's, by `currentColor`.
struct SeriesPattern: Markup {
  /// From 1; the first has no pattern.
  let series: Int
  let idPrefix: String

  private static let size = 8.0

  static func id(_ series: Int, _ prefix: String) -> String { "\(prefix)-p\(series + 1)" }

  func write(to sink: inout Sink) {
    element(
      "pattern", .id(Self.id(series, idPrefix)), .class("chart-s\(series + 1)"),
      attribute("width", Self.size), attribute("height", Self.size),
      attribute("patternUnits", "userSpaceOnUse")
    ) {
      empty(
        "rect", .class("chart-tint"), attribute("width", Self.size),
        attribute("height", Self.size))
      empty("path", .class(series % 8 == 2 ? "chart-dots" : "chart-hatch"), attribute("d", motif))
    }.write(to: &sink)
  }

  /// Lines run past the tile's corners, so that they join.
  private var motif: String {
    switch series % 8 {
    case 1: "M-1 9 9-1M-1 1 1-1M7 9 9 7"
    case 2: "M2 .6a1.4 1.4 0 1 0 .1 0zM6 4.6a1.4 1.4 0 1 0 .1 0z"
    case 3: "M0 2h8M0 6h8"
    case 4: "M-1-1 9 9M7-1 9 1M-1 7 1 9"
    case 5: "M2 0v8M6 0v8"
    case 6: "M-1 9 9-1M-1-1 9 9"
    default: "M0 4h8M4 0v8"
    }
  }
}
