internal import HTML
internal import Model
internal import Templates

/// The newest briefs of the portal, of a topic or of an author as an Atom feed (RFC 4287).
struct AtomFeed: Markup {
  static let most = 50
  let portal: Portal
  /// `nil` for the portal's.
  var group: BriefGroup?

  private var path: String { group?.feedPath ?? Asset.feedPath }

  func write(to sink: inout Sink) {
    let links = Links(from: .home, in: portal)
    let all = group?.briefs ?? Array(portal.briefs.indices)
    let briefs = all.prefix(Self.most)
    let newest = all.compactMap { portal.briefs[$0].lastChange }.max()
    sink.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    element(
      "feed", Attribute("xmlns", "http://www.w3.org/2005/Atom"),
      Attribute("xml:lang", portal.language)
    ) {
      element("title") { group.map { "\($0.name) – \(portal.title)" } ?? portal.title }
      if let tagline = portal.tagline { element("subtitle") { tagline } }
      element("id") {
        group == nil
          ? id(links.canonical(.home), "portal") : id(links.absolute(path: path), "feed:\(path)")
      }
      element("updated") { timestamp(newest) }
      if !portal.baseURL.isEmpty {
        empty("link", .rel("self"), .href(links.absolute(path: path)))
        empty("link", .href(links.canonical(.home)))
      }
      element("author") {
        element("name") { portal.publisher?.name ?? portal.title }
      }
      if let licence = portal.licence { element("rights") { licence.name } }
      Raw("\n")
      Streamed { sink in
        for index in briefs { write(index, links, to: &sink) }
      }
    }.write(to: &sink)
    sink.append("\n")
  }

  // A brief is in many feeds: what is needed of it is taken, and not all of it copied.
  private func write(_ index: Int, _ links: Links, to sink: inout Sink) {
    let address = links.canonical(.brief(index))
    let abstract = portal.briefs[index].abstract
    element("entry") {
      element("title") { portal.briefs[index].fullTitle }
      element("id") { id(address, portal.briefs[index].slug) }
      empty("link", .href(address))
      if let date = portal.briefs[index].date { element("published") { timestamp(date) } }
      element("updated") { timestamp(portal.briefs[index].lastChange) }
      for author in portal.briefs[index].authors {
        element("author") { element("name") { author.name } }
      }
      for topic in portal.briefs[index].topics { empty("category", Attribute("term", topic)) }
      if !abstract.isEmpty { element("summary") { abstract.plainText } }
    }.write(to: &sink)
    sink.append("\n")
  }

  /// An entry's id is an address that does not change; without a base URL it is a name.
  private func id(_ address: String, _ name: String) -> String {
    portal.baseURL.isEmpty ? "urn:chancery:\(urlComponent(name))" : address
  }

  /// Atom requires a time, to the second: the start of the day, month or year; of the Unix epoch for
  /// a brief without a date, since the clock is never read.
  private func timestamp(_ date: PartialDate?) -> String {
    guard let date,
      let day = PartialDate(year: date.year, month: date.month ?? 1, day: date.day ?? 1)
    else { return "1970-01-01T00:00:00Z" }
    return day.iso + "T00:00:00Z"
  }
}
