// Review: two Models become the changes of meaning between them.
// In: the portal before and after. Out: changes in order of certainty; text, Markdown or JSON of them.

public import Diagnostics
public import Model

/// One side of a comparison: a portal as it was read.
public struct ReviewSide: Sendable {
  public var portal: Portal
  public var findings: [Finding]
  /// What stands at which address.
  public var pages: [PageAddress]
  /// Files, relative to the content folder, whose bytes are not those of the other side.
  public var changedFiles: Set<String> = []

  public init(portal: Portal, findings: [Finding], pages: [PageAddress]) {
    self.portal = portal
    self.findings = findings
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
  /// Index in `Brief.maps`.
  public var map: Int?
  /// Index in `Brief.charts`.
  public var chart: Int?
  /// Whether it only leads on to another: an old address of a brief.
  public var isAlias: Bool

  public init(
    path: String, brief: Int? = nil, section: Int? = nil, map: Int? = nil, chart: Int? = nil,
    isAlias: Bool = false
  ) {
    self.path = path
    self.brief = brief
    self.section = section
    self.map = map
    self.chart = chart
    self.isAlias = isAlias
  }
}

/// What kept each side from being compared whole: the errors in its content.
public struct SideFindings: Sendable {
  public var old: [Finding]
  public var new: [Finding]
  /// Files that differ and could not be read on one side at least: what they say is not compared.
  public var unread: [String]

  public init(old: [Finding] = [], new: [Finding] = [], unread: [String] = []) {
    self.old = old
    self.new = new
    self.unread = unread
  }

  /// Those of the older side first, with its name: “old”, “new”.
  var all: [(side: String, finding: Finding)] {
    old.map { ("old", $0) } + new.map { ("new", $0) }
  }

  /// “the old side has 2 errors”.
  public static func sentence(_ side: String, _ findings: [Finding]) -> String {
    "the \(side) side has \(findings.count) \(findings.count == 1 ? "error" : "errors")"
  }

  var sentences: [String] {
    var result = [("old", old), ("new", new)].filter { !$0.1.isEmpty }.map(Self.sentence)
    if let unreadSentence { result.append(unreadSentence) }
    return result
  }

  /// “not compared, as it cannot be read: a.md”.
  public var unreadSentence: String? {
    if unread.isEmpty { return nil }
    let names = unread.prefix(5).joined(separator: ", ")
    let more = unread.count > 5 ? " and \(unread.count - 5) more" : ""
    return "not compared, as \(unread.count == 1 ? "it" : "they") cannot be read: \(names)\(more)"
  }
}

extension [Change] {
  /// Gives places in files their lines.
  ///
  /// - Parameters:
  ///   - old: where keys lead to in a file of the older side; `nil` where that is not known.
  ///   - new: the same of the newer.
  public mutating func locate(
    old: (_ file: String, _ keys: [String]) -> SourcePosition?,
    new: (_ file: String, _ keys: [String]) -> SourcePosition?
  ) {
    for index in indices {
      let place = self[index].location
      if let file = place.old?.file, !place.oldKeys.isEmpty, place.old?.position == nil {
        self[index].location.old?.position = old(file, place.oldKeys)
      }
      if let file = place.new?.file, !place.newKeys.isEmpty, place.new?.position == nil {
        self[index].location.new?.position = new(file, place.newKeys)
      }
    }
  }
}

/// Compares two portals.
///
/// - Returns: what changed in meaning first, typography last; among equals in the order of the text.
public func review(old: ReviewSide, new: ReviewSide) -> [Change] {
  var changes: [Change] = []
  let matches = matchedBriefs(old, new)
  var names = (old: PortalNames(old.portal), new: PortalNames(new.portal))
  names.old.adopt(names.new, renamedRecords(old.portal, new.portal, names, matches))
  let comparisons = Dictionary(
    matches.pairs.map { pair in
      (
        pair.old,
        BriefComparison(
          old: old.portal.briefs[pair.old], new: new.portal.briefs[pair.new],
          names: (names.old, names.new), sides: (old, new))
      )
    }, uniquingKeysWith: { first, _ in first })
  // What the portal's records call a brief's.
  var renames = names.old.renames
  for (index, _) in matches.pairs {
    renames.merge(comparisons[index]?.namesFromOutside ?? [:]) { first, _ in first }
  }
  names.old.adoptRenames(renames)
  changes += portalChanges(old, new, names.old, names.new)
  for (index, _) in matches.pairs {
    changes += comparisons[index]?.changes() ?? []
  }
  for index in matches.deleted {
    changes.append(whole(old.portal.briefs[index], .deleted))
  }
  for index in matches.inserted {
    changes.append(whole(new.portal.briefs[index], .inserted))
  }
  changes += pageChanges(old, new, matches, comparisons)
  return changes.enumerated().sorted {
    ($0.element.weight, $0.offset) < ($1.element.weight, $1.offset)
  }.map(\.element)
}

/// The portal's own records that have other ids.
private func renamedRecords(
  _ old: Portal, _ new: Portal, _ names: (old: PortalNames, new: PortalNames),
  _ matches: BriefMatches
) -> Renames {
  var renames: Renames = [:]
  func add(_ kind: String, _ ids: ([String], [String]), _ records: () -> ([Record], [Record])) {
    renames.merge(Review.renames(of: kind, ids, records)) { first, _ in first }
  }
  add("place", (names.old.places, names.new.places)) {
    (
      old.places.map { Record(place: $0, names.old) },
      new.places.map { Record(place: $0, names.new) }
    )
  }
  add("actor", (names.old.actors, names.new.actors)) {
    (
      old.actors.map { Record(actor: $0, old, names.old) },
      new.actors.map { Record(actor: $0, new, names.new) }
    )
  }
  add("person", (names.old.people, names.new.people)) {
    (old.people.map { Record($0, names.old) }, new.people.map { Record($0, names.new) })
  }
  add("term", (old.terms.map(\.id), new.terms.map(\.id))) {
    (old.terms.map { Record($0, names.old) }, new.terms.map { Record($0, names.new) })
  }
  for (before, after) in matches.pairs {
    let (from, to) = (old.briefs[before].id, new.briefs[after].id)
    if from != to { renames["brief:\(from)"] = to }
  }
  return renames
}

/// Briefs by id, then by an address that one of them had, then by file, title and what they say.
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
    } else {
      matches.inserted.append(index)
    }
  }
  matches.deleted = old.portal.briefs.indices.filter { !taken.contains($0) }
  return matches
}

private func paragraphHashes(_ brief: Brief) -> Set<Int> {
  let text = BriefText(brief, renames: [:])
  return Set(text.blocks.lazy.filter { $0.words > 5 }.map(\.hash))
}

/// A brief that came or went, as one change.
private func whole(_ brief: Brief, _ kind: Change.Kind) -> Change {
  let text = BriefText(brief, renames: [:])
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
