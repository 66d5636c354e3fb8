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
    // In the same part first, in the order that keeps most; then wherever it went, unless it is too short
    // to tell.
    var partsOfNew: [Int: [Int]] = [:]
    for index in new.indices where !new[index].isTitle {
      partsOfNew[new[index].part, default: []].append(index)
    }
    var partsOfOld: [Int: [Int]] = [:]
    for index in old.indices where !old[index].isTitle {
      if let part = parts[old[index].part] { partsOfOld[part, default: []].append(index) }
    }
    for (part, before) in partsOfOld.sorted(by: { $0.key < $1.key }) {
      if let after = partsOfNew[part] { matchInOrder(before, after) }
    }
    let oldParts = old.map { parts[$0.part] }
    matchAnywhere(oldParts, new.map(\.part))
    let counts = (uses(old), uses(new))
    func free(_ blocks: [Block], _ mates: [Int?]) -> [Int] {
      blocks.indices.filter { index in
        let block = blocks[index]
        let isTold =
          block.words > 3
          || block.words > 0 && counts.0[block.hash] == 1 && counts.1[block.hash] == 1
        return mates[index] == nil && !block.isTitle && isTold
      }
    }
    matchInOrder(free(old, mateOfOld), free(new, mateOfNew))
    let (restOld, restNew) = (Set(free(old, mateOfOld)), Set(free(new, mateOfNew)))
    matchAnywhere(
      old.indices.map { restOld.contains($0) ? 0 : nil },
      new.indices.map { restNew.contains($0) ? 0 : nil })
  }

  private func uses(_ blocks: [Block]) -> [Int: Int] {
    blocks.reduce(into: [:]) { $0[$1.hash, default: 0] += 1 }
  }

  /// Pairs of blocks that say the same, in the order of both.
  private mutating func matchInOrder(_ before: [Int], _ after: [Int]) {
    let (a, b) = (before.map { old[$0].hash }, after.map { new[$0].hash })
    let hunks = TokenDifference(a, b).hunks.map { hunk -> TokenDifference.Hunk in
      // What came or went begins with its heading rather than with what stands before it.
      if hunk.new.isEmpty {
        let run = slid(hunk.old, a) { old[before[$0]] }
        let at = hunk.new.lowerBound - (hunk.old.lowerBound - run.lowerBound)
        return TokenDifference.Hunk(old: run, new: at..<at)
      }
      guard hunk.old.isEmpty else { return hunk }
      let run = slid(hunk.new, b) { new[after[$0]] }
      let at = hunk.old.lowerBound - (hunk.new.lowerBound - run.lowerBound)
      return TokenDifference.Hunk(old: at..<at, new: run)
    }
    var (x, y) = (0, 0)
    for hunk in hunks + [.init(old: before.count..<before.count, new: after.count..<after.count)] {
      while x < hunk.old.lowerBound {
        match(before[x], after[y])
        (x, y) = (x + 1, y + 1)
      }
      (x, y) = (hunk.old.upperBound, hunk.new.upperBound)
    }
  }

  /// A run that came or went, where it may as well have been another: the one that begins with a heading.
  private func slid(_ run: Range<Int>, _ hashes: [Int], _ block: (Int) -> Block) -> Range<Int> {
    var run = run
    var steps = 0
    while steps < 64, run.lowerBound > 0, block(run.lowerBound).kind != .heading,
      hashes[run.lowerBound - 1] == hashes[run.upperBound - 1]
    {
      run = (run.lowerBound - 1)..<(run.upperBound - 1)
      steps += 1
    }
    return block(run.lowerBound).kind == .heading
      ? run : (run.lowerBound + steps)..<(run.upperBound + steps)
  }

  /// Blocks that say the same in the same part, in whatever order; none where there is no part.
  private mutating func matchAnywhere(_ oldParts: [Int?], _ newParts: [Int?]) {
    struct Key: Hashable {
      var hash: Int
      var part: Int
    }
    var free: [Key: [Int]] = [:]
    for (index, block) in old.enumerated().reversed()
    where mateOfOld[index] == nil && !block.isTitle {
      if let part = oldParts[index] {
        free[Key(hash: block.hash, part: part), default: []].append(index)
      }
    }
    for (index, block) in new.enumerated() where mateOfNew[index] == nil && !block.isTitle {
      guard let part = newParts[index] else { continue }
      if let mate = free[Key(hash: block.hash, part: part)]?.popLast() { match(mate, index) }
    }
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
    let rows = Dictionary(
      freeOld.compactMap { index in old[index].rowKey.map { ($0, index) } },
      uniquingKeysWith: { _, _ in -1 })
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
      var near = gaps.near(index)
      if let key = new[index].rowKey, let row = rows[key], row >= 0 { near.append(row) }
      for other in Set(likeliest + near).sorted() {
        let isAlone = gaps.areAlone(other, index)
        if let score = score(other, index, isNear: gaps.areNear(other, index), isAlone: isAlone) {
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
  ///
  /// - Parameters:
  ///   - isNear: whether both stand beside the same block.
  ///   - isAlone: whether both are all that stands between the same two.
  private func score(_ a: Int, _ b: Int, isNear: Bool, isAlone: Bool) -> Double? {
    let (x, y) = (old[a], new[b])
    let isCode = [ProseNode.Kind.codeBlock, .htmlBlock, .figure, .thematicBreak]
    guard x.kind == y.kind || !(isCode.contains(x.kind) || isCode.contains(y.kind)) else {
      return nil
    }
    // Rows of tables are the same by what stands first in them.
    if let key = x.rowKey, key == y.rowKey { return 2 }
    let common = commonCount(oldBags[a], newBags[b])
    let (n, m) = (oldBags[a].count, newBags[b].count)
    if isAlone, x.kind == y.kind,
      max(n, m) <= 4 || common > 0 && max(n, m) <= 8 || sharesNote(x, y)
    {
      return 0.4
    }
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

  private func sharesNote(_ a: Block, _ b: Block) -> Bool {
    let notes = Set(a.tokens.lazy.filter { $0.kind == .note }.map(\.key))
    return !notes.isEmpty && b.tokens.contains { $0.kind == .note && notes.contains($0.key) }
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

  /// A heading between the same neighbours, or over the same text between the same headings, is the same
  /// heading, whatever it says.
  private mutating func matchHeadings() {
    matchHeadingsAboveSame()
    let headings = (
      old.indices.filter { old[$0].kind == .heading },
      new.indices.filter { new[$0].kind == .heading }
    )
    let place = Dictionary(zip(headings.1, headings.1.indices), uniquingKeysWith: { a, _ in a })
    for (index, heading) in headings.0.enumerated() where mateOfOld[heading] == nil {
      // Between the mates of the headings around it stands just one that is free.
      let before = index == 0 ? -1 : mateOfOld[headings.0[index - 1]].flatMap { place[$0] }
      let after =
        index + 1 == headings.0.count
        ? headings.1.count : mateOfOld[headings.0[index + 1]].flatMap { place[$0] }
      guard let before, let after, after == before + 2 else { continue }
      let other = headings.1[before + 1]
      guard mateOfNew[other] == nil else { continue }
      let ends = (
        index + 1 == headings.0.count ? old.count : headings.0[index + 1],
        after == headings.1.count ? new.count : headings.1[after]
      )
      let below = (heading + 1..<ends.0, other + 1..<ends.1)
      let isSameText =
        below.0.isEmpty && below.1.isEmpty
        || below.0.contains { mateOfOld[$0].map(below.1.contains) ?? false }
      if isSameText { match(heading, other) }
    }
  }

  private mutating func matchHeadingsAboveSame() {
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
    splits = Self.pieces(of: (old, oldBags), in: (new, newBags), wholes: mateOfNew)
    for (whole, pieces) in splits {
      for piece in pieces where mateOfNew[piece] == nil { mateOfNew[piece] = whole }
    }
    merges = Self.pieces(of: (new, newBags), in: (old, oldBags), wholes: mateOfOld)
      .filter { splits[mateOfNew[$0.key] ?? -1] == nil }
    for (whole, pieces) in merges {
      for piece in pieces where mateOfOld[piece] == nil { mateOfOld[piece] = whole }
    }
  }

  /// How many blocks apart pieces may have stood: others between them may have gone elsewhere.
  private static let reach = 5

  /// Free blocks beside a block's mate that hold what the mate lost: the mate and they are its pieces.
  ///
  /// - Parameter wholes: the mate of each part; `nil` for one that is free.
  private static func pieces(
    of whole: (blocks: [Block], bags: [[Int]]), in parts: (blocks: [Block], bags: [[Int]]),
    wholes: [Int?]
  ) -> [Int: [Int]] {
    var owner = wholes
    var groups: [Int: [Int]] = [:]
    var rests: [Int: [Int]] = [:]
    func attach(_ piece: Int, beside neighbour: Int) -> Bool {
      guard parts.blocks.indices.contains(neighbour), let block = owner[neighbour],
        parts.blocks[piece].kind != .heading, whole.blocks[block].kind != .heading
      else { return false }
      let left =
        rests[block] ?? Self.rest(of: whole.bags[block], without: parts.bags[neighbour])
      let bag = parts.bags[piece]
      let common = commonCount(bag, left)
      // Few words are a piece if they are about all that was lost.
      let isEnough =
        common > 2
        ? Double(common) >= 0.7 * Double(bag.count)
          // More may have been written into it than it had, if it holds about all that was lost.
          || common > 7 && Double(common) >= 0.7 * Double(left.count)
            && Double(common) >= 0.3 * Double(bag.count)
        : abs(piece - neighbour) == 1 && common == bag.count && left.count <= common + 1
      guard isEnough, common > 0 else { return false }
      owner[piece] = block
      groups[block, default: [neighbour]].append(piece)
      rests[block] = Self.rest(of: left, without: bag)
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
