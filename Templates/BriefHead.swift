internal import HTML
internal import Model

/// The head of a brief: series and date, title, authors.
struct BriefHead: Markup {
  let context: PageContext
  let index: Int

  func write(to sink: inout Sink) {
    let brief = context.portal.briefs[index]
    header(.class("head")) {
      Kicker(context: context, brief: brief, minutes: brief.readingMinutes)
      h1(
        context.lang(brief.language(of: "title")), context.dir(brief.language(of: "title"))
      ) { brief.title }
      if let subtitle = brief.subtitle {
        p(
          .class("subtitle"), context.lang(brief.language(of: "subtitle")),
          context.dir(brief.language(of: "subtitle"))
        ) { subtitle }
      }
      if !brief.authors.isEmpty {
        p(.class("by")) { AuthorNames(context: context, authors: brief.authors) }
      }
      if let revision = brief.latestRevision {
        let strings = context.strings
        p(.class("fine")) {
          a(.href("#_revisions")) { strings.updated(strings.date(revision.date)) }
          if !revision.summary.isEmpty {
            Text(strings.colon)
            context.inline(revision.summary)
          }
        }
      }
    }.write(to: &sink)
    sink.append("\n")
  }
}

/// Whose work a brief renders, said plainly.
struct OriginalStatement: Markup {
  let context: PageContext
  let original: Original
  /// Of the statement, where that is not the page's.
  var language: String? = nil

  func write(to sink: inout Sink) {
    div(.class("original")) {
      p(context.lang(language), context.dir(language)) {
        context.inline(original.statement)
        if let url = original.url, !isDangerousURL(url.utf8) {
          Raw(" ")
          context.outward(
            "\(context.strings.original)\(context.strings.colon)\(original.title ?? url)", to: url)
        }
      }
    }.write(to: &sink)
    sink.append("\n")
  }
}

/// “RSC Policy Briefs 2022/16 · 5 April 2022”.
struct Kicker: Markup {
  let context: PageContext
  let brief: Brief
  /// How long reading it takes, where that is to be said.
  var minutes: Int? = nil

  func write(to sink: inout Sink) {
    let name = [brief.series, brief.issue].compactMap { $0 }.joined(separator: " ")
    guard !name.isEmpty || brief.date != nil || brief.isDraft || minutes != nil else { return }
    p(.class("kicker")) {
      if brief.isDraft { strong(.class("draft")) { context.strings.draft } }
      if !name.isEmpty { span { name } }
      if let date = brief.date {
        Raw(" ")
        time(.datetime(date.iso)) { context.strings.date(date) }
      }
      if let minutes {
        Raw(" ")
        span { context.strings.readingTime(minutes) }
      }
    }.write(to: &sink)
  }
}

/// Authors by name, each a link to their page.
struct AuthorNames: Markup {
  let context: PageContext
  let authors: [Author]

  func write(to sink: inout Sink) {
    for (position, author) in authors.enumerated() {
      if position > 0 {
        let strings = context.strings
        sink.append(text: position + 1 == authors.count ? strings.listLast : strings.listComma)
      }
      if let person = author.person {
        context.link(author.name, to: .person(person)).write(to: &sink)
      } else if context.links.publication == nil,
        let slug = context.records.groups.slug(ofAuthor: author.ownName ?? author.name)
      {
        context.link(author.name, to: .author(slug)).write(to: &sink)
      } else {
        sink.append(text: author.name)
      }
    }
  }
}
