/// Gives a map's names, keys and numbered badges their places at one size.
struct LabelPlacement {
  /// For each request what stands for it; `nil` where it found no room.
  private(set) var signs: [MapSign?]

  /// - Parameter known: what stands for each request at the other size, to be kept where it is as
  ///   good: a sign at the same place in both is written once.
  init(_ requests: [LabelRequest], on ground: LabelGround, keeping known: [MapSign?] = []) {
    let fitting = requests.enumerated().map { index, request in
      var request = request
      let kept = known.indices.contains(index) ? known[index] : nil
      let limit = request.absence
      for index in request.candidates.indices {
        request.candidates[index].cost += ground.cost(of: request.candidates[index])
        if request.candidates[index].sign == kept { request.candidates[index].cost -= 4 }
      }
      // A key says more than a name that covers what it should not.
      let key = request.candidates.lazy.filter(\.sign.isKey).map(\.cost).min() ?? limit
      let most = min(limit, key)
      request.candidates = request.candidates.enumerated()
        .filter { $0.element.cost < limit && ($0.element.sign.isKey || $0.element.cost < most) }
        .sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }
        .map(\.element)
      return request
    }
    let optimiser = LabelOptimiser(fitting, sheet: ground.sheet)
    signs = optimiser.choices.enumerated().map { index, choice in
      choice < 0 ? nil : fitting[index].candidates[choice].sign
    }
  }
}
