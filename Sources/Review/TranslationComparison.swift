internal import Diagnostics
internal import Model

/// Compares what a brief says in other languages, and tells which translations a change left behind.
struct TranslationComparison {
  let old: Brief
  let new: Brief
  /// What changed in the brief itself.
  let changes: [Change]
  let changedNotes: Set<String>
  let sections: SectionMatching
  let renames: Renames

  func result() -> [Change] {
    let before = Dictionary(
      old.translations.map { ($0.language, $0) }, uniquingKeysWith: { a, _ in a })
    let languages = Set(new.translations.map(\.language))
    var result: [Change] = []
    for translation in new.translations {
      let empty = Translation(language: translation.language)
      result += compare(before[translation.language] ?? empty, translation)
    }
    for translation in old.translations where !languages.contains(translation.language) {
      result += compare(translation, Translation(language: translation.language))
    }
    return result
  }

  private func compare(_ before: Translation, _ after: Translation) -> [Change] {
    // A part follows the section that it translates to another file.
    var before = before
    for index in before.parts.indices {
      before.parts[index].name = newName(of: before.parts[index].name)
    }
    let (mine, theirs) = (names(before.parts), names(after.parts))
    var result: [Change] = []
    for part in after.parts where mine[part.name] == nil {
      result.append(whole(part, after.language, .inserted))
    }
    for part in before.parts where theirs[part.name] == nil {
      result.append(whole(part, after.language, .deleted))
    }
    let pairs = after.parts.compactMap { part in mine[part.name].map { ($0, part) } }
    if pairs.contains(where: { $0.0 != $0.1 }) {
      let (x, y) = (
        text(pairs.map(\.0), of: old, after.language), text(pairs.map(\.1), of: new, after.language)
      )
      var notes = NoteComparison(old: x, new: y, renames: renames)
      var found = TextComparison(old: x, new: y, renames: renames).changes(&notes)
      found += notes.changes().filter { $0.kind != .broken && $0.kind != .mended }
      found.tellChangedNotes(notes.changedLabels)
      result += found
    }
    for (old, new) in pairs where isSame(old, new) {
      if let reason = leftBehind(new) { result.append(outdated(new, after.language, reason)) }
    }
    return result + fields(before, after)
  }

  private func newName(of name: String) -> String {
    guard let section = old.sections.firstIndex(where: { $0.file.hasSuffix("/" + name) }),
      let mate = sections.parts[section], new.sections.indices.contains(mate)
    else { return name }
    return new.sections[mate].file.split(separator: "/").last.map(String.init) ?? name
  }

  private func names(_ parts: [TranslatedPart]) -> [String: TranslatedPart] {
    Dictionary(parts.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
  }

  /// Some parts as a brief of their own.
  private func text(_ parts: [TranslatedPart], of brief: Brief, _ language: String) -> Brief {
    var text = Brief(
      id: brief.id, slug: brief.slug, title: "", language: language, file: brief.file)
    text.sections = parts.map { part in
      Section(
        id: "\(language)/\(part.name)", title: "\(language)/\(part.name)", heading: Prose(),
        number: nil, summary: Prose(), body: part.body, contents: [], file: part.file)
    }
    var known: Set<String> = []
    text.notes = parts.flatMap(\.notes).filter { known.insert($0.label).inserted }
    return text
  }

  private func isSame(_ a: TranslatedPart, _ b: TranslatedPart) -> Bool {
    tokens(of: a.body, renames: renames).map(\.key) == tokens(of: b.body).map(\.key)
      && a.notes.map { tokens(of: $0.body, renames: renames).map(\.key) }
        == b.notes.map { tokens(of: $0.body).map(\.key) }
  }

  // MARK: Left behind

  /// What changed in the text that a part translates; `nil` where nothing did.
  private func leftBehind(_ part: TranslatedPart) -> String? {
    // One, or all of a brief in one file.
    func ids(_ brief: Brief) -> [String] {
      brief.sections.filter { $0.file.hasSuffix("/" + part.name) }.map(\.id)
    }
    let sections = Set(ids(new))
    if sections.isEmpty, !ids(old).isEmpty { return "what it translates is gone" }
    let texts: Set<Change.Target> = [.paragraph, .heading, .section, .code, .figure, .tableRow]
    let inText = changes.count {
      $0.weight == .meaning && $0.section.map(sections.contains) ?? false
        && texts.contains($0.target)
    }
    let inNotes = part.notes.count { changedNotes.contains($0.label) }
    guard inText + inNotes > 0 else { return nil }
    return left(inText + inNotes)
  }

  private func left(_ count: Int) -> String {
    "\(count) \(count == 1 ? "change" : "changes") in what it translates, none in it"
  }

  private func outdated(_ part: TranslatedPart, _ language: String, _ reason: String) -> Change {
    var change = Change(.outdated, .translation, "“\(language)/\(part.name)”")
    change.location.new = SourceLocation(file: part.file)
    change.remark = reason
    return change
  }

  // MARK: Fields

  private func fields(_ before: Translation, _ after: Translation) -> [Change] {
    func record(_ translation: Translation) -> Record {
      var record = Record(translation.language)
      for field in translation.fields {
        record.add("\(field.name) (\(translation.language))", field.text, key: "translations")
      }
      return record
    }
    var result = fieldChanges(record(before), record(after), (old.file, new.file))
    for field in after.fields where before.fields.contains(field) {
      let key = field.name.split(separator: " ").first.map(String.init) ?? ""
      let touched = changes.count { change in
        change.weight == .meaning
          && (change.target == .metadata && change.subject == field.name
            || change.section == Self.sections[key] && Self.sections[key] != nil)
      }
      guard touched > 0 else { continue }
      var change = Change(.outdated, .translation, "“\(field.name) (\(after.language))”")
      change.location.new = SourceLocation(file: new.file)
      change.remark = left(touched)
      result.append(change)
    }
    return result
  }

  private static let sections = ["abstract": "abstract", "keyFindings": "key-findings"]

  private func whole(_ part: TranslatedPart, _ language: String, _ kind: Change.Kind) -> Change {
    var change = Change(kind, .translation, "“\(language)/\(part.name)”")
    let words =
      wordCount(tokens(of: part.body))
      + part.notes.reduce(0) { $0 + wordCount(tokens(of: $1.body)) }
    if kind == .inserted {
      change.words.inserted = words
      change.location.new = SourceLocation(file: part.file)
    } else {
      change.words.deleted = words
      change.location.old = SourceLocation(file: part.file)
    }
    return change
  }
}
