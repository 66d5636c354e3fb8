internal import Citations
internal import HTML
internal import Model
internal import Templates

/// Renders a site's files for one worker: each brief whole while its own files are rendered, the others
/// without the bodies of their sections and notes.
final class Renderer {
  private let editions: [EditionRenderer]

  /// - Parameters:
  ///   - templates: prepared for each edition.
  ///   - feedTexts: one for each edition, shared by all workers.
  init(_ editions: [SiteEdition], templates: [any PortalTemplates], feedTexts: [FeedTexts]) {
    let portals = editions.map(\.portal)
    self.editions = editions.indices.map {
      EditionRenderer(
        portal: editions[$0].portal, briefs: editions[$0].briefs, templates: templates[$0],
        feedTexts: feedTexts[$0], editions: portals)
    }
  }

  func render(_ output: SitePlan.Output, to sink: inout Sink) throws(OutputError) {
    try editions[output.edition].render(output, to: &sink)
  }
}

/// The same for one edition of the site.
private final class EditionRenderer {
  private var portal: Portal
  private let briefs: any WholeBriefs
  private let templates: any PortalTemplates
  private let feedTexts: FeedTexts
  /// All of the site's.
  private let editions: [Portal]
  /// The brief that is whole now, and what stood in its place.
  private var whole: (index: Int, outline: Brief)?

  /// - Parameter feedTexts: shared by all workers.
  init(
    portal: Portal, briefs: any WholeBriefs, templates: any PortalTemplates, feedTexts: FeedTexts,
    editions: [Portal]
  ) {
    self.feedTexts = feedTexts
    self.portal = portal
    self.briefs = briefs
    self.templates = templates
    self.editions = editions
  }

  func render(_ output: SitePlan.Output, to sink: inout Sink) throws(OutputError) {
    switch output.content {
    case .page(let page):
      if let brief = output.brief { try take(brief) } else { putBack() }
      templates.write(page, of: portal, to: &sink)
    case .asset(let asset): asset.write(&sink)
    case .csv(let brief, let table): sink.append(unsafe: portal.briefs[brief].tables[table].csv)
    case .citation(let brief, let format):
      format.write([CitedWork(brief, in: portal)], to: &sink)
    case .feed(let group): AtomFeed(feed: try entries(of: group)).write(to: &sink)
    case .jsonFeed(let group): JSONFeed(feed: try entries(of: group)).write(to: &sink)
    case .text(let file): sink.append(unsafe: file.text(of: portal) ?? "")
    case .sitemap: Sitemap(editions: editions).write(to: &sink)
    case .robots: sink.append(unsafe: robots(portal))
    case .copy(let source):
      guard let bytes = readFile(source, followsLinks: true) else {
        throw OutputError(description: "“\(source)” cannot be read")
      }
      sink.append(unsafe: bytes)
    }
  }

  private func entries(of group: BriefGroup?) throws(OutputError) -> FeedEntries {
    // Two workers may render the same text at once, which is the same; to wait would take longer.
    for index in FeedEntries.whole(in: group, of: portal) where feedTexts[index] == nil {
      try take(index)
      feedTexts.render(index, in: portal)
    }
    putBack()
    return FeedEntries(of: portal, group: group, texts: feedTexts)
  }

  /// Pages of no brief are rendered of outlines alone, whatever was rendered before them.
  private func putBack() {
    if let whole { portal.briefs[whole.index] = whole.outline }
    whole = nil
  }

  private func take(_ index: Int) throws(OutputError) {
    if whole?.index == index { return }
    putBack()
    whole = (index, portal.briefs[index])
    do throws(BriefUnavailable) {
      portal.briefs[index] = try briefs.brief(index)
    } catch {
      throw OutputError(description: error.description)
    }
  }
}

private func robots(_ portal: Portal) -> String {
  let sitemap = portal.baseURL.isEmpty ? "" : "Sitemap: \(portal.baseURL)sitemap.xml\n"
  return "User-agent: *\nAllow: /\n" + sitemap
}
