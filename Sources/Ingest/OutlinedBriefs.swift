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
    try bodies(kept, of: part, brief).put(into: &brief)
    brief.apply(part.links)
    return brief
  }

  private func bodies(
    _ kept: KeptBodies, of part: Part, _ brief: Brief
  ) throws(BriefUnavailable) -> BriefBodies {
    if let bodies = store.bodies(kept, sections: brief.sections.count, notes: brief.notes.count) {
      return bodies
    }
    if case .source = kept, let read = reading.read(part.entry, keepingBodies: nil).read,
      read.key == part.key
    {
      var brief = read.brief
      return BriefBodies(takenFrom: &brief)
    }
    throw BriefUnavailable(
      description: "“\(part.entry.name)” has changed since it was read; run it again")
  }
}
