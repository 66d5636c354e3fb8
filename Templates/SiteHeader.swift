internal import HTML
internal import Model

/// The portal's name and the ways in.
struct SiteHeader: Markup {
  let context: PageContext

  func write(to sink: inout Sink) {
    let pages = entries
    header(.class("site")) {
      div(.class("wrap")) {
        p(.class("name")) { context.link(context.portal.title, to: .home) }
        nav(.ariaLabel(context.strings.siteNavigation)) {
          ul {
            for page in pages {
              li {
                a(
                  .href(context.links.href(page)),
                  page == context.page ? Attribute("aria-current", "page") : nil
                ) { context.name(of: page) }
              }
            }
          }
        }
        LanguageSwitch(context: context)
      }
    }.write(to: &sink)
  }

  private var entries: [Page] {
    var pages: [Page] = [.briefs]
    if context.hasTopics { pages.append(.topics) }
    pages += context.portal.pages.indices.prefix(3).map { .portalPage($0) }
    // A page that could only say that it does not search is no way in.
    return context.portal.hasSearch ? pages + [.search] : pages
  }
}

/// Notice, licence, publisher, feed and the pages that the header has no room for.
struct SiteFooter: Markup {
  let context: PageContext

  func write(to sink: inout Sink) {
    let portal = context.portal
    let strings = context.strings
    footer(.class("site")) {
      div(.class("wrap")) {
        nav(.ariaLabel(strings.moreNavigation)) {
          ul {
            for page in entries {
              li { context.link(context.name(of: page), to: page) }
            }
            li { a(.href(context.links.href(path: Asset.feedPath))) { strings.feed } }
            li { a(.href(context.links.href(path: Asset.jsonFeedPath))) { strings.jsonFeed } }
          }
        }
        if !portal.notice.isEmpty {
          p(
            context.lang(portal.language(of: "notice")), context.dir(portal.language(of: "notice"))
          ) { context.inline(portal.notice) }
        }
        p {
          if let publisher = portal.publisher {
            context.named(publisher)
            Raw(". ")
          }
          if let licence = portal.licence {
            context.outward(strings.licensed(licence.name), to: licence.url)
            Raw(". ")
          }
          if let contact = portal.contact {
            context.outward(Self.contactName(contact), to: contact)
            Raw(". ")
          }
          strings.madeWith
          Raw(".")
        }
      }
    }.write(to: &sink)
  }

  private var entries: [Page] {
    (context.hasAuthors ? [.authors] : []) + context.recordPages + context.records.threads
      + context.portal.pages.indices.dropFirst(3).map { .portalPage($0) }
  }

  private static func contactName(_ contact: String) -> String {
    contact.hasPrefix("mailto:") ? String(contact.dropFirst(7)) : contact
  }
}
