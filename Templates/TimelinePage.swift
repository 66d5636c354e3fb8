internal import HTML
internal import Model

/// The events of all briefs by year; where they are too many for a page, the years, each on its own.
struct TimelinePage: Markup {
  let context: PageContext

  func write(to sink: inout Sink) {
    let byYear = EventsByYear(of: context.portal)
    Frame(context, title: context.strings.timeline) {
      Raw("\n")
      h1 { context.strings.timeline }
      if byYear.isDivided {
        ul(.class("record-list")) {
          for year in byYear.years {
            li(.id("y\(year.year)")) {
              context.link(context.strings.number(year.year), to: .year(year.year))
              Raw(" ")
              small { context.strings.count(events: year.events.count) }
            }
          }
        }
      } else {
        if byYear.years.count > 2 {
          nav(.class("jump"), .ariaLabel(context.strings.byYear)) {
            ul {
              for year in byYear.years {
                li { a(.href("#y\(year.year)")) { context.strings.number(year.year) } }
              }
            }
          }
        }
        EventTimeline(
          context: context, title: context.strings.timeline,
          events: byYear.years.flatMap(\.events))
        for year in byYear.years {
          h2(.id("y\(year.year)")) { context.strings.number(year.year) }
          EventRows(context: context, events: year.events)
        }
      }
    }.write(to: &sink)
  }
}

/// The events of one year.
struct YearPage: Markup {
  let context: PageContext
  let year: Int

  func write(to sink: inout Sink) {
    let events =
      EventsByYear(of: context.portal).years.first { $0.year == year }?.events ?? []
    let title = "\(context.strings.timeline)\(context.strings.colon)\(context.strings.number(year))"
    Frame(context, title: title, trail: context.trail(above: context.page)) {
      Raw("\n")
      h1 { title }
      EventTimeline(context: context, title: title, events: events)
      EventRows(context: context, events: events)
    }.write(to: &sink)
  }
}
