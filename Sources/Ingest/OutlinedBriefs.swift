internal import Model

/// Puts briefs and their bodies together again.
struct OutlinedBriefs: WholeBriefs {
  let outlines: [Brief]
  let resolved: [(links: [ResolvedReferences], bodies: KeptBodies?)]
  let store: BodyStore

  func brief(_ index: Int) throws(BriefUnavailable) -> Brief {
    var brief = outlines[index]
    guard let kept = resolved[index].bodies else { return brief }
    guard let bodies = store.bodies(kept) else {
      throw BriefUnavailable(
        description: "the text of “\(brief.file)” that was set aside cannot be read again")
    }
    bodies.put(into: &brief)
    brief.apply(resolved[index].links)
    return brief
  }
}
