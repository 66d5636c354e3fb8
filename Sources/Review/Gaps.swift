/// Which free blocks stand between the same neighbours.
struct Gaps {
  /// A gap: the new blocks on its two sides.
  private struct Gap: Hashable {
    var before: Int
    var after: Int
  }

  private var gapOfOld: [Gap]
  private var gapOfNew: [Gap]
  private var rankOfNew: [Int: (before: Int, after: Int)] = [:]
  private var byBefore: [Int: [Int]] = [:]
  private var byAfter: [Int: [Int]] = [:]
  /// How many free blocks each gap holds.
  private var counts: [Gap: (old: Int, new: Int)] = [:]

  init(_ mateOfOld: [Int?], _ mateOfNew: [Int?]) {
    func walk(_ order: [Int], _ name: (Int) -> Int?) -> [Int] {
      var result = Array(repeating: -1, count: order.count)
      var last = -1
      for index in order {
        result[index] = last
        if let name = name(index) { last = name }
      }
      return result
    }
    let (olds, news) = (Array(mateOfOld.indices), Array(mateOfNew.indices))
    func gaps(_ order: [Int], _ name: (Int) -> Int?) -> [Gap] {
      zip(walk(order, name), walk(order.reversed(), name)).map { Gap(before: $0, after: $1) }
    }
    gapOfOld = gaps(olds) { mateOfOld[$0] }
    gapOfNew = gaps(news) { mateOfNew[$0] == nil ? nil : $0 }
    for index in olds where mateOfOld[index] == nil {
      byBefore[gapOfOld[index].before, default: []].append(index)
      byAfter[gapOfOld[index].after, default: []].append(index)
      counts[gapOfOld[index], default: (0, 0)].old += 1
    }
    var ranks: [Int: Int] = [:]
    var ranksAfter: [Int: Int] = [:]
    for index in news where mateOfNew[index] == nil {
      let gap = gapOfNew[index]
      rankOfNew[index] = (ranks[gap.before, default: 0], ranksAfter[gap.after, default: 0])
      ranks[gap.before, default: 0] += 1
      ranksAfter[gap.after, default: 0] += 1
      counts[gap, default: (0, 0)].new += 1
    }
  }

  /// Old blocks in the same gap, a dozen at most: those about as far from its ends.
  func near(_ index: Int) -> [Int] {
    let (gap, rank) = (gapOfNew[index], rankOfNew[index] ?? (0, 0))
    func around(_ blocks: [Int]?, _ rank: Int) -> ArraySlice<Int> {
      let blocks = blocks ?? []
      let start = max(0, min(rank - 3, blocks.count - 7))
      return blocks[start..<min(blocks.count, start + 7)]
    }
    return Array(around(byBefore[gap.before], rank.before) + around(byAfter[gap.after], rank.after))
  }

  func areNear(_ old: Int, _ new: Int) -> Bool {
    gapOfOld[old].before == gapOfNew[new].before || gapOfOld[old].after == gapOfNew[new].after
  }

  func areAlone(_ old: Int, _ new: Int) -> Bool {
    guard gapOfOld[old] == gapOfNew[new], let count = counts[gapOfNew[new]] else { return false }
    return count == (1, 1)
  }
}
