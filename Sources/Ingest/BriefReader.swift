internal import Diagnostics
internal import Markdown
internal import Model
internal import Yams

/// Reads one brief: its record, sections, notes and data. Typed links stay unresolved.
struct BriefReader {
  var folder: ContentFolder
  let names: PortalNames
  let people: [Person]
  let places: [Place]
  /// Base layers of maps.
  let layers: [GeoLayer]
  let language: String
  let rawHTML: RawHTML
  let log: FindingLog
  /// Names of briefs that `related:` gives, resolved when all briefs are read.
  var related: [Record.Name] = []
  /// brief.yaml, or the front matter of a brief in one file.
  var record: Record?
  /// The same with what the edition leaves out.
  var wholeOwn: Record?
  var outline: Outline
  var definitions: [NoteDefinition] = []
  /// The language that it is to be read in; `nil` for its own.
  var siteLanguage: String?
  /// What the brief is written in.
  var writtenIn = ""
  /// Keys of its record that are translated into it.
  var translatedKeys: Set<String> = []
  /// Definitions of notes in that language, which take the place of others.
  var translatedDefinitions: [NoteDefinition] = []
  /// Whether it is read to be compared: without its record where that cannot be read, and with its translations.
  var comparesFaults = false
  /// Sections that revisions name, found when all have been read: of which revision and passage.
  var revisionSections: [(revision: Int, passage: Int, name: Record.Name)] = []

  init(
    folder: ContentFolder, names: PortalNames, people: [Person], places: [Place],
    layers: [GeoLayer], language: String, rawHTML: RawHTML, log: FindingLog
  ) {
    self.folder = folder
    self.names = names
    self.people = people
    self.places = places
    self.layers = layers
    self.language = language
    self.rawHTML = rawHTML
    self.log = log
    writtenIn = language
    outline = Outline(log: log)
  }

  var markdown: MarkdownOptions { MarkdownOptions(rawHTML: rawHTML) }

  /// The Markdown of a file, as the edition has it, and whether any of its text is left out, or all of it under
  /// its title.
  func parsed(
    _ body: some Collection<UInt8>, _ file: SourceFile, firstLine: Int = 1
  ) -> (ParsedMarkdown, isCut: Bool, hidesAll: Bool) {
    var parsed = parseMarkdown(body, file: file.name, firstLine: firstLine, options: markdown)
    log.add(contentsOf: parsed.findings)
    let cut = AudienceMarks(edition: folder.edition, file: file.name, log: log)
      .apply(to: &parsed, of: body)
    return (parsed, cut.isCut, cut.hidesAll)
  }

  /// A brief that is one Markdown file.
  mutating func oneFile(_ entry: ContentFolder.Entry) -> Brief? {
    guard let file = folder.read(entry.name, log: log) else { return nil }
    guard file.bytes.contains(where: { $0 > 0x20 }) else {
      log.error("empty", at: file.start, "the file is empty", hint: "write a brief, or remove it")
      return nil
    }
    var front = FrontMatter(file, log: log)
    let own =
      front.record ?? Record(Node.Mapping([]), Record.Origin(file: file, linesBefore: 0, log: log))
    wholeOwn = own
    let whole = settlingLanguage(own)
    let translation = folder.translation(of: entry.name, log: log).flatMap {
      isWithheld($0) ? nil : $0
    }
    if front.record != nil || translation != nil {
      front.record = folder.edited(whole, before: translation == nil ? front.bodyLine : .max)
      if front.record == nil {
        leaveOut(whole, stem: file.stem)
        return nil
      }
    }
    let (parsed, isCut, hidesAll) = parsed(front.body, file, firstLine: front.bodyLine)
    if hidesAll {
      leaveOut(whole, stem: file.stem)
      return nil
    }
    definitions = parsed.definitions
    let text = OneFileText(parsed.prose, title: own.text("title"))
    var title = text.title.map(\.plainText) ?? own.text("title")
    if let heading = text.title { reportNotes(inTitle: heading, file) }
    if translatedKeys.contains("title") { title = front.record?.text("title") ?? title }
    var translated: OneFileText?
    if let translation {
      translated = self.text(translating: text, translation)
      if let heading = translated?.title, !translatedKeys.contains("title") {
        reportNotes(inTitle: heading, translation)
        title = heading.plainText
        translatedKeys.insert("title")
      }
    }
    if title?.isEmpty ?? true {
      title = file.stem
      if !front.isUnread {
        log.warning(
          "missing-title", at: file.location(line: front.bodyLine),
          "the brief has no title; it is called “\(file.stem)”",
          hint: "give “title: …”, or begin with a heading “# Title”")
      }
    }
    guard var brief = brief(front.record, title: title, file: file, stem: file.stem) else {
      return nil
    }
    brief.isOneFile = true
    let isNumbered = front.record?.flag("numberSections") ?? true
    if let translation, let translated, translated.parts.count == text.parts.count || !isCut {
      addSections(
        of: text, translated: translated, isNumbered: isNumbered, file, translation, to: &brief)
    } else {
      addSections(of: text, isNumbered: isNumbered, file, to: &brief)
      for index in brief.sections.indices { brief.sections[index].language = fallbackLanguage }
      if let translation, translated != nil {
        translatedDefinitions = []
        log.warning(
          "translation", at: translation.start,
          "it has sections that the edition leaves out of the brief; the brief’s own text is shown",
          hint: "mark them here too: ## Title {audience: internal}")
      }
    }
    settleRevisions(of: &brief)
    settleNotes(of: &brief)
    if comparesFaults { addTranslations(of: entry, own, to: &brief) }
    checkText(of: &brief, entry: nil)
    brief.opening = brief.firstParagraph
    return brief
  }

  /// Whether the edition holds nothing of a translation, by its front matter.
  private func isWithheld(_ translation: SourceFile) -> Bool {
    FrontMatter(translation, log: FindingLog()).record.map { folder.edited($0) == nil } ?? false
  }

  /// The title stands on cards, in lists and in feeds, where notes cannot follow it.
  private func reportNotes(inTitle title: Prose, _ file: SourceFile) {
    for node in title.nodes where node.kind == .noteReference {
      log.error(
        "note-place", at: SourceLocation(file: file.name, position: node.position),
        "a brief’s title takes no notes", hint: "refer to it in the text")
    }
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
      let whole = wholeRecord(file.name)
      wholeOwn = whole
      record = whole.flatMap { folder.edited($0) }.map(withHTML)
      if let whole {
        file = whole.origin.file
        if record == nil {
          leaveOut(whole, stem: stem)
          return nil
        }
      }
      if record == nil, !comparesFaults { return nil }
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
    guard
      var brief = brief(
        record, title: record?.text("title") ?? parts.first?.title, file: file,
        stem: stem)
    else { return nil }
    brief.sections = parts
    warnOfStrays(entries, in: entry.name)
    if let language = folder.translation {
      folder.warnOfUselessTranslations(
        language, in: entry.name, parts: ["maps", "data", "charts"], log: log)
    }
    readData(of: &brief, in: entry.name, files)
    settleRevisions(of: &brief)
    settleNotes(of: &brief)
    if comparesFaults { addTranslations(entries, in: entry.name, to: &brief) }
    checkText(of: &brief, entry: entry.name)
    brief.opening = brief.firstParagraph
    return brief
  }
}

extension Brief {
  /// Of the first section that has any text.
  fileprivate var firstParagraph: String? {
    guard let first = sections.first(where: { !$0.body.isEmpty })?.body else { return nil }
    let paragraph = first.roots.first { first.nodes[$0].kind == .paragraph }
    return paragraph.map { first.plainText(in: $0..<Int(first.nodes[$0].end)) }
  }
}
