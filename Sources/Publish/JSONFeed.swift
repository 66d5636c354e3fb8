internal import HTML
internal import Model
internal import Templates

/// The same briefs as the Atom feed carries, as a JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).
struct JSONFeed: Markup {
  let feed: FeedEntries

  private var path: String { feed.group?.jsonFeedPath ?? Asset.jsonFeedPath }

  func write(to sink: inout Sink) {
    let portal = feed.portal
    sink.append("{\"version\":\"https://jsonfeed.org/version/1.1\"")
    member("title", feed.title, to: &sink)
    if !portal.baseURL.isEmpty {
      member("home_page_url", feed.links.canonical(feed.page), to: &sink)
      member("feed_url", feed.links.absolute(path: path), to: &sink)
    }
    member("description", portal.description ?? portal.tagline, to: &sink)
    member("language", portal.language, to: &sink)
    authors([portal.publisher?.name ?? portal.title], to: &sink)
    sink.append(",\"items\":[")
    if !feed.entries.isEmpty { sink.append("\n") }
    feed.write(.json, separator: ",\n", to: &sink) { write($0, $1, to: &$2) }
    sink.append("\n]}\n")
  }

  private func write(_ index: Int, _ text: FeedTexts.Text?, to sink: inout Sink) {
    let portal = feed.portal
    sink.append("{\"id\":")
    sink.append(json: feed.id(of: index))
    if !portal.baseURL.isEmpty { member("url", feed.address(of: index), to: &sink) }
    member("title", portal.briefs[index].fullTitle, to: &sink)
    let summary = feed.summary(of: index)
    if let text {
      member("summary", summary, to: &sink)
      sink.append(",\"content_html\":")
      sink.append(unsafe: text.json)
    } else {
      // An item has to have content.
      member("content_text", summary ?? portal.briefs[index].fullTitle, to: &sink)
    }
    if let date = portal.briefs[index].date {
      member("date_published", FeedEntries.timestamp(date), to: &sink)
    }
    if let date = portal.briefs[index].lastChange {
      member("date_modified", FeedEntries.timestamp(date), to: &sink)
    }
    let names = portal.briefs[index].authors.map(\.name)
    if !names.isEmpty { authors(names, to: &sink) }
    let topics = portal.briefs[index].topics
    if !topics.isEmpty {
      sink.append(",\"tags\":[")
      for (position, topic) in topics.enumerated() {
        if position > 0 { sink.append(",") }
        sink.append(json: topic)
      }
      sink.append("]")
    }
    let language = portal.briefs[index].textLanguage
    if language != portal.language { member("language", language, to: &sink) }
    sink.append("}")
  }

  private func authors(_ names: [String], to sink: inout Sink) {
    sink.append(",\"authors\":[")
    for (position, name) in names.enumerated() {
      sink.append(position > 0 ? ",{\"name\":" : "{\"name\":")
      sink.append(json: name)
      sink.append("}")
    }
    sink.append("]")
  }

  private func member(_ name: StaticString, _ value: String?, to sink: inout Sink) {
    guard let value, !value.isEmpty else { return }
    sink.append(",\"")
    sink.append(name)
    sink.append("\":")
    sink.append(json: value)
  }
}
