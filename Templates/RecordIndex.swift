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
  /// By the anchors of topics.
  private let topicSlugs: [String: String]
  private let seriesSlugs: [String: String]
  /// By the names of authors.
  let authorSlugs: [String: String]

  init(of portal: Portal) {
    func bySlug(_ groups: [BriefGroup]) -> [String: BriefGroup] {
      Dictionary(groups.map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first })
    }
    func slugs(_ groups: [BriefGroup], by key: (BriefGroup) -> String) -> [String: String] {
      Dictionary(groups.map { (key($0), $0.slug) }, uniquingKeysWith: { first, _ in first })
    }
    let written = portal.briefsByAuthor
    allTopics = portal.briefsByTopic
    allSeries = portal.briefsBySeries
    allNames = written.names
    people = written.people
    topics = bySlug(allTopics)
    series = bySlug(allSeries)
    authors = bySlug(allNames)
    topicSlugs = slugs(allTopics) { $0.anchor }
    seriesSlugs = slugs(allSeries) { $0.anchor }
    authorSlugs = slugs(allNames) { $0.name }
  }

  func slug(ofTopic name: String) -> String? { topicSlugs[BriefGroup.anchor("topic", name)] }
  func slug(ofSeries name: String) -> String? { seriesSlugs[BriefGroup.anchor("series", name)] }
}

extension PageContext {
  /// A topic by name, as a link to its page; in a publication to the list of topics on the web.
  func link(topic name: String) -> Way {
    if links.publication == nil, let slug = records.groups.slug(ofTopic: name) {
      return link(name, to: .topic(slug))
    }
    return link(name, to: .topics, anchor: BriefGroup.anchor("topic", name))
  }

  /// A series by name, likewise; the words alone in a publication.
  func link(series name: String, _ words: String) -> Way {
    if links.publication == nil, let slug = records.groups.slug(ofSeries: name) {
      return link(words, to: .series(slug))
    }
    return .second(.init(words))
  }
}
