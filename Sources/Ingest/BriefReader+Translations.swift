internal import Diagnostics
internal import Markdown
internal import Model
internal import Yams

// What a brief says in other languages, to be compared: `translations:`, and files in folders named by a
// language. What is wrong in them is told where they are read to be shown. Of what the edition leaves out
// they say nothing either.

extension BriefReader {
  func addTranslations(_ entries: [ContentFolder.Entry], in path: String, to brief: inout Brief) {
    for entry in entries where entry.isFolder {
      let language = String(entry.name.dropFirst(path.count + 1))
      guard language.isLanguageTag else { continue }
      let log = FindingLog(leftOut: self.log.leftOut)
      defer { self.log.lose(log.unread) }
      let files = folder.entries(entry.name, log: log).filter { !$0.isFolder }
      // A folder of pictures may have a short name too.
      guard files.contains(where: { $0.name.hasSuffix(".md") || $0.name.hasSuffix(".yaml") }) else {
        continue
      }
      var translation = brief.takeTranslation(language)
      for file in files {
        let name = String(file.name.dropFirst(entry.name.count + 1))
        guard !log.isLeftOut("\(path)/\(name)"), let source = folder.read(file.name, log: log)
        else { continue }
        if name.hasSuffix(".md") {
          if let part = part(name, source, log) { translation.parts.append(part) }
        } else if name.hasSuffix(".yaml"),
          let record = YAMLReader(file: source, log: log).record()
        {
          let own = folder.read("\(path)/\(name)", log: FindingLog())
            .flatMap { YAMLReader(file: $0, log: FindingLog()).record() }
          translation.fields += fields(
            of: .mapping(record.mapping), translating: own.map { .mapping($0.mapping) },
            name == "brief.yaml" ? [] : [name], record.origin)
        }
      }
      add(translation, to: &brief, log)
    }
    brief.translations.sort { $0.language < $1.language }
  }

  /// The same of a brief in one file, whose translations stand in folders beside it.
  ///
  /// - Parameter own: its front matter, with what the edition leaves out.
  func addTranslations(
    of entry: ContentFolder.Entry, _ own: Record?, to brief: inout Brief
  ) {
    for language in names.languages {
      var folder = folder
      folder.translation = language
      let log = FindingLog(leftOut: self.log.leftOut)
      defer { self.log.lose(log.unread) }
      guard let file = folder.translation(of: entry.name, log: log) else { continue }
      var translation = brief.takeTranslation(language)
      if let record = FrontMatter(file, log: log).record {
        translation.fields += fields(
          of: .mapping(record.mapping), translating: own.map { .mapping($0.mapping) }, [],
          record.origin)
      }
      let name = entry.name.split(separator: "/").last.map(String.init) ?? entry.name
      if let part = part(name, file, log), !part.body.isEmpty || !part.notes.isEmpty {
        translation.parts.append(part)
      }
      add(translation, to: &brief, log)
    }
    brief.translations.sort { $0.language < $1.language }
  }

  /// `translations:` of a brief's record: what each language gives.
  ///
  /// - Parameter own: the record with what the edition leaves out.
  func translations(_ record: Record, of own: Record) -> [Translation] {
    guard case .mapping(let languages) = record.node("translations") else { return [] }
    return languages.map { language, value in
      var translation = Translation(language: language.string ?? "")
      translation.fields = fields(
        of: value, translating: .mapping(own.mapping), [], record.origin)
      return translation
    }
  }

  /// Keeps a translation, without notes that nothing in the edition refers to.
  private func add(_ translation: Translation, to brief: inout Brief, _ log: FindingLog) {
    var translation = translation
    if folder.edition.audience != nil {
      var known = Set(brief.notes.map { noteKey($0.label) })
      for part in translation.parts {
        for node in part.body.nodes where node.kind == .noteReference {
          known.insert(noteKey(part.body.string(node.text)))
        }
      }
      for index in translation.parts.indices {
        translation.parts[index].notes.removeAll {
          !known.contains(noteKey($0.label)) || log.isLeftOut($0.label)
        }
      }
    }
    brief.translations.append(translation)
  }

  /// `nil` where the edition leaves it out.
  private func part(_ name: String, _ file: SourceFile, _ log: FindingLog) -> TranslatedPart? {
    let front = FrontMatter(file, log: log)
    if let record = front.record, folder.edited(record) == nil { return nil }
    var parsed = parseMarkdown(
      front.body, file: file.name, firstLine: front.bodyLine, options: markdown)
    let isCut = AudienceMarks(edition: folder.edition, file: file.name, log: log)
      .apply(to: &parsed, of: front.body).isCut
    if isCut, parsed.prose.isEmpty { return nil }
    return TranslatedPart(
      name: name, file: file.name, body: parsed.prose,
      notes: parsed.definitions.map {
        Note(label: $0.label, number: 0, body: $0.body, location: $0.location)
      })
  }

  /// - Parameter own: what it translates, with what the edition leaves out.
  private func fields(
    of node: Node, translating own: Node?, _ path: [String], _ origin: Record.Origin
  ) -> [TranslatedField] {
    let filter = AudienceFilter(
      edition: folder.edition,
      origin: Record.Origin(
        file: origin.file, linesBefore: origin.linesBefore, log: FindingLog()))
    func isLeftOut(_ mapping: Node.Mapping?) -> Bool {
      mapping.map { filter.filtered($0) == nil } ?? false
    }
    if isLeftOut(node.mapping) || isLeftOut(own?.mapping) { return [] }
    switch node {
    case .scalar(let scalar):
      return [TranslatedField(name: path.joined(separator: " "), text: scalar.string)]
    case .mapping(let mapping):
      return mapping.flatMap { key, value in
        let name = key.string ?? ""
        return fields(
          of: value, translating: own?.mapping?.first { $0.key.string == name }?.value,
          path + [name], origin)
      }
    case .sequence(let items):
      let others = own?.sequence.map(Array.init) ?? []
      return items.enumerated().flatMap { index, item in
        fields(
          of: item, translating: others.indices.contains(index) ? others[index] : nil,
          path + ["\(index + 1)"], origin)
      }
    case .alias: return []
    }
  }
}

extension Brief {
  /// What is known of a language, taken out of the list.
  fileprivate mutating func takeTranslation(_ language: String) -> Translation {
    guard let index = translations.firstIndex(where: { $0.language == language }) else {
      return Translation(language: language)
    }
    return translations.remove(at: index)
  }

  mutating func updateTranslations(_ update: (inout Prose) -> Void) {
    for index in translations.indices {
      for part in translations[index].parts.indices {
        update(&translations[index].parts[part].body)
        for note in translations[index].parts[part].notes.indices {
          update(&translations[index].parts[part].notes[note].body)
        }
      }
    }
  }
}
