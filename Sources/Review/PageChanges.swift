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
      let chart = page.chart.map { index in
        let id = old.portal.briefs[brief].charts[index].id
        return comparison.renames["chart:\(id)"] ?? id
      }
      // The pages of sections, maps and charts follow them; others follow their name.
      target =
        new.pages.first { other in
          guard other.brief == mate, !other.isAlias else { return false }
          if let section = page.section {
            return other.section == comparison.sections.parts[section]
          }
          if let map { return other.map.map { new.portal.briefs[mate].maps[$0].id } == map }
          if let chart {
            return other.chart.map { new.portal.briefs[mate].charts[$0].id } == chart
          }
          return other.section == nil && other.map == nil && other.chart == nil
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
  for (oldIndex, newIndex) in matches.pairs {
    let brief = new.portal.briefs[newIndex]
    guard brief.isOneFile, let comparison = comparisons[oldIndex] else { continue }
    changes += anchorChanges(comparison, "briefs/\(brief.slug).html")
  }
  return changes + linkFaults(old, new, matches)
}

/// Sections of a brief on one page that say the same under another anchor.
private func anchorChanges(_ comparison: BriefComparison, _ page: String) -> [Change] {
  comparison.sections.parts.sorted { $0.value < $1.value }.compactMap { before, after in
    guard before >= 0, comparison.old.isOneFile else { return nil }
    let (was, section) = (comparison.old.sections[before], comparison.new.sections[after])
    guard was.anchor != section.anchor, was.title == section.title else { return nil }
    var change = Change(.moved, .page, "\(page)#\(was.anchor)")
    change.brief = comparison.new.id
    change.section = section.id
    change.fields = [
      .init(name: "address", old: "\(page)#\(was.anchor)", new: "\(page)#\(section.anchor)")
    ]
    change.remark = "links from elsewhere will break"
    return change
  }
}

private func ending(_ path: String, _ side: ReviewSide, _ brief: Int) -> String {
  let prefix = "briefs/" + side.portal.briefs[brief].slug
  return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
}

/// Links that lead nowhere on one side only, by what they name and where they stand.
private func linkFaults(
  _ old: ReviewSide, _ new: ReviewSide, _ matches: BriefMatches
) -> [Change] {
  let mates = Dictionary(
    matches.pairs.map {
      (old.portal.briefs[$0.old].entry, new.portal.briefs[$0.new].entry)
    }, uniquingKeysWith: { first, _ in first })
  let ids = Dictionary(
    (new.portal.briefs + old.portal.briefs).map { ($0.entry, $0.id) },
    uniquingKeysWith: { first, _ in first })
  func entry(_ file: String) -> String? {
    ids[file] == nil ? file.split(separator: "/").prefix(2).joined(separator: "/") : file
  }
  func faults(_ side: ReviewSide, _ file: (String) -> String) -> [String: [Finding]] {
    let found = side.findings.filter {
      $0.severity == .error
        && ($0.rule.hasPrefix("unknown-") || ["local-link", "missing-file"].contains($0.rule))
    }
    return Dictionary(grouping: found) { file($0.location.file) + "\u{0}" + $0.message }
  }
  let before = faults(old) { file in
    guard let entry = entry(file), let mate = mates[entry] else { return file }
    return mate + file.dropFirst(entry.count)
  }
  let after = faults(new) { $0 }
  func told(_ faults: [String: [Finding]], unless others: [String: [Finding]], _ kind: Change.Kind)
    -> [Change]
  {
    faults.filter { others[$0.key] == nil }.sorted { $0.key < $1.key }.flatMap(\.value).map {
      var change = Change(kind, .link, $0.message)
      change.brief = entry($0.location.file).flatMap { ids[$0] }
      if kind == .broken {
        change.location.new = $0.location
      } else {
        change.location.old = $0.location
      }
      return change
    }
  }
  return told(after, unless: before, .broken) + told(before, unless: after, .mended)
}
