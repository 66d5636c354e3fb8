import HTML
import Model

/// Land, coast and borders of a wide extent, drawn small: the ground of insets and locator maps.
struct Overview: Sendable {
  /// Its width; units.
  static let width = 150.0

  let height: Double
  private let frame: Frame
  private let areas: PathData
  private let lakes: PathData
  private let coast: PathData
  private let borders: PathData

  /// `nil` where the portal has no layer to draw it from.
  ///
  /// - Parameter extent: what it shows; where `nil`, all that those layers hold.
  init?(of extent: Extent?, in portal: Portal, context: Geos) {
    let layers = portal.layers.filter { Self.themes.contains(BaseLayer.Theme(name: $0.name)) }
    let held = layers.flatMap(\.coordinates)
    let extent = extent ?? Extent(holding: held)
    guard !held.isEmpty, extent.isUsable else { return nil }
    let frame = Frame(for: extent, in: Projection(for: extent))
    self.frame = frame
    height = frame.height * Self.share
    let drawn = layers.map {
      BaseLayer($0, in: frame, detail: 0.5 / Self.share, context: context)
    }
    func polygons(_ themes: BaseLayer.Theme...) -> PathData {
      let all = drawn.filter { themes.contains($0.theme) }.flatMap(\.features).flatMap(\.polygons)
      let small = all.map { $0.map { $0.map(Self.small) } }
      // What is no more than a dot says nothing.
      return PathData(
        polygons: small.filter {
          $0.first.flatMap { Box(holding: $0) }.map { $0.width + $0.height > 5 } ?? false
        })
    }
    func lines(_ theme: BaseLayer.Theme) -> PathData {
      let all = drawn.filter { $0.theme == theme }.flatMap(\.features).flatMap(\.lines)
      return PathData(lines: all.map { $0.map(Self.small) })
    }
    areas = polygons(.land, .countries)
    lakes = polygons(.lakes, .sea)
    coast = lines(.coast)
    borders = lines(.borders)
  }

  private static let themes: Set<BaseLayer.Theme> = [
    .land, .sea, .countries, .lakes, .coast, .borders,
  ]

  private static let share = width / Frame.width

  private static func small(_ point: Point) -> Point {
    Point(x: point.x * share, y: point.y * share)
  }

  /// Units from its corner; `nil` for what cannot be projected.
  func place(_ coordinate: Coordinate) -> Point? { frame.place(coordinate).map(Self.small) }

  var box: Box { Box(minX: 0, minY: 0, maxX: Self.width, maxY: height) }

  func write(to sink: inout Sink) {
    empty(
      "rect", .class("map-ground"), attribute("width", Self.width), attribute("height", height)
    ).write(to: &sink)
    writePath(areas, "map-area map-land", to: &sink)
    writePath(lakes, "map-area map-lakes", to: &sink)
    writePath(coast, "map-line map-coast", to: &sink)
    writePath(borders, "map-line map-borders", to: &sink)
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
