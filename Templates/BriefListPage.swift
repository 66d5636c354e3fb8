internal import HTML
internal import Model

/// Every brief by year, newest first: one line each, so that a thousand stay light.
struct BriefListPage: Markup {
  let context: PageContext

  func write(to sink: inout Sink) {
    let years = self.years
    let strings = context.strings
    Frame(context, title: strings.briefs, description: nil) {
      Raw("\n")
      h1 { strings.briefs }
      p(.class("subtitle")) {
        context.portal.briefs.isEmpty
          ? strings.noBriefs : strings.count(context.portal.briefs.count)
      }
      if years.count > 2 {
        nav(.class("jump"), .ariaLabel(strings.byYear)) {
          ul {
            for year in years { li { a(.href("#" + year.anchor)) { year.name(strings) } } }
          }
        }
      }
      Raw("\n")
      for year in years {
        h2(.id(year.anchor)) { year.name(strings) }
        ul(.class("briefs")) {
          for index in year.briefs {
            BriefRow(context: context, index: index, dateStyle: .withinYear)
          }
        }
        Raw("\n")
      }
      PacksOfSeveral(context: context)
      SeriesFeeds(context: context)
    }.write(to: &sink)
  }

  private struct Year {
    let year: Int?
    var briefs: [Int]

    var anchor: String { year.map { "y\($0)" } ?? "undated" }
    func name(_ strings: any InterfaceStrings) -> String {
      year.map(strings.number) ?? strings.undated
    }
  }

  /// The portal keeps its briefs newest first, so that each year is a run of them.
  private var years: [Year] {
    var years: [Year] = []
    for index in context.portal.briefs.indices {
      let year = context.portal.briefs[index].date?.year
      if let last = years.indices.last, years[last].year == year {
        years[last].briefs.append(index)
      } else {
        years.append(Year(year: year, briefs: [index]))
      }
    }
    return years
  }
}

/// The series of briefs, each with its feeds.
private struct SeriesFeeds: Markup {
  let context: PageContext

  func write(to sink: inout Sink) {
    let series = context.portal.briefsBySeries
    guard !series.isEmpty else { return }
    section(.class("series")) {
      h2 { context.strings.allSeries }
      for group in series {
        h3(.id(group.anchor)) { context.link(group.name, to: .series(group.slug)) }
        FeedLink(context: context, group: group)
      }
    }.write(to: &sink)
    sink.append("\n")
  }
}

/// A brief in a list: when, title, who.
struct BriefRow: Markup {
  enum DateStyle {
    case full, withinYear
    /// In its place the number of the issue, where it has one.
    case issue
  }

  let context: PageContext
  let index: Int
  let dateStyle: DateStyle

  func write(to sink: inout Sink) {
    let (date, authors) = (context.portal.briefs[index].date, context.portal.briefs[index].authors)
    li {
      if dateStyle == .issue, let issue = context.portal.briefs[index].issue {
        span { issue }
      } else if let date {
        time(.datetime(date.iso)) {
          dateStyle == .withinYear ? context.strings.dayAndMonth(date) : context.strings.date(date)
        }
      }
      Raw(" ")
      a(.href(context.links.href(.brief(index)))) {
        context.title(of: index, isFull: true)
      }
      if !authors.isEmpty {
        Raw(" ")
        span { authors.map(\.name).joined(separator: context.strings.listComma) }
      }
    }.write(to: &sink)
    sink.append("\n")
  }
}
