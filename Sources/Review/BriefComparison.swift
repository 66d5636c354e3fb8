internal import Diagnostics
internal import Model

/// Compares a brief with what it was.
struct BriefComparison {
  let old: Brief
  let new: Brief
  let names: (old: PortalNames, new: PortalNames)
  let sides: (old: ReviewSide, new: ReviewSide)

  func changes() -> [Change] {
    var notes = NoteComparison(old: old, new: new)
    var changes = TextComparison(old: old, new: new).changes(&notes)
    changes += notes.changes()
    let changed = notes.changedLabels
    for index in changes.indices {
      for claim in changes[index].claims.indices {
        if let note = changes[index].claims[claim].note {
          changes[index].claims[claim].noteChanged = changed.contains(note)
        }
      }
    }
    changes += metadata()
    changes += dataChanges(old, new, names.old, names.new, sides)
    changes += files()
    if old.translations != new.translations || !new.translations.isEmpty && !changes.isEmpty {
      changes += TranslationComparison(
        old: old, new: new, changes: changes, changedNotes: changed
      ).result()
    }
    if let numbering = numbering(notes) { changes.append(numbering) }
    for index in changes.indices { changes[index].brief = new.id }
    return changes
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

  private func metadata() -> [Change] {
    let fields = (Record(metadataOf: old), Record(metadataOf: new))
    var changes = fields.0.differences(from: fields.1).map { field, words, isTypography in
      var change = Change(.edited, .metadata, field.name)
      change.kind = field.old == nil ? .inserted : field.new == nil ? .deleted : .edited
      change.fields = [field]
      change.words = words
      change.location = .init(
        old: SourceLocation(file: old.file), new: SourceLocation(file: new.file))
      if isTypography { change.weight = .typography }
      return change
    }
    let figures = (
      old.glance.map { Record(figure: $0, old) }, new.glance.map { Record(figure: $0, new) }
    )
    changes += recordChanges(
      .metadata, figures.0, figures.1, (old.file, new.file), subject: "figure at a glance")
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
    guard !parts.isEmpty else { return nil }
    var change = Change(.renumbered, .note, parts.joined(separator: "; "))
    change.weight = .numbering
    return change
  }
}
