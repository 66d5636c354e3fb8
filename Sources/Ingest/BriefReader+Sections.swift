internal import Diagnostics
internal import Markdown
internal import Model

// Sections: a file each, or the headings of one file.

extension BriefReader {
  mutating func section(_ name: String) -> (section: Section, isNumbered: Bool)? {
    guard let file = folder.read(name, log: log) else { return nil }
    guard file.bytes.contains(where: { $0 > 0x20 }) else {
      log.error(
        "empty", at: file.start, "the file is empty", hint: "write the section, or remove it")
      return nil
    }
    let front = FrontMatter(file, log: log)
    let record = front.record.flatMap { folder.edited($0) }.map(withHTML)
    record?.expect("title", "id", "numbered", "summary")
    let stem = Self.withoutNumber(file.stem)
    let (parsed, isCut, _) = parsed(front.body, file, firstLine: front.bodyLine)
    // A mark on the title is one on all of it.
    if front.record != nil && record == nil
      || parsed.prose.isEmpty && isCut
    {
      leaveOut(front.record, parsed, stem: stem, file)
      return nil
    }
    definitions += parsed.definitions
    if let translation = folder.translation(of: name, log: log),
      let section = translatedSection(
        translation, of: file, record, id: sectionID(record, parsed.prose, stem: stem))
    {
      return section
    }
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
    if heading.isEmpty {
      let title = record?.text("title") ?? stem
      if record?.has("title") != true, !front.isUnread {
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
    outline.take(section: id, at: titleLocation)
    let contents = outline.settle(&prose, titleLevel: 1, file: name)
    var section = Section(
      id: id, title: heading.plainText, heading: heading, number: 0,
      summary: record?.inlines("summary") ?? Prose(), body: prose, contents: contents, file: name)
    section.language = fallbackLanguage
    return (section, record?.flag("numbered") ?? true)
  }

  /// A section in the edition's language: its address and its place are those of what it translates. `nil`
  /// where the edition leaves the translation out.
  private mutating func translatedSection(
    _ translation: SourceFile, of file: SourceFile, _ own: Record?, id: String
  ) -> (section: Section, isNumbered: Bool)? {
    let front = FrontMatter(translation, log: log)
    let record = front.record.flatMap { folder.edited($0) }.map(withHTML)
    if front.record != nil, record == nil { return nil }
    record?.expect("title", "id", "numbered", "summary")
    let (parsed, _, _) = parsed(front.body, translation, firstLine: front.bodyLine)
    translatedDefinitions += parsed.definitions
    var prose = parsed.prose
    var heading = Prose()
    if let first = prose.roots.first(where: { prose.nodes[$0].kind == .heading }),
      prose.nodes[first].detail == 1
    {
      heading = prose.slice((first + 1)..<Int(prose.nodes[first].end))
      var rest = prose.slice(0..<first)
      rest.append(prose.slice(Int(prose.nodes[first].end)..<prose.nodes.count))
      prose = rest
    } else {
      let title = record?.text("title") ?? Self.withoutNumber(file.stem)
      if record?.has("title") != true {
        log.warning(
          "missing-title", at: translation.location(line: front.bodyLine),
          "the section has no title; it is called “\(title)”", hint: "begin it with “# Title”")
      }
      var node = ProseNode(.text, text: heading.store(title))
      node.end = 1
      heading.nodes = [node]
    }
    if prose.isEmpty {
      log.warning(
        "translation", at: translation.start,
        "it has no text; the section stands in the language that it is written in",
        hint: "translate the text under the title too, or remove the file")
      return nil
    }
    outline.take(section: id, at: translation.start)
    let contents = outline.settle(&prose, titleLevel: 1, file: translation.name)
    var section = Section(
      id: id, title: heading.plainText, heading: heading, number: 0,
      summary: record?.inlines("summary") ?? Prose(), body: prose, contents: contents,
      file: file.name)
    section.translation = translation.name
    return (section, own?.flag("numbered") ?? true)
  }

  /// The id of a section by its front matter, its title or its file.
  private func sectionID(_ record: Record?, _ prose: Prose, stem: String) -> String {
    let first = prose.nodes.first { $0.kind == .heading }
    let isTitle = first.map { $0.detail == 1 || record?.has("title") != true } ?? false
    let given =
      isTitle ? first.map { prose.string($0.text) }.flatMap { $0.isEmpty ? nil : $0 } : nil
    let id = checkedSlug(record, "id") ?? given ?? slug(stem)
    return id.isEmpty ? "section" : id
  }

  /// The language of what is not translated.
  var fallbackLanguage: String? {
    folder.translation == nil ? nil : writtenIn
  }

  /// Keeps what a section can be named by that the edition does not hold, and the notes defined in it.
  private func leaveOut(
    _ record: Record?, _ parsed: ParsedMarkdown, stem: String, _ file: SourceFile
  ) {
    let heading = parsed.prose.nodes.first { $0.kind == .heading }
    let names = [
      record?.text("id"), heading.map { parsed.prose.string($0.text) }, stem, slug(stem),
    ]
    for name in names { name.map(log.leaveOut) }
    log.leaveOut(file.name)
    for definition in parsed.definitions { log.leaveOut(definition.label) }
  }

  /// The sections of a brief in one file.
  ///
  /// - Parameter ids: theirs, where they translate others; else they follow from their headings.
  mutating func addSections(
    of text: OneFileText, ids: [String]? = nil, isNumbered: Bool, _ file: SourceFile,
    to brief: inout Brief
  ) {
    let prose = text.prose
    var number = 0
    for (position, part) in text.parts.enumerated() {
      var body = Prose()
      if let first = part.blocks.first, let last = part.blocks.last {
        body = prose.slice(first..<Int(prose.nodes[last].end))
      }
      guard let index = part.heading else {
        outline.take(section: "opening", at: file.start)
        let contents = outline.settle(&body, titleLevel: text.level, file: file.name)
        brief.sections.append(
          Section(
            id: "opening", title: "", heading: Prose(), number: nil, summary: Prose(), body: body,
            contents: contents, file: file.name))
        continue
      }
      number += 1
      let node = prose.nodes[index]
      let heading = prose.words(ofHeading: index)
      let title = heading.plainText
      let location = SourceLocation(file: file.name, position: node.position)
      let id: String
      if let ids {
        id = ids[position]
        outline.take(section: id, at: location)
      } else if node.text.isEmpty {
        id = outline.freeAnchor(title, at: location)
      } else {
        id = prose.string(node.text)
        outline.take(section: id, at: location)
      }
      let contents = outline.settle(&body, titleLevel: text.level, file: file.name)
      brief.sections.append(
        Section(
          id: id, title: title, heading: heading, number: isNumbered ? number : nil,
          summary: Prose(), body: body, contents: contents, file: file.name))
    }
  }

  /// The same in the edition's language: their addresses are those of what they translate.
  ///
  /// - Parameter translation: the file of `translated`.
  mutating func addSections(
    of text: OneFileText, translated: OneFileText, isNumbered: Bool, _ file: SourceFile,
    _ translation: SourceFile, to brief: inout Brief
  ) {
    let parts = (own: text.parts, other: translated.parts)
    let opens = (own: parts.own.first?.heading == nil, other: parts.other.first?.heading == nil)
    guard parts.own.count == parts.other.count, opens.own == opens.other else {
      if opens.own != opens.other {
        log.error(
          "translation", at: translation.start,
          opens.own
            ? "the brief has text before its first heading, and its translation none"
            : "the translation has text before its first heading, and the brief none",
          hint: "give it in both, or in neither")
      } else {
        log.error(
          "translation", at: translation.start,
          "the brief has \(parts.own.count) sections, its translation \(parts.other.count)",
          hint: "give as many, in the same order")
      }
      addSections(of: translated, isNumbered: isNumbered, translation, to: &brief)
      return
    }
    // What is wrong with its headings is told where the brief is read in its own language.
    let before = outline
    outline = Outline(log: FindingLog())
    addSections(of: text, isNumbered: isNumbered, file, to: &brief)
    let ids = brief.sections.map(\.id)
    outline = before
    brief.sections = []
    addSections(
      of: translated, ids: ids, isNumbered: isNumbered, translation, to: &brief)
    for index in brief.sections.indices {
      brief.sections[index].file = file.name
      brief.sections[index].translation = translation.name
    }
  }

  /// A brief's text in the edition's language; `nil` where the file has front matter alone.
  mutating func text(translating own: OneFileText, _ file: SourceFile) -> OneFileText? {
    let front = FrontMatter(file, skipsRecord: true, log: log)
    let (parsed, _, _) = parsed(front.body, file, firstLine: front.bodyLine)
    translatedDefinitions += parsed.definitions
    return parsed.prose.isEmpty ? nil : OneFileText(parsed.prose, translating: own)
  }

  mutating func addNotesFile(_ name: String) {
    guard let file = folder.read(name, log: log) else { return }
    definitions += definitionsAlone(in: file)
    if let translation = folder.translation(of: name, log: log) {
      translatedDefinitions += definitionsAlone(in: translation)
    }
  }

  private func definitionsAlone(in file: SourceFile) -> [NoteDefinition] {
    let front = FrontMatter(file, log: log)
    let (parsed, _, _) = parsed(front.body, file, firstLine: front.bodyLine)
    front.record?.expect()
    if let record = front.record, folder.edited(record) == nil {
      for definition in parsed.definitions { log.leaveOut(definition.label) }
      return []
    }
    if let first = parsed.prose.nodes.first {
      log.warning(
        "notes-file", at: SourceLocation(file: file.name, position: first.position),
        "notes.md holds definitions of notes only; this text is left out",
        hint: "move it to a section")
    }
    return parsed.definitions
  }

  /// `03-strongholds` is `strongholds`.
  static func withoutNumber(_ stem: String) -> String {
    let digits = stem.prefix { $0.isASCII && $0.isNumber }
    let rest = stem.dropFirst(digits.count).drop { "-_. ".contains($0) }
    return digits.isEmpty || rest.isEmpty ? stem : String(rest)
  }
}
