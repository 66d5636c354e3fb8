internal import Model

/// An event of a brief: indices in the portal's briefs, and in that one's events.
struct EventReference: Sendable, Hashable {
  var brief: Int
  var event: Int
}

/// The events of all briefs in the order of their dates, by the years in which they begin.
struct EventsByYear: Sendable {
  /// More than a page takes are divided by year.
  static let mostOnPage = 400

  struct Year: Sendable {
    var year: Int
    var events: [EventReference]
  }

  private(set) var years: [Year] = []
  private(set) var count = 0

  init(of portal: Portal) {
    let all = portal.eventsInOrder
    count = all.count
    for event in all {
      let year = portal.briefs[event.brief].events[event.event].date.start.year
      if let last = years.indices.last, years[last].year == year {
        years[last].events.append(event)
      } else {
        years.append(Year(year: year, events: [event]))
      }
    }
  }

  var isDivided: Bool { count > Self.mostOnPage }

  /// The pages of years; none where all are on one.
  var pages: [Page] { isDivided ? years.map { .year($0.year) } : [] }
}

extension Portal {
  /// The events of a brief, which are in the order of their dates.
  func eventsInOrder(of brief: Int) -> [EventReference] {
    briefs[brief].events.indices.map { EventReference(brief: brief, event: $0) }
  }

  /// The events of all briefs in the order of their dates; of one date in that of briefs.
  var eventsInOrder: [EventReference] {
    var keyed: [(DateSpan, EventReference)] = []
    for brief in briefs.indices {
      for event in briefs[brief].events.indices {
        let reference = EventReference(brief: brief, event: event)
        keyed.append((briefs[brief].events[event].date, reference))
      }
    }
    return keyed.sorted { a, b in
      if a.0.start != b.0.start { return a.0.start < b.0.start }
      let (end, other) = (a.0.end ?? a.0.start, b.0.end ?? b.0.start)
      if end != other { return end < other }
      return (a.1.brief, a.1.event) < (b.1.brief, b.1.event)
    }.map(\.1)
  }
}
