internal import Cartography
internal import HTML
internal import Model

/// The title page: whose brief it is, its key map, its terms.
struct EPUBCover: Markup {
  let context: PageContext
  let index: Int

  func write(to sink: inout Sink) {
    let brief = context.portal.briefs[index]
    // Who publishes a rendering is not who published the work.
    let publisher =
      brief.original == nil
      ? brief.publisher ?? context.portal.publisher : context.portal.publisher
    let licence = brief.licence ?? context.portal.licence
    EPUBFrame(context, .cover, title: brief.title) {
      section(.epubType("titlepage"), .class("cover")) {
        Kicker(context: context, brief: brief)
        h1(.epubType("title")) { brief.title }
        if let subtitle = brief.subtitle {
          p(.epubType("subtitle"), .role("doc-subtitle"), .class("subtitle")) { subtitle }
        }
        if !brief.authors.isEmpty {
          p(.class("by")) { AuthorNames(context: context, authors: brief.authors) }
        }
        if let original = brief.original {
          OriginalStatement(context: context, original: original)
        }
        keyMap(brief)
        if let publisher {
          p(.class("fine")) { context.named(publisher) }
        }
        if let licence {
          p(.class("fine")) { context.outward(licence.name, to: licence.url) }
        }
      }
    }.write(to: &sink)
  }

  @MarkupBuilder
  private func keyMap(_ brief: Brief) -> some Markup {
    if let map = brief.keyMap {
      let drawing = context.drawings.drawing(of: map, in: index)
      let last = drawing.dates.count - 1
      figure {
        img(
          .src(EPUBMap.path(map: map, panel: last)),
          .alt(EPUBMap.alternative(of: map, drawing.dates[last], in: context)),
          .width(Int(drawing.size.width)), .height(Int(drawing.size.height)))
        figcaption {
          context.link(
            context.strings.map(brief.maps[map].number), to: .map(brief: index, map: map))
          Raw(" ")
          brief.maps[map].title
        }
      }
    }
  }
}
