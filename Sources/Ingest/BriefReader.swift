internal import Diagnostics
internal import Markdown
internal import Model

/// Reads one brief: its record, sections, notes and data. Typed links stay unresolved.
struct BriefReader {
  let folder: ContentFolder
  let names: PortalNames
  let people: [Person]
  let language: String
  let allowsRawHTML: Bool
  let log: FindingLog
  /// Names of briefs that `related:` gives, resolved when all briefs are read.
  private(set) var related: [Record.Name] = []
  private var outline: Outline
  private var definitions: [NoteDefinition] = []

  init(
    folder: ContentFolder, names: PortalNames, people: [Person], language: String,
    allowsRawHTML: Bool, log: FindingLog
  ) {
    self.folder = folder
    self.names = names
    self.people = people
    self.language = language
    self.allowsRawHTML = allowsRawHTML
    self.log = log
    outline = Outline(log: log)
  }

  private var markdown: MarkdownOptions { MarkdownOptions(allowsRawHTML: allowsRawHTML) }

  /// A brief that is one Markdown file.
  mutating func oneFile(_ entry: ContentFolder.Entry) -> Brief? {
    guard let file = folder.read(entry.name, log: log) else { return nil }
    guard file.bytes.contains(where: { $0 > 0x20 }) else {
      log.error("empty", at: file.start, "the file is empty", hint: "write a brief, or remove it")
      return nil
    }
    let front = FrontMatter(file, log: log)
    let parsed = parseMarkdown(
      front.body, file: file.name, firstLine: front.bodyLine, options: markdown)
    log.add(contentsOf: parsed.findings)
    definitions = parsed.definitions
    let prose = parsed.prose
    let roots = prose.roots
    let topLevel = roots.filter { prose.nodes[$0].kind == .heading && prose.nodes[$0].detail == 1 }

    var title = front.record?.text("title")
    var body = roots[...]
    if title == nil, let first = topLevel.first {
      title = prose.plainText(in: (first + 1)..<Int(prose.nodes[first].end))
      body = body.filter { $0 != first }[...]
    }
    guard var brief = brief(front.record, title: title, file: file, stem: file.stem) else {
      return nil
    }
    brief.isOneFile = true
    // Sections are the headings of level 1 where the title is given elsewhere and the file uses them.
    let level = body.contains { prose.nodes[$0].kind == .heading && prose.nodes[$0].detail == 1 }
      ? 1 : 2
    let isNumbered = front.record?.flag("numberSections") ?? true
    addSections(of: prose, roots: Array(body), level: level, isNumbered: isNumbered, file, to: &brief)
    settleNotes(of: &brief)
    checkText(of: &brief, entry: nil)
    return brief
  }

  /// A brief that is a folder.
  mutating func folderBrief(_ entry: ContentFolder.Entry) -> Brief? {
    let entries = folder.entries(entry.name, log: log)
    let stem = entry.name.split(separator: "/").last.map(String.init) ?? entry.name
    let files = Dictionary(
      entries.map { ($0.name.dropFirst(entry.name.count + 1).description, $0) },
      uniquingKeysWith: { a, _ in a })
    var record: Record?
    var file = SourceFile(name: "\(entry.name)/brief.yaml", bytes: [])
    if files["brief.yaml"] != nil {
      guard let read = folder.read(file.name, log: log) else { return nil }
      file = read
      record = YAMLReader(file: file, log: log).record().map(withHTML)
      if record == nil { return nil }
    }
    let sections = entries.filter { !$0.isFolder && $0.name.hasSuffix(".md") }
    let isNumbered = record?.flag("numberSections") ?? true
    var parts: [Section] = []
    for section in sections {
      if section.name == "\(entry.name)/notes.md" {
        addNotesFile(section.name)
      } else if let part = self.section(section.name) {
        parts.append(part.section)
        if !part.isNumbered || !isNumbered { parts[parts.count - 1].number = nil }
      }
    }
    var number = 0
    for index in parts.indices where parts[index].number != nil {
      number += 1
      parts[index].number = number
    }
    if record == nil, parts.isEmpty {
      log.error(
        "empty", at: SourceLocation(file: entry.name), "the folder holds no brief",
        hint: "write \(entry.name)/brief.yaml and a section such as 01-introduction.md")
      return nil
    }
    guard var brief = brief(record, title: record?.text("title") ?? parts.first?.title, file: file,
      stem: stem)
    else { return nil }
    brief.sections = parts
    warnOfStrays(entries, in: entry.name)
    readData(of: &brief, in: entry.name, files)
    settleNotes(of: &brief)
    checkText(of: &brief, entry: entry.name)
    return brief
  }

  // MARK: The record

  private mutating func brief(
    _ record: Record?, title: String?, file: SourceFile, stem: String
  ) -> Brief? {
    record?.expect(
      "id", "title", "subtitle", "series", "issue", "date", "language", "authors", "topics",
      "abstract", "keyFindings", "glance", "keyMap", "doi", "isbn", "issn", "catalogue",
      "publisher", "project", "funder", "disclaimer", "licence", "original", "numberSections",
      "slug", "aliases", "related", "revisions", "translations", "summary")
    guard let title, !title.isEmpty else {
      log.error(
        "missing-title", at: record?.location ?? file.start, "the brief has no title",
        hint: "give “title: …”, or begin with a heading “# Title”")
      return nil
    }
    let slug = checkedSlug(record, "slug") ?? slug(stem)
    var brief = Brief(
      id: checkedSlug(record, "id") ?? slug, slug: slug.isEmpty ? "brief" : slug, title: title,
      language: record?.language("language") ?? language, file: file.name)
    guard let record = record.map(withHTML) else { return brief }
    brief.subtitle = record.text("subtitle")
    brief.series = record.text("series")
    brief.issue = record.text("issue")
    brief.date = record.date("date")
    brief.authors = record.names("authors").map(author)
    brief.topics = record.names("topics").map(\.text)
    brief.abstract = record.blocks("abstract")
    brief.keyFindings = record.inlineList("keyFindings")
    brief.doi = record.text("doi")
    brief.isbn = record.text("isbn")
    brief.issn = record.text("issn")
    brief.catalogue = record.text("catalogue")
    brief.publisher = record.publisher("publisher")
    brief.project = record.inlines("project")
    brief.funder = record.inlines("funder")
    brief.disclaimer = record.inlines("disclaimer")
    brief.licence = record.licence("licence")
    brief.aliases = record.names("aliases").compactMap { name in
      if isID(name.text) { return name.text }
      log.error("slug", at: name.location, "“\(name.text)” cannot be part of an address",
        hint: "use letters, digits and hyphens")
      return nil
    }
    related = record.names("related")
    brief.revisions = record.records("revisions").compactMap { revision in
      revision.expect("date", "summary")
      return revision.date("date").map { Revision(date: $0, summary: revision.inlines("summary")) }
    }
    if let original = record.record("original") {
      original.expect("statement", "title", "url")
      brief.original = Original(
        statement: original.inlines("statement"), title: original.text("title"),
        url: original.url("url"))
    }
    brief.glance = record.records("glance").map { figure in
      figure.expect("value", "label", "note")
      return GlanceFigure(
        value: figure.required("value", of: "a figure at a glance") ?? "",
        label: figure.inlines("label"))
    }
    self.record = record
    return brief
  }

  private var record: Record?

  private func withHTML(_ record: Record) -> Record {
    var origin = record.origin
    origin.allowsRawHTML = allowsRawHTML
    return Record(record.mapping, origin)
  }

  private func checkedSlug(_ record: Record?, _ key: String) -> String? {
    guard let record, let text = record.text(key) else { return nil }
    if isID(text) { return text }
    log.error(
      "slug", at: record.location(of: key), "“\(text)” cannot be part of an address",
      hint: "use letters, digits and hyphens")
    return nil
  }

  /// An id of people.yaml, or a name. What looks like an id and is none is a fault.
  private func author(_ name: Record.Name) -> Author {
    if let index = names.people[name.text] {
      return Author(name: people[index].name, person: index)
    }
    let looksLikeID = name.text.contains("-") && name.text == name.text.lowercased()
      && !name.text.contains(" ")
    if looksLikeID {
      log.error(
        "unknown-person", at: name.location, "there is no person “\(name.text)” in people.yaml",
        hint: didYouMean(name.text, among: names.people.keys) ?? "add the person, or write a plain name")
    }
    return Author(name: name.text)
  }

  // MARK: Sections

  private mutating func section(_ name: String) -> (section: Section, isNumbered: Bool)? {
    guard let file = folder.read(name, log: log) else { return nil }
    guard file.bytes.contains(where: { $0 > 0x20 }) else {
      log.error("empty", at: file.start, "the file is empty", hint: "write the section, or remove it")
      return nil
    }
    let front = FrontMatter(file, log: log)
    let record = front.record.map(withHTML)
    record?.expect("title", "id", "numbered", "summary")
    let parsed = parseMarkdown(
      front.body, file: name, firstLine: front.bodyLine, options: markdown)
    log.add(contentsOf: parsed.findings)
    definitions += parsed.definitions
    var prose = parsed.prose
    var heading = Prose()
    var headingID: String?
    var titleLocation = file.location(line: front.bodyLine)
    if let first = prose.roots.first(where: { prose.nodes[$0].kind == .heading }),
      prose.nodes[first].detail == 1 || record?.has("title") != true
    {
      let node = prose.nodes[first]
      heading = prose.slice((first + 1)..<Int(node.end))
      headingID = node.text.isEmpty ? nil : prose.string(node.text)
      titleLocation = SourceLocation(file: name, position: node.position)
      var rest = prose.slice(0..<first)
      rest.append(prose.slice(Int(node.end)..<prose.nodes.count))
      prose = rest
    }
    let stem = Self.withoutNumber(file.stem)
    if heading.isEmpty {
      let title = record?.text("title") ?? stem
      if record?.has("title") != true {
        log.warning(
          "missing-title", at: titleLocation, "the section has no title; it is called “\(title)”",
          hint: "begin it with “# Title”")
      }
      var node = ProseNode(.text, text: heading.store(title))
      node.end = 1
      heading.nodes = [node]
    }
    var id = checkedSlug(record, "id") ?? headingID ?? slug(stem)
    if id.isEmpty { id = "section" }
    if !isID(id) {
      log.error("id", at: titleLocation, "“\(id)” cannot be an id", hint: "use letters, digits and hyphens")
    }
    _ = outline.take(id, at: titleLocation)
    let contents = outline.settle(&prose, titleLevel: 1, file: name)
    return (
      Section(
        id: id, title: heading.plainText, heading: heading, number: 0,
        summary: record?.inlines("summary") ?? Prose(), body: prose, contents: contents, file: name),
      record?.flag("numbered") ?? true
    )
  }

  private mutating func addSections(
    of prose: Prose, roots: [Int], level: Int, isNumbered: Bool, _ file: SourceFile,
    to brief: inout Brief
  ) {
    var start = 0
    var parts: [(heading: Int?, blocks: [Int])] = []
    var blocks: [Int] = []
    var heading: Int?
    func close() {
      if heading != nil || !blocks.isEmpty { parts.append((heading, blocks)) }
    }
    for root in roots {
      if prose.nodes[root].kind == .heading, prose.nodes[root].detail == level {
        close()
        (heading, blocks) = (root, [])
      } else {
        blocks.append(root)
      }
    }
    close()
    for part in parts {
      var body = Prose()
      if let first = part.blocks.first, let last = part.blocks.last {
        body = prose.slice(first..<Int(prose.nodes[last].end))
      }
      guard let index = part.heading else {
        _ = outline.take("opening", at: file.start)
        let contents = outline.settle(&body, titleLevel: level, file: file.name)
        brief.sections.append(
          Section(
            id: "opening", title: "", heading: Prose(), number: nil, summary: Prose(), body: body,
            contents: contents, file: file.name))
        continue
      }
      start += 1
      let node = prose.nodes[index]
      let title = prose.plainText(in: (index + 1)..<Int(node.end))
      let location = SourceLocation(file: file.name, position: node.position)
      let id = node.text.isEmpty ? outline.freeAnchor(title) : prose.string(node.text)
      _ = outline.take(id, at: location)
      let contents = outline.settle(&body, titleLevel: level, file: file.name)
      brief.sections.append(
        Section(
          id: id, title: title, heading: prose.slice((index + 1)..<Int(node.end)),
          number: isNumbered ? start : nil, summary: Prose(), body: body, contents: contents,
          file: file.name))
    }
  }

  private mutating func addNotesFile(_ name: String) {
    guard let file = folder.read(name, log: log) else { return }
    let parsed = parseMarkdown(file.bytes, file: name, options: markdown)
    log.add(contentsOf: parsed.findings)
    definitions += parsed.definitions
    if let first = parsed.prose.nodes.first {
      log.warning(
        "notes-file", at: SourceLocation(file: name, position: first.position),
        "notes.md holds definitions of notes only; this text is left out",
        hint: "move it to a section")
    }
  }

  /// `03-strongholds` is `strongholds`.
  private static func withoutNumber(_ stem: String) -> String {
    let digits = stem.prefix { $0.isASCII && $0.isNumber }
    let rest = stem.dropFirst(digits.count).drop { "-_. ".contains($0) }
    return digits.isEmpty || rest.isEmpty ? stem : String(rest)
  }

  private func warnOfStrays(_ entries: [ContentFolder.Entry], in folder: String) {
    let known = ["brief.yaml", "sources.yaml", "events.yaml"]
    for entry in entries where !entry.isFolder {
      let name = String(entry.name.dropFirst(folder.count + 1))
      guard name.hasSuffix(".yaml") || name.hasSuffix(".yml"), !known.contains(name) else { continue }
      log.warning(
        "unknown-file", at: SourceLocation(file: entry.name), "“\(name)” is not read",
        hint: didYouMean(name, among: known) ?? "known files are \(known.joined(separator: ", "))")
    }
  }

  // MARK: Data

  private mutating func readData(
    of brief: inout Brief, in path: String, _ files: [String: ContentFolder.Entry]
  ) {
    var known = BriefNames(brief)
    for definition in definitions where known.notes[noteKey(definition.label)] == nil {
      known.notes[noteKey(definition.label)] = known.notes.count
    }
    if let record {
      for (index, figure) in record.records("glance").enumerated() {
        brief.glance[index].note = figure.notes(known).first
      }
    }
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
      for entry in folder.entries("\(path)/maps", log: log)
      where !entry.isFolder && entry.name.hasSuffix(".yaml") {
        let id = SourceFile.stem(of: entry.name)
        guard checkFileID(id, entry.name), let record = read(entry.name) else { continue }
        brief.maps.append(record.map(id: id, names, known))
      }
    }
    if files["data"]?.isFolder == true {
      let entries = folder.entries("\(path)/data", log: log)
      let reader = TableReader(names: names, brief: known, log: log, allowsRawHTML: allowsRawHTML)
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
    if let name = self.record?.names("keyMap").first {
      brief.keyMap = BriefNames(brief).maps.index(of: name, "map", log: log)
    }
  }

  private func checkFileID(_ id: String, _ name: String) -> Bool {
    if isID(id) { return true }
    log.error(
      "file-name", at: SourceLocation(file: name), "“\(id)” cannot be an id",
      hint: "name the file with letters, digits and hyphens")
    return false
  }

  // MARK: Notes, and files that the text names

  private mutating func settleNotes(of brief: inout Brief) {
    if brief.isOneFile, let record {
      var known = BriefNames(brief)
      for definition in definitions where known.notes[noteKey(definition.label)] == nil {
        known.notes[noteKey(definition.label)] = known.notes.count
      }
      for (index, figure) in record.records("glance").enumerated() {
        brief.glance[index].note = figure.notes(known).first
      }
    }
    NoteNumbering(definitions, log: log).number(&brief)
  }

  private func checkText(of brief: inout Brief, entry: String?) {
    LocalFiles(folder: folder, entry: entry, log: log).check(&brief)
  }
}
