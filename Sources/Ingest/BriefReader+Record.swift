internal import Diagnostics
internal import Model

// brief.yaml, or front matter.

extension BriefReader {
  mutating func brief(
    _ record: Record?, title: String?, file: SourceFile, stem: String
  ) -> Brief? {
    record?.expect(
      "id", "title", "subtitle", "series", "issue", "date", "language", "authors", "topics",
      "abstract", "keyFindings", "glance", "keyMap", "doi", "isbn", "issn", "catalogue",
      "publisher", "project", "funder", "disclaimer", "licence", "original", "numberSections",
      "slug", "aliases", "related", "revisions", "translations", "summary", "draft", "publishAt")
    guard let title, !title.isEmpty else {
      log.error(
        "missing-title", at: record?.location ?? file.start, "the brief has no title",
        hint: "give “title: …”, or begin with a heading “# Title”")
      return nil
    }
    let slug = checkedSlug(record, "slug") ?? slug(stem)
    var brief = Brief(
      id: checkedSlug(record, "id") ?? slug, slug: slug.isEmpty ? "brief" : slug, title: title,
      language: siteLanguage ?? ownLanguage(record), file: file.name)
    brief.writtenIn = ownLanguage(record)
    brief.translated = translatedKeys
    guard let record = record.map(withHTML) else { return brief }
    guard isPublished(record, file) else {
      leaveOut(record, stem: stem)
      return nil
    }
    brief.isDraft = record.flag("draft") ?? false
    brief.subtitle = record.text("subtitle")
    brief.series = record.text("series")
    brief.ownSeries = record.ownText("series").flatMap { $0 == brief.series ? nil : $0 }
    brief.issue = record.text("issue")
    brief.date = record.date("date")
    brief.authors = record.translatedNames("authors")
      .filter { !names.leftOut.contains(noteKey(($1 ?? $0).text)) }.map(author)
    let topics = record.translatedNames("topics")
    brief.topics = topics.map(\.name.text)
    if topics.contains(where: { $0.own != nil }) {
      brief.ownTopics = topics.map { ($0.own ?? $0.name).text }
    }
    brief.abstract = record.blocks("abstract")
    brief.keyFindings = record.inlineList("keyFindings")
    brief.doi = record.doi("doi")
    brief.isbn = record.number("isbn", "ISBN", like: "978-92-9466-156-2", isISBN)
    brief.issn = record.number("issn", "ISSN", like: "1234-5679", isISSN)
    brief.catalogue = record.text("catalogue")
    brief.publisher = record.publisher("publisher")
    brief.project = record.inlines("project")
    brief.funder = record.inlines("funder")
    brief.disclaimer = record.inlines("disclaimer")
    brief.licence = record.licence("licence")
    brief.aliases = record.names("aliases").compactMap { name in
      if isID(name.text) { return name.text }
      log.error(
        "slug", at: name.location, "“\(name.text)” cannot be part of an address",
        hint: "use letters, digits and hyphens")
      return nil
    }
    related = record.names("related")
    if comparesFaults { brief.translations = translations(record, of: wholeOwn ?? record) }
    revisionSections = []
    for revision in record.records("revisions") { add(revision, to: &brief) }
    if let original = record.record("original") {
      original.expect("statement", "title", "url")
      brief.original = Original(
        statement: original.inlines("statement"), title: original.text("title"),
        url: original.url("url"))
    }
    self.record = record
    return brief
  }

  /// Whether the edition holds the brief as of when it is made.
  private func isPublished(_ record: Record, _ file: SourceFile) -> Bool {
    var isPublished = true
    for key in ["draft", "publishAt"] where record.keys.contains(key) && !record.has(key) {
      log.error(
        "missing-value", at: record.location(of: key), "“\(key)” says nothing",
        hint: key == "draft" ? "write draft: true" : "write a time: 2022-04-05T06:00+02:00")
    }
    if record.flag("draft") ?? false {
      log.meet(draft: file.name)
      isPublished = false
    }
    if let text = record.text("publishAt") {
      guard let time = Instant(text) else {
        log.error(
          "date", at: record.location(of: "publishAt"), "“\(text)” is no time",
          hint: "write 2022-04-05 (its first second in UTC), or 2022-04-05T06:00+02:00")
        return folder.edition.holdsUnpublished
      }
      if folder.edition.now.map({ $0 < time }) ?? true {
        log.meet(waiting: file.name)
        isPublished = false
      }
    }
    return isPublished || folder.edition.holdsUnpublished
  }

  /// Keeps what a brief can be named by that the edition does not hold.
  func leaveOut(_ record: Record?, stem: String) {
    log.leaveOut(stem)
    for key in ["id", "slug"] { record?.text(key).map(log.leaveOut) }
    log.leaveOut(slug(stem))
  }

  /// What a brief is written in.
  func ownLanguage(_ record: Record?) -> String {
    guard let text = record?.text("language") else { return language }
    return record?.language(text, at: nil) ?? language
  }

  /// The brief's record with its translation, once it is known which language that is to be in.
  mutating func wholeRecord(_ name: String) -> Record? {
    folder.translation = nil
    return folder.wholeRecord(name, log: log).map { settlingLanguage($0) }
  }

  /// From here on what is read is taken in the edition's language, where it is another than the brief's.
  mutating func settlingLanguage(_ record: Record) -> Record {
    let own = record.language("language") ?? language
    writtenIn = own
    guard let siteLanguage, siteLanguage != own else { return record }
    folder.translation = siteLanguage
    var translated = RecordTranslation(of: record, into: siteLanguage, edition: folder.edition)
    if let inner = record.record("translations")?.record(siteLanguage) {
      translatedKeys.formUnion(translated.add(inner.mapping))
    }
    if let file = folder.translation(of: record.origin.file.name, log: log) {
      translatedKeys.formUnion(translated.add(file))
    }
    return translated.record
  }

  private mutating func add(_ record: Record, to brief: inout Brief) {
    record.expect("date", "summary", "wording")
    guard let date = record.date("date") else {
      if !record.has("date") { _ = record.required("date", of: "a revision") }
      return
    }
    var revision = Revision(date: date, summary: record.inlines("summary"))
    for passage in record.records("wording") {
      passage.expect("section", "was", "now")
      let wording = Rewording(was: passage.inlines("was"), now: passage.inlines("now"))
      if wording.was.isEmpty, wording.now.isEmpty {
        log.error(
          "missing-key", at: passage.location, "a passage of a revision has no wording",
          hint: "give “was”, “now” or both")
        continue
      }
      if let name = passage.names("section").first {
        revisionSections.append((brief.revisions.count, revision.wording.count, name))
      }
      revision.wording.append(wording)
    }
    brief.revisions.append(revision)
  }

  /// Finds the sections that revisions name, when all have been read.
  func settleRevisions(of brief: inout Brief) {
    if revisionSections.isEmpty { return }
    let sections = Dictionary(
      brief.sections.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    for (revision, passage, name) in revisionSections {
      brief.revisions[revision].wording[passage].section = sections.index(
        of: name, "section", log: log)
    }
  }

  func withHTML(_ record: Record) -> Record {
    var origin = record.origin
    origin.rawHTML = rawHTML
    origin.fallbackLanguage = fallbackLanguage
    return Record(record.mapping, origin)
  }

  func checkedSlug(_ record: Record?, _ key: String) -> String? {
    guard let record, let text = record.text(key) else { return nil }
    if isID(text) { return text }
    log.error(
      "slug", at: record.location(of: key), "“\(text)” cannot be part of an address",
      hint: "use letters, digits and hyphens")
    return nil
  }

  /// An id of people.yaml, or a name. What looks like an id and is none is a fault. A translation may call
  /// a person otherwise.
  func author(_ name: Record.Name, own: Record.Name?) -> Author {
    // Who it is, the original says.
    let translated = names.people[name.text].map { people[$0].name } ?? name.text
    if let index = names.people[(own ?? name).text] {
      return Author(name: translated, person: index)
    }
    if let own, translated != name.text {
      return Author(name: translated, ownName: own.text)
    }
    let looksLikeID =
      name.text.contains("-") && name.text == name.text.lowercased()
      && !name.text.contains(" ")
    if looksLikeID {
      log.error(
        "unknown-person", at: name.location, "there is no person “\(name.text)” in people.yaml",
        hint: log.didYouMean(name.text, among: names.people.keys)
          ?? "add the person, or write a plain name")
    }
    return Author(
      name: name.text, ownName: own.flatMap { $0.text == name.text ? nil : $0.text })
  }
}
