internal import HTML
internal import Model

/// Everyone who wrote a brief: the portal's people, then authors known by name alone. Each leads to a page.
struct AuthorsPage: Markup {
  let context: PageContext

  func write(to sink: inout Sink) {
    let groups = context.records.groups
    Frame(context, title: context.strings.authors) {
      Raw("\n")
      h1 { context.strings.authors }
      ul(.class("record-list")) {
        forEach(context.portal.people.enumerated()) { index, person in
          li(.id(person.id)) {
            context.link(person.name, to: .person(index))
            count(groups.people[index])
          }
        }
        forEach(groups.allNames) { group in
          li {
            context.link(group.name, to: .author(group.slug))
            count(group)
          }
        }
      }
    }.write(to: &sink)
  }

  @MarkupBuilder
  private func count(_ group: BriefGroup?) -> some Markup {
    if let group {
      Raw(" ")
      small { context.strings.count(group.briefs.count) }
    }
  }
}

/// One of the portal's people: who it is, what it wrote, where briefs speak of it.
struct PersonPage: Markup {
  let context: PageContext
  /// In the portal's people.
  let index: Int

  func write(to sink: inout Sink) {
    let person = context.portal.people[index]
    let group = context.records.groups.people[index]
    Frame(
      context, title: person.name, description: person.role.plainText,
      trail: context.trail(above: context.page)
    ) {
      Raw("\n")
      h1 { person.name }
      div(context.lang(person.language), context.dir(person.language)) {
        if !person.role.isEmpty {
          p(.class("kicker")) { span { context.inline(person.role) } }
        }
        context.blocks(person.bio, headingsFrom: 2)
      }
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
      if let group {
        h2 { context.strings.briefs }
        FeedLink(context: context, group: group)
        BriefLinks(context: context, briefs: group.briefs)
      }
      MentionSections(context: context, target: Target(.person, index: index))
    }.write(to: &sink)
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
