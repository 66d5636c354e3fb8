/// Runs that differ between two sequences, in order, the rest being the same.
///
/// By E. W. Myers, “An O(ND) Difference Algorithm and Its Variations” (1986), which marks the least. Long
/// sequences that differ in much are first divided at what both hold once and in the same order (B. Cohen's
/// patience difference); where there is nothing of the kind, each is followed as far as so many differences
/// lead, and on from there. So time stays near linear.
struct TokenDifference {
  struct Hunk: Equatable {
    var old: Range<Int>
    var new: Range<Int>
  }

  private let old: [Int]
  private let new: [Int]
  private(set) var hunks: [Hunk] = []

  /// Together, up to which a pair of runs is compared whole.
  private static let mostForMyers = 3000
  /// Differences up to which longer ones are.
  private static let mostDifferences = 160
  /// Differences followed at once in what cannot be divided.
  private static let longestStep = 600

  init(_ old: [Int], _ new: [Int]) {
    self.old = old
    self.new = new
    compare(0..<old.count, 0..<new.count)
  }

  /// Pairs of indices of what both hold, in order.
  var kept: [(old: Int, new: Int)] {
    var pairs: [(old: Int, new: Int)] = []
    var (x, y) = (0, 0)
    for hunk in hunks + [Hunk(old: old.count..<old.count, new: new.count..<new.count)] {
      while x < hunk.old.lowerBound {
        pairs.append((x, y))
        (x, y) = (x + 1, y + 1)
      }
      (x, y) = (hunk.old.upperBound, hunk.new.upperBound)
    }
    return pairs
  }

  private mutating func add(_ a: Range<Int>, _ b: Range<Int>) {
    guard !a.isEmpty || !b.isEmpty else { return }
    if let last = hunks.last, last.old.upperBound == a.lowerBound,
      last.new.upperBound == b.lowerBound
    {
      hunks[hunks.count - 1] = Hunk(
        old: last.old.lowerBound..<a.upperBound, new: last.new.lowerBound..<b.upperBound)
    } else {
      hunks.append(Hunk(old: a, new: b))
    }
  }

  private mutating func compare(_ a: Range<Int>, _ b: Range<Int>) {
    var (a, b) = (a, b)
    while let x = a.first, let y = b.first, old[x] == new[y] {
      a = (x + 1)..<a.upperBound
      b = (y + 1)..<b.upperBound
    }
    while let x = a.last, let y = b.last, old[x] == new[y] {
      a = a.lowerBound..<x
      b = b.lowerBound..<y
    }
    if a.isEmpty || b.isEmpty { return add(a, b) }
    if a.count + b.count <= Self.mostForMyers {
      _ = myers(a, b, most: a.count + b.count)
      return
    }
    if myers(a, b, most: Self.mostDifferences, isWhole: true) != nil { return }
    let anchors = commonAnchors(a, b)
    if anchors.isEmpty {
      while let rest = myers(a, b, most: Self.longestStep), !rest.old.isEmpty || !rest.new.isEmpty {
        (a, b) = (rest.old, rest.new)
      }
      return
    }
    var (x, y) = (a.lowerBound, b.lowerBound)
    for anchor in anchors {
      if x > anchor.old || y > anchor.new { continue }
      compare(x..<anchor.old, y..<anchor.new)
      (x, y) = (anchor.old + 1, anchor.new + 1)
    }
    compare(x..<a.upperBound, y..<b.upperBound)
  }

  /// What each range holds once, in the same order in both.
  private func commonAnchors(_ a: Range<Int>, _ b: Range<Int>) -> [(old: Int, new: Int)] {
    func once(_ keys: [Int], _ range: Range<Int>) -> [Int: Int] {
      var found: [Int: Int] = [:]
      for index in range { found[keys[index]] = found[keys[index]] == nil ? index : -1 }
      return found
    }
    let (inOld, inNew) = (once(old, a), once(new, b))
    var pairs: [(old: Int, new: Int)] = []
    for index in a where inOld[old[index]] == index {
      if let other = inNew[old[index]], other >= 0 { pairs.append((index, other)) }
    }
    return heaviestInOrder(pairs.map(\.new), weights: pairs.map { _ in 1 }).map { pairs[$0] }
  }

  /// Adds the differences of two ranges, up to so many of them.
  ///
  /// - Parameter isWhole: whether nothing is added unless that many reach the end.
  /// - Returns: what is left to compare; `nil` where `isWhole` and it is not done.
  private mutating func myers(
    _ a: Range<Int>, _ b: Range<Int>, most: Int, isWhole: Bool = false
  ) -> (old: Range<Int>, new: Range<Int>)? {
    let (n, m) = (a.count, b.count)
    let most = min(most, n + m)
    var reach = [Int32](repeating: 0, count: 2 * most + 3)
    let middle = most + 1
    var trace: [[Int32]] = []
    var end: (x: Int, y: Int)?
    search: for d in 0...most {
      // Only what this step can reach is kept.
      trace.append(Array(reach[(middle - d - 1)...(middle + d + 1)]))
      for k in stride(from: -d, through: d, by: 2) {
        var x =
          k == -d || (k != d && reach[middle + k - 1] < reach[middle + k + 1])
          ? Int(reach[middle + k + 1]) : Int(reach[middle + k - 1]) + 1
        var y = x - k
        while x < n, y < m, old[a.lowerBound + x] == new[b.lowerBound + y] {
          x += 1
          y += 1
        }
        reach[middle + k] = Int32(x)
        if x >= n, y >= m {
          end = (n, m)
          break search
        }
      }
    }
    if end == nil {
      if isWhole { return nil }
      // The furthest of what stays inside both.
      for k in stride(from: -most, through: most, by: 2) {
        let x = Int(reach[middle + k])
        let y = x - k
        guard x <= n, y <= m, y >= 0 else { continue }
        if end.map({ x + y > $0.x + $0.y }) ?? true { end = (x, y) }
      }
    }
    guard let end else {
      add(a, b)
      return (a.upperBound..<a.upperBound, b.upperBound..<b.upperBound)
    }
    var steps: [(old: Range<Int>, new: Range<Int>)] = []
    var (x, y) = end
    for d in stride(from: trace.count - 1, through: 1, by: -1) {
      let kept = trace[d]
      func value(_ k: Int) -> Int { Int(kept[k + d + 1]) }
      let k = x - y
      let isDown = k == -d || (k != d && value(k - 1) < value(k + 1))
      let from = isDown ? k + 1 : k - 1
      let startX = value(from)
      let startY = startX - from
      let (left, right) = (a.lowerBound + startX, b.lowerBound + startY)
      steps.append(isDown ? (left..<left, right..<(right + 1)) : (left..<(left + 1), right..<right))
      (x, y) = (startX, startY)
    }
    for step in steps.reversed() { add(step.old, step.new) }
    return (
      (a.lowerBound + end.x)..<a.upperBound, (b.lowerBound + end.y)..<b.upperBound
    )
  }
}
