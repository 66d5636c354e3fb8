internal import Diagnostics
internal import Model

/// Pages that appear, move or vanish; links that are newly broken, or mended.
func pageChanges(_ old: ReviewSide, _ new: ReviewSide, _ matches: BriefMatches) -> [Change] {
  var changes: [Change] = []
  let (before, after) = (Set(old.pages.map(\.path)), Set(new.pages.map(\.path)))
  let newBrief = Dictionary(
    matches.pairs.map { ($0.old, $0.new) }, uniquingKeysWith: { a, _ in a })
  var arrived: Set<String> = []
  for page in old.pages where !after.contains(page.path) {
    var target: String?
    if let brief = page.brief, let mate = newBrief[brief], !page.isAlias {
      let sections = SectionMatching(old.portal.briefs[brief], new.portal.briefs[mate])
      // A section's page follows the section; others follow their name.
      target =
        new.pages.first { other in
          guard other.brief == mate, !other.isAlias else { return false }
          if let section = page.section { return other.section == sections.parts[section] }
          return other.section == nil
            && ending(other.path, new, mate) == ending(page.path, old, brief)
        }?.path
    }
    let isKept = target == nil || before.contains(target ?? "")
    var change = Change(isKept ? .deleted : .moved, .page, page.path)
    if let target, !isKept {
      arrived.insert(target)
      change.fields = [.init(name: "address", old: page.path, new: target)]
      change.remark = "without an alias: links from elsewhere will break"
    }
    change.brief = page.brief.map { old.portal.briefs[$0].id }
    changes.append(change)
  }
  for page in new.pages where !before.contains(page.path) && !arrived.contains(page.path) {
    // What an alias makes is no page to tell of; that a page moved under one is.
    if page.isAlias { continue }
    var change = Change(.inserted, .page, page.path)
    change.brief = page.brief.map { new.portal.briefs[$0].id }
    changes.append(change)
  }
  for (oldIndex, newIndex) in matches.pairs {
    let (was, brief) = (old.portal.briefs[oldIndex], new.portal.briefs[newIndex])
    guard was.slug != brief.slug, brief.aliases.contains(was.slug) else { continue }
    var change = Change(.moved, .page, "briefs/\(was.slug).html")
    change.brief = brief.id
    change.fields = [
      .init(
        name: "address", old: "briefs/\(was.slug).html", new: "briefs/\(brief.slug).html")
    ]
    change.remark = "with an alias: links to the old address hold"
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
