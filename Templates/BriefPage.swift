internal import HTML
internal import Model

/// The front page of a brief.
struct BriefPage: Markup {
  let context: PageContext
  let index: Int

  func write(to sink: inout Sink) {
    let brief = context.portal.briefs[index]
    let strings = context.strings
    let text = TextWriter(context, brief: index, anchorsMentions: true)
    Frame(
      context, title: brief.fullTitle, description: brief.summary,
      trail: context.trail(above: context.page), report: index
    ) {
      Raw("\n")
      article {
        BriefHead(context: context, index: index)
        UntranslatedNotice(context, ofSectionsOf: index)
        BriefOpening(text: text, actions: actions)
        div(.class("text")) {
          KeyFindings(text: text)
          if !brief.sections.isEmpty {
            nav(.class("contents"), .ariaLabel(strings.contents)) {
              h2 { strings.contents }
              SectionList(context: context, index: index)
            }
          }
        }
        Raw("\n")
        KeyMap(context: context, index: index)
        if !BriefExtras.isEmpty(brief) {
          nav(.class("also"), .ariaLabel(strings.alsoInBrief)) {
            h2(.class("label")) { strings.alsoInBrief }
            BriefExtras(context: context, index: index)
          }
          Raw("\n")
        }
        Downloads(context: context, index: index)
        PublicationData(context: context, index: index)
      }
    }.write(to: &sink)
  }

  private var actions: [(String, Page)] {
    let brief = context.portal.briefs[index]
    guard !brief.sections.isEmpty else { return [] }
    return [
      (context.strings.readFromStart, .section(brief: index, section: 0)),
      (context.strings.whole, .whole(index)),
    ]
  }
}

extension Brief {
  /// A sentence or two for search engines: the abstract, else how it begins.
  var summary: String? {
    if !abstract.isEmpty { return abstract.plainText }
    return opening ?? subtitle
  }

  /// What that is in, where that is not the language of its pages.
  var summaryLanguage: String? {
    if !abstract.isEmpty { return language(of: "abstract") }
    return opening == nil ? language(of: "subtitle") : sections.first?.language
  }
}
