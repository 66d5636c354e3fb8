internal import Model

/// Sections by id, then by title, then by file, then by what most of them says.
struct SectionMatching {
  /// New sections by old ones; -2 and -1 are the abstract and the key findings.
  private(set) var parts: [Int: Int] = [-2: -2, -1: -1]
  /// New indices of those that stand elsewhere among the rest.
  private(set) var moved: Set<Int> = []
  private let oldCount: Int

  init(_ old: Brief, _ new: Brief) {
    oldCount = old.sections.count
    var taken: Set<Int> = []
    var mates: [Int: Int] = [:]
    func match(_ key: (Section) -> String) {
      var known: [String: Int] = [:]
      for (index, section) in old.sections.enumerated() where !taken.contains(index) {
        if known[key(section)] == nil { known[key(section)] = index }
      }
      for (index, section) in new.sections.enumerated() where mates[index] == nil {
        let key = key(section)
        guard !key.isEmpty, let mate = known[key], !taken.contains(mate) else { continue }
        mates[index] = mate
        taken.insert(mate)
      }
    }
    match(\.id)
    match(\.title)
    if !new.isOneFile { match(\.file) }
    let free = old.sections.indices.filter { !taken.contains($0) }
    if !free.isEmpty {
      func hashes(_ brief: Brief, _ index: Int) -> Set<Int> {
        var alone = brief
        alone.abstract = Prose()
        alone.keyFindings = []
        alone.sections = [brief.sections[index]]
        alone.sections[0].heading = Prose()
        return Set(BriefText(alone, renames: [:]).blocks.filter { $0.words > 3 }.map(\.hash))
      }
      let olds = free.map { hashes(old, $0) }
      for index in new.sections.indices where mates[index] == nil {
        let words = hashes(new, index)
        let best = free.indices.filter { !taken.contains(free[$0]) }
          .map { ($0, olds[$0].intersection(words).count) }.max { $0.1 < $1.1 }
        guard let best, best.1 > 0, best.1 * 2 >= min(words.count, olds[best.0].count) else {
          continue
        }
        mates[index] = free[best.0]
        taken.insert(free[best.0])
      }
    }
    for (after, before) in mates { parts[before] = after }
    let pairs = mates.map { (old: $0.value, new: $0.key) }.sorted { $0.old < $1.old }
    let weights = pairs.map { new.sections[$0.new].body.bytes.count + 1 }
    let kept = Set(heaviestInOrder(pairs.map(\.new), weights: weights))
    moved = Set(pairs.indices.filter { !kept.contains($0) }.map { pairs[$0].new })
  }

  /// Indices of the old blocks as they would stand if sections had the new order.
  func order(of blocks: [Block]) -> [Int] {
    var place: [Int: (Int, Int)] = [-2: (-2, 0), -1: (-1, 0)]
    var last = -1
    for section in 0..<oldCount {
      if let part = parts[section] {
        last = part
        place[section] = (part, 0)
      } else {
        place[section] = (last, section + 1)
      }
    }
    return blocks.indices.sorted { a, b in
      let (x, y) = (place[blocks[a].part] ?? (0, 0), place[blocks[b].part] ?? (0, 0))
      return x == y ? a < b : x < y
    }
  }
}
