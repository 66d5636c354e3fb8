internal import Diagnostics
internal import Model

// What needs all briefs: their addresses, and links between them and from the portal's records.

extension ReadBrief {
  /// The newest first, then those without a date; of one date by title.
  fileprivate func precedes(_ other: ReadBrief) -> Bool {
    switch (brief.date, other.brief.date) {
    case (let first?, let second?) where first != second: return first > second
    case (_?, nil): return true
    case (nil, _?): return false
    default: return (brief.title, brief.slug) < (other.brief.title, other.brief.slug)
    }
  }
}

extension PortalReader {
  /// Gives what the links of each brief lead to, where its bodies are, and the checksum of what its
  /// pages show, in the order of the portal's briefs.
  mutating func finish(
    _ read: [ReadBrief]
  ) -> (briefs: [OutlinedBriefs.Part], keys: [UInt64]) {
    let briefs = read.sorted { $0.precedes($1) }
    portal.briefs = briefs.map(\.brief)
    checkAddresses()
    var ids = index(portal.briefs.map(\.id))
    // A brief may also be named by its file, or its folder.
    for (index, read) in briefs.enumerated() {
      ids[read.entry.name] = index
    }
    let resolver = ReferenceResolver(
      names: names, briefs: { briefs[$0].names }, briefIDs: ids, log: log)
    var resolved: [OutlinedBriefs.Part] = []
    var dependencies = BriefDependencies(count: briefs.count)
    for (index, brief) in briefs.enumerated() {
      let (links, mentions) = resolver.resolve(brief.references, in: index)
      portal.briefs[index].apply(links)
      if comparesFaults, folder.edition != .everything {
        portal.briefs[index].updateProse { _, _, prose in
          resolver.removeNames(from: &prose, in: index)
        }
        portal.briefs[index].updateTranslations { resolver.removeNames(from: &$0, in: index) }
      }
      for (target, mention) in mentions {
        portal.mentions[target, default: []].append(mention)
        if target.kind == .source, target.brief == index, case .note(let note) = mention.part {
          portal.briefs[index].sources[target.index].notes.append(note)
        }
      }
      portal.briefs[index].related = brief.related.compactMap { name, location in
        resolver.target(.brief, name, in: nil, location)?.index
      }
      resolved.append(
        OutlinedBriefs.Part(
          links: links, bodies: brief.bodies, entry: brief.entry, key: brief.key))
      dependencies.add(brief.references, links, of: index)
      dependencies.add(mentions, of: index)
      dependencies.add(related: portal.briefs[index].related, of: index)
    }
    if let actors {
      portal.actors = actors.actors(names) { record, brief in
        Self.support(record, brief, resolver)
      }
    }
    resolveRecords(resolver)
    dependencies.add(onEveryPage: portal.notice)
    readPacks(resolver)
    portal.edition = folder.edition
    if folder.edition.audience == nil { portal.audiences = log.withheld.audiences.sorted() }
    return (resolved, dependencies.pageKeys(briefs.map(\.key)))
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
    checkRecords()
    resolver.resolve(&portal.notice, "portal.yaml")
    for index in portal.people.indices {
      resolver.resolve(&portal.people[index].role, "people.yaml")
      resolver.resolve(&portal.people[index].bio, "people.yaml")
    }
    for index in portal.places.indices {
      resolver.resolve(&portal.places[index].description, "places.yaml")
    }
    for index in portal.terms.indices {
      resolver.resolve(&portal.terms[index].definition, "glossary.yaml")
    }
    for index in portal.actors.indices {
      resolver.resolve(&portal.actors[index].description, "actors.yaml")
      for relation in portal.actors[index].relations.indices {
        resolver.resolve(&portal.actors[index].relations[relation].text, "actors.yaml")
      }
    }
    for index in portal.pages.indices {
      resolver.resolve(
        &portal.pages[index].body, "\(portal.pages[index].slug).md")
    }
  }

  /// Records of the portal have no notes and no files of their own.
  private func checkRecords() {
    var texts = [("portal.yaml", portal.notice)]
    for person in portal.people { texts += [person.role, person.bio].map { ("people.yaml", $0) } }
    texts += portal.places.map { ("places.yaml", $0.description) }
    texts += portal.terms.map { ("glossary.yaml", $0.definition) }
    for actor in portal.actors {
      texts += ([actor.description] + actor.relations.map(\.text)).map { ("actors.yaml", $0) }
    }
    for (file, prose) in texts {
      checkLinks(of: prose, file)
      for node in prose.nodes where node.kind == .noteReference {
        log.error(
          "note-place",
          at: SourceLocation(
            file: file, position: node.position, length: prose.string(node.text).utf8.count + 3),
          "notes belong to briefs; this text has none",
          hint: "link to a brief’s note: [](note:BRIEF/\(prose.string(node.text)))")
      }
    }
  }

  /// Two briefs may not have one address or one id.
  private func checkAddresses() {
    var slugs: [String: Int] = [:]
    var ids: [String: Int] = [:]
    // By index: a brief is a score of references, and a copy of it counts them all.
    for index in portal.briefs.indices {
      let aliases = portal.briefs[index].aliases
      for (slug, isAlias) in [(portal.briefs[index].slug, false)] + aliases.map({ ($0, true) }) {
        if let other = slugs[slug] {
          report(
            "address", slug, isAlias ? "give another alias" : "rename one, or give it “slug: …”",
            index, other)
        } else {
          slugs[slug] = index
        }
      }
      let id = portal.briefs[index].id
      if let other = ids[id] {
        report("id", id, "give one of them another “id: …”", index, other)
      } else {
        ids[id] = index
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
