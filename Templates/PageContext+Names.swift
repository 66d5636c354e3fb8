internal import Model

extension PageContext {
  /// What a page is called in links and titles.
  func name(of page: Page) -> String {
    switch page {
    case .home: strings.home
    case .briefs: strings.briefs
    case .brief(let index), .alias(let index, _): portal.briefs[index].title
    case .section(let brief, let section): name(of: portal.briefs[brief].sections[section])
    case .whole: strings.wholeShort
    case .notes: strings.notes
    case .map(let brief, let map):
      "\(strings.map(portal.briefs[brief].maps[map].number))\(strings.colon)\(portal.briefs[brief].maps[map].title)"
    case .chart(let brief, let chart):
      "\(strings.chart(portal.briefs[brief].charts[chart].number))\(strings.colon)\(portal.briefs[brief].charts[chart].title)"
    case .data: strings.tables
    case .sources: strings.sources
    case .events: strings.events
    case .actors: strings.actors
    case .actor(let index): portal.actors[index].name.text(in: language)
    case .places: strings.places
    case .place(let index): portal.places[index].name.text(in: language)
    case .glossary: strings.glossary
    case .authors: strings.authors
    case .person(let index): portal.people[index].name
    case .author(let slug): records.groups.authors[slug]?.name ?? slug
    case .topics: strings.topics
    case .topic(let slug): records.groups.topics[slug]?.name ?? slug
    case .series(let slug): records.groups.series[slug]?.name ?? slug
    case .timeline: strings.timeline
    case .year(let year): strings.number(year)
    case .atlas: strings.atlas
    case .index: strings.indexOfNames
    case .search: strings.search
    case .portalPage(let index): portal.pages[index].title
    case .notFound: strings.notFound
    }
  }

  func name(of section: Section) -> String {
    section.title.isEmpty ? strings.opening : section.title
  }

  /// The pages above a page of a brief.
  func trail(above page: Page) -> [Page] {
    switch page {
    case .brief: [.briefs]
    case .section(let brief, _), .whole(let brief), .notes(let brief), .map(let brief, _),
      .chart(let brief, _), .data(let brief), .sources(let brief), .events(let brief):
      [.briefs, .brief(brief)]
    case .actor: [.actors]
    case .place: [.places]
    case .person, .author: [.authors]
    case .topic: [.topics]
    case .series: [.briefs]
    case .year: [.timeline]
    default: []
    }
  }

  /// Pages of the portal's own records that it has.
  var recordPages: [Page] {
    var pages: [Page] = []
    if !portal.actors.isEmpty { pages.append(.actors) }
    if !portal.places.isEmpty { pages.append(.places) }
    if !portal.terms.isEmpty { pages.append(.glossary) }
    return pages
  }

  var hasTopics: Bool { portal.briefs.contains { !$0.topics.isEmpty } }
  var hasAuthors: Bool {
    !portal.people.isEmpty || portal.briefs.contains { !$0.authors.isEmpty }
  }
}
