/// Chooses for each request one of its candidates, or none, so that no two overlap and the sum of
/// costs is low.
///
/// First greedily, what is dearest to leave out first. Then by ejection chains: a request takes a
/// cheaper candidate and those in its way move elsewhere, which may push others, wherever that lowers
/// the sum (tabu: what is on a chain is not pushed again). The order is fixed and the work bounded by
/// counting, not by the clock, so the same requests give the same choice.
struct LabelOptimiser {
  private let requests: [LabelRequest]
  /// The candidate of each request; -1 for none.
  private(set) var choices: [Int]
  private var taken: BoxGrid
  private var log: [(request: Int, choice: Int)] = []
  private var isOnChain: [Bool]
  /// Tests for room that may still be made, in all and for the chain at hand.
  private var work: Int
  private var chainWork = 0

  private static let most = 3

  /// Candidates are to stand in the order of their cost.
  init(_ requests: [LabelRequest], sheet: Box) {
    self.requests = requests
    choices = Array(repeating: -1, count: requests.count)
    isOnChain = Array(repeating: false, count: requests.count)
    taken = BoxGrid(sheet: sheet)
    work = 20_000 + 60 * requests.count
    placeGreedily()
    improve()
  }

  private func cost(_ request: Int) -> Double {
    let choice = choices[request]
    return choice < 0 ? requests[request].absence : requests[request].candidates[choice].cost
  }

  private mutating func placeGreedily() {
    let order = requests.indices.sorted {
      (requests[$1].absence, $0) < (requests[$0].absence, $1)
    }
    for request in order {
      for (index, candidate) in requests[request].candidates.enumerated()
      where !candidate.boxes.contains(where: taken.overlaps) {
        set(request, to: index)
        break
      }
    }
  }

  private mutating func improve() {
    for depth in [1, 2, 3, 3] {
      var hasChanged = false
      let excess = requests.indices.map {
        cost($0) - (requests[$0].candidates.first?.cost ?? cost($0))
      }
      let order = requests.indices.filter { excess[$0] > 0.5 }
        .sorted { (excess[$1], $0) < (excess[$0], $1) }
      for request in order where work > 0 {
        let (before, mark) = (cost(request), log.count)
        chainWork = 400 * depth
        set(request, to: -1)
        if settle(request, below: before - 0.01, depth: depth) != nil {
          hasChanged = true
        } else {
          undo(to: mark)
        }
        log.removeAll(keepingCapacity: true)
      }
      if !hasChanged, depth == 3 { break }
    }
  }

  /// Places a request that is not on the sheet so that the sum rises by less than a limit; by how
  /// much, or `nil` where it cannot and all is as it was.
  private mutating func settle(_ request: Int, below limit: Double, depth: Int) -> Double? {
    var best = requests[request].absence
    var choice = -1
    var crowded: [(candidate: Int, owners: [Int])] = []
    for (index, candidate) in requests[request].candidates.enumerated() {
      guard candidate.cost < limit, work > 0, chainWork > 0 else { break }
      var owners: [Int] = []
      guard collect(candidate, into: &owners) else { continue }
      if owners.isEmpty {
        best = candidate.cost
        choice = index
        break
      }
      if depth > 0, !owners.contains(where: { isOnChain[$0] }) { crowded.append((index, owners)) }
    }
    isOnChain[request] = true
    defer { isOnChain[request] = false }
    for (index, owners) in crowded {
      let mark = log.count
      if let sum = push(
        owners, for: request, at: index, below: min(limit, best), depth: depth - 1)
      {
        return sum
      }
      undo(to: mark)
    }
    guard best < limit else { return nil }
    set(request, to: choice)
    return best
  }

  private mutating func push(
    _ owners: [Int], for request: Int, at candidate: Int, below limit: Double, depth: Int
  ) -> Double? {
    var sum = requests[request].candidates[candidate].cost
    let before = owners.map(cost)
    for owner in owners { set(owner, to: -1) }
    set(request, to: candidate)
    for (owner, cost) in zip(owners, before) {
      guard let found = settle(owner, below: limit - sum + cost, depth: depth) else { return nil }
      sum += found - cost
    }
    return sum < limit ? sum : nil
  }

  /// Whether no more stand in a candidate's way than can be pushed.
  private mutating func collect(_ candidate: LabelCandidate, into owners: inout [Int]) -> Bool {
    work -= 1
    chainWork -= 1
    return candidate.boxes.allSatisfy {
      taken.collectOwners(of: $0, into: &owners, limit: Self.most)
    }
  }

  private mutating func set(_ request: Int, to choice: Int) {
    log.append((request, choices[request]))
    change(request, to: choice)
  }

  private mutating func change(_ request: Int, to choice: Int) {
    if choices[request] >= 0 {
      for box in requests[request].candidates[choices[request]].boxes {
        taken.remove(box, owner: request)
      }
    }
    choices[request] = choice
    guard choice >= 0 else { return }
    for box in requests[request].candidates[choice].boxes { taken.add(box, owner: request) }
  }

  private mutating func undo(to mark: Int) {
    while log.count > mark {
      let (request, choice) = log.removeLast()
      change(request, to: choice)
    }
  }
}
