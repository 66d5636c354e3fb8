/// The changes in numbers.
public struct ReviewSummary: Sendable {
  public let changes: Int
  /// Those that touch more than numbering and typography.
  public let meaning: Int
  public let inserted: Int
  public let deleted: Int
  let byKind: [(kind: Change.Kind, count: Int)]

  public init(_ changes: [Change]) {
    self.changes = changes.count
    meaning = changes.count { $0.weight < .numbering }
    inserted = changes.reduce(0) { $0 + $1.words.inserted }
    deleted = changes.reduce(0) { $0 + $1.words.deleted }
    byKind = Change.Kind.allCases.compactMap { kind in
      let count = changes.count { $0.kind == kind }
      return count > 0 ? (kind, count) : nil
    }
  }

  /// “3 changes: 2 edited, 1 moved; 4 words inserted, 1 deleted”.
  func sentence(_ findings: SideFindings) -> String {
    if changes == 0 {
      return "no change of meaning" + (findings.unread.isEmpty ? "" : " in what can be read")
    }
    let kinds = byKind.map { "\($0.count) \($0.kind.rawValue)" }.joined(separator: ", ")
    let words =
      inserted + deleted == 0
      ? "" : "; \(inserted) \(inserted == 1 ? "word" : "words") inserted, \(deleted) deleted"
    return "\(changes) \(changes == 1 ? "change" : "changes"): \(kinds)\(words)"
  }
}
