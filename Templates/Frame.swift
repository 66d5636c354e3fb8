internal import HTML
internal import Model

/// What every page shares: head, header, breadcrumbs, footer. `content` fills the main landmark.
struct Frame<Content: Markup>: Markup {
  private let context: PageContext
  private let head: PageHead
  private let trail: [Page]
  private let content: Content

  /// - Parameters:
  ///   - title: the page's own name; empty on the home page.
  ///   - description: plain text for search engines.
  ///   - trail: pages above this one, the home page apart.
  ///   - report: the brief that the page as a whole presents.
  init(
    _ context: PageContext, title: String, description: String? = nil, trail: [Page] = [],
    report: Int? = nil, @MarkupBuilder content: () -> Content
  ) {
    self.context = context
    self.trail = trail
    head = PageHead(
      context: context, title: title, description: description, trail: trail, report: report)
    self.content = content()
  }

  func write(to sink: inout Sink) {
    let marks = IndexMarks(context, title: head.title)
    sink.append("<!doctype html>\n")
    html(
      .lang(context.language),
      context.isRightToLeft ? Attribute("dir", "rtl") : nil,
      context.strings.numerals.areEuropean ? nil : Attribute("data-digits", "own"),
      // What stands at the head and foot of printed pages.
      Attribute("data-title", head.fullTitle),
      head.address.map { Attribute("data-url", $0) }
    ) {
      head
      Raw("\n")
      body(.dataPage(context.page)) {
        a(.class("skip"), .href("#_main")) { context.strings.skipToText }
        Raw("\n")
        SiteHeader(context: context)
        Raw("\n")
        Breadcrumbs(context: context, pages: trail)
        HTML.main(
          .id("_main"), .class("wrap"), marks.isIndexed, marks.meta, marks.name, marks.brief
        ) {
          if !context.portal.audiences.isEmpty {
            p(.class("edition"), context.unindexed) {
              context.strings.holdsEverything(context.strings.list(context.portal.audiences))
            }
          }
          content
        }
        SearchFilters(context: context)
        Raw("\n")
        SiteFooter(context: context)
      }
    }.write(to: &sink)
    sink.append("\n")
  }
}

/// The way from the home page down to this one, this one left out.
struct Breadcrumbs: Markup {
  let context: PageContext
  let pages: [Page]

  func write(to sink: inout Sink) {
    guard !pages.isEmpty else { return }
    nav(.class("trail wrap"), .ariaLabel(context.strings.breadcrumb)) {
      ol {
        li { context.link(context.strings.home, to: .home) }
        for page in pages {
          li { context.link(context.name(of: page), to: page) }
        }
      }
    }.write(to: &sink)
    sink.append("\n")
  }
}
