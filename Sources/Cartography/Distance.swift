public import Model

/// Kilometres between two coordinates: on a conformal conic plane fitted to both, so good to a thousandth
/// for places of one country.
public func kilometres(from start: Coordinate, to end: Coordinate) -> Double {
  let plane = Projection(for: Extent(holding: [start, end]), as: .conic)
  guard let a = plane.forward(start), let b = plane.forward(end) else { return 0 }
  let (dx, dy) = (a.x - b.x, a.y - b.y)
  return (dx * dx + dy * dy).squareRoot()
}
