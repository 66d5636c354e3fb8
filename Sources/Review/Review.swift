// Review: two Models become the changes of meaning between them.
// In: the portal before and after. Out: changes in order of certainty; text, Markdown or JSON of them.

public import Diagnostics
public import Model

/// One side of a comparison: a portal as it was read.
public struct ReviewSide: Sendable {
  public var portal: Portal
  public var findings: [Finding]
  /// Briefs that are there and could not be read: files or folders, relative to the content folder.
  public var unreadBriefs: Set<String>
  /// What stands at which address.
  public var pages: [PageAddress]
  /// Files, relative to the content folder, whose bytes are not those of the other side.
  public var changedFiles: Set<String> = []

  public init(
    portal: Portal, findings: [Finding], unreadBriefs: Set<String>, pages: [PageAddress]
  ) {
    self.portal = portal
    self.findings = findings
    self.unreadBriefs = unreadBriefs
    self.pages = pages
  }
}

/// A page of the site.
public struct PageAddress: Sendable, Equatable {
  /// Below the site's root.
  public var path: String
  /// Index in `Portal.briefs`.
  public var brief: Int?
  /// Index in `Brief.sections`.
  public var section: Int?
  /// Whether it only leads on to another: an old address of a brief.
  public var isAlias: Bool

  public init(path: String, brief: Int? = nil, section: Int? = nil, isAlias: Bool = false) {
    self.path = path
    self.brief = brief
    self.section = section
    self.isAlias = isAlias
  }
}

/// Compares two portals.
///
/// - Returns: what changed in meaning first, typography last; among equals in the order of the text.
public func review(old: ReviewSide, new: ReviewSide) -> [Change] {
  var changes: [Change] = []
  let names = (old: PortalNames(old.portal), new: PortalNames(new.portal))
  changes += portalChanges(old, new, names.old, names.new)
  let matches = matchedBriefs(old, new)
  for (oldIndex, newIndex) in matches.pairs {
    let comparison = BriefComparison(
      old: old.portal.briefs[oldIndex], new: new.portal.briefs[newIndex],
      names: (names.old, names.new), sides: (old, new))
    changes += comparison.changes()
  }
  for index in matches.deleted {
    changes.append(whole(old.portal.briefs[index], .deleted))
  }
  for index in matches.inserted {
    changes.append(whole(new.portal.briefs[index], .inserted))
  }
  changes += pageChanges(old, new, matches)
  return changes.enumerated().sorted {
    ($0.element.weight, $0.offset) < ($1.element.weight, $1.offset)
  }.map(\.element)
}

/// Briefs by id, then by an address that one of them had, then by file.
struct BriefMatches {
  /// Indices in both portals.
  var pairs: [(old: Int, new: Int)] = []
  var deleted: [Int] = []
  var inserted: [Int] = []
}

private func matchedBriefs(_ old: ReviewSide, _ new: ReviewSide) -> BriefMatches {
  var matches = BriefMatches()
  var mates: [Int: Int] = [:]
  var taken: Set<Int> = []
  func match(_ key: (Brief) -> [String]) {
    var known: [String: Int] = [:]
    for (index, brief) in old.portal.briefs.enumerated()
    where !taken.contains(index) {
      for key in key(brief) where known[key] == nil { known[key] = index }
    }
    for (index, brief) in new.portal.briefs.enumerated() where mates[index] == nil {
      guard let mate = key(brief).lazy.compactMap({ known[$0] }).first, !taken.contains(mate)
      else { continue }
      mates[index] = mate
      taken.insert(mate)
    }
  }
  match { [$0.id] }
  match { [$0.slug] + $0.aliases }
  match { [$0.file] }
  match { [$0.title] }
  // A brief under a new name is known by what most of it says.
  let free = old.portal.briefs.indices.filter { !taken.contains($0) }
  let unmatched = new.portal.briefs.indices.filter { mates[$0] == nil }
  if !free.isEmpty, !unmatched.isEmpty {
    var owners: [Int: Int] = [:]
    for index in free {
      for hash in paragraphHashes(old.portal.briefs[index]) { owners[hash] = index }
    }
    for index in unmatched {
      var shared: [Int: Int] = [:]
      let hashes = paragraphHashes(new.portal.briefs[index])
      for hash in hashes { if let owner = owners[hash] { shared[owner, default: 0] += 1 } }
      guard let best = shared.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }),
        best.value * 2 > hashes.count, !taken.contains(best.key)
      else { continue }
      mates[index] = best.key
      taken.insert(best.key)
    }
  }
  for index in new.portal.briefs.indices {
    if let mate = mates[index] {
      matches.pairs.append((mate, index))
    } else if !old.unreadBriefs.contains(new.portal.briefs[index].entry) {
      matches.inserted.append(index)
    }
  }
  matches.deleted = old.portal.briefs.indices.filter {
    !taken.contains($0) && !new.unreadBriefs.contains(old.portal.briefs[$0].entry)
  }
  return matches
}

private func paragraphHashes(_ brief: Brief) -> Set<Int> {
  let text = BriefText(brief, renamedNotes: [:])
  return Set(text.blocks.lazy.filter { $0.words > 5 }.map(\.hash))
}

/// A brief that came or went, as one change.
private func whole(_ brief: Brief, _ kind: Change.Kind) -> Change {
  let text = BriefText(brief, renamedNotes: [:])
  var words = text.blocks.reduce(0) { $0 + $1.words }
  for note in brief.notes { words += wordCount(tokens(of: note.body)) }
  var change = Change(kind, .brief, "“\(brief.fullTitle)”")
  change.brief = brief.id
  let location = SourceLocation(file: brief.file)
  if kind == .deleted {
    change.location.old = location
    change.words.deleted = words
  } else {
    change.location.new = location
    change.words.inserted = words
  }
  return change
}

extension Brief {
  /// Its file or folder, relative to the content folder.
  var entry: String {
    isOneFile ? file : file.lastIndex(of: "/").map { String(file[..<$0]) } ?? file
  }
}
