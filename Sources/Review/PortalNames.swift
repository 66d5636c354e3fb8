internal import Model

/// What indices mean in one portal: records of two portals are the same by name.
struct PortalNames: Equatable {
  let places: [String]
  let actors: [String]
  let people: [String]
  let briefs: [String]
  let layers: [String]

  init(_ portal: Portal) {
    places = portal.places.map(\.id)
    actors = portal.actors.map(\.id)
    people = portal.people.map(\.id)
    briefs = portal.briefs.map(\.id)
    layers = portal.layers.map(\.name)
  }

  func places(_ indices: [Int]) -> [String] { indices.map { places[$0] } }
  func actors(_ indices: [Int]) -> [String] { indices.map { actors[$0] } }
}
