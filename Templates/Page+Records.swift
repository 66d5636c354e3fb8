public import Model

extension Page {
  /// The pages of the portal's records, and those that bring records of all briefs together.
  static func records(of portal: Portal) -> [Page] {
    var pages: [Page] = []
    if !portal.actors.isEmpty { pages.append(.actors) }
    pages += portal.actors.indices.map { .actor($0) }
    if !portal.places.isEmpty { pages.append(.places) }
    pages += portal.places.indices.map { .place($0) }
    if !portal.terms.isEmpty { pages.append(.glossary) }
    let authors = portal.briefsByAuthor
    if !portal.people.isEmpty || !authors.names.isEmpty { pages.append(.authors) }
    pages += portal.people.indices.map { .person($0) }
    pages += authors.names.map { .author($0.slug) }
    let topics = portal.briefsByTopic
    if !topics.isEmpty { pages.append(.topics) }
    pages += topics.map { .topic($0.slug) }
    pages += portal.briefsBySeries.map { .series($0.slug) }
    let threads = threads(of: portal)
    pages += threads
    return threads.contains(.timeline) ? pages + EventsByYear(of: portal).pages : pages
  }

  /// The pages that follow records through all briefs: the timeline, the atlas, the index. A page of the
  /// portal's own that has the address of one takes its place.
  public static func threads(of portal: Portal) -> [Page] {
    var pages: [Page] = []
    if portal.briefs.contains(where: { !$0.events.isEmpty }) {
      pages.append(.timeline)
    }
    if !portal.places.isEmpty || portal.briefs.contains(where: { !$0.maps.isEmpty }) {
      pages.append(.atlas)
    }
    let hasNames = portal.briefs.contains {
      !$0.topics.isEmpty || !$0.authors.isEmpty || !$0.events.isEmpty || $0.series != nil
    }
    if hasNames || !portal.actors.isEmpty || !portal.places.isEmpty || !portal.terms.isEmpty
      || !portal.people.isEmpty
    {
      pages.append(.index)
    }
    let own = Set(portal.pages.map { $0.slug + ".html" })
    return own.isEmpty ? pages : pages.filter { !own.contains($0.path(in: portal)) }
  }

  /// Whether it has what only pages of records do, and the styles for it.
  var isOfRecords: Bool {
    switch self {
    case .events, .sources, .actors, .actor, .places, .place, .glossary, .authors, .person,
      .author, .topics, .topic, .series, .timeline, .year, .atlas, .index:
      true
    default: false
    }
  }
}
