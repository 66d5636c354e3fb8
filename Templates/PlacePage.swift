internal import Cartography
internal import HTML
internal import Model

/// A place: where it lies and how that is known, on which maps and in which zones, what happened there, where
/// briefs speak of it.
struct PlacePage: Markup {
  let context: PageContext
  /// In the portal's places.
  let index: Int
  private var place: Place { context.portal.places[index] }
  private var strings: any InterfaceStrings { context.strings }
  private var threads: RecordThreads { context.records.byRecord }

  func write(to sink: inout Sink) {
    let name = place.name.text(in: context.language)
    Frame(
      context, title: name, description: place.description.plainText,
      trail: context.trail(above: context.page)
    ) {
      Raw("\n")
      h1 { name }
      if let coordinate = place.coordinate, let locators = context.records.locators,
        let map = locators.map(of: coordinate, label: strings.position(of: name))
      {
        locators.ground
        map
      }
      OtherNames(context: context, name: place.name, kind: place.kind)
      if !place.description.isEmpty {
        div(.class("text"), context.lang(place.language), context.dir(place.language)) {
          context.blocks(place.description, headingsFrom: 2)
        }
      }
      Streamed { facts(to: &$0) }
      Streamed { zones(to: &$0) }
      EventsOfRecord(context: context, events: threads.eventsOfPlace[index])
      InterviewsAtPlace(context: context, sources: threads.interviewsAtPlace[index])
      MentionSections(context: context, target: Target(.place, index: index))
    }.write(to: &sink)
  }

  private func facts(to sink: inout Sink) {
    let inside = context.ordered(threads.placesWithin[index], by: context.name(ofPlace:))
    let maps = threads.mapsOfPlace[index]
    let actors = threads.actorsAtPlace[index]
    guard
      place.coordinate != nil || place.within != nil || !inside.isEmpty || !maps.isEmpty
        || !actors.isEmpty
    else { return }
    dl(.class("facts")) {
      if let coordinate = place.coordinate {
        dt { strings.coordinates }
        dd { coordinates(coordinate) }
      }
      if let within = place.within {
        dt { strings.within }
        dd { context.links(to: [Target(.place, index: within)]) }
      }
      if !inside.isEmpty {
        dt { strings.placesWithin }
        dd { context.links(to: inside.map { Target(.place, index: $0) }) }
      }
      if !actors.isEmpty {
        dt { strings.actors }
        dd { context.links(to: actors.map { Target(.actor, index: $0) }) }
      }
      if !maps.isEmpty {
        dt { strings.onTheMaps }
        forEach(maps) { map in
          dd { context.link(context.name(of: page(map)), to: page(map)) }
        }
      }
    }.write(to: &sink)
    sink.append("\n")
  }

  private func page(_ map: Target) -> Page { .map(brief: map.brief, map: map.index) }

  @MarkupBuilder
  private func coordinates(_ coordinate: Coordinate) -> some Markup {
    "\(strings.degrees(coordinate.latitude)), \(strings.degrees(coordinate.longitude))"
    if place.isApproximate {
      Raw(" ")
      em { "(\(strings.approximate))" }
      if let reason = place.reason { "\(strings.colon)\(reason)" }
    } else if let source = place.source {
      " (\(source))"
    }
  }

  /// The zones that hold it, by map, each with how sure its shape is.
  private func zones(to sink: inout Sink) {
    let zones = context.records.zones(around: index)
    guard !zones.isEmpty else { return }
    h2 { strings.zonesAround }.write(to: &sink)
    dl(.class("facts")) {
      Streamed { sink in
        var last: Page?
        for zone in zones {
          let brief = context.portal.briefs[zone.brief]
          guard let (map, number) = brief.zone(at: zone.index) else { continue }
          let page = Page.map(brief: zone.brief, map: map)
          if page != last {
            dt { context.link(context.name(of: page), to: page) }.write(to: &sink)
            last = page
          }
          let data = brief.maps[map].zones[number]
          dd {
            context.way(data.name.text(in: context.language), to: context.links.href(zone))
            " (\([data.category, strings.confidence(data.confidence)].filter { !$0.isEmpty }.joined(separator: strings.listComma)))"
          }.write(to: &sink)
        }
      }
    }.write(to: &sink)
    sink.append("\n")
  }
}

/// Interviews and observation at a place, as their briefs' lists of sources tell them.
private struct InterviewsAtPlace: Markup {
  let context: PageContext
  let sources: [Target]

  func write(to sink: inout Sink) {
    guard !sources.isEmpty else { return }
    h2 { context.strings.interviews }.write(to: &sink)
    ul(.class("plain-list")) {
      forEach(sources) { source in row(source) }
    }.write(to: &sink)
    sink.append("\n")
  }

  private func row(_ source: Target) -> some Markup {
    let brief = context.portal.briefs[source.brief]
    return li {
      if case .interview(let interview) = brief.sources[source.index].content {
        interview.date.map { context.strings.dates($0) } ?? context.strings.undatedWork
        context.strings.colon
        context.way(
          SourceList(portal: context.portal, brief: brief, strings: context.strings)
            .who(interview), to: context.links.href(source))
        if context.portal.briefs.count > 1 {
          Raw(" · ")
          context.title(of: source.brief)
        }
      }
    }
  }
}
