internal import Diagnostics
internal import Model

/// Pages that appear, move or vanish; links that are newly broken, or mended.
///
/// - Parameter comparisons: by index in the older portal's briefs.
func pageChanges(
  _ old: ReviewSide, _ new: ReviewSide, _ matches: BriefMatches,
  _ comparisons: [Int: BriefComparison]
) -> [Change] {
  var changes: [Change] = []
  let (before, after) = (Set(old.pages.map(\.path)), Set(new.pages.map(\.path)))
  let newBrief = Dictionary(
    matches.pairs.map { ($0.old, $0.new) }, uniquingKeysWith: { a, _ in a })
  var arrived: Set<String> = []
  var gone: [(page: PageAddress, target: String?)] = []
  for page in old.pages where !after.contains(page.path) {
    var target: String?
    if let brief = page.brief, let mate = newBrief[brief], !page.isAlias,
      let comparison = comparisons[brief]
    {
      let map = page.map.map { index in
        let id = old.portal.briefs[brief].maps[index].id
        return comparison.renames["map:\(id)"] ?? id
      }
      // The pages of sections and maps follow them; others follow their name.
      target =
        new.pages.first { other in
          guard other.brief == mate, !other.isAlias else { return false }
          if let section = page.section {
            return other.section == comparison.sections.parts[section]
          }
          if let map { return other.map.map { new.portal.briefs[mate].maps[$0].id } == map }
          return other.section == nil && other.map == nil
            && ending(other.path, new, mate) == ending(page.path, old, brief)
        }?.path
    }
    if let path = target, before.contains(path) { target = nil }
    if let target { arrived.insert(target) }
    gone.append((page, target))
  }
  // A brief under another address takes its pages along.
  var moved: [Int: Int] = [:]
  for (oldIndex, newIndex) in matches.pairs {
    let (was, brief) = (old.portal.briefs[oldIndex], new.portal.briefs[newIndex])
    guard was.slug != brief.slug else { continue }
    moved[oldIndex] = changes.count
    arrived.insert("briefs/\(brief.slug).html")
    var change = Change(.moved, .page, "briefs/\(was.slug).html")
    change.brief = brief.id
    change.fields = [
      .init(name: "address", old: "briefs/\(was.slug).html", new: "briefs/\(brief.slug).html")
    ]
    change.remark =
      brief.aliases.contains(was.slug)
      ? "with an alias: links to the old address hold"
      : "without an alias: links from elsewhere will break"
    changes.append(change)
  }
  var taken: [Int: Int] = [:]
  for (page, target) in gone {
    if let target, let brief = page.brief, moved[brief] != nil,
      let mate = newBrief[brief], ending(target, new, mate) == ending(page.path, old, brief)
    {
      taken[brief, default: 0] += 1
      continue
    }
    var change = Change(target == nil ? .deleted : .moved, .page, page.path)
    if let target {
      change.fields = [.init(name: "address", old: page.path, new: target)]
      change.remark = "without an alias: links from elsewhere will break"
    }
    change.brief = page.brief.map { old.portal.briefs[$0].id }
    changes.append(change)
  }
  for (brief, index) in moved {
    let count = (taken[brief] ?? 0) - 1
    if count > 0, let remark = changes[index].remark {
      changes[index].remark =
        "\(remark); \(count) more \(count == 1 ? "page moves" : "pages move") with it"
    }
  }
  for page in new.pages where !before.contains(page.path) && !arrived.contains(page.path) {
    // What an alias makes is no page to tell of; that a page moved under one is.
    if page.isAlias { continue }
    var change = Change(.inserted, .page, page.path)
    change.brief = page.brief.map { new.portal.briefs[$0].id }
    changes.append(change)
  }
  return changes + linkFaults(old, new)
}

private func ending(_ path: String, _ side: ReviewSide, _ brief: Int) -> String {
  let prefix = "briefs/" + side.portal.briefs[brief].slug
  return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
}

/// Links that lead nowhere on one side only, by what they name and where they stand.
private func linkFaults(_ old: ReviewSide, _ new: ReviewSide) -> [Change] {
  func faults(_ side: ReviewSide) -> [String: [Finding]] {
    let found = side.findings.filter {
      ($0.rule.hasPrefix("unknown-")
        || ["local-link", "missing-file", "note-undefined"].contains($0.rule))
        && $0.severity == .error && $0.rule != "note-undefined"
    }
    return Dictionary(grouping: found) { $0.location.file + "\u{0}" + $0.message }
  }
  let (before, after) = (faults(old), faults(new))
  var changes: [Change] = []
  for (key, findings) in after.sorted(by: { $0.key < $1.key }) where before[key] == nil {
    for finding in findings {
      var change = Change(.broken, .link, finding.message)
      change.location.new = finding.location
      changes.append(change)
    }
  }
  for (key, findings) in before.sorted(by: { $0.key < $1.key }) where after[key] == nil {
    for finding in findings {
      var change = Change(.mended, .link, finding.message)
      change.location.old = finding.location
      changes.append(change)
    }
  }
  return changes
}
