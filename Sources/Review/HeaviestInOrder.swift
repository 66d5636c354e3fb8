/// Indices of the increasing subsequence that weighs most: O(n log n), with a Fenwick tree of maxima.
func heaviestInOrder(_ values: [Int], weights: [Int]) -> [Int] {
  guard let most = values.max(), let least = values.min() else { return [] }
  let size = most - least + 1
  var tree: [(weight: Int, index: Int)] = Array(repeating: (0, -1), count: size + 1)
  var before = Array(repeating: -1, count: values.count)
  var best: (weight: Int, index: Int) = (0, -1)
  for (index, value) in values.enumerated() {
    var found: (weight: Int, index: Int) = (0, -1)
    var at = value - least
    while at > 0 {
      if tree[at].weight > found.weight { found = tree[at] }
      at -= at & -at
    }
    before[index] = found.index
    let total = found.weight + weights[index]
    at = value - least + 1
    while at <= size {
      if total > tree[at].weight { tree[at] = (total, index) }
      at += at & -at
    }
    if total > best.weight { best = (total, index) }
  }
  var result: [Int] = []
  var at = best.index
  while at >= 0 {
    result.append(at)
    at = before[at]
  }
  return result.reversed()
}
