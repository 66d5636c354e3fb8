import Model

/// Cuts lines and polygons in degrees to a frame: first in degrees, so that what cannot be projected
/// never is, then on the plane; and leaves out detail that would not be seen.
struct LayerCutter {
  let frame: Frame
  let context: Geos
  /// What is drawn of the globe.
  let degrees: Box
  /// Units; what is smaller is left out.
  private let detail: Double

  /// What can just be seen; units.
  static let detail = 0.4
  /// Of one zone: about 15 KB compressed.
  private static let mostPoints = 4000

  init(frame: Frame, detail: Double = Self.detail, context: Geos) {
    self.frame = frame
    self.detail = detail
    self.context = context
    // Beyond its rim, a projection would begin again at the other side.
    degrees = frame.surroundings.common(with: frame.projection.domain)
  }

  /// Units of drawing.
  func cut(lines: [[Coordinate]]) -> [[Point]] {
    let near = lines.flatMap {
      degrees.copies(of: Thinning.thinned(lines: [$0.unwrapped], shown: degrees)).flatMap { $0 }
    }.map { $0.spaced(by: blur) }
    guard let cut = Geometry(lines: near, in: context)?.clipped(to: degrees),
      let shown = Geometry(lines: fine(cut, near).lines.map(projected), in: context)
    else { return [] }
    return shown.clipped(to: paper)?.simplified(to: detail / frame.scale)?.lines
      .map { $0.map(frame.place) } ?? []
  }

  /// Units of drawing; rings, the outer ring first.
  func cut(polygons: [[[Coordinate]]]) -> [[[Point]]] {
    let near = polygons.thinned(shown: degrees).flatMap { degrees.copies(of: $0) }
    guard let cut = Geometry.sound(near, in: context)?.clipped(to: degrees),
      let shown = Geometry(
        polygons: fine(cut, near.flatMap(\.self)).polygons.map { $0.map(projected) }, in: context),
      let cutOff = shown.mended?.clipped(to: paper)
    else { return [] }
    // Areas of a base layer do not touch each other where it could be seen: rings are thinned alone.
    return cutOff.polygons.map { rings in
      (Geometry(lines: rings, in: context)?.simplified(to: detail / frame.scale)?.lines
        ?? rings).map { $0.map(frame.place) }
    }
  }

  /// The same without detail: enough to tell where the middle of an area is.
  func cutRoughly(polygons: [[[Coordinate]]]) -> [[[Point]]] {
    let step = max(degrees.width, degrees.height) / 100
    let near = polygons.flatMap {
      degrees.copies(of: $0.prefix(1).map { $0.unwrapped.spaced(by: step) })
    }
    guard let cut = Geometry(polygons: near, in: context)?.mended?.clipped(to: degrees) else {
      return []
    }
    return cut.polygons.map { $0.map { projected($0).map(frame.place) } }
  }

  /// Degrees, about half of what is left out for being too small: lines lose points nearer to each other
  /// before anything else is done with them.
  private var blur: Double { degrees.height / frame.height * detail / 2 }

  /// With long edges cut short, where there are any.
  private func fine(_ cut: Geometry, _ lines: [[Point]]) -> Geometry {
    let step = max(degrees.width, degrees.height) / 32
    let isFine = lines.allSatisfy { line in
      zip(line, line.dropFirst()).allSatisfy {
        abs($0.x - $1.x) < step && abs($0.y - $1.y) < step
      }
    }
    return isFine ? cut : cut.densified(in: 32) ?? cut
  }

  /// A geometry in projected kilometres as polygons in units, cut to the paper.
  func drawn(_ geometry: Geometry) -> [[[Point]]] {
    guard let whole = geometry.mended?.clipped(to: paper) else { return [] }
    // What a sheet cannot show, however fine: a reader pays for it.
    var (detail, shown) = (detail, [[[Point]]]())
    repeat {
      shown = whole.simplified(to: detail / frame.scale)?.polygons ?? []
      if detail > self.detail {
        shown.removeAll { ($0.first?.extent ?? 0) < detail * 2 / frame.scale }
      }
      detail *= 2
    } while shown.lazy.joined().reduce(0) { $0 + $1.count } > Self.mostPoints && detail < 60
    return shown.map { $0.map { $0.map(frame.place) } }
  }

  /// The ground shown and a rim of 12 units, so that outlines along the cut stay out of sight.
  private var paper: Box { frame.ground.grown(by: 12 / frame.scale) }

  private func projected(_ line: [Point]) -> [Point] {
    line.compactMap {
      frame.projection.forward(Coordinate(longitude: $0.x, latitude: $0.y))
    }
  }
}

extension [Point] {
  /// The longer side of the box that holds them.
  fileprivate var extent: Double { Box(holding: self).map { Swift.max($0.width, $0.height) } ?? 0 }
}
