import HTML
import Model

/// A small map of where a map lies: land, coast and borders, and what the map shows as a frame or,
/// where that is too small to see, as a ring.
struct MapInset: Sendable {
  /// Its width; units of the sheet.
  static let width = 150.0

  /// Where it stands on the sheet; units.
  var box: Box
  /// Units from the inset's corner.
  private let areas: [[[Point]]]
  private let lakes: [[[Point]]]
  private let coast: [[Point]]
  private let borders: [[Point]]
  private let outline: [Point]

  /// `nil` where it would show no more than the map itself, or nothing.
  init?(_ inset: ZoneMap.Inset, of frame: Frame, in portal: Portal, context: Geos) {
    let layers = portal.layers.filter { Self.themes.contains(BaseLayer.Theme(name: $0.name)) }
    let extent =
      switch inset {
      case .extent(let extent): extent
      case .layers: Extent(holding: layers.flatMap(\.coordinates))
      }
    guard extent.isUsable else { return nil }
    let around = Frame(for: extent, in: Projection(for: extent))
    let share = Self.width / Frame.width
    outline = frame.groundOutline.compactMap { around.place(frame.projection.inverse($0)) }
      .map { Point(x: $0.x * share, y: $0.y * share) }
    box = Box(minX: 0, minY: 0, maxX: Self.width, maxY: around.height * share)
    guard let shown = Box(holding: outline), shown.overlaps(box),
      shown.width < box.width * 0.8 || shown.height < box.height * 0.8
    else { return nil }
    let drawn = layers.map { BaseLayer($0, in: around, detail: 0.5 / share, context: context) }
    func small(_ line: [Point]) -> [Point] {
      line.map { Point(x: $0.x * share, y: $0.y * share) }
    }
    func polygons(_ theme: BaseLayer.Theme) -> [[[Point]]] {
      drawn.filter { $0.theme == theme }.flatMap(\.features).flatMap(\.polygons)
        .map { $0.map(small) }
        // What is no more than a dot says nothing.
        .filter { $0.first.flatMap { Box(holding: $0) }.map { $0.width + $0.height > 5 } ?? false }
    }
    func lines(_ theme: BaseLayer.Theme) -> [[Point]] {
      drawn.filter { $0.theme == theme }.flatMap(\.features).flatMap(\.lines).map(small)
    }
    areas = polygons(.land) + polygons(.countries)
    lakes = polygons(.lakes) + polygons(.sea)
    coast = lines(.coast)
    borders = lines(.borders)
  }

  private static let themes: Set<BaseLayer.Theme> = [
    .land, .sea, .countries, .lakes, .coast, .borders,
  ]

  func write(to sink: inout Sink) {
    let (width, height) = (decimal(box.width), decimal(box.height))
    element(
      "svg", .class("map-inset"), attribute("x", box.minX), attribute("y", box.minY),
      attribute("width", width), attribute("height", height),
      attribute("viewBox", "0 0 \(width) \(height)")
    ) {
      empty("rect", .class("map-ground"), attribute("width", width), attribute("height", height))
      Streamed { sink in
        writePath(PathData(polygons: areas), "map-area map-land", to: &sink)
        writePath(PathData(polygons: lakes), "map-area map-lakes", to: &sink)
        writePath(PathData(lines: coast), "map-line map-coast", to: &sink)
        writePath(PathData(lines: borders), "map-line map-borders", to: &sink)
        writeOutline(to: &sink)
      }
      empty(
        "rect", .class("map-inset-edge"), attribute("width", width), attribute("height", height))
    }.write(to: &sink)
  }

  private func writeOutline(to sink: inout Sink) {
    guard let shown = Box(holding: outline) else { return }
    if max(shown.width, shown.height) >= 9 {
      var data = PathData()
      data.add(outline, closed: true)
      writePath(data, "map-inset-frame", to: &sink)
    } else {
      empty(
        "circle", .class("map-inset-frame"), attribute("cx", shown.centre.x),
        attribute("cy", shown.centre.y), attribute("r", "5")
      ).write(to: &sink)
    }
  }
}

extension GeoLayer {
  /// All its points.
  fileprivate var coordinates: [Coordinate] {
    features.flatMap { feature in
      switch feature.geometry {
      case .points(let points): points
      case .lines(let lines): lines.flatMap(\.self)
      case .polygons(let polygons): polygons.flatMap { $0.flatMap(\.self) }
      }
    }
  }
}

extension Frame {
  /// The edge of what is shown, with points between its corners, in projected kilometres.
  fileprivate var groundOutline: [Point] {
    zip(ground.corners, ground.corners.dropFirst() + ground.corners.prefix(1)).flatMap { a, b in
      (0..<8).map { a.toward(b, Double($0) / 8) }
    }
  }
}
