internal import Cartography
internal import HTML
internal import Model

/// What the pages of records bring together from all briefs, each part worked out once for all pages, when it
/// is first asked for.
final class RecordIndex: Sendable {
  private let lazyGroups: Lazily<RecordGroups>
  private let lazyThreads: Lazily<RecordThreads>
  private let lazyZones: Lazily<[Int: [Target]]>
  private let lazyLocators: Lazily<LocatorMaps?>
  private let lazyPages: Lazily<[Page]>

  init(of portal: Portal) {
    lazyGroups = Lazily { RecordGroups(of: portal) }
    lazyThreads = Lazily { RecordThreads(of: portal) }
    lazyZones = Lazily { Self.zones(of: portal) }
    lazyLocators = Lazily { LocatorMaps(of: portal, id: "_ground") }
    lazyPages = Lazily { Page.threads(of: portal) }
  }

  /// Topics, series and authors known by name alone.
  var groups: RecordGroups { lazyGroups() }
  /// Events, maps, interviews and relations by place and actor.
  var byRecord: RecordThreads { lazyThreads() }
  /// The ground of maps of where a place lies; `nil` where the portal has none.
  var locators: LocatorMaps? { lazyLocators() }
  /// The timeline, the atlas and the index, as far as the portal has them.
  var threads: [Page] { lazyPages() }

  /// The zones in which a place lies, in the order of briefs and maps.
  func zones(around place: Int) -> [Target] { lazyZones()[place] ?? [] }

  private static func zones(of portal: Portal) -> [Int: [Target]] {
    var zones: [Int: [Target]] = [:]
    for (brief, whole) in portal.briefs.enumerated() where !whole.maps.isEmpty {
      for (map, data) in whole.maps.enumerated() {
        for (zone, places) in placesInZones(of: data, in: portal).enumerated() {
          let target = Target(
            .zone, brief: brief, index: whole.zoneIndex(map: map, zone: zone))
          for place in places { zones[place, default: []].append(target) }
        }
      }
    }
    return zones
  }
}

/// Briefs by topic, series and author, by the slugs of their pages.
struct RecordGroups: Sendable {
  /// In the order of the alphabet.
  let allTopics: [BriefGroup]
  let allSeries: [BriefGroup]
  let allNames: [BriefGroup]
  let topics: [String: BriefGroup]
  let series: [String: BriefGroup]
  /// Authors known by name alone.
  let authors: [String: BriefGroup]
  /// By index in the portal's people.
  let people: [Int: BriefGroup]
  /// By their keys.
  private let topicsByKey: [String: BriefGroup]
  private let seriesByKey: [String: BriefGroup]
  /// By names as they are written.
  private let authorSlugs: [String: String]

  init(of portal: Portal) {
    func bySlug(_ groups: [BriefGroup]) -> [String: BriefGroup] {
      Dictionary(groups.map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let written = portal.briefsByAuthor
    allTopics = portal.briefsByTopic
    allSeries = portal.briefsBySeries
    allNames = written.names
    people = written.people
    topics = bySlug(allTopics)
    series = bySlug(allSeries)
    authors = bySlug(allNames)
    func byKey(_ groups: [BriefGroup]) -> [String: BriefGroup] {
      Dictionary(
        groups.map { (BriefGroup.key($0.ownName), $0) }, uniquingKeysWith: { first, _ in first })
    }
    topicsByKey = byKey(allTopics)
    seriesByKey = byKey(allSeries)
    authorSlugs = Dictionary(
      allNames.map { ($0.ownName, $0.slug) }, uniquingKeysWith: { first, _ in first })
  }

  func topic(_ name: String) -> BriefGroup? { topicsByKey[BriefGroup.key(name)] }
  func series(_ name: String) -> BriefGroup? { seriesByKey[BriefGroup.key(name)] }
  func slug(ofAuthor name: String) -> String? { authorSlugs[name] }
}

extension PageContext {
  /// A brief's topic, as a link to its page; in a publication to the list of topics on the web.
  func link(topic position: Int, of brief: Int) -> Way {
    let own = portal.briefs[brief].ownTopics
    let name = portal.briefs[brief].topics[position]
    guard let group = records.groups.topic(own.isEmpty ? name : own[position]) else {
      return .second(.init(name))
    }
    return links.publication == nil
      ? link(name, to: .topic(group.slug)) : link(name, to: .topics, anchor: group.anchor)
  }

  /// A brief's series and issue, as a link to the page of the series; the words alone in a publication.
  func link(series words: String, of brief: Int) -> Way {
    let series = portal.briefs[brief].ownSeries ?? portal.briefs[brief].series
    if links.publication == nil, let group = series.flatMap(records.groups.series) {
      return link(words, to: .series(group.slug))
    }
    return .second(.init(words))
  }
}
