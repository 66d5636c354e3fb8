public import Diagnostics
internal import Markdown
public import Model

/// What a content folder gave.
public struct IngestedPortal: Sendable {
  /// Complete only where there is no error among the findings.
  public var portal: Portal
  /// In the order of files and places.
  public var findings: [Finding]
}

/// Reads a content folder.
///
/// - Parameters:
///   - path: the folder.
///   - jobs: how many briefs are read at once.
/// - Throws: `ContentFolderError` where there is no such folder. What is wrong inside it is findings.
public func readPortal(at path: String, jobs: Int) async throws(ContentFolderError) -> IngestedPortal {
  let folder = try ContentFolder(path)
  var reader = PortalReader(folder: folder)
  reader.readRecords()
  let briefs = await reader.readBriefs(jobs: jobs)
  reader.finish(briefs)
  return IngestedPortal(portal: reader.portal, findings: reader.log.findings.inOrder())
}

/// The text of a file of a content folder, for quoting it in findings.
public func sourceLines(of file: String, in path: String) -> SourceLines? {
  guard let folder = try? ContentFolder(path) else { return nil }
  let log = FindingLog()
  guard var bytes = folder.readBytes(file, log: log) else { return nil }
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
  return SourceLines(bytes)
}

/// A brief as read, before links between briefs are resolved.
struct ReadBrief: Sendable {
  var brief: Brief
  /// Ids that `related:` gives, and where.
  var related: [(name: String, location: SourceLocation)]
}

struct PortalReader {
  let folder: ContentFolder
  let log = FindingLog()
  var portal = Portal()
  private var names = PortalNames()
  private var actors: Record?

  init(folder: ContentFolder) { self.folder = folder }

  // MARK: The portal's own files

  mutating func readRecords() {
    let entries = folder.entries("", log: log)
    let files = Set(entries.filter { !$0.isFolder }.map(\.name))
    let known = ["portal.yaml", "people.yaml", "actors.yaml", "places.yaml", "glossary.yaml"]
    for name in files.sorted() where name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      if known.contains(name) { continue }
      log.warning(
        "unknown-file", at: SourceLocation(file: name), "“\(name)” is not read",
        hint: didYouMean(name, among: known) ?? "known files are \(known.joined(separator: ", "))")
    }
    func read(_ name: String) -> Record? {
      guard files.contains(name), let file = folder.read(name, log: log) else { return nil }
      return YAMLReader(file: file, log: log).record()
    }
    if let record = read("portal.yaml") {
      portal.allowsRawHTML = record.flag("rawHTML") ?? false
      record.read(into: &portal)
    }
    func withHTML(_ record: Record?) -> Record? {
      record.map { record in
        var origin = record.origin
        origin.allowsRawHTML = portal.allowsRawHTML
        return Record(record.mapping, origin)
      }
    }
    portal.people = withHTML(read("people.yaml"))?.people() ?? []
    portal.places = withHTML(read("places.yaml"))?.places() ?? []
    portal.terms = withHTML(read("glossary.yaml"))?.terms() ?? []
    actors = withHTML(read("actors.yaml"))
    if entries.contains(where: { $0.name == "geo" && $0.isFolder }) {
      for entry in folder.entries("geo", log: log) where entry.name.hasSuffix(".geojson") {
        guard let file = folder.read(entry.name, log: log), let layer = geoLayer(file, log: log)
        else { continue }
        portal.layers.append(layer)
      }
    }
    names.people = index(portal.people.map(\.id))
    names.places = index(portal.places.map(\.id))
    names.terms = index(portal.terms.map(\.id))
    names.layers = index(portal.layers.map(\.name))
    names.actors = index(actors?.keys ?? [])
    for entry in entries where !entry.isFolder && entry.name.hasSuffix(".md") {
      if let page = page(entry.name) { portal.pages.append(page) }
    }
  }

  private func index(_ ids: [String]) -> [String: Int] {
    Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
  }

  private func page(_ name: String) -> PortalPage? {
    guard let file = folder.read(name, log: log) else { return nil }
    let front = FrontMatter(file, log: log)
    front.record?.expect("title")
    let parsed = parseMarkdown(
      front.body, file: name, firstLine: front.bodyLine,
      options: MarkdownOptions(allowsRawHTML: portal.allowsRawHTML))
    log.add(contentsOf: parsed.findings)
    for definition in parsed.definitions {
      log.error(
        "note-place", at: definition.location, "notes belong to briefs; a page has none",
        hint: "write it in the text")
    }
    var prose = parsed.prose
    var title = front.record?.text("title")
    if let first = prose.nodes.first, first.kind == .heading, first.detail == 1 {
      title = title ?? prose.plainText(in: 1..<Int(first.end))
      prose = prose.slice(Int(first.end)..<prose.nodes.count)
    }
    var outline = Outline(log: log)
    _ = outline.settle(&prose, titleLevel: 1, file: name)
    let slug = slug(file.stem)
    let taken: Set = [
      "index", "briefs", "actors", "places", "glossary", "authors", "topics", "404", "",
    ]
    if taken.contains(slug) {
      log.error(
        "page-name", at: file.start, "“\(slug).html” is one of the site’s own pages",
        hint: "rename the file")
      return nil
    }
    for node in prose.nodes {
      guard node.kind == .link || node.kind == .image else { continue }
      let address = prose.string(node.text)
      let isRemote = address.contains("://") || address.hasPrefix("mailto:") || address.hasPrefix("tel:")
      if node.kind == .image || !isRemote {
        log.error(
          "local-link", at: SourceLocation(file: name, position: node.position),
          "“\(address)” cannot be linked to from a page of the portal",
          hint: "use a typed link such as brief:ID, or a whole address")
      }
    }
    for node in prose.nodes where node.kind == .noteReference {
      log.error(
        "note-place", at: SourceLocation(file: name, position: node.position),
        "notes belong to briefs; a page has none", hint: "write it in the text")
    }
    return PortalPage(slug: slug, title: title ?? slug, body: prose)
  }

  // MARK: Briefs

  func readBriefs(jobs: Int) async -> [ReadBrief] {
    let entries = folder.entries("briefs", log: log).filter {
      $0.isFolder || $0.name.hasSuffix(".md")
    }
    if entries.isEmpty {
      log.warning(
        "no-briefs", at: SourceLocation(file: "briefs"), "the content folder holds no brief",
        hint: "write briefs/first-brief.md")
    }
    let (folder, names, people) = (folder, names, portal.people)
    let (language, allowsRawHTML) = (portal.language, portal.allowsRawHTML)
    // A few chunks for each worker: as even as single briefs, without a task's cost for each.
    let size = max(1, entries.count / max(1, jobs * 4))
    let chunks = stride(from: 0, to: entries.count, by: size).map {
      Array(entries[$0..<min($0 + size, entries.count)])
    }
    let results = await withTaskGroup(of: (Int, [ReadBrief], [Finding]).self) { group in
      var results: [([ReadBrief], [Finding])] = Array(repeating: ([], []), count: chunks.count)
      var next = 0
      func start() {
        guard next < chunks.count else { return }
        let (number, chunk) = (next, chunks[next])
        next += 1
        group.addTask {
          let log = FindingLog()
          var briefs: [ReadBrief] = []
          for entry in chunk {
            var reader = BriefReader(
              folder: folder, names: names, people: people, language: language,
              allowsRawHTML: allowsRawHTML, log: log)
            guard let brief = entry.isFolder ? reader.folderBrief(entry) : reader.oneFile(entry)
            else { continue }
            briefs.append(
              ReadBrief(brief: brief, related: reader.related.map { ($0.text, $0.location) }))
          }
          return (number, briefs, log.findings)
        }
      }
      for _ in 0..<max(1, jobs) { start() }
      for await (number, briefs, findings) in group {
        results[number] = (briefs, findings)
        start()
      }
      return results
    }
    for (_, findings) in results { log.add(contentsOf: findings) }
    return results.flatMap(\.0)
  }

  // MARK: Links between them

  mutating func finish(_ read: [ReadBrief]) {
    let briefs = read.sorted { a, b in
      let (x, y) = (a.brief, b.brief)
      switch (x.date, y.date) {
      case (let first?, let second?) where first != second: return first > second
      case (_?, nil): return true
      case (nil, _?): return false
      default: return (x.title, x.slug) < (y.title, y.slug)
      }
    }
    portal.briefs = briefs.map(\.brief)
    checkAddresses()
    let ids = index(portal.briefs.map(\.id))
    let resolver = ReferenceResolver(
      names: names, briefs: portal.briefs.map { BriefNames($0) }, briefIDs: ids, log: log)
    for index in portal.briefs.indices {
      var brief = portal.briefs[index]
      portal.briefs[index].sections = []
      for (target, mention) in resolver.resolve(&brief, at: index) {
        portal.mentions[target, default: []].append(mention)
      }
      brief.related = briefs[index].related.compactMap { name, location in
        resolver.target(.brief, name, in: nil, location)?.index
      }
      portal.briefs[index] = brief
    }
    if let actors {
      portal.actors = actors.actors(names) { record, brief in
        Self.support(record, brief, resolver)
      }
    }
    resolveRecords(resolver)
  }

  /// The notes and sections that a record of the portal names.
  private static func support(
    _ record: Record, _ brief: Record.Name?, _ resolver: ReferenceResolver
  ) -> [Target] {
    var briefIndex: Int?
    if let brief {
      briefIndex = resolver.target(.brief, brief.text, in: nil, brief.location)?.index
    }
    return [TargetKind.note, .section].flatMap { kind in
      record.names(kind.rawValue).compactMap {
        resolver.target(kind, $0.text, in: briefIndex, $0.location)
      }
    }
  }

  private mutating func resolveRecords(_ resolver: ReferenceResolver) {
    resolver.resolve(&portal.notice, in: nil, "portal.yaml")
    for index in portal.people.indices {
      resolver.resolve(&portal.people[index].role, in: nil, "people.yaml")
      resolver.resolve(&portal.people[index].bio, in: nil, "people.yaml")
    }
    for index in portal.places.indices {
      resolver.resolve(&portal.places[index].description, in: nil, "places.yaml")
    }
    for index in portal.terms.indices {
      resolver.resolve(&portal.terms[index].definition, in: nil, "glossary.yaml")
    }
    for index in portal.actors.indices {
      resolver.resolve(&portal.actors[index].description, in: nil, "actors.yaml")
      for relation in portal.actors[index].relations.indices {
        resolver.resolve(&portal.actors[index].relations[relation].text, in: nil, "actors.yaml")
      }
    }
    for index in portal.pages.indices {
      resolver.resolve(
        &portal.pages[index].body, in: nil, "\(portal.pages[index].slug).md")
    }
  }

  /// Two briefs may not have one address or one id.
  private func checkAddresses() {
    var slugs: [String: Int] = [:]
    var ids: [String: Int] = [:]
    for (index, brief) in portal.briefs.enumerated() {
      for (slug, isAlias) in [(brief.slug, false)] + brief.aliases.map({ ($0, true) }) {
        if let other = slugs[slug] {
          report("address", slug, isAlias ? "give another alias" : "rename one, or give it “slug: …”",
            index, other)
        } else {
          slugs[slug] = index
        }
      }
      if let other = ids[brief.id] {
        report("id", brief.id, "give one of them another “id: …”", index, other)
      } else {
        ids[brief.id] = index
      }
    }
  }

  private func report(_ what: String, _ text: String, _ hint: String, _ index: Int, _ other: Int) {
    func location(_ index: Int) -> SourceLocation {
      SourceLocation(file: portal.briefs[index].file, line: 1, column: 1)
    }
    log.add(
      Finding(
        .error, "duplicate-\(what)", at: location(index), "two briefs have the \(what) “\(text)”",
        hint: hint, related: [.init(location(other), "the other is here")]))
  }
}
