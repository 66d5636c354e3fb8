internal import Diagnostics
internal import Markdown
internal import Model
internal import Yams

// What a brief says in other languages: `translations:` and folders named by a language.

extension BriefReader {
  /// Reads translations to be compared; what is wrong in them is told where they are read to be shown.
  func addTranslations(_ entries: [ContentFolder.Entry], in path: String, to brief: inout Brief) {
    for entry in entries where entry.isFolder {
      let language = String(entry.name.dropFirst(path.count + 1))
      guard language.isLanguageTag else { continue }
      let log = FindingLog()
      defer { self.log.lose(log.unread) }
      let files = folder.entries(entry.name, log: log).filter { !$0.isFolder }
      // A folder of pictures may have a short name too.
      guard files.contains(where: { $0.name.hasSuffix(".md") || $0.name.hasSuffix(".yaml") }) else {
        continue
      }
      var translation = brief.takeTranslation(language)
      for file in files {
        guard let source = folder.read(file.name, log: log) else { continue }
        let name = String(file.name.dropFirst(entry.name.count + 1))
        if name.hasSuffix(".md") {
          translation.parts.append(part(name, source, log))
        } else if name.hasSuffix(".yaml"),
          let record = YAMLReader(file: source, log: log).record()
        {
          translation.fields += fields(
            of: .mapping(record.mapping), name == "brief.yaml" ? [] : [name])
        }
      }
      brief.translations.append(translation)
    }
    brief.translations.sort { $0.language < $1.language }
  }

  /// `translations:` of a brief's record: what each language gives.
  func translations(_ record: Record) -> [Translation] {
    guard case .mapping(let languages) = record.node("translations") else { return [] }
    return languages.map { language, value in
      var translation = Translation(language: language.string ?? "")
      translation.fields = fields(of: value, [])
      return translation
    }
  }

  /// The same of a brief in one file, whose translations stand in folders beside it.
  func addTranslations(of entry: ContentFolder.Entry, to brief: inout Brief) {
    for language in names.languages {
      var own = folder
      own.translation = language
      let log = FindingLog()
      defer { self.log.lose(log.unread) }
      guard let file = own.translation(of: entry.name, log: log) else { continue }
      var translation = brief.takeTranslation(language)
      if let record = FrontMatter(file, log: log).record {
        translation.fields += fields(of: .mapping(record.mapping), [])
      }
      let name = entry.name.split(separator: "/").last.map(String.init) ?? entry.name
      let part = part(name, file, log)
      if !part.body.isEmpty || !part.notes.isEmpty { translation.parts.append(part) }
      brief.translations.append(translation)
    }
    brief.translations.sort { $0.language < $1.language }
  }

  private func part(_ name: String, _ file: SourceFile, _ log: FindingLog) -> TranslatedPart {
    let front = FrontMatter(file, log: log)
    let parsed = parseMarkdown(
      front.body, file: file.name, firstLine: front.bodyLine, options: markdown)
    return TranslatedPart(
      name: name, file: file.name, body: parsed.prose,
      notes: parsed.definitions.map {
        Note(label: $0.label, number: 0, body: $0.body, location: $0.location)
      })
  }

  private func fields(of node: Node, _ path: [String]) -> [TranslatedField] {
    switch node {
    case .scalar(let scalar):
      [TranslatedField(name: path.joined(separator: " "), text: scalar.string)]
    case .mapping(let mapping):
      mapping.flatMap { key, value in fields(of: value, path + [key.string ?? ""]) }
    case .sequence(let items):
      items.enumerated().flatMap { index, item in fields(of: item, path + ["\(index + 1)"]) }
    case .alias: []
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
}
