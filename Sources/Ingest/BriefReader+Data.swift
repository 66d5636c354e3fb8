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
      guard name.hasSuffix(".yaml") || name.hasSuffix(".yml"), !known.contains(name) else {
        continue
      }
      log.warning(
        "unknown-file", at: SourceLocation(file: entry.name), "“\(name)” is not read",
        hint: log.didYouMean(name, among: known)
          ?? "known files are \(known.joined(separator: ", "))")
    }
  }

  private func warnOfLoneDescriptions(_ entries: [ContentFolder.Entry]) {
    let names = Set(entries.map(\.name))
    for name in names.sorted() where name.hasSuffix(".yaml") {
      let table = String(name.dropLast(5)) + ".csv"
      if names.contains(table) { continue }
      log.warning(
        "unknown-file", at: SourceLocation(file: name),
        "there is no table “\(table)” for this file",
        hint: log.didYouMean(table, among: names.filter { $0.hasSuffix(".csv") }))
    }
  }

  mutating func readData(
    of brief: inout Brief, in path: String, _ files: [String: ContentFolder.Entry]
  ) {
    var known = knownNames(in: brief)
    func read(_ name: String) -> Record? {
      guard let file = folder.read(name, log: log) else { return nil }
      return YAMLReader(file: file, log: log).record().map(withHTML)
    }
    if files["sources.yaml"] != nil, let record = read("\(path)/sources.yaml") {
      brief.sources = record.sources(names)
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
        guard checkFileID(id, entry.name), let record = read(entry.name) else { continue }
        let reader = MapReader(
          names: names, brief: known, places: places, layers: layers, files: shapes, log: log)
        brief.maps.append(reader.map(record, id: id))
      }
      shapes.warnOfUnused()
    }
    if files["data"]?.isFolder == true {
      let entries = folder.entries("\(path)/data", log: log)
      warnOfLoneDescriptions(entries)
      let reader = TableReader(names: names, brief: known, log: log, rawHTML: rawHTML)
      for entry in entries where !entry.isFolder && entry.name.hasSuffix(".csv") {
        let id = SourceFile.stem(of: entry.name)
        guard checkFileID(id, entry.name), let file = folder.read(entry.name, log: log) else {
          continue
        }
        let about = entries.first { $0.name == "\(path)/data/\(id).yaml" }.flatMap {
          read($0.name)
        }
        if let table = reader.table(id: id, csv: file, about: about) { brief.tables.append(table) }
      }
    }
    readCharts(of: &brief, in: path, files, known)
    if let name = self.record?.names("keyMap").first {
      brief.keyMap = BriefNames(brief).maps.index(of: name, "map", log: log)
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
    for definition in definitions where known.notes[noteKey(definition.label)] == nil {
      known.notes[noteKey(definition.label)] = known.notes.count
    }
    return known
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
    var numbering = NoteNumbering(definitions, log: log)
    definitions = []
    numbering.number(&brief)
  }

  func checkText(of brief: inout Brief, entry: String?) {
    LocalFiles(folder: folder, entry: entry, log: log).check(&brief)
  }
}
