internal import HTML
internal import Model

/// The published works and the interviews that a brief rests on.
struct SourcesPage: Markup {
  let context: PageContext
  let index: Int

  func write(to sink: inout Sink) {
    let title = context.strings.sources
    Frame(context, title: title, trail: context.trail(above: context.page)) {
      Raw("\n")
      h1 { title }
      SourceLists(context: context, index: index)
    }.write(to: &sink)
  }
}

/// The works as a bibliography, the interviews as a table.
struct SourceLists: Markup {
  let context: PageContext
  let index: Int

  func write(to sink: inout Sink) {
    let strings = context.strings
    let works = self.works
    let interviews = self.interviews
    Group(
      works.isEmpty
        ? nil
        : Group(
          h2 { strings.publishedWorks },
          ul(.class("works")) {
            forEach(works) { source, work in
              li(.id(self.source(source).id)) {
                WorkCitation(context: context, work: work)
                uses(of: source)
              }
              Raw("\n")
            }
          }),
      interviews.isEmpty
        ? nil
        : Group(h2(.id("_interviews")) { strings.interviews }, table(of: interviews))
    ).write(to: &sink)
  }

  private func source(_ index: Int) -> Source { context.portal.briefs[self.index].sources[index] }

  /// By author, else title; then by date.
  private var works: [(Int, Work)] {
    context.portal.briefs[index].sources.enumerated().compactMap { position, source in
      if case .work(let work) = source.content { (position, work) } else { nil }
    }.sorted { a, b in
      let (first, second) = (heading(of: a.1), heading(of: b.1))
      if first != second { return first < second }
      return (a.1.issued?.start.iso ?? "", a.0) < (b.1.issued?.start.iso ?? "", b.0)
    }
  }

  private func heading(of work: Work) -> String {
    let names = work.authors.isEmpty ? [work.title] : work.authors.map(\.family)
    return names.map(sortKey).joined(separator: " ")
  }

  private var interviews: [(Int, Interview)] {
    context.portal.briefs[index].sources.enumerated().compactMap { position, source in
      if case .interview(let interview) = source.content { (position, interview) } else { nil }
    }.sorted { ($0.1.date?.iso ?? "", $0.0) < ($1.1.date?.iso ?? "", $1.0) }
  }

  @MarkupBuilder
  private func uses(of source: Int) -> some Markup {
    if !self.source(source).notes.isEmpty {
      Raw(" ")
      small(.class("refs")) {
        context.strings.usedIn(self.source(source).notes.count)
        Raw(" ")
        context.links(toNotes: self.source(source).notes, of: index)
      }
    }
  }

  private func table(of interviews: [(Int, Interview)]) -> some Markup {
    let strings = context.strings
    return div(
      .class("table"), .role("group"), .tabindex(0), .ariaLabelledby("_interviews")
    ) {
      HTML.table {
        thead {
          tr {
            th(.scope("col")) { strings.date }
            th(.scope("col")) { strings.who }
            th(.scope("col")) { strings.location }
            th(.scope("col")) { strings.usedIn }
          }
        }
        tbody {
          for (source, interview) in interviews {
            tr(.id(self.source(source).id)) {
              td { interview.date.map(strings.dates) ?? strings.undatedWork }
              td { who(interview) }
              td { Streamed { places(interview, to: &$0) } }
              td { context.links(toNotes: self.source(source).notes, of: index) }
            }
          }
        }
      }
    }
  }

  private func who(_ interview: Interview) -> String {
    if interview.isObservation {
      return interview.role.isEmpty ? context.strings.observation : interview.role
    }
    if interview.role.isEmpty {
      return interview.isPlural ? context.strings.someInterviews : context.strings.oneInterview
    }
    return interview.isPlural
      ? context.strings.interviews(with: interview.role)
      : context.strings.interview(with: interview.role)
  }

  private func places(_ interview: Interview, to sink: inout Sink) {
    for (position, place) in interview.places.enumerated() {
      if position > 0 { sink.append(", ") }
      if let index = place.place {
        context.links(to: [Target(.place, index: index)]).write(to: &sink)
      } else {
        sink.append(text: place.name)
      }
    }
  }
}
