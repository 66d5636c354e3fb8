import Testing

@testable import Review

struct TokenDifferenceTests {
  /// What the newer sequence is if the hunks of the older one are replaced; `nil` where what they leave differs.
  private func patched(_ old: [Int], _ new: [Int], _ hunks: [TokenDifference.Hunk]) -> [Int]? {
    var out: [Int] = []
    var (x, y) = (0, 0)
    for hunk in hunks + [.init(old: old.count..<old.count, new: new.count..<new.count)] {
      guard x <= hunk.old.lowerBound, y <= hunk.new.lowerBound,
        old[x..<hunk.old.lowerBound].elementsEqual(new[y..<hunk.new.lowerBound])
      else { return nil }
      out += old[x..<hunk.old.lowerBound] + new[hunk.new]
      (x, y) = (hunk.old.upperBound, hunk.new.upperBound)
    }
    return out
  }

  private func marked(_ hunks: [TokenDifference.Hunk]) -> Int {
    hunks.reduce(0) { $0 + $1.old.count + $1.new.count }
  }

  /// The least that can be marked: by the longest common subsequence, in a table.
  private func least(_ old: [Int], _ new: [Int]) -> Int {
    var row = Array(repeating: 0, count: new.count + 1)
    for a in old {
      var corner = 0
      for (index, b) in new.enumerated() {
        let above = row[index + 1]
        row[index + 1] = a == b ? corner + 1 : max(above, row[index])
        corner = above
      }
    }
    return old.count + new.count - 2 * (row.last ?? 0)
  }

  @Test func shortSequencesAreMarkedLeast() {
    var generator = Generator(state: 1)
    for _ in 0..<400 {
      let words = Int.random(in: 1...6, using: &generator)
      func text() -> [Int] {
        (0..<Int.random(in: 0...24, using: &generator)).map { _ in
          Int.random(in: 0..<words, using: &generator)
        }
      }
      let (old, new) = (text(), text())
      let hunks = TokenDifference(old, new).hunks
      #expect(patched(old, new, hunks) == new)
      #expect(marked(hunks) == least(old, new))
    }
  }

  @Test(arguments: [2, 40, 100_000]) func longOnesAreRight(words: Int) {
    var generator = Generator(state: UInt64(words))
    var old = (0..<6_000).map { _ in Int.random(in: 0..<words, using: &generator) }
    var new = old
    for _ in 0..<40 {
      new[Int.random(in: 0..<new.count, using: &generator)] = -1
      new.remove(at: Int.random(in: 0..<new.count, using: &generator))
      new.insert(-2, at: Int.random(in: 0..<new.count, using: &generator))
    }
    let hunks = TokenDifference(old, new).hunks
    #expect(patched(old, new, hunks) == new)
    // Four marks for each round at most.
    #expect(marked(hunks) <= 160)
    old.shuffle(using: &generator)
    #expect(patched(old, new, TokenDifference(old, new).hunks) == new)
  }

  @Test func nothingInCommon() {
    #expect(TokenDifference([], []).hunks == [])
    #expect(TokenDifference([1, 2], []).hunks == [.init(old: 0..<2, new: 0..<0)])
    let (old, new) = (Array(0..<5_000), Array(5_000..<10_000))
    #expect(patched(old, new, TokenDifference(old, new).hunks) == new)
  }

  @Test func heaviestRunInOrder() {
    #expect(heaviestInOrder([], weights: []) == [])
    #expect(heaviestInOrder([2, 0, 1], weights: [1, 1, 1]) == [1, 2])
    #expect(heaviestInOrder([2, 0, 1], weights: [5, 1, 1]) == [0])
    #expect(heaviestInOrder([0, 1, 2], weights: [1, 1, 1]) == [0, 1, 2])
  }
}

/// SplitMix64 (Steele, Lea and Flood, 2014): the same numbers on every machine.
struct Generator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
