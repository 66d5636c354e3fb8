internal import HTML
internal import Model

/// The events of a brief, in the order of their dates.
struct EventsPage: Markup {
  let context: PageContext
  let index: Int

  func write(to sink: inout Sink) {
    let text = TextWriter(context, brief: index, anchorsMentions: false)
    Frame(context, title: context.strings.events, trail: context.trail(above: context.page)) {
      Raw("\n")
      h1 { context.strings.events }
      EventTimeline(
        context: context, title: context.strings.events,
        events: context.portal.eventsInOrder(of: index))
      div(.class("text")) { EventList(text: text) }
    }.write(to: &sink)
  }
}

/// A brief's events, each with what it is about and what states it.
struct EventList: Markup {
  let text: TextWriter
  private var context: PageContext { text.context }
  private var index: Int { text.brief }

  init(text: TextWriter) { self.text = text }

  func write(to sink: inout Sink) {
    ol(.class("events")) {
      forEach(context.portal.briefs[index].events) { event in
        li(.id(event.id), context.lang(event.language), context.dir(event.language)) {
          entry(event, text)
        }
        Raw("\n")
      }
    }.write(to: &sink)
  }

  @MarkupBuilder
  private func entry(_ event: Event, _ text: TextWriter) -> some Markup {
    text.notes(of: event.title, event.text)
    p(.class("when")) {
      if event.date.end == nil {
        time(.datetime(event.date.start.iso)) { context.strings.dates(event.date) }
      } else {
        context.strings.dates(event.date)
      }
    }
    h2 { text.inline(event.title) }
    if !event.text.isEmpty { text.inline(event.text.withHeadings(from: 3)) }
    let targets =
      event.places.map { Target(.place, index: $0) }
      + event.actors.map { Target(.actor, index: $0) }
      + (event.section.map { [Target(.section, brief: index, index: $0)] } ?? [])
      + event.notes.map { Target(.note, brief: index, index: $0) }
    if !targets.isEmpty { p(.class("fine")) { context.links(to: targets) } }
  }
}
