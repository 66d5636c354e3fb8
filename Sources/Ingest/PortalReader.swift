public import Diagnostics
internal import Markdown
public import Model

/// What a content folder gave.
public struct IngestedPortal: Sendable {
  /// Complete only where there is no error among the findings.
  public var portal: Portal
  /// In the order of files and places.
  public var findings: [Finding]
  /// Files that are there and could not be read, or not whole: relative to the content folder.
  public var unreadFiles: Set<String> = []
  /// What the edition leaves out, or might.
  public var withheld = Withheld()
}

/// Reads a content folder.
///
/// - Parameters:
///   - path: the folder.
///   - edition: what of it is read.
///   - jobs: how many briefs are read at once.
/// - Throws: `ContentFolderError` where there is no such folder. What is wrong inside it is findings.
public func readPortal(
  at path: String, edition: Edition = .everything, jobs: Int
) async throws(ContentFolderError) -> IngestedPortal {
  var folder = try ContentFolder(path)
  folder.edition = edition
  return await readPortal(in: folder, briefs: nil, jobs: jobs)
}

/// Reads a content folder, or some briefs and all records of it, to be compared: what has faults and must
/// not be shown, such as raw HTML, is kept. Links to the briefs that are not read are not checked.
///
/// - Parameters:
///   - path: the folder.
///   - replacements: what files that are there are taken to hold instead, by their names in the folder;
///     `nil` for one that is taken not to be there.
///   - briefs: files or folders, relative to the content folder (`briefs/first.md`); `nil` for all.
///   - edition: what of it is read.
/// - Throws: `ContentFolderError` where there is no such folder.
public func readForReview(
  at path: String, edition: Edition = .everything, replacing replacements: [String: [UInt8]?] = [:],
  briefs: Set<String>?, jobs: Int
) async throws(ContentFolderError) -> IngestedPortal {
  var folder = try ContentFolder(path).replacing(replacements)
  folder.edition = edition
  return await readPortal(in: folder, briefs: briefs, comparesFaults: true, jobs: jobs)
}

/// Reads a content folder that is given by its files, as the other does.
public func readForReview(
  _ files: ContentFiles, edition: Edition = .everything,
  replacing replacements: [String: [UInt8]?] = [:], briefs: Set<String>?,
  jobs: Int
) async -> IngestedPortal {
  var folder = ContentFolder(files).replacing(replacements)
  folder.edition = edition
  return await readPortal(in: folder, briefs: briefs, comparesFaults: true, jobs: jobs)
}

private func readPortal(
  in folder: ContentFolder, briefs wanted: Set<String>?, comparesFaults: Bool = false, jobs: Int
) async -> IngestedPortal {
  var reader = PortalReader(folder: folder, comparesFaults: comparesFaults)
  reader.readRecords()
  let briefs = await reader.readBriefs(wanted, keepingBodies: nil, jobs: jobs)
  _ = reader.finish(briefs.compactMap(\.read))
  return IngestedPortal(
    portal: reader.portal, findings: reader.findings, unreadFiles: reader.log.unread,
    withheld: reader.log.withheld)
}

/// The text of a file of a content folder, for quoting it in findings.
public func sourceLines(of file: String, in path: String) -> SourceLines? {
  guard let folder = try? ContentFolder(path) else { return nil }
  let log = FindingLog()
  return folder.readBytes(file, log: log).map { SourceLines($0.withoutByteOrderMark) }
}

struct PortalReader {
  var folder: ContentFolder
  /// Whether what must not be shown is kept, to be compared.
  let comparesFaults: Bool
  let log = FindingLog()
  var portal = Portal()
  var names = PortalNames()
  /// actors.yaml, read when the briefs that it names are known.
  private(set) var actors: Record?
  /// Rules of findings that only follow from a file that could not be read: they say nothing more.
  private(set) var followingRules: Set<String> = []

  /// What the content is written in, where it does not say.
  private(set) var ownLanguage = "en"

  /// The language that all of the site is to be in; `nil` where each brief has its own.
  var siteLanguage: String? {
    folder.edition.language ?? (portal.languages.count > 1 ? ownLanguage : nil)
  }

  /// The language of what is not translated.
  var fallbackLanguage: String? { folder.translation == nil ? nil : ownLanguage }

  /// The languages of the site, its own first.
  private mutating func settleLanguages(_ record: Record) {
    portal.languages = [ownLanguage]
    for name in record.names("languages") {
      guard let language = record.language(name.text, at: name.location),
        !portal.languages.contains(language)
      else { continue }
      portal.languages.append(language)
    }
    folder.translation = folder.edition.language.flatMap { $0 == ownLanguage ? nil : $0 }
  }

  init(folder: ContentFolder, comparesFaults: Bool) {
    self.folder = folder
    self.comparesFaults = comparesFaults
  }

  /// In the order of files and places.
  var findings: [Finding] {
    log.findings.filter { !followingRules.contains($0.rule) }.inOrder()
  }

  var rawHTML: RawHTML {
    portal.allowsRawHTML ? .allowed : comparesFaults ? .compared : .refused
  }

  // MARK: The portal's own files

  mutating func readRecords() {
    let entries = folder.entries("", log: log)
    let files = Set(entries.filter { !$0.isFolder }.map(\.name))
    let known = ["portal.yaml", "people.yaml", "actors.yaml", "places.yaml", "glossary.yaml"]
    for name in files.sorted() where name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      if known.contains(name) { continue }
      log.warning(
        "unknown-file", at: SourceLocation(file: name), "“\(name)” is not read",
        hint: log.didYouMean(name, among: known)
          ?? "known files are \(known.joined(separator: ", "))")
    }
    func read(_ name: String, unreadMakes rule: String? = nil) -> Record? {
      guard files.contains(name) else { return nil }
      let record = folder.record(name, log: log)
      if record == nil, let rule { followingRules.insert(rule) }
      return record
    }
    if let record = read("portal.yaml") {
      portal.allowsRawHTML = record.flag("rawHTML") ?? false
      record.read(into: &portal)
      record.checkSecurity(of: portal, now: folder.edition.now)
      ownLanguage = portal.language
      settleLanguages(record)
      if let language = folder.translation {
        var translation = RecordTranslation(of: record, into: language, edition: folder.edition)
        let file = folder.translation(of: "portal.yaml", log: log)
        var translatedKeys = Set(file.map { translation.add($0) } ?? [])
        if let record = folder.edited(translation.record) {
          record.read(into: &portal)
        } else {
          translatedKeys = []
        }
        portal.language = language
        portal.writtenIn = ownLanguage
        portal.translated = translatedKeys
        portal.sitePath = "\(language)/"
        if !portal.baseURL.isEmpty { portal.baseURL += portal.sitePath }
      }
    }
    func withHTML(_ record: Record?) -> Record? {
      record.map { record in
        var origin = record.origin
        origin.rawHTML = rawHTML
        origin.fallbackLanguage = fallbackLanguage
        return Record(record.mapping, origin)
      }
    }
    portal.people = withHTML(read("people.yaml", unreadMakes: "unknown-person"))?.people() ?? []
    portal.places = withHTML(read("places.yaml", unreadMakes: "unknown-place"))?.places() ?? []
    portal.terms = withHTML(read("glossary.yaml", unreadMakes: "unknown-term"))?.terms() ?? []
    actors = withHTML(read("actors.yaml", unreadMakes: "unknown-actor"))
    if entries.contains(where: { $0.name == "geo" && $0.isFolder }) {
      for entry in folder.entries("geo", log: log) where entry.name.hasSuffix(".geojson") {
        guard let file = folder.read(entry.name, log: log),
          let layer = geoLayer(file, edition: folder.edition, log: log)
        else { continue }
        portal.layers.append(layer)
      }
    }
    if let language = folder.translation {
      folder.warnOfUselessTranslations(language, in: "", log: log)
    }
    names.languages = portal.languages
    names.leftOut = log.leftOut
    names.people = index(portal.people.map(\.id))
    names.places = index(portal.places.map(\.id))
    names.unplaced = Set(portal.places.indices.filter { portal.places[$0].coordinate == nil })
    names.terms = index(portal.terms.map(\.id))
    names.layers = index(portal.layers.map(\.name))
    for feature in portal.layers.flatMap(\.features) {
      guard case .lines = feature.geometry, let name = feature.name else { continue }
      names.rivers.formUnion(name.names.map { $0.text.lowercased() })
    }
    names.actors = index(actors?.keys ?? [])
    for entry in entries where !entry.isFolder && entry.name.hasSuffix(".md") {
      guard let page = page(entry.name) else { continue }
      if portal.pages.contains(where: { $0.slug == page.slug }) {
        log.error(
          "page-name", at: SourceLocation(file: entry.name, line: 1, column: 1),
          "two pages have the address “\(page.slug).html”", hint: "rename one of the files")
      } else {
        portal.pages.append(page)
      }
    }
  }

  func index(_ ids: [String]) -> [String: Int] {
    Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
  }

  // MARK: Briefs

  /// Briefs, by their files and folders. Folders of the site's languages hold translations of those in one
  /// file.
  private func briefEntries() -> [ContentFolder.Entry] {
    var briefs: [ContentFolder.Entry] = []
    for entry in folder.entries("briefs", log: log) {
      let name = String(entry.name.dropFirst("briefs/".count))
      if entry.isFolder, portal.languages.count > 1, portal.languages.contains(name) {
        folder.warnOfUselessTranslations(name, in: "briefs", log: log)
      } else if entry.isFolder || name.hasSuffix(".md") {
        briefs.append(entry)
      }
    }
    return briefs
  }

  /// - Parameters:
  ///   - wanted: files or folders; `nil` for all.
  ///   - store: takes the briefs' bodies; `nil` where they keep them.
  ///   - work: told of each brief.
  ///   - known: what came of a brief before, where it would be the same again.
  mutating func readBriefs(
    _ wanted: Set<String>?, keepingBodies store: BodyStore?, jobs: Int,
    work: WorkLog? = nil,
    known: @escaping @Sendable (BriefReading, ContentFolder.Entry) -> BriefReading.Outcome? = {
      _, _ in nil
    }
  ) async -> [BriefReading.Outcome] {
    let all = briefEntries()
    let entries = wanted.map { wanted in all.filter { wanted.contains($0.name) } } ?? all
    if all.isEmpty {
      log.warning(
        "no-briefs", at: SourceLocation(file: "briefs"), "the content folder holds no brief",
        hint: "write briefs/first-brief.md")
    }
    work?.begin("briefs", of: entries.count)
    let reading = reading
    // Chunks, as a task for each brief would cost more; small ones, so that none is alone at the end.
    let size = max(1, min(16, entries.count / max(1, jobs * 4)))
    let chunks = stride(from: 0, to: entries.count, by: size).map {
      Array(entries[$0..<min($0 + size, entries.count)])
    }
    let results = await withTaskGroup(of: (Int, [BriefReading.Outcome]).self) { group in
      var results = [[BriefReading.Outcome]](repeating: [], count: chunks.count)
      var next = 0
      func start() {
        guard next < chunks.count else { return }
        let (number, chunk) = (next, chunks[next])
        next += 1
        group.addTask {
          let outcomes = chunk.map { entry in
            defer { work?.advance() }
            return known(reading, entry) ?? reading.read(entry, keepingBodies: store)
          }
          return (number, outcomes)
        }
      }
      for _ in 0..<max(1, jobs) { start() }
      for await (number, outcomes) in group {
        results[number] = outcomes
        start()
      }
      return results
    }
    let outcomes = results.flatMap(\.self)
    for outcome in outcomes {
      log.add(contentsOf: outcome.findings)
      log.lose(outcome.unread)
      log.withhold(outcome.withheld)
      log.join(outcome.joints)
      if outcome.read == nil { log.leaveOut(outcome.leftOut) }
    }
    if outcomes.count(where: { $0.read != nil }) < all.count {
      followingRules.insert("unknown-brief")
    }
    return outcomes
  }

  /// What reading briefs needs of the records read so far.
  var reading: BriefReading {
    BriefReading(
      folder: folder, names: names, people: portal.people, places: portal.places,
      layers: portal.layers, language: ownLanguage, siteLanguage: siteLanguage, rawHTML: rawHTML,
      comparesFaults: comparesFaults)
  }
}
