/// Moves blocks apart so that none overlaps, in their order and as near to where they would be as room allows:
/// downwards as far as the one above pushes, then back up from the end.
///
/// - Parameters:
///   - wanted: where each would begin, ascending.
///   - heights: as many.
///   - gap: between two of them.
///   - range: where they have to be; it has room for all of them, or the last ones pass its end.
/// - Returns: where each begins.
func spread(
  _ wanted: [Double], heights: [Double], gap: Double, within range: ClosedRange<Double>
) -> [Double] {
  var tops: [Double] = []
  var free = range.lowerBound
  for (top, height) in zip(wanted, heights) {
    tops.append(max(top, free))
    free = max(top, free) + height + gap
  }
  var limit = range.upperBound
  for index in tops.indices.reversed() {
    tops[index] = min(tops[index], limit - heights[index])
    limit = tops[index] - gap
  }
  // Where there is too little room for all, the first is kept in sight.
  guard let first = tops.first, first < range.lowerBound else { return tops }
  return tops.map { $0 + range.lowerBound - first }
}
