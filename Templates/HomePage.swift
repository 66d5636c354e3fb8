internal import HTML
internal import Model

/// The portal's front page: the latest brief with its figures and its map, then the others; where
/// there is one brief only, what is in it.
struct HomePage: Markup {
  let context: PageContext

  /// How many of the other briefs are shown with what they say.
  private static let shown = 8

  func write(to sink: inout Sink) {
    let portal = context.portal
    let strings = context.strings
    Frame(context, title: "", description: portal.description ?? portal.tagline) {
      Raw("\n")
      // Without a tagline the header has said it, and the heading is for those who hear the page.
      h1(
        .class(portal.tagline == nil ? "unseen" : "portal"),
        context.lang(portal.tagline.flatMap { _ in portal.language(of: "tagline") }),
        context.dir(portal.tagline.flatMap { _ in portal.language(of: "tagline") })
      ) { portal.tagline ?? portal.title }
      Raw("\n")
      if portal.briefs.isEmpty {
        p { strings.noBriefs }
      } else {
        LeadBrief(context: context, index: 0)
        if portal.briefs.count == 1 {
          onlyBrief
        } else {
          others
        }
        PacksOfSeveral(context: context)
      }
    }.write(to: &sink)
  }

  @MarkupBuilder
  private var onlyBrief: some Markup {
    if context.portal.briefs[0].sections.contains(where: { !$0.title.isEmpty }),
      !context.portal.briefs[0].isOneFile
    {
      nav(.class("contents"), .ariaLabel(context.strings.contents)) {
        h2 { context.strings.contents }
        SectionList(context: context, index: 0)
      }
    }
  }

  @MarkupBuilder
  private var others: some Markup {
    let strings = context.strings
    let portal = context.portal
    h2 { strings.otherBriefs }
    ul(.class("others")) {
      for index in portal.briefs.indices.dropFirst().prefix(Self.shown) {
        let brief = portal.briefs[index]
        li {
          h3(context.lang(brief.language(of: "title")), context.dir(brief.language(of: "title"))) {
            context.link(brief.fullTitle, to: .brief(index))
          }
          Kicker(context: context, brief: brief)
          if let summary = brief.summary {
            p(context.lang(brief.summaryLanguage), context.dir(brief.summaryLanguage)) {
              clipped(summary, to: 240)
            }
          }
        }
        Raw("\n")
      }
    }
    if portal.briefs.count > Self.shown + 1 {
      p(.class("actions")) {
        context.link(strings.allBriefs(portal.briefs.count), to: .briefs)
      }
    }
  }
}

/// The brief that leads the front page.
struct LeadBrief: Markup {
  let context: PageContext
  let index: Int

  func write(to sink: inout Sink) {
    let brief = context.portal.briefs[index]
    article(.class("lead-brief")) {
      div(.class(brief.keyMap == nil ? "head" : "head beside")) {
        Kicker(context: context, brief: brief)
        h2(context.lang(brief.language(of: "title")), context.dir(brief.language(of: "title"))) {
          context.link(brief.title, to: .brief(index))
        }
        if let subtitle = brief.subtitle {
          p(
            .class("subtitle"), context.lang(brief.language(of: "subtitle")),
            context.dir(brief.language(of: "subtitle"))
          ) { subtitle }
        }
        if !brief.authors.isEmpty {
          p(.class("by")) { AuthorNames(context: context, authors: brief.authors) }
        }
        if let summary = brief.summary {
          p(
            .class("lead"), context.lang(brief.summaryLanguage), context.dir(brief.summaryLanguage)
          ) { clipped(summary, to: 420) }
        }
        p(.class("actions")) {
          context.link(context.strings.readBrief, to: .brief(index))
          PDFLink(context: context, index: index)
        }
      }
      KeyMap(context: context, index: index)
      Glance(context: context, index: index, text: nil, level: 3)
    }.write(to: &sink)
    sink.append("\n")
  }
}
