internal import Model

/// What a brief's EPUB holds, known before any of it is written.
struct EPUBContents: Sendable {
  /// Index in the portal's briefs.
  let brief: Int
  /// In the order of reading.
  let parts: [EPUBPart]
  /// Indices of the portal's terms that the brief speaks of, in the order of the alphabet.
  let terms: [Int]
  /// The part that shows a table first, by the table's index.
  let tables: [Int: EPUBPart]
  /// By the name that the text gives them.
  let pictures: [String: Picture]

  struct Picture: Sendable {
    /// In the folder of the publication.
    var path: String
    /// Relative to the content folder.
    var source: String
    var mediaType: String
  }

  /// - Parameter pictures: media types of the pictures that can be held, by their names.
  init(of index: Int, in portal: Portal, pictures: [String: String]) {
    let brief = portal.briefs[index]
    self.brief = index
    self.pictures = Self.pictures(of: brief, pictures)
    terms = portal.terms.indices
      .filter { term in
        (portal.mentions[Target(.term, index: term)] ?? []).contains { $0.brief == index }
      }
      .sorted { (sortKey(portal.terms[$0].term), $0) < (sortKey(portal.terms[$1].term), $1) }
    tables = Self.tables(of: brief, at: index)

    var parts: [EPUBPart] = [.cover, .contents]
    if !brief.abstract.isEmpty || !brief.keyFindings.isEmpty || !brief.glance.isEmpty {
      parts.append(.front)
    }
    parts += brief.sections.indices.map { .section($0) }
    parts += brief.maps.indices.map { .map($0) }
    parts += brief.charts.indices.map { .chart($0) }
    if tables.values.contains(.tables) { parts.append(.tables) }
    if !brief.events.isEmpty { parts.append(.events) }
    if !brief.sources.isEmpty { parts.append(.sources) }
    if !terms.isEmpty { parts.append(.glossary) }
    if !brief.notes.isEmpty { parts.append(.notes) }
    self.parts = parts + [.colophon]
  }

  private static func pictures(
    of brief: Brief, _ types: [String: String]
  ) -> [String: Picture] {
    let endings = [
      "image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp",
      "image/svg+xml": "svg",
    ]
    var pictures: [String: Picture] = [:]
    for (number, file) in brief.files.enumerated() {
      guard let type = types[file.name], let ending = endings[type] else { continue }
      pictures[file.name] = Picture(
        path: "pictures/\(number + 1).\(ending)", source: file.source, mediaType: type)
    }
    return pictures
  }

  private static func tables(of brief: Brief, at index: Int) -> [Int: EPUBPart] {
    var places: [Int: EPUBPart] = [:]
    func look(in prose: Prose, _ part: EPUBPart) {
      for node in prose.nodes where node.kind == .figure {
        guard let target = prose.references[Int(node.value)].target, target.kind == .table,
          target.brief == index, places[target.index] == nil
        else { continue }
        places[target.index] = part
      }
    }
    look(in: brief.abstract, .front)
    for (number, section) in brief.sections.enumerated() {
      look(in: section.body, .section(number))
    }
    for table in brief.tables.indices where places[table] == nil { places[table] = .tables }
    return places
  }

  /// The part that shows a record, and the record's anchor there; `nil` for what it does not hold.
  func location(of target: Target, in portal: Portal) -> (part: EPUBPart, anchor: String?)? {
    if target.kind == .term {
      return terms.contains(target.index) ? (.glossary, portal.terms[target.index].id) : nil
    }
    if target.kind == .brief { return target.index == brief ? (.cover, nil) : nil }
    guard target.brief == brief else { return nil }
    let whole = portal.briefs[brief]
    switch target.kind {
    case .section: return (.section(target.index), nil)
    case .map: return (.map(target.index), nil)
    case .chart: return (.chart(target.index), nil)
    case .table:
      return tables[target.index].map { ($0, "table-\(whole.tables[target.index].id)") }
    case .note: return (.notes, whole.notes[target.index].anchor)
    case .source: return (.sources, whole.sources[target.index].anchor)
    case .event: return (.events, whole.events[target.index].id)
    case .zone:
      return whole.zone(at: target.index).map { map, zone in
        (.map(map), "zone-\(whole.maps[map].zones[zone].id)")
      }
    case .term, .brief, .place, .actor, .person, .timeline: return nil
    }
  }

  /// The part in which a part of the brief stands.
  func part(of part: BriefPart) -> EPUBPart? {
    let found: EPUBPart? =
      switch part {
      case .front: .front
      case .imprint: .colophon
      case .section(let index): .section(index)
      case .note: .notes
      case .map(let index): .map(index)
      case .chart(let index): .chart(index)
      case .table(let index): tables[index]
      case .source: .sources
      case .event: .events
      }
    return found.flatMap { parts.contains($0) ? $0 : nil }
  }
}
