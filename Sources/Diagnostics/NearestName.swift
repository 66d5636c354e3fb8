/// The known name nearest to one that is not known, for “did you mean”.
///
/// Distance is optimal string alignment (insert, delete, replace, swap neighbours), over Unicode
/// scalars. A name further away than a third of the longer one is no help and gives `nil`.
public func nearestName(to name: String, among known: some Sequence<String>) -> String? {
  let wanted = Array(name.unicodeScalars.prefix(80)).map(folded)
  var best: (name: String, distance: Int)?
  for candidate in known {
    let scalars = Array(candidate.unicodeScalars.prefix(80)).map(folded)
    let limit = max(1, max(wanted.count, scalars.count) / 3)
    if abs(wanted.count - scalars.count) > limit { continue }
    let distance = alignmentDistance(wanted, scalars)
    guard distance <= limit else { continue }
    if let current = best {
      if distance > current.distance { continue }
      if distance == current.distance, candidate >= current.name { continue }
    }
    best = (candidate, distance)
  }
  return best?.name
}

/// “did you mean …?”, where there is something to mean.
public func didYouMean(_ name: String, among known: some Sequence<String>) -> String? {
  nearestName(to: name, among: known).map { "did you mean “\($0)”?" }
}

private func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  scalar.value >= 65 && scalar.value <= 90 ? Unicode.Scalar(UInt8(scalar.value + 32)) : scalar
}

private func alignmentDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in 1...a.count {
    var row = [i]
    row.reserveCapacity(b.count + 1)
    for j in 1...b.count {
      var cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        cost = min(cost, beforeLast[j - 2] + 1)
      }
      row.append(cost)
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}
