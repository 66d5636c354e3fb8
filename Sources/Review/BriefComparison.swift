internal import Diagnostics
internal import Model

/// Compares a brief with what it was.
struct BriefComparison {
  let old: Brief
  let new: Brief
  let names: (old: PortalNames, new: PortalNames)
  let sides: (old: ReviewSide, new: ReviewSide)
  let sections: SectionMatching
  private var notes: NoteComparison
  /// What the newer brief calls records that the older one called otherwise.
  private(set) var renames: Renames

  init(
    old: Brief, new: Brief, names: (old: PortalNames, new: PortalNames),
    sides: (old: ReviewSide, new: ReviewSide)
  ) {
    self.old = old
    self.new = new
    self.names = names
    self.sides = sides
    sections = SectionMatching(old, new)
    notes = NoteComparison(old: old, new: new, renames: names.old.renames)
    renames = notes.renames
    addRenames()
    if renames != notes.renames { notes.adopt(renames) }
  }

  /// Its renamed records as others name them: `note:2022-16/zakat`.
  var namesFromOutside: Renames {
    var result: Renames = [:]
    for (key, name) in renames where names.old.renames[key] == nil && !key.hasPrefix("gone:") {
      guard let colon = key.firstIndex(of: ":") else { continue }
      let kind = key[...colon]
      result["\(kind)\(old.id)/\(key[key.index(after: colon)...])"] = "\(new.id)/\(name)"
    }
    return result
  }

  func changes() -> [Change] {
    var notes = notes
    let briefNames = (
      old: BriefNames(old, names.old, renames), new: BriefNames(new, names.new)
    )
    var changes = TextComparison(
      old: old, new: new, sections: sections, renames: renames,
      recordNames: { [names] in names.old.all + names.new.all }
    ).changes(&notes)
    changes += notes.changes()
    let changed = notes.changedLabels
    changes += metadata(briefNames)
    changes += dataChanges(old, new, briefNames, sides)
    changes.tellChangedNotes(changed)
    changes += files()
    if old.translations != new.translations || !new.translations.isEmpty && !changes.isEmpty {
      changes += TranslationComparison(
        old: old, new: new, changes: changes, changedNotes: changed, sections: sections,
        renames: renames
      ).result()
    }
    if let numbering = numbering(notes) { changes.append(numbering) }
    for index in changes.indices { changes[index].brief = new.id }
    return changes
  }

  /// Records of the brief that have other ids, known by what they say.
  private mutating func addRenames() {
    var renames: Renames = [:]
    for (before, after) in sections.parts where before >= 0 {
      let (from, to) = (old.sections[before].id, new.sections[after].id)
      if from != to { renames["section:\(from)"] = to }
    }
    let plain = (BriefNames(old, names.old), BriefNames(new, names.new))
    func add(_ kind: String, _ ids: ([String], [String]), _ records: () -> ([Record], [Record])) {
      renames.merge(Review.renames(of: kind, ids, records)) { first, _ in first }
    }
    add("map", (old.maps.map(\.id), new.maps.map(\.id))) {
      (old.maps.map { Record(map: $0, plain.0) }, new.maps.map { Record(map: $0, plain.1) })
    }
    add("table", (old.tables.map(\.id), new.tables.map(\.id))) {
      (old.tables.map { Record(table: $0, plain.0) }, new.tables.map { Record(table: $0, plain.1) })
    }
    // Before charts are compared, as they name their tables.
    let tabled = (BriefNames(old, names.old, renames), BriefNames(new, names.new))
    add("chart", (old.charts.map(\.id), new.charts.map(\.id))) {
      (
        old.charts.map { Record(chart: $0, of: old, tabled.0) },
        new.charts.map { Record(chart: $0, of: new, tabled.1) }
      )
    }
    add("event", (old.events.map(\.id), new.events.map(\.id))) {
      (old.events.map { Record(event: $0, plain.0) }, new.events.map { Record(event: $0, plain.1) })
    }
    add("source", (old.sources.map(\.id), new.sources.map(\.id))) {
      (
        old.sources.map { Record(source: $0, names.old) },
        new.sources.map { Record(source: $0, names.new) }
      )
    }
    let zones = (old.maps.flatMap(\.zones).map(\.id), new.maps.flatMap(\.zones).map(\.id))
    add("zone", zones) {
      func records(_ maps: [ZoneMap], _ names: BriefNames) -> [Record] {
        maps.flatMap { map in map.zones.map { Record(zone: $0, of: map, names) } }
      }
      return (records(old.maps, plain.0), records(new.maps, plain.1))
    }
    self.renames.merge(renames) { note, _ in note }
  }

  /// Pictures and documents that are others under the same name.
  private func files() -> [Change] {
    let known = Set(old.files.map(\.source))
    return new.files.filter {
      known.contains($0.source) && sides.new.changedFiles.contains($0.source)
    }.map { file in
      var change = Change(.edited, .file, "“\(file.source.split(separator: "/").last ?? "")”")
      change.location = .init(
        old: SourceLocation(file: file.source), new: SourceLocation(file: file.source))
      change.remark = "another file under the same name"
      return change
    }
  }

  private func metadata(_ names: (old: BriefNames, new: BriefNames)) -> [Change] {
    let files = (old: old.file, new: new.file)
    let shared = Set(names.old.sections).intersection(names.new.sections)
    var changes = fieldChanges(
      Record(metadataOf: old, names.old, sections: shared),
      Record(
        metadataOf: new, names.new, sections: shared,
        formerAddress: old.slug == new.slug ? nil : old.slug), files)
    // What both take from the portal is told of the portal.
    if old.language == sides.old.portal.language, new.language == sides.new.portal.language {
      changes.removeAll { $0.subject == "language" }
    }
    // An id that is the address is told with the pages.
    if old.id == old.slug, new.id == new.slug { changes.removeAll { $0.subject == "id" } }
    func records<Value>(
      _ old: [Value], _ new: [Value], _ record: (Value, Int, BriefNames) -> Record
    ) -> (old: [Record], new: [Record]) {
      (
        old.enumerated().map { record($1, $0, names.old) },
        new.enumerated().map { record($1, $0, names.new) }
      )
    }
    let figures = records(old.glance, new.glance) { Record(figure: $0, at: $1, $2) }
    changes += recordChanges(
      .metadata, figures.old, figures.new, files, subject: "figure at a glance", id: "label")
    let place = Dictionary(
      zip(figures.old.map(\.id), figures.old.indices), uniquingKeysWith: { first, _ in first })
    let order = figures.new.compactMap { place[$0.id] }
    if order != order.sorted() {
      var change = Change(.moved, .metadata, "figures at a glance")
      change.remark = "they stand in another order"
      change.location = .init(
        old: SourceLocation(file: files.old), new: SourceLocation(file: files.new),
        oldKeys: ["glance"], newKeys: ["glance"])
      change.weight = .order
      changes.append(change)
    }
    let revisions = records(old.revisions, new.revisions) { Record(revision: $0, at: $1, $2) }
    changes += recordChanges(
      .metadata, revisions.old, revisions.new, files, subject: "revision of", id: "date")
    return changes
  }

  /// What only counts anew, said once.
  private func numbering(_ notes: NoteComparison) -> Change? {
    var parts: [String] = []
    func add(_ singular: String, _ pairs: [(Int, Int)]) {
      var runs: [(old: ClosedRange<Int>, shift: Int)] = []
      for (before, after) in pairs.sorted(by: { $0.0 < $1.0 }) where before != after {
        if let last = runs.last, last.shift == after - before, last.old.upperBound == before - 1 {
          runs[runs.count - 1].old = last.old.lowerBound...before
        } else {
          runs.append((before...before, after - before))
        }
      }
      if runs.count > 4 {
        let count = runs.reduce(0) { $0 + $1.old.count }
        parts.append("\(count) \(singular)s have other numbers")
        return
      }
      for run in runs {
        let (low, high) = (run.old.lowerBound, run.old.upperBound)
        parts.append(
          low == high
            ? "\(singular) \(low) is now \(low + run.shift)"
            : "\(singular)s \(low)–\(high) are now \(low + run.shift)–\(high + run.shift)")
      }
    }
    add("note", notes.pairs.map { (old.notes[$0.old].number, new.notes[$0.new].number) })
    func byID(_ a: [(String, Int)], _ b: [(String, Int)]) -> [(Int, Int)] {
      let known = Dictionary(a, uniquingKeysWith: { first, _ in first })
      // An id that two have is an error of its own.
      let now = Dictionary(b, uniquingKeysWith: { first, _ in first })
      return known.compactMap { id, number in now[id].map { (number, $0) } }
    }
    add(
      "section",
      byID(
        old.sections.compactMap { section in section.number.map { (section.id, $0) } },
        new.sections.compactMap { section in section.number.map { (section.id, $0) } }))
    add("map", byID(old.maps.map { ($0.id, $0.number) }, new.maps.map { ($0.id, $0.number) }))
    add(
      "table", byID(old.tables.map { ($0.id, $0.number) }, new.tables.map { ($0.id, $0.number) }))
    add(
      "chart", byID(old.charts.map { ($0.id, $0.number) }, new.charts.map { ($0.id, $0.number) }))
    guard !parts.isEmpty else { return nil }
    var change = Change(.renumbered, .note, parts.joined(separator: "; "))
    change.weight = .numbering
    return change
  }
}
