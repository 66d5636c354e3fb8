internal import HTML
internal import Model

/// A page's head: title, description, policy, stylesheet, feed, what other sites show of it.
struct PageHead: Markup {
  let context: PageContext
  let title: String
  let description: String?
  /// Pages above this one, the home page apart.
  let trail: [Page]
  /// The brief that the page as a whole presents.
  let report: Int?

  func write(to sink: inout Sink) {
    let portal = context.portal
    let links = context.links
    let assets = context.assets
    let summaries = [description, portal.description, portal.tagline].compactMap(\.self)
    let summary = clipped(summaries.first { !$0.isEmpty } ?? fullTitle, to: 200)
    head {
      Raw("\n<meta charset=\"utf-8\">\n")
      HTML.title { fullTitle }
      Raw(
        """

        <meta name="viewport" content="width=device-width,initial-scale=1">

        """)
      meta(.httpEquiv("Content-Security-Policy"), .content(policy))
      Raw("\n")
      meta(.name("description"), .content(summary))
      if isHidden { meta(.name("robots"), .content("noindex")) }
      if let address { link(.rel("canonical"), .href(address)) }
      Raw("\n")
      AlternateLanguages(context: context)
      if let assets { link(.rel("stylesheet"), .href(links.href(path: assets.stylesheet.path))) }
      if let assets, context.page.hasDrawings(in: portal) {
        link(.rel("stylesheet"), .href(links.href(path: assets.drawings.path)))
      }
      if context.page.isOfRecords, let assets {
        link(.rel("stylesheet"), .href(links.href(path: assets.records.path)))
      }
      if context.page == .search, let search = assets?.search {
        link(.rel("stylesheet"), .href(links.href(path: search.style.path)))
        element(
          "script", .src(links.href(path: search.script.path)), Attribute("defer", true)
        ) { Raw("") }
      }
      link(
        .rel("alternate"), .type("application/atom+xml"), .title(portal.title),
        .href(links.href(path: Asset.feedPath)))
      link(
        .rel("alternate"), .type("application/feed+json"), .title(portal.title),
        .href(links.href(path: Asset.jsonFeedPath)))
      if case .brief(let brief) = context.page {
        for pack in portal.builtPacks.of(brief: brief) where pack.document.isWhole {
          link(
            .rel("alternate"), .type(pack.document.mediaType),
            .href(links.href(path: pack.sitePath)))
        }
      }
      if let assets {
        link(.rel("icon"), .type("image/svg+xml"), .href(links.href(path: assets.icon.path)))
      }
      Raw("\n")
      property("og:title", title.isEmpty ? portal.title : title)
      property("og:type", report == nil ? "website" : "article")
      property("og:site_name", portal.title)
      property("og:description", summary)
      if let address { property("og:url", address) }
      if let locale = ArticleTags.locale(of: context.language) { property("og:locale", locale) }
      if let report {
        ArticleTags(context: context, brief: report)
        PublicationTags(context: context, brief: report)
        ReportData(context: context, brief: report)
      }
      LinkedData(context: context, title: title, trail: trail)
    }.write(to: &sink)
  }

  private func property(_ name: String, _ value: String) -> some Markup {
    meta(.property(name), .content(value))
  }

  private var policy: String {
    context.page == .search && context.portal.hasSearch ? ContentPolicy.search : ContentPolicy.page
  }

  /// Pages that are no use in the results of a search engine.
  private var isHidden: Bool { context.page == .notFound || context.page == .search }

  /// Where the page is published; a page for what was not found is nowhere.
  var address: String? {
    context.portal.baseURL.isEmpty || context.page == .notFound
      ? nil : context.links.canonical(context.page)
  }

  /// “Section – Brief – Portal”.
  var fullTitle: String {
    var parts = title.isEmpty ? [] : [title]
    if let brief = context.page.brief, context.page != .brief(brief) {
      parts.append(context.portal.briefs[brief].title)
    }
    parts.append(context.portal.title)
    return parts.joined(separator: " – ")
  }
}

/// The text up to a length in characters, cut at the end of a word, with an ellipsis.
func clipped(_ text: String, to length: Int) -> String {
  guard text.utf8.count > length, text.count > length else { return text }
  let head = text.prefix(length)
  let cut = head.lastIndex(of: " ") ?? head.endIndex
  var words = head[..<cut]
  while let last = words.last, last == " " || last == "," || last == "." { words.removeLast() }
  return words + "…"
}

extension Asset {
  /// The feed of new and revised briefs, below the site's root.
  public static let feedPath = "feed.xml"
  /// The same as a JSON feed.
  public static let jsonFeedPath = "feed.json"
}
