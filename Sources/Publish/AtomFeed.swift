internal import HTML
internal import Model
internal import Templates

/// The newest briefs of the portal, of a topic, an author or a series as an Atom feed (RFC 4287).
struct AtomFeed: Markup {
  let feed: FeedEntries

  private var path: String { feed.group?.feedPath ?? Asset.feedPath }

  func write(to sink: inout Sink) {
    let (portal, links) = (feed.portal, feed.links)
    sink.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    element(
      "feed", Attribute("xmlns", "http://www.w3.org/2005/Atom"),
      Attribute("xml:lang", portal.language),
      // Without a base URL addresses are paths from the site's root.
      portal.baseURL.isEmpty && path.contains("/") ? Attribute("xml:base", "../") : nil
    ) {
      element("title") { feed.title }
      if let tagline = portal.tagline { element("subtitle") { tagline } }
      element("id") {
        feed.group == nil
          ? feed.id(links.canonical(.home), "portal")
          : feed.id(links.absolute(path: path), "feed:\(path)")
      }
      element("updated") { timestamp(feed.lastChange) }
      if !portal.baseURL.isEmpty {
        empty("link", .rel("self"), .href(links.absolute(path: path)))
        empty("link", .href(links.canonical(feed.page)))
      }
      element("author") {
        element("name") { portal.publisher?.name ?? portal.title }
      }
      if let licence = portal.licence { element("rights") { licence.name } }
      Raw("\n")
      Streamed { sink in
        feed.write(.atom, separator: "", to: &sink) { write($0, $1, to: &$2) }
      }
    }.write(to: &sink)
    sink.append("\n")
  }

  // A brief is in many feeds: what is needed of it is taken, and not all of it copied.
  private func write(_ index: Int, _ text: FeedTexts.Text?, to sink: inout Sink) {
    let portal = feed.portal
    let language = portal.briefs[index].textLanguage
    let summary = feed.summary(of: index)
    element("entry", language == portal.language ? nil : Attribute("xml:lang", language)) {
      element("title") { portal.briefs[index].fullTitle }
      element("id") { feed.id(of: index) }
      empty("link", .href(feed.address(of: index)))
      if let date = portal.briefs[index].date { element("published") { timestamp(date) } }
      element("updated") { timestamp(portal.briefs[index].lastChange) }
      for author in portal.briefs[index].authors {
        element("author") { element("name") { author.name } }
      }
      for topic in portal.briefs[index].topics { empty("category", Attribute("term", topic)) }
      if let summary { element("summary") { summary } }
      if let text {
        element("content", .type("html")) {
          UnsafeRaw(unsafe: text.xml)
        }
      }
    }.write(to: &sink)
    sink.append("\n")
  }

  /// Atom requires a time: that of the Unix epoch for a brief without a date, since the clock is never
  /// read.
  private func timestamp(_ date: PartialDate?) -> String {
    date.map(FeedEntries.timestamp) ?? "1970-01-01T00:00:00Z"
  }
}
