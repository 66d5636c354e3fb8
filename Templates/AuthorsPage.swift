internal import HTML
internal import Model

/// Everyone who wrote a brief: the portal's people, then authors known by name alone.
struct AuthorsPage: Markup {
  let context: PageContext

  func write(to sink: inout Sink) {
    let written = context.portal.briefsByAuthor
    Frame(context, title: context.strings.authors) {
      Raw("\n")
      h1 { context.strings.authors }
      forEach(context.portal.people.enumerated()) { index, person in
        div(.class("record"), .id(person.id)) {
          entry(person)
          if let group = written.people[index] {
            FeedLink(context: context, group: group)
            BriefLinks(context: context, briefs: group.briefs)
          }
          MentionList(context: context, target: Target(.person, index: index))
        }
        Raw("\n")
      }
      for group in written.names {
        div(.class("record")) {
          h2 { group.name }
          FeedLink(context: context, group: group)
          BriefLinks(context: context, briefs: group.briefs)
        }
        Raw("\n")
      }
    }.write(to: &sink)
  }

  @MarkupBuilder
  private func entry(_ person: Person) -> some Markup {
    h2 { person.name }
    if !person.role.isEmpty { p(.class("kicker")) { span { context.inline(person.role) } } }
    context.blocks(person.bio, headingsFrom: 3)
    if person.url != nil || person.orcid != nil {
      p(.class("fine")) {
        if let url = person.url {
          context.outward(context.strings.website, to: url)
          Raw(" ")
        }
        if let orcid = person.orcid {
          context.outward("\(context.strings.orcid) \(orcid)", to: ReportData.orcidURL(orcid))
        }
      }
    }
  }
}

/// Briefs by title and year.
struct BriefLinks: Markup {
  let context: PageContext
  let briefs: [Int]

  func write(to sink: inout Sink) {
    guard !briefs.isEmpty else { return }
    ul(.class("briefs")) {
      for index in briefs { BriefRow(context: context, index: index, dateStyle: .full) }
    }.write(to: &sink)
  }
}
