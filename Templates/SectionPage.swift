internal import HTML
internal import Model

/// One section of a brief, with its notes beside it.
struct SectionPage: Markup {
  let context: PageContext
  let brief: Int
  let index: Int

  func write(to sink: inout Sink) {
    let section = context.portal.briefs[brief].sections[index]
    let text = TextWriter(
      context, brief: brief, anchorsMentions: true,
      after: context.portal.briefs[brief].sections[..<index])
    Frame(
      context, title: context.name(of: section), description: description,
      trail: context.trail(above: context.page)
    ) {
      Raw("\n")
      UntranslatedNotice(context, .section, in: section.language)
      article(
        .class("text"), context.lang(section.language), context.dir(section.language)
      ) {
        text.notes(of: section.heading)
        h1 {
          if let number = section.number {
            span(.class("number")) { context.strings.number(number) }
            Raw(" ")
          }
          if section.heading.isEmpty {
            Text(context.name(of: section))
          } else {
            text.inline(section.heading)
          }
        }
        Raw("\n")
        if section.contents.count >= 3 {
          div(.class("beside"), .id("_contents")) {
            InnerContents(
              entries: section.contents, title: context.strings.inThisSection,
              titleLanguage: context.ownLang(within: section.language))
          }
        }
        text.body(of: section, headingsFrom: 2)
        div(
          context.ownLang(within: section.language), context.ownDir(within: section.language)
        ) {
          ParagraphLabel(context: context)
          SectionZones(context: context, brief: brief, section: index)
          if section.contents.count >= 3 {
            BackToContents(words: context.strings.inThisSection)
          }
        }
      }
      Raw("\n")
      SectionSteps(context: context, brief: brief, index: index)
    }.write(to: &sink)
  }

  private var description: String? {
    let section = context.portal.briefs[brief].sections[index]
    if !section.summary.isEmpty { return section.summary.plainText }
    let opening = section.body.roots.first { section.body.nodes[$0].kind == .paragraph }
    return opening.map { section.body.plainText(in: $0..<Int(section.body.nodes[$0].end)) }
  }
}

/// A section's own headings, two levels of them.
struct InnerContents: Markup {
  let entries: [ContentsEntry]
  let title: String
  /// Where that is not the language of the entries.
  var titleLanguage: Attribute? = nil

  func write(to sink: inout Sink) {
    let top = entries.map(\.level).min() ?? 2
    nav(.class("inner"), .ariaLabel(title)) {
      h2(.class("label"), titleLanguage) { title }
      ul {
        for entry in entries where entry.level <= top + 1 {
          li(entry.level > top ? Attribute("class", "deep") : nil) {
            a(.href("#" + urlComponent(entry.anchor))) { entry.title }
          }
        }
      }
    }.write(to: &sink)
    sink.append("\n")
  }
}

/// Stays in sight while the text is read, where the contents do not.
struct BackToContents: Markup {
  let words: String

  func write(to sink: inout Sink) {
    p(.class("to-contents")) { a(.href("#_contents")) { words } }.write(to: &sink)
    sink.append("\n")
  }
}

/// To the section before, the brief and the section after.
struct SectionSteps: Markup {
  let context: PageContext
  let brief: Int
  let index: Int

  func write(to sink: inout Sink) {
    let sections = context.portal.briefs[brief].sections
    nav(.class("steps"), .ariaLabel(context.strings.sections)) {
      if index > 0 {
        step("prev", context.strings.previous, to: index - 1)
      }
      if index + 1 < sections.count {
        step("next", context.strings.next, to: index + 1)
      } else {
        a(.rel("up"), .href(context.links.href(.brief(brief)))) {
          small { context.strings.endOfSection }
          context.title(of: brief)
        }
      }
    }.write(to: &sink)
  }

  private func step(_ relation: String, _ words: String, to section: Int) -> some Markup {
    let target = context.portal.briefs[brief].sections[section]
    return a(
      .rel(relation), .href(context.links.href(.section(brief: brief, section: section)))
    ) {
      small { words }
      span {
        if let number = target.number { "\(context.strings.number(number)). " }
        span(context.lang(target.language), context.dir(target.language)) {
          context.name(of: target)
        }
      }
    }
  }
}
