internal import HTML
internal import Model

/// A whole brief on one page: to print, to search in, and the only page of a one-file brief.
struct WholePage: Markup {
  let context: PageContext
  let index: Int

  func write(to sink: inout Sink) {
    let brief = context.portal.briefs[index]
    let strings = context.strings
    let text = TextWriter(context, brief: index, anchorsMentions: true)
    Frame(
      context, title: brief.isOneFile ? brief.fullTitle : strings.wholeShort,
      description: brief.summary, trail: context.trail(above: context.page),
      report: brief.isOneFile ? index : nil
    ) {
      Raw("\n")
      article {
        BriefHead(context: context, index: index)
        UntranslatedNotice(context, ofSectionsOf: index)
        BriefOpening(text: text)
        div(.class("text")) {
          KeyFindings(text: text)
          if brief.sections.count(where: { !$0.title.isEmpty }) > 1 {
            div(.class("beside"), .id("_contents")) {
              nav(.class("contents"), .ariaLabel(strings.contents)) {
                h2(.class("label")) { strings.contents }
                SectionList(context: context, index: index, isHere: true)
              }
            }
          }
          Raw("\n")
          for section in brief.sections {
            WholeSection(section: section, text: text)
          }
          if brief.sections.count(where: { !$0.title.isEmpty }) > 1 {
            BackToContents(words: strings.contents)
          }
          ParagraphLabel(context: context)
        }
        Raw("\n")
        if brief.isOneFile, !BriefExtras.isEmpty(brief) {
          nav(.class("also"), .ariaLabel(strings.alsoInBrief)) {
            h2(.class("label")) { strings.alsoInBrief }
            BriefExtras(context: context, index: index)
          }
          Raw("\n")
        }
        if brief.isOneFile { Downloads(context: context, index: index) }
        PublicationData(context: context, index: index)
      }
    }.write(to: &sink)
  }
}

private struct WholeSection: Markup {
  let section: Section
  let text: TextWriter

  func write(to sink: inout Sink) {
    guard let language = section.language else { return content(to: &sink) }
    let context = text.context
    div(.class("fallback"), context.lang(language), context.dir(language)) {
      Streamed { content(to: &$0) }
    }.write(to: &sink)
    sink.append("\n")
  }

  private func content(to sink: inout Sink) {
    if !section.title.isEmpty {
      text.notes(of: section.heading).write(to: &sink)
      h2(.id(section.anchor)) {
        if let number = section.number {
          span(.class("number")) { text.context.strings.number(number) }
          Raw(" ")
        }
        if section.heading.isEmpty { Text(section.title) } else { text.inline(section.heading) }
      }.write(to: &sink)
      sink.append("\n")
    }
    text.body(of: section, headingsFrom: section.title.isEmpty ? 2 : 3).write(to: &sink)
  }
}
