extension [Point] {
  /// As many points as a line or a ring may have before some are left out.
  private static let most = 10_000

  /// A line or a ring that geometry can be done with in good time: one of very many points keeps those
  /// that stand apart by a four-thousandth of its size, and if need be every so many of them. What
  /// goes could not be seen, and GEOS recurses as deeply as a line has points.
  var thinned: [Point] {
    guard count > Self.most, let box = Box(holding: self), let last else { return self }
    var kept = spaced(by: Swift.max(box.width, box.height) / 4000)
    let stride = (kept.count + Self.most - 1) / Self.most
    if stride > 1 {
      kept = Swift.stride(from: 0, to: kept.count, by: stride).map { kept[$0] }
    }
    // A ring stays closed, and a line ends where it ended.
    if kept.last != last { kept.append(last) }
    return kept
  }

  /// Without the points that stand nearer to the last one kept than a distance.
  func spaced(by step: Double) -> [Point] {
    var kept: [Point] = []
    for point in self where kept.last.map({ $0.distance(to: point) > step }) ?? true {
      kept.append(point)
    }
    return kept
  }
}
