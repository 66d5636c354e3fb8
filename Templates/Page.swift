public import Model

/// A page of the site. Indices are those of the portal's arrays.
public enum Page: Sendable, Hashable {
  case home
  case briefs
  /// A brief's front page; the whole brief where it came as one file.
  case brief(Int)
  case section(brief: Int, section: Int)
  /// The whole brief on one page.
  case whole(Int)
  case notes(Int)
  case map(brief: Int, map: Int)
  case chart(brief: Int, chart: Int)
  /// The tables of a brief.
  case data(Int)
  /// The published works and interviews that a brief rests on.
  case sources(Int)
  case events(Int)
  case actors
  case actor(Int)
  case places
  case place(Int)
  case glossary
  case authors
  case person(Int)
  /// An author known by name alone, by the `slug` of the group.
  case author(String)
  case topics
  /// By the `slug` of the group.
  case topic(String)
  /// Likewise.
  case series(String)
  /// The events of all briefs; where they are many, their years.
  case timeline
  /// Those of one year, where the timeline is divided.
  case year(Int)
  /// All maps, and all places by region.
  case atlas
  /// All records by their first letters.
  case index
  /// Says how to search, and that it cannot be done where the site has no index.
  case search
  case portalPage(Int)
  case notFound
  /// An address that a brief had before: `alias` indexes `Brief.aliases`.
  case alias(brief: Int, alias: Int)

  /// Every page that a portal has, in a fixed order.
  public static func all(in portal: Portal) -> [Page] {
    var pages: [Page] = [.home, .briefs]
    pages.reserveCapacity(portal.briefs.count + 16)
    for index in portal.briefs.indices { pages += of(brief: index, in: portal) }
    pages += records(of: portal)
    pages += portal.pages.indices.map { .portalPage($0) }
    pages += [.search, .notFound]
    return pages
  }

  /// The pages of one brief.
  public static func of(brief index: Int, in portal: Portal) -> [Page] {
    var pages: [Page] = [.brief(index)]
    if !portal.briefs[index].isOneFile {
      pages += portal.briefs[index].sections.indices.map { .section(brief: index, section: $0) }
      if !portal.briefs[index].sections.isEmpty { pages.append(.whole(index)) }
      if !portal.briefs[index].notes.isEmpty { pages.append(.notes(index)) }
    }
    pages += portal.briefs[index].maps.indices.map { .map(brief: index, map: $0) }
    pages += portal.briefs[index].charts.indices.map { .chart(brief: index, chart: $0) }
    if !portal.briefs[index].tables.isEmpty { pages.append(.data(index)) }
    if !portal.briefs[index].sources.isEmpty { pages.append(.sources(index)) }
    if !portal.briefs[index].events.isEmpty { pages.append(.events(index)) }
    pages += portal.briefs[index].aliases.indices.map { .alias(brief: index, alias: $0) }
    return pages
  }

  /// The brief that the page belongs to.
  public var brief: Int? {
    switch self {
    case .brief(let brief), .section(let brief, _), .whole(let brief), .notes(let brief),
      .map(let brief, _), .chart(let brief, _), .data(let brief), .sources(let brief),
      .events(let brief),
      .alias(let brief, _):
      brief
    default: nil
    }
  }

  /// What sort of page it is, as its markup says it: `brief`, `section`, `map`.
  public var kind: String {
    switch self {
    case .home: "home"
    case .briefs: "briefs"
    case .brief: "brief"
    case .section: "section"
    case .whole: "whole"
    case .notes: "notes"
    case .map: "map"
    case .chart: "chart"
    case .data: "data"
    case .sources: "sources"
    case .events: "events"
    case .actors: "actors"
    case .actor: "actor"
    case .places: "places"
    case .place: "place"
    case .glossary: "glossary"
    case .authors: "authors"
    case .person, .author: "author"
    case .topics: "topics"
    case .topic: "topic"
    case .series: "series"
    case .timeline, .year: "timeline"
    case .atlas: "atlas"
    case .index: "index"
    case .search: "search"
    case .portalPage: "page"
    case .notFound: "not-found"
    case .alias: "alias"
    }
  }

  /// Names of the pages beside a brief's sections; a section of that id stands at `ID-section.html`.
  private static let taken: Set<String> = ["whole", "notes", "data", "sources", "events"]

  /// Its file below the site's root.
  public func path(in portal: Portal) -> String {
    switch self {
    case .home: return "index.html"
    case .briefs: return "briefs.html"
    case .brief(let index): return "briefs/\(portal.briefs[index].slug).html"
    case .section(let index, let section):
      let brief = portal.briefs[index]
      let id = brief.sections[section].id
      let isTaken =
        Self.taken.contains(id) || id.hasPrefix("map-") || id.hasPrefix("chart-")
      let name = isTaken ? "\(id)-section" : id
      return "briefs/\(brief.slug)/\(name).html"
    case .whole(let index): return "briefs/\(portal.briefs[index].slug)/whole.html"
    case .notes(let index): return "briefs/\(portal.briefs[index].slug)/notes.html"
    case .map(let index, let map):
      let brief = portal.briefs[index]
      return "briefs/\(brief.slug)/map-\(brief.maps[map].id).html"
    case .chart(let index, let chart):
      let brief = portal.briefs[index]
      return "briefs/\(brief.slug)/chart-\(brief.charts[chart].id).html"
    case .data(let index): return "briefs/\(portal.briefs[index].slug)/data.html"
    case .sources(let index): return "briefs/\(portal.briefs[index].slug)/sources.html"
    case .events(let index): return "briefs/\(portal.briefs[index].slug)/events.html"
    case .actors: return "actors.html"
    case .actor(let index): return "actors/\(portal.actors[index].id).html"
    case .places: return "places.html"
    case .place(let index): return "places/\(portal.places[index].id).html"
    case .glossary: return "glossary.html"
    case .authors: return "authors.html"
    case .person(let index): return "authors/\(portal.people[index].id).html"
    // Apart from people, whose ids they do not know.
    case .author(let slug): return "authors/names/\(slug).html"
    case .topics: return "topics.html"
    case .topic(let slug): return "topics/\(slug).html"
    case .series(let slug): return "series/\(slug).html"
    case .timeline: return "timeline.html"
    case .year(let year): return "timeline/\(year).html"
    case .atlas: return "atlas.html"
    case .index: return "index-a-z.html"
    case .search: return "search.html"
    case .portalPage(let index): return "\(portal.pages[index].slug).html"
    case .notFound: return "404.html"
    case .alias(let brief, let alias):
      return "briefs/\(portal.briefs[brief].aliases[alias]).html"
    }
  }
}
