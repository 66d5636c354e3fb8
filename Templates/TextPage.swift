internal import HTML
internal import Model

/// A page of the portal beside its briefs.
struct TextPage: Markup {
  let context: PageContext
  let index: Int

  func write(to sink: inout Sink) {
    let page = context.portal.pages[index]
    Frame(context, title: page.title, description: page.body.plainText) {
      Raw("\n")
      UntranslatedNotice(context, .page, in: page.language)
      article(.class("text"), context.lang(page.language), context.dir(page.language)) {
        h1 { page.title }
        context.blocks(page.body, headingsFrom: 2)
      }
    }.write(to: &sink)
  }
}

/// What a server shows for an address that is not there.
struct NotFoundPage: Markup {
  let context: PageContext

  func write(to sink: inout Sink) {
    let strings = context.strings
    Frame(context, title: strings.notFound) {
      Raw("\n")
      div(.class("text")) {
        h1 { strings.notFound }
        p { strings.notFoundText }
        p(.class("actions")) {
          context.link(strings.home, to: .home)
          Raw(" ")
          context.link(strings.briefs, to: .briefs)
        }
      }
    }.write(to: &sink)
  }
}

/// An address that a brief had before: it leads to the one that it has now.
struct AliasPage: Markup {
  let context: PageContext
  let brief: Int

  func write(to sink: inout Sink) {
    let title = context.portal.briefs[brief].title
    let target = Page.brief(brief)
    let href = context.links.href(target)
    sink.append("<!doctype html>\n")
    html(.lang(context.language)) {
      head {
        meta(.charset("utf-8"))
        HTML.title { context.strings.moved(title) }
        meta(.httpEquiv("refresh"), .content("0; url=\(href)"))
        meta(.name("viewport"), .content("width=device-width,initial-scale=1"))
        meta(.name("robots"), .content("noindex"))
        link(.rel("canonical"), .href(canonical(target)))
        if let assets = context.assets {
          link(.rel("stylesheet"), .href(context.links.href(path: assets.stylesheet.path)))
        }
      }
      body(.dataPage(context.page)) {
        HTML.main(.class("wrap text")) {
          h1 { context.strings.moved(title) }
          p {
            context.strings.movedText
            Raw(" ")
            context.link(title, to: target)
            Raw(".")
          }
        }
      }
    }.write(to: &sink)
    sink.append("\n")
  }

  private func canonical(_ target: Page) -> String {
    context.portal.baseURL.isEmpty ? context.links.href(target) : context.links.canonical(target)
  }
}
