internal import HTML
internal import Model
internal import Templates

/// The site's pages in all its languages for search engines (sitemaps.org, 0.9).
struct Sitemap: Markup {
  let editions: [Portal]

  func write(to sink: inout Sink) {
    sink.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    element("urlset", Attribute("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")) {
      Raw("\n")
      for portal in editions {
        let links = Links(from: .home, in: portal)
        for page in Page.all(in: portal) where isListed(page) {
          element("url") {
            element("loc") { links.canonical(page) }
            if let date = lastChange(of: page, portal) { element("lastmod") { date.iso } }
          }
          Raw("\n")
        }
      }
    }.write(to: &sink)
    sink.append("\n")
  }

  private func isListed(_ page: Page) -> Bool {
    switch page {
    case .search, .notFound, .alias: false
    default: true
    }
  }

  private func lastChange(of page: Page, _ portal: Portal) -> PartialDate? {
    page.brief.flatMap { portal.briefs[$0].lastChange }
  }
}
