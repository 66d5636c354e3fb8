/// Leaves out points of very long outlines, so that geometry can be done with them in good time.
enum Thinning {
  /// As many points as the lines or rings of one feature may have before some are left out; GEOS
  /// recurses as deeply as a line has points.
  static let most = 10_000

  /// The same lines where they are not too long. Else they keep points that stand apart by a
  /// four-thousandth of the size of them all or, if need be, by more; and what is smaller than that is
  /// left out.
  ///
  /// - Parameter shown: where more detail is kept, by its own size.
  static func thinned(lines: [[Point]], shown: Box?) -> [[Point]] {
    // Those whose points all stand far apart keep every so many of them.
    let kept = thinnedOrEmpty(lines, isClosed: false, shown: shown).filter { !$0.isEmpty }
    return kept.map { $0.everyNth(($0.count - 1) / most + 1) }
  }

  private static func thinnedOrEmpty(
    _ lines: [[Point]], isClosed: Bool, shown: Box?
  ) -> [[Point]] {
    guard lines.reduce(0, { $0 + $1.count }) > most, let box = Box(holding: lines.joined())
    else { return lines }
    let size = max(box.width, box.height)
    let shownSize = shown.map { max($0.width, $0.height) } ?? size
    var kept = lines
    for parts in [4000.0, 2000, 1000, 500] {
      let spacing = Spacing(step: size / parts, shown: shown, fine: min(size, shownSize) / parts)
      kept = lines.map { $0.thinned(to: spacing, isClosed: isClosed) }
      if kept.reduce(0, { $0 + $1.count }) <= most { return kept }
    }
    return kept
  }

  /// The same for polygons of rings. One whose outer ring is left out goes whole.
  static func thinned(polygons: [[[Point]]], shown: Box?) -> [[[Point]]] {
    let sizes = polygons.map(\.count)
    let rings = thinnedOrEmpty(polygons.flatMap(\.self), isClosed: true, shown: shown)
    var start = 0
    return sizes.compactMap { size in
      defer { start += size }
      guard size > 0, !rings[start].isEmpty else { return nil }
      return rings[start..<start + size].filter { !$0.isEmpty }
    }
  }
}

/// How far apart points are to stand: less where it is shown.
private struct Spacing {
  var step: Double
  var shown: Box?
  var fine: Double

  func keeps(_ point: Point, after last: Point) -> Bool {
    let distance = last.distance(to: point)
    return distance > step || (distance > fine && shown?.holds(point) == true)
  }
}

extension [Point] {
  /// The points that stand apart from the one before; none where the whole is smaller than that.
  fileprivate func thinned(to spacing: Spacing, isClosed: Bool) -> [Point] {
    guard let first, let last else { return [] }
    var kept = [first]
    for point in dropFirst() where spacing.keeps(point, after: kept.last ?? first) {
      kept.append(point)
    }
    // A ring stays closed, and a line ends where it ended.
    if kept.last != last { kept.append(last) }
    return kept.count > (isClosed ? 3 : 1) ? kept : []
  }

  fileprivate func everyNth(_ stride: Int) -> [Point] {
    guard stride > 1, let last else { return self }
    var kept = Swift.stride(from: 0, to: count, by: stride).map { self[$0] }
    if kept.last != last { kept.append(last) }
    return kept
  }

  /// Without the points that stand nearer to the last one kept than a distance; it ends where it
  /// ended.
  func spaced(by step: Double) -> [Point] {
    guard var last = first, let end = self.last else { return self }
    var kept = [last]
    kept.reserveCapacity(count)
    for point in dropFirst() where last.distance(to: point) > step {
      kept.append(point)
      last = point
    }
    if last != end { kept.append(end) }
    return kept
  }
}
