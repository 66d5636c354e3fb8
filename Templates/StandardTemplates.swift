public import Cartography
public import HTML
public import Model

/// The templates that come with Chancery.
public struct StandardTemplates: PortalTemplates {
  /// Set once the templates are prepared for a portal; without it each page draws its own maps.
  private let drawings: MapDrawings?
  /// Likewise; without it each page works out what they are called.
  private let standardAssets: StandardAssets?
  /// Likewise.
  private let records: RecordIndex?

  public init() {
    drawings = nil
    standardAssets = nil
    records = nil
  }

  private init(drawings: MapDrawings, assets: StandardAssets, records: RecordIndex) {
    self.drawings = drawings
    standardAssets = assets
    self.records = records
  }

  public func prepared(for portal: Portal, maps: MapDrawings) -> any PortalTemplates {
    StandardTemplates(
      drawings: maps, assets: StandardAssets(of: portal), records: RecordIndex(of: portal))
  }

  public var pagesShowLinkedBriefsOnly: Bool { true }

  public func write(_ page: Page, of portal: Portal, to sink: inout Sink) {
    let context = PageContext(
      page, of: portal, drawings: drawings ?? MapDrawings(of: portal),
      assets: standardAssets ?? StandardAssets(of: portal),
      records: records ?? RecordIndex(of: portal))
    switch page {
    case .home: HomePage(context: context).write(to: &sink)
    case .briefs: BriefListPage(context: context).write(to: &sink)
    case .brief(let index):
      if portal.briefs[index].isOneFile {
        WholePage(context: context, index: index).write(to: &sink)
      } else {
        BriefPage(context: context, index: index).write(to: &sink)
      }
    case .section(let brief, let section):
      SectionPage(context: context, brief: brief, index: section).write(to: &sink)
    case .whole(let index): WholePage(context: context, index: index).write(to: &sink)
    case .notes(let index): NotesPage(context: context, index: index).write(to: &sink)
    case .map(let brief, let map):
      MapPage(context: context, brief: brief, index: map).write(to: &sink)
    case .chart(let brief, let chart):
      ChartPage(context: context, brief: brief, index: chart).write(to: &sink)
    case .data(let index): DataPage(context: context, index: index).write(to: &sink)
    case .sources(let index): SourcesPage(context: context, index: index).write(to: &sink)
    case .events(let index): EventsPage(context: context, index: index).write(to: &sink)
    case .actors: ActorsPage(context: context).write(to: &sink)
    case .actor(let index): ActorPage(context: context, index: index).write(to: &sink)
    case .places: PlacesPage(context: context).write(to: &sink)
    case .place(let index): PlacePage(context: context, index: index).write(to: &sink)
    case .glossary: GlossaryPage(context: context).write(to: &sink)
    case .authors: AuthorsPage(context: context).write(to: &sink)
    case .person(let index): PersonPage(context: context, index: index).write(to: &sink)
    case .topics: TopicsPage(context: context).write(to: &sink)
    case .author(let slug):
      GroupPage(context: context, group: context.records.groups.authors[slug]).write(to: &sink)
    case .topic(let slug):
      GroupPage(context: context, group: context.records.groups.topics[slug]).write(to: &sink)
    case .series(let slug):
      GroupPage(context: context, group: context.records.groups.series[slug], isSeries: true)
        .write(to: &sink)
    case .timeline: TimelinePage(context: context).write(to: &sink)
    case .year(let year): YearPage(context: context, year: year).write(to: &sink)
    case .atlas: AtlasPage(context: context).write(to: &sink)
    case .index: IndexPage(context: context).write(to: &sink)
    case .search: SearchPage(context: context).write(to: &sink)
    case .portalPage(let index): TextPage(context: context, index: index).write(to: &sink)
    case .notFound: NotFoundPage(context: context).write(to: &sink)
    case .alias(let brief, _): AliasPage(context: context, brief: brief).write(to: &sink)
    }
  }

  public func assets(of portal: Portal) -> [Asset] {
    let drawings = drawings ?? MapDrawings(of: portal)
    return (standardAssets ?? StandardAssets(of: portal)).all + Asset.maps(of: portal, drawings)
      + Asset.charts(of: portal)
  }
}
