internal import Model

/// Puts briefs and their bodies together again.
struct OutlinedBriefs: WholeBriefs {
  /// In the portal's order, as the portal's are.
  let outlines: [Brief]
  let parts: [Part]
  let reading: BriefReading
  let store: BodyStore

  struct Part: Sendable {
    var links: [ResolvedReferences]
    var bodies: KeptBodies?
    var entry: ContentFolder.Entry
    /// A checksum of what was read for it.
    var key: UInt64
  }

  func brief(_ index: Int) throws(BriefUnavailable) -> Brief {
    var brief = outlines[index]
    let part = parts[index]
    guard let kept = part.bodies else { return brief }
    try bodies(kept, of: part).put(into: &brief)
    brief.apply(part.links)
    return brief
  }

  private func bodies(_ kept: KeptBodies, of part: Part) throws(BriefUnavailable) -> BriefBodies {
    switch kept {
    case .memory(let bodies, _): return bodies
    case .file(let offset, let size, let sections, let notes):
      if let bodies = store.bodies(at: offset, size, sections: sections, notes: notes) {
        return bodies
      }
    case .source:
      if var brief = reading.read(part.entry, keepingBodies: nil).read, brief.key == part.key {
        return BriefBodies(takenFrom: &brief.brief)
      }
    }
    throw BriefUnavailable(
      description: "“\(part.entry.name)” has changed since it was read; run it again")
  }
}
