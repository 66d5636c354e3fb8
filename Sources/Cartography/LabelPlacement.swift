/// Gives a map's names, keys and numbered badges their places at one size.
struct LabelPlacement {
  /// For each request what stands for it; `nil` where it found no room.
  private(set) var signs: [MapSign?]

  /// - Parameter known: what stands for each request at the other size, to be kept where it is as
  ///   good: a sign at the same place in both is written once.
  init(_ requests: [LabelRequest], on ground: LabelGround, keeping known: [MapSign?] = []) {
    let ranked = requests.enumerated().map { index, request in
      let kept = known.indices.contains(index) ? known[index] : nil
      // Sorted by numbers alone: candidates are costly to move about.
      var costs = request.candidates.map { $0.cost + ground.cost(of: $0) }
      if let kept, let same = request.candidates.firstIndex(where: { $0.sign == kept }) {
        costs[same] -= 4
      }
      // A key says more than a name that covers what it should not.
      let keys = request.candidates.indices.filter { request.candidates[$0].sign.isKey }
      let most = min(request.absence, keys.map { costs[$0] }.min() ?? request.absence)
      let order = request.candidates.indices.filter { index in
        costs[index] < most
          || (costs[index] < request.absence && request.candidates[index].sign.isKey)
      }.sorted { (costs[$0], $0) < (costs[$1], $1) }
      return LabelOptimiser.Ranking(costs: costs, order: order)
    }
    let optimiser = LabelOptimiser(requests, ranked, sheet: ground.sheet)
    signs = optimiser.choices.enumerated().map { index, choice in
      choice < 0 ? nil : requests[index].candidates[ranked[index].order[choice]].sign
    }
  }
}
