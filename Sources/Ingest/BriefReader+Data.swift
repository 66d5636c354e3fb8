internal import Diagnostics
internal import Markdown
internal import Model

// What stands beside the sections of a brief: sources, events, maps, tables, charts; and the notes that they
// name.

extension BriefReader {
  func warnOfStrays(_ entries: [ContentFolder.Entry], in folder: String) {
    let known = ["brief.yaml", "sources.yaml", "events.yaml"]
    for entry in entries where !entry.isFolder {
      let name = String(entry.name.dropFirst(folder.count + 1))
      let lower = name.lowercased()
      guard lower.hasSuffix(".yaml") || lower.hasSuffix(".yml"), !known.contains(name) else {
        continue
      }
      log.add(
        Finding(
          namesAudience(entry.name) ? .error : .warning, "unknown-file",
          at: SourceLocation(file: entry.name), "“\(name)” is not read",
          hint: log.didYouMean(name, among: known)
            ?? "known files are \(known.joined(separator: ", "))"))
    }
  }

  /// Whether a file that is not read says whom something is for, which would then be shown to everyone.
  private func namesAudience(_ name: String) -> Bool {
    folder.read(name, log: FindingLog())?.mayNameAudience() ?? false
  }

  private func warnOfLoneDescriptions(_ entries: [ContentFolder.Entry]) {
    let names = Set(entries.map(\.name))
    for name in names.sorted() where !name.hasSuffix(".yaml") {
      let lower = name.lowercased()
      guard lower.hasSuffix(".yml") || lower.hasSuffix(".yaml") else { continue }
      // It may say whom a column is for.
      log.error(
        "unknown-file", at: SourceLocation(file: name), "“\(name)” is not read",
        hint: "call it \(SourceFile.stem(of: name)).yaml")
    }
    for name in names.sorted() where name.hasSuffix(".yaml") {
      let table = String(name.dropLast(5)) + ".csv"
      if names.contains(table) { continue }
      log.add(
        Finding(
          namesAudience(name) ? .error : .warning, "unknown-file", at: SourceLocation(file: name),
          "there is no table “\(table)” for this file",
          hint: log.didYouMean(table, among: names.filter { $0.hasSuffix(".csv") })))
    }
  }

  mutating func readData(
    of brief: inout Brief, in path: String, _ files: [String: ContentFolder.Entry]
  ) {
    var known = knownNames(in: brief)
    func read(_ name: String) -> Record? {
      folder.record(name, log: log).map(withHTML)
    }
    if files["sources.yaml"] != nil, let record = read("\(path)/sources.yaml") {
      brief.sources = record.sources(names)
      if folder.edition.audience == nil, record.origin.file.mayNameAudience() {
        checkPublicForms("\(path)/sources.yaml")
      }
    }
    if files["events.yaml"] != nil, let record = read("\(path)/events.yaml") {
      brief.events = record.events(names, known)
    }
    known.events = BriefNames(brief).events
    if files["maps"]?.isFolder == true {
      let entries = folder.entries("\(path)/maps", log: log)
      let shapes = ZoneFiles(folder: folder, path: "\(path)/maps", entries: entries, log: log)
      for entry in entries where !entry.isFolder && entry.name.hasSuffix(".yaml") {
        let id = SourceFile.stem(of: entry.name)
        guard checkFileID(id, entry.name) else { continue }
        guard let record = read(entry.name) else {
          log.leaveOut(id)
          continue
        }
        let reader = MapReader(
          names: names, brief: known, places: places, layers: layers, files: shapes, log: log)
        var map = reader.map(record, id: id)
        map.language = record.language
        brief.maps.append(map)
      }
      shapes.warnOfUnused()
    }
    if files["data"]?.isFolder == true {
      let entries = folder.entries("\(path)/data", log: log)
      warnOfLoneDescriptions(entries)
      let reader = TableReader(names: names, brief: known, log: log, rawHTML: rawHTML)
      for entry in entries where !entry.isFolder && entry.name.hasSuffix(".csv") {
        let id = SourceFile.stem(of: entry.name)
        guard checkFileID(id, entry.name), let own = folder.read(entry.name, log: log) else {
          log.leaveOut(id)
          continue
        }
        let translation = folder.translation(of: entry.name, log: log)
        let file = translation ?? own
        let yaml = entries.first { $0.name == "\(path)/data/\(id).yaml" }
        let description = yaml.flatMap { folder.wholeRecord($0.name, log: log) }
        let about = description.flatMap { folder.edited($0) }.map(withHTML)
        if yaml != nil, about == nil {
          log.leaveOut(id)
          continue
        }
        if let translation { compare(translation, with: own) }
        let leftOut = description.map { folder.leftOut(of: "columns", in: $0) } ?? []
        if var table = reader.table(
          id: id, csv: file, about: about, whole: description, without: leftOut)
        {
          table.translation = translation?.name
          let isTranslated = translation != nil || about?.isTranslated ?? false
          table.language = isTranslated ? nil : fallbackLanguage
          brief.tables.append(table)
        } else {
          log.leaveOut(id)
        }
      }
    }
    readCharts(of: &brief, in: path, files, known)
    if let name = self.record?.names("keyMap").first {
      brief.keyMap = BriefNames(brief).maps.index(of: name, "map", log: log)
    }
  }

  private func checkPublicForms(_ name: String) {
    guard let record = folder.wholeRecord(name, log: log).map(withHTML) else { return }
    let forms = AudienceFilter(edition: folder.edition, origin: record.origin)
      .publicForms(in: record.mapping)
    if !forms.isEmpty { _ = Record(forms, record.origin).sources(names) }
  }

  /// A table in another language has the columns and rows of the one that it translates.
  private func compare(_ translation: SourceFile, with own: SourceFile) {
    let log = FindingLog()
    guard let own = CSV(own, log: log), let other = CSV(translation, log: log) else { return }
    func names(_ csv: CSV) -> [String] { csv.rows[0].map(\.text) }
    if names(own) != names(other) {
      self.log.error(
        "translation", at: translation.start,
        "its columns are \(names(other).joined(separator: ", ")), those of the table "
          + names(own).joined(separator: ", "),
        hint: "keep the header row, by which columns are known")
    } else if own.rows.count != other.rows.count {
      self.log.error(
        "translation", at: translation.start,
        "its rows are \(other.rows.count - 1), those of the table \(own.rows.count - 1)",
        hint: "give as many, in the same order")
    }
  }

  func checkFileID(_ id: String, _ name: String) -> Bool {
    if isID(id) { return true }
    log.error(
      "file-name", at: SourceLocation(file: name), "“\(id)” cannot be an id",
      hint: "name the file with letters, digits and hyphens")
    return false
  }

  /// The brief's names, with its notes by their definitions' order: they are not numbered yet.
  private func knownNames(in brief: Brief) -> BriefNames {
    var known = BriefNames(brief)
    for definition in allDefinitions where known.notes[noteKey(definition.label)] == nil {
      known.notes[noteKey(definition.label)] = known.notes.count
    }
    return known
  }

  /// The notes' definitions, each in the edition's language where it is translated.
  private var allDefinitions: [NoteDefinition] {
    if translatedDefinitions.isEmpty { return definitions }
    let translated = Set(translatedDefinitions.map { noteKey($0.label) })
    // What is left out of the brief is left out of its translation.
    return translatedDefinitions.filter { !log.isLeftOut($0.label) }
      + definitions.filter { !translated.contains(noteKey($0.label)) }
  }

  mutating func settleNotes(of brief: inout Brief) {
    if let figures = record?.records("glance"), !figures.isEmpty {
      let known = knownNames(in: brief)
      brief.glance = figures.map { figure in
        figure.expect("value", "label", "note")
        return GlanceFigure(
          value: figure.required("value", of: "a figure at a glance") ?? "",
          label: figure.inlines("label"), note: figure.notes(known).first)
      }
    }
    var numbering = NoteNumbering(
      allDefinitions, isWhole: folder.edition.audience == nil && folder.translation == nil, log: log
    )
    definitions = []
    numbering.number(&brief)
    guard let fallbackLanguage else { return }
    let translated = Set(translatedDefinitions.map { noteKey($0.label) })
    for index in brief.notes.indices
    where !translated.contains(noteKey(brief.notes[index].label)) {
      brief.notes[index].language = fallbackLanguage
    }
  }

  func checkText(of brief: inout Brief, entry: String?) {
    LocalFiles(folder: folder, entry: entry, log: log).check(&brief)
  }
}
