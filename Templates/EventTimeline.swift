internal import Charts
internal import HTML
internal import Model

/// Events as a drawing on a scale of time, each mark a link to where the event is told. Nothing for one event,
/// which its date tells, and for more than can be read.
struct EventTimeline: Markup {
  let context: PageContext
  let title: String
  /// In the order of their dates.
  let events: [EventReference]

  func write(to sink: inout Sink) {
    guard (2...Chart.mostFigures).contains(events.count) else { return }
    let drawing = ChartDrawing(
      timeline: title,
      of: events.map { event in
        let whole = context.portal.briefs[event.brief].events[event.event]
        return ChartData.Event(
          index: event.event, span: whole.date, date: context.strings.dates(whole.date),
          title: context.name(of: event),
          href: context.links.href(.events(event.brief), anchor: whole.id))
      }, language: context.language, words: context.strings, idPrefix: "_timeline-")
    figure(.class("figure charted timeline")) {
      drawing
      ChartRemarks(data: drawing.data)
    }.write(to: &sink)
    sink.append("\n")
  }
}

/// Events one after another, each with where and by whom, and the brief that tells it.
struct EventRows: Markup {
  let context: PageContext
  let events: [EventReference]

  func write(to sink: inout Sink) {
    ol(.class("event-rows")) {
      for event in events { EventRow(context: context, event: event) }
    }.write(to: &sink)
    sink.append("\n")
  }
}

private struct EventRow: Markup {
  let context: PageContext
  let event: EventReference

  func write(to sink: inout Sink) {
    let portal = context.portal
    let whole = portal.briefs[event.brief].events[event.event]
    let language = whole.language ?? portal.briefs[event.brief].language
    let places = whole.places.map { Target(.place, index: $0) }
    let actors = whole.actors.map { Target(.actor, index: $0) }
    let others = (places + actors).filter { Links.location(of: $0, in: portal)?.0 != context.page }
    li {
      p(.class("when")) {
        if whole.date.end == nil {
          time(.datetime(whole.date.start.iso)) { context.strings.dates(whole.date) }
        } else {
          context.strings.dates(whole.date)
        }
      }
      p(.class("what")) {
        a(
          .href(context.links.href(.events(event.brief), anchor: whole.id)),
          context.lang(language), context.dir(language)
        ) { context.name(of: event) }
      }
      if !others.isEmpty || portal.briefs.count > 1 {
        p(.class("fine")) {
          if !others.isEmpty { context.links(to: others) }
          if portal.briefs.count > 1 {
            if !others.isEmpty { Raw(" · ") }
            a(.href(context.links.href(.brief(event.brief)))) { context.title(of: event.brief) }
          }
        }
      }
    }.write(to: &sink)
    sink.append("\n")
  }
}
