internal import Model

/// Which blocks of one text are which of the other.
///
/// Blocks that say the same are found by hash; others by the words that they share, looked up by rare words,
/// so that the work grows with the text and not with its square.
struct BlockMatching {
  let old: [Block]
  let new: [Block]
  /// The new block that an old one became, and the inverse.
  private(set) var mateOfOld: [Int?]
  private(set) var mateOfNew: [Int?]
  /// New blocks that one old block was split into, in order, by the old one's index.
  private(set) var splits: [Int: [Int]] = [:]
  /// Old blocks that were merged, in order, by the new one's index.
  private(set) var merges: [Int: [Int]] = [:]
  /// Word keys of each block, sorted.
  private let oldBags: [[Int]]
  private let newBags: [[Int]]
  /// A new part by an old one.
  private let parts: [Int: Int]

  init(_ old: [Block], _ new: [Block], parts: [Int: Int]) {
    self.old = old
    self.new = new
    self.parts = parts
    mateOfOld = Array(repeating: nil, count: old.count)
    mateOfNew = Array(repeating: nil, count: new.count)
    oldBags = old.map(Self.bag)
    newBags = new.map(Self.bag)
    matchTitles()
    matchSame()
    matchAlike()
    matchHeadings()
    attachPieces()
  }

  private static func bag(_ block: Block) -> [Int] {
    let words = block.tokens.lazy.filter(\.isWord).map(\.key)
    return words.isEmpty ? block.tokens.map(\.key).sorted() : words.sorted()
  }

  private mutating func match(_ a: Int, _ b: Int) {
    mateOfOld[a] = b
    mateOfNew[b] = a
  }

  private mutating func matchTitles() {
    var titles: [Int: Int] = [:]
    for (index, block) in new.enumerated() where block.isTitle { titles[block.part] = index }
    for (index, block) in old.enumerated() where block.isTitle {
      if let part = parts[block.part], let title = titles[part] { match(index, title) }
    }
  }

  private mutating func matchSame() {
    struct Key: Hashable {
      var hash: Int
      var part: Int
    }
    // In the same part first, in order; then wherever it went, unless it is too short to tell.
    func pass(_ least: Int, _ oldPart: (Block) -> Int?, _ newPart: (Block) -> Int) {
      var free: [Key: [Int]] = [:]
      for (index, block) in old.enumerated().reversed()
      where mateOfOld[index] == nil && !block.isTitle && block.words >= least {
        if let part = oldPart(block) {
          free[Key(hash: block.hash, part: part), default: []].append(index)
        }
      }
      for (index, block) in new.enumerated() where mateOfNew[index] == nil && !block.isTitle {
        let key = Key(hash: block.hash, part: newPart(block))
        if let mate = free[key]?.popLast() { match(mate, index) }
      }
    }
    pass(0, { parts[$0.part] }, { $0.part })
    pass(4, { _ in 0 }, { _ in 0 })
  }

  private struct Candidate {
    var old: Int
    var new: Int
    var score: Double
  }

  private mutating func matchAlike() {
    let freeOld = old.indices.filter { mateOfOld[$0] == nil }
    let freeNew = new.indices.filter { mateOfNew[$0] == nil }
    guard !freeOld.isEmpty, !freeNew.isEmpty else { return }
    var holders: [Int: [Int]] = [:]
    for index in freeOld {
      var last: Int?
      for key in oldBags[index] where key != last {
        holders[key, default: []].append(index)
        last = key
      }
    }
    let gaps = Gaps(mateOfOld, mateOfNew)
    var candidates: [Candidate] = []
    for index in freeNew {
      var shared: [Int: Int] = [:]
      var last: Int?
      for key in newBags[index] where key != last {
        last = key
        // A word that many blocks hold tells nothing of which it was.
        guard let found = holders[key], found.count <= 24 else { continue }
        for other in found { shared[other, default: 0] += 1 }
      }
      let likeliest = shared.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(6).map(\.key)
      let near = gaps.near(index)
      for other in Set(likeliest + near).sorted() {
        if let score = score(other, index, isNear: gaps.areNear(other, index)) {
          candidates.append(Candidate(old: other, new: index, score: score))
        }
      }
    }
    candidates.sort {
      ($1.score, abs($0.old - $0.new), $0.old, $0.new)
        < ($0.score, abs($1.old - $1.new), $1.old, $1.new)
    }
    for candidate in candidates
    where mateOfOld[candidate.old] == nil && mateOfNew[candidate.new] == nil {
      match(candidate.old, candidate.new)
    }
  }

  /// How alike two blocks are, 0…; `nil` for too little.
  private func score(_ a: Int, _ b: Int, isNear: Bool) -> Double? {
    let (x, y) = (old[a], new[b])
    let isCode = [ProseNode.Kind.codeBlock, .htmlBlock, .figure, .thematicBreak]
    guard x.kind == y.kind || !(isCode.contains(x.kind) || isCode.contains(y.kind)) else {
      return nil
    }
    let common = commonCount(oldBags[a], newBags[b])
    let (n, m) = (oldBags[a].count, newBags[b].count)
    guard common > 0 else { return nil }
    let dice = 2 * Double(common) / Double(n + m)
    let least = min(n, m)
    let held = least >= 8 ? Double(common) / Double(least) : 0
    let isEnough =
      isNear
      ? dice >= 0.35 || held >= 0.7
      : (dice >= 0.6 && least >= 5) || (held >= 0.85 && least >= 12)
    guard isEnough, x.kind == y.kind || dice >= 0.6 else { return nil }
    let isSamePart = parts[x.part] == y.part
    return max(dice, 0.9 * held) + (isNear ? 0.15 : 0) + (isSamePart ? 0.05 : 0)
  }

  /// A bag without what another holds.
  private static func rest(of a: [Int], without b: [Int]) -> [Int] {
    var result: [Int] = []
    var j = 0
    for key in a {
      while j < b.count, b[j] < key { j += 1 }
      if j < b.count, b[j] == key { j += 1 } else { result.append(key) }
    }
    return result
  }

  /// A heading between the same neighbours is the same heading, whatever it says.
  private mutating func matchHeadings() {
    for index in new.indices.dropLast() where new[index].kind == .heading {
      guard mateOfNew[index] == nil, let next = mateOfNew[index + 1], next > 0 else { continue }
      let other = next - 1
      if old[other].kind == .heading, mateOfOld[other] == nil,
        old[other].level == new[index].level
      {
        match(other, index)
      }
    }
  }

  // MARK: Split and merged

  private mutating func attachPieces() {
    splits = Self.pieces(
      whole: (old, oldBags, mateOfOld), parts: (new, newBags, mateOfNew), isFree: mateOfNew)
    for pieces in splits.values {
      for piece in pieces where mateOfNew[piece] == nil { mateOfNew[piece] = mate(ofPiece: piece) }
    }
    merges = Self.pieces(
      whole: (new, newBags, mateOfNew), parts: (old, oldBags, mateOfOld), isFree: mateOfOld
    ).filter { splits[mateOfNew[$0.key] ?? -1] == nil }
    for (whole, pieces) in merges {
      for piece in pieces where mateOfOld[piece] == nil { mateOfOld[piece] = whole }
    }
  }

  /// How many blocks apart pieces may have stood: others between them may have gone elsewhere.
  private static let reach = 3

  private func mate(ofPiece piece: Int) -> Int? { splits.first { $0.value.contains(piece) }?.key }

  /// Free blocks beside a block's mate that hold what the mate lost: the mate and they are its pieces.
  private static func pieces(
    whole: (blocks: [Block], bags: [[Int]], mates: [Int?]),
    parts: (blocks: [Block], bags: [[Int]], mates: [Int?]), isFree mates: [Int?]
  ) -> [Int: [Int]] {
    var owner = mates
    var groups: [Int: [Int]] = [:]
    var rests: [Int: [Int]] = [:]
    func attach(_ piece: Int, beside neighbour: Int) -> Bool {
      guard parts.blocks.indices.contains(neighbour), let whole_ = owner[neighbour],
        parts.blocks[piece].kind != .heading, whole.blocks[whole_].kind != .heading
      else { return false }
      let left =
        rests[whole_] ?? Self.rest(of: whole.bags[whole_], without: parts.bags[neighbour])
      let bag = parts.bags[piece]
      let common = commonCount(bag, left)
      guard common >= 3, Double(common) >= 0.7 * Double(bag.count) else { return false }
      owner[piece] = whole_
      groups[whole_, default: [neighbour]].append(piece)
      rests[whole_] = Self.rest(of: left, without: bag)
      return true
    }
    for piece in parts.blocks.indices where owner[piece] == nil {
      _ = (1...reach).contains { attach(piece, beside: piece - $0) }
    }
    for piece in parts.blocks.indices.reversed() where owner[piece] == nil {
      _ = (1...reach).contains { attach(piece, beside: piece + $0) }
    }
    return groups.mapValues { $0.sorted() }
  }
}

/// Which free blocks stand between the same neighbours.
private struct Gaps {
  private var before: (old: [Int], new: [Int])
  private var after: (old: [Int], new: [Int])
  private var byBefore: [Int: [Int]] = [:]
  private var byAfter: [Int: [Int]] = [:]

  /// A gap is named by the new block beside it.
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
    before = (
      walk(olds) { mateOfOld[$0] }, walk(news) { mateOfNew[$0] == nil ? nil : $0 }
    )
    after = (
      walk(olds.reversed()) { mateOfOld[$0] },
      walk(news.reversed()) { mateOfNew[$0] == nil ? nil : $0 }
    )
    for index in olds where mateOfOld[index] == nil {
      byBefore[before.old[index], default: []].append(index)
      byAfter[after.old[index], default: []].append(index)
    }
  }

  /// Old blocks in the same gap, a dozen at most: by their place in it.
  func near(_ index: Int) -> [Int] {
    Array((byBefore[before.new[index]] ?? []).prefix(8))
      + Array((byAfter[after.new[index]] ?? []).suffix(8))
  }

  func areNear(_ old: Int, _ new: Int) -> Bool {
    before.old[old] == before.new[new] || after.old[old] == after.new[new]
  }
}

/// How many keys two sorted bags share.
func commonCount(_ a: [Int], _ b: [Int]) -> Int {
  var (i, j, count) = (0, 0, 0)
  while i < a.count, j < b.count {
    if a[i] == b[j] {
      count += 1
      i += 1
      j += 1
    } else if a[i] < b[j] {
      i += 1
    } else {
      j += 1
    }
  }
  return count
}
