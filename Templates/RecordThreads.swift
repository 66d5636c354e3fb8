internal import Model

/// What briefs and records say of each actor and place beside their mentions: lists by the records' indices.
struct RecordThreads: Sendable {
  /// In the order of dates.
  private(set) var eventsOfActor: [[EventReference]]
  private(set) var eventsOfPlace: [[EventReference]]
  /// The maps that draw or name a place, in the order of briefs and maps.
  private(set) var mapsOfPlace: [[Target]]
  /// Interviews made there, in the order of briefs and of the briefs' sources.
  private(set) var interviewsAtPlace: [[Target]]
  /// Places that say that they lie in it.
  private(set) var placesWithin: [[Int]]
  /// Relations that other actors' records state.
  private(set) var relationsTo: [[(actor: Int, relation: Int)]]
  /// Actors that act there.
  private(set) var actorsAtPlace: [[Int]]

  init(of portal: Portal) {
    eventsOfActor = portal.actors.map { _ in [] }
    eventsOfPlace = portal.places.map { _ in [] }
    mapsOfPlace = portal.places.map { _ in [] }
    interviewsAtPlace = portal.places.map { _ in [] }
    placesWithin = portal.places.map { _ in [] }
    actorsAtPlace = portal.places.map { _ in [] }
    relationsTo = portal.actors.map { _ in [] }
    for event in portal.eventsInOrder {
      let whole = portal.briefs[event.brief].events[event.event]
      for actor in Set(whole.actors) { eventsOfActor[actor].append(event) }
      for place in Set(whole.places) { eventsOfPlace[place].append(event) }
    }
    for (brief, whole) in portal.briefs.enumerated() {
      for (map, data) in whole.maps.enumerated() {
        for place in Set(data.places + data.callouts.map(\.at)) {
          mapsOfPlace[place].append(Target(.map, brief: brief, index: map))
        }
      }
      for (index, source) in whole.sources.enumerated() {
        guard case .interview(let interview) = source.content else { continue }
        for place in Set(interview.places.compactMap(\.place)) {
          interviewsAtPlace[place].append(Target(.source, brief: brief, index: index))
        }
      }
    }
    for (index, place) in portal.places.enumerated() {
      if let within = place.within { placesWithin[within].append(index) }
    }
    for (index, actor) in portal.actors.enumerated() {
      for place in Set(actor.areas) { actorsAtPlace[place].append(index) }
      for (number, relation) in actor.relations.enumerated() {
        relationsTo[relation.actor].append((index, number))
      }
    }
  }
}
