/// Chooses for each request one of its candidates, or none, so that no two overlap and the sum of
/// costs is low.
///
/// First greedily, what is dearest to leave out first. Then by ejection chains: a request takes a
/// cheaper candidate and those in its way move elsewhere, which may push others, wherever that lowers
/// the sum (tabu: what is on a chain is not pushed again). The order is fixed and the work bounded by
/// counting, not by the clock, so the same requests give the same choice.
struct LabelOptimiser {
  /// The candidates of all requests, one after another, without what they show: their costs, and
  /// where their boxes begin in `boxes`.
  private var costs: [Double] = []
  private var starts: [Int] = [0]
  private var boxes: [Box] = []
  /// For each request, its first candidate in `costs`; one more at the end.
  private var firsts: [Int] = [0]
  private let absences: [Double]
  /// The candidate of each request; -1 for none.
  private(set) var choices: [Int]
  private var taken: BoxGrid
  private var log: [(request: Int, choice: Int)] = []
  private var isOnChain: [Bool]
  /// Tests for room that may still be made, in all and for the chain at hand.
  private var work: Int
  private var chainWork = 0

  /// What the candidates of a request cost where they would stand, and which of them to try, the
  /// cheapest first.
  struct Ranking {
    var costs: [Double]
    var order: [Int]
  }

  /// - Parameter ranked: as many as requests.
  init(_ requests: [LabelRequest], _ ranked: [Ranking], sheet: Box) {
    absences = requests.map(\.absence)
    choices = Array(repeating: -1, count: requests.count)
    isOnChain = Array(repeating: false, count: requests.count)
    taken = BoxGrid(sheet: sheet)
    work = 3_000 + 30 * requests.count
    for (request, ranking) in zip(requests, ranked) {
      for index in ranking.order {
        costs.append(ranking.costs[index])
        boxes.append(request.candidates[index].box)
        boxes += request.candidates[index].others
        starts.append(boxes.count)
      }
      firsts.append(costs.count)
    }
    placeGreedily()
    improve()
  }

  private func cost(_ request: Int) -> Double {
    let choice = choices[request]
    return choice < 0 ? absences[request] : costs[firsts[request] + choice]
  }

  private func boxes(_ request: Int, _ candidate: Int) -> ArraySlice<Box> {
    let index = firsts[request] + candidate
    return boxes[starts[index]..<starts[index + 1]]
  }

  private func candidates(of request: Int) -> Range<Int> {
    0..<(firsts[request + 1] - firsts[request])
  }

  private mutating func placeGreedily() {
    let order = choices.indices.sorted { (absences[$1], $0) < (absences[$0], $1) }
    for request in order {
      let free = candidates(of: request).first {
        !boxes(request, $0).contains(where: taken.overlaps)
      }
      if let free { set(request, to: free) }
    }
  }

  private mutating func improve() {
    for depth in [1, 2, 3] {
      let excess = choices.indices.map {
        cost($0) - (candidates(of: $0).isEmpty ? cost($0) : costs[firsts[$0]])
      }
      let order = choices.indices.filter { excess[$0] > 0.5 }
        .sorted { (excess[$1], $0) < (excess[$0], $1) }
      for request in order where work > 0 {
        let (before, mark) = (cost(request), log.count)
        chainWork = 250 * depth
        set(request, to: -1)
        if settle(request, below: before - 0.01, depth: depth) == nil { undo(to: mark) }
        log.removeAll(keepingCapacity: true)
      }
    }
  }

  /// Places a request that is not on the sheet so that the sum rises by less than a limit; by how
  /// much, or `nil` where it cannot and all is as it was.
  private mutating func settle(_ request: Int, below limit: Double, depth: Int) -> Double? {
    var best = absences[request]
    var choice = -1
    var crowded: [(candidate: Int, owners: BoxGrid.Owners)] = []
    for index in candidates(of: request) {
      let cost = costs[firsts[request] + index]
      guard cost < limit, work > 0, chainWork > 0 else { break }
      work -= 1
      chainWork -= 1
      guard let owners = taken.owners(of: boxes(request, index)) else { continue }
      if owners.count == 0 {
        best = cost
        choice = index
        break
      }
      if depth > 0, !(0..<owners.count).contains(where: { isOnChain[owners[$0]] }) {
        crowded.append((index, owners))
      }
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
    _ owners: BoxGrid.Owners, for request: Int, at candidate: Int, below limit: Double,
    depth: Int
  ) -> Double? {
    var sum = costs[firsts[request] + candidate]
    let before = (0..<owners.count).map { cost(owners[$0]) }
    for index in before.indices { set(owners[index], to: -1) }
    set(request, to: candidate)
    for (index, cost) in before.enumerated() {
      guard let found = settle(owners[index], below: limit - sum + cost, depth: depth) else {
        return nil
      }
      sum += found - cost
    }
    return sum < limit ? sum : nil
  }

  private mutating func set(_ request: Int, to choice: Int) {
    log.append((request, choices[request]))
    change(request, to: choice)
  }

  private mutating func change(_ request: Int, to choice: Int) {
    if choices[request] >= 0 {
      for box in boxes(request, choices[request]) {
        taken.remove(box, owner: request)
      }
    }
    choices[request] = choice
    guard choice >= 0 else { return }
    for box in boxes(request, choice) { taken.add(box, owner: request) }
  }

  private mutating func undo(to mark: Int) {
    while log.count > mark {
      let (request, choice) = log.removeLast()
      change(request, to: choice)
    }
  }
}
