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
    let works = list.works
    let interviews = list.interviews
    if !works.isEmpty {
      h2 { strings.publishedWorks }.write(to: &sink)
      ul(.class("works")) {
        forEach(works) { source, work in
          // A work is named in its own script, whichever way the page runs.
          li(
            .id(self.source(source).anchor),
            context.isRightToLeft ? Attribute("dir", "auto") : nil
          ) {
            WorkCitation(context: context, work: work)
            uses(of: source)
          }
          Raw("\n")
        }
      }.write(to: &sink)
    }
    if !interviews.isEmpty {
      h2(.id("_interviews")) { strings.interviews }.write(to: &sink)
      if context.links.publication == nil {
        InterviewCharts(context: context, index: index).write(to: &sink)
      }
      table(of: interviews).write(to: &sink)
    }
  }

  private func source(_ index: Int) -> Source { context.portal.briefs[self.index].sources[index] }

  private var list: SourceList {
    SourceList(
      portal: context.portal, brief: context.portal.briefs[index], strings: context.strings)
  }

  @MarkupBuilder
  private func uses(of source: Int) -> some Markup {
    if !self.source(source).notes.isEmpty {
      if context.links.publication == nil {
        FirstWords(context: context, brief: index, notes: self.source(source).notes)
      } else {
        Raw(" ")
        small(.class("refs")) {
          context.strings.usedIn(self.source(source).notes.count)
          Raw(" ")
          context.links(toNotes: self.source(source).notes, of: index)
        }
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
            tr(.id(self.source(source).anchor)) {
              td { interview.date.map(strings.dates) ?? strings.undatedWork }
              td { list.who(interview) }
              td { Streamed { places(interview, to: &$0) } }
              td {
                if context.links.publication == nil {
                  FirstWords(context: context, brief: index, notes: self.source(source).notes)
                } else {
                  context.links(toNotes: self.source(source).notes, of: index)
                }
              }
            }
          }
        }
      }
    }
  }

  private func places(_ interview: Interview, to sink: inout Sink) {
    for (position, place) in interview.places.enumerated() {
      if position > 0 { sink.append(text: context.strings.listComma) }
      if let index = place.place {
        context.links(to: [Target(.place, index: index)]).write(to: &sink)
      } else {
        sink.append(text: place.name)
      }
    }
  }
}
