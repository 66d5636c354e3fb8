import Model

/// Cuts lines and polygons in degrees to a frame: first in degrees, so that what cannot be projected
/// never is, then on the plane; and leaves out detail that would not be seen.
struct LayerCutter {
  let frame: Frame
  let context: Geos
  private let degrees: Box

  init(frame: Frame, context: Geos) {
    self.frame = frame
    self.context = context
    degrees = frame.surroundings
  }

  /// Units of drawing.
  func cut(lines: [[Coordinate]]) -> [[Point]] {
    let near = lines.map(wrapped).filter(isNear)
    guard let cut = Geometry(lines: near, in: context)?.clipped(to: degrees),
      let shown = Geometry(lines: cut.lines.map(projected), in: context)
    else { return [] }
    return finished(shown.clipped(to: paper))?.lines.map { $0.map(frame.place) } ?? []
  }

  /// Units of drawing; rings, the outer ring first.
  func cut(polygons: [[[Coordinate]]]) -> [[[Point]]] {
    let near = polygons.map { $0.map(wrapped) }.filter { $0.first.map(isNear) ?? false }
    guard let cut = Geometry(polygons: near, in: context)?.mended?.clipped(to: degrees),
      let shown = Geometry(polygons: cut.polygons.map { $0.map(projected) }, in: context)
    else { return [] }
    return drawn(shown)
  }

  /// A geometry in projected kilometres as polygons in units, cut to the paper.
  func drawn(_ geometry: Geometry) -> [[[Point]]] {
    let shown = finished(geometry.mended?.clipped(to: paper))
    return shown?.polygons.map { $0.map { $0.map(frame.place) } } ?? []
  }

  /// The ground shown and a rim of 12 units, so that outlines along the cut stay out of sight.
  private var paper: Box { frame.ground.grown(by: 12 / frame.scale) }

  private func finished(_ geometry: Geometry?) -> Geometry? {
    geometry?.simplified(to: 0.4 / frame.scale)
  }

  private func isNear(_ line: [Point]) -> Bool {
    Box(holding: line).map { $0.grown(by: 1e-9).overlaps(degrees) } ?? false
  }

  /// Degrees as a plane, with longitudes within 180 of the middle of the frame.
  private func wrapped(_ line: [Coordinate]) -> [Point] {
    let middle = frame.projection.centralMeridian
    return line.filter(\.isOnEarth).map {
      Point(x: middle + ($0.longitude - middle).wrappedDegrees, y: $0.latitude)
    }
  }

  private func projected(_ line: [Point]) -> [Point] {
    line.compactMap {
      frame.projection.forward(Coordinate(longitude: $0.x, latitude: $0.y))
    }
  }
}
