internal import Model

/// Compares what a brief says from top to bottom.
struct TextComparison {
  let old: Brief
  let new: Brief
  private let sections: SectionMatching
  /// What the newer side calls records that the older one called otherwise.
  private let renames: Renames

  /// What places, actors and people are called.
  private let recordNames: () -> [String]

  init(
    old: Brief, new: Brief, sections: SectionMatching? = nil, renames: Renames = [:],
    recordNames: @escaping () -> [String] = { [] }
  ) {
    self.old = old
    self.new = new
    self.sections = sections ?? SectionMatching(old, new)
    self.renames = renames
    self.recordNames = recordNames
  }

  func changes(_ notes: inout NoteComparison) -> [Change] {
    let before = BriefText(old, renames: renames.merging(notes.renames) { _, note in note }).blocks
    var after = BriefText(new, renames: [:]).blocks
    var lined = sections.order(of: before).map { before[$0] }
    let columns = TableColumns(&lined, &after, parts: sections.parts)
    let texts = [lined, after]
    let matching = BlockMatching(lined, after, parts: sections.parts)
    let moved = movedBlocks(lined, after, matching)
    let names = NameWords(
      texts: { texts.flatMap { $0.map(\.tokens) } }, records: recordNames)
    notes.names = names
    var writer = BlockChanges(
      old: old, new: new, before: lined, after: after, matching: matching, moved: moved,
      names: names)
    writer.write(sections)
    writer.write(columns)
    notes.add(came: writer.came)
    notes.add(went: writer.went)
    return writer.changes
  }

  /// New blocks that do not follow the order of the rest.
  private func movedBlocks(
    _ before: [Block], _ after: [Block], _ matching: BlockMatching
  ) -> Set<Int> {
    var pairs: [(old: Int, new: Int)] = []
    for index in before.indices {
      if let mate = matching.mateOfOld[index], matching.merges[mate].map({ $0[0] == index }) ?? true
      {
        pairs.append((index, matching.splits[index]?.first ?? mate))
      }
    }
    // A heading weighs what stands under it: paragraphs move past headings, not headings past them.
    var owned = Array(repeating: 0, count: after.count)
    var below = 0
    for index in after.indices.reversed() {
      below += after[index].words + 1
      if after[index].kind == .heading {
        owned[index] = after[index].isTitle ? 1_000_000 : below
        below = 0
      } else {
        owned[index] = after[index].words + 1
      }
    }
    let kept = Set(heaviestInOrder(pairs.map(\.new), weights: pairs.map { owned[$0.new] }))
    return Set(pairs.indices.filter { !kept.contains($0) }.map { pairs[$0].new })
  }
}
