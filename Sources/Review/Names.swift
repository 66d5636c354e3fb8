internal import Model

/// What the newer side calls what the older one called otherwise: new names by old, with their kind, as
/// links write them: `place:dhiban`.
///
/// `gone:2` stands for a note that is gone while another has its label now.
typealias Renames = [String: String]

extension Renames {
  /// What the newer side calls a note of the older one.
  func note(_ label: String) -> String {
    isEmpty ? label : self["note:\(label)"] ?? self["gone:\(label)"] ?? label
  }
}

/// What indices mean in one portal: records of two portals are the same by name.
struct PortalNames: Equatable {
  private(set) var places: [String]
  private(set) var actors: [String]
  private(set) var people: [String]
  private(set) var briefs: [String]
  let layers: [String]
  /// What places and people are called, on the newer side where it knows them: that somebody's name is
  /// now another is told once, of the person.
  private(set) var placeTitles: [String]
  private(set) var personTitles: [String]
  private(set) var renames: Renames = [:]
  /// What places, actors and people are called, in all languages.
  let all: [String]

  init(_ portal: Portal) {
    places = portal.places.map(\.id)
    actors = portal.actors.map(\.id)
    people = portal.people.map(\.id)
    briefs = portal.briefs.map(\.id)
    layers = portal.layers.map(\.name)
    placeTitles = portal.places.map { $0.name.text(in: portal.language) }
    personTitles = portal.people.map(\.name)
    let localized = portal.places.map(\.name) + portal.actors.map(\.name)
    all = localized.flatMap { $0.names.map(\.text) } + personTitles
  }

  /// The older side's names in the words of the newer one's.
  mutating func adopt(_ new: PortalNames, _ renames: Renames) {
    self.renames = renames
    func adopt(_ kind: String, _ names: inout [String]) {
      for index in names.indices {
        if let name = renames["\(kind):\(names[index])"] { names[index] = name }
      }
    }
    adopt("place", &places)
    adopt("actor", &actors)
    adopt("person", &people)
    adopt("brief", &briefs)
    func adopt(_ titles: inout [String], _ ids: [String], _ newIDs: [String], _ new: [String]) {
      let known = Dictionary(zip(newIDs, new), uniquingKeysWith: { first, _ in first })
      for index in titles.indices { titles[index] = known[ids[index]] ?? titles[index] }
    }
    adopt(&placeTitles, places, new.places, new.placeTitles)
    adopt(&personTitles, people, new.people, new.personTitles)
  }

  /// More of them, of records that these names do not count.
  mutating func adoptRenames(_ renames: Renames) { self.renames = renames }

  func places(_ indices: [Int]) -> [String] { indices.map { places[$0] } }
  func actors(_ indices: [Int]) -> [String] { indices.map { actors[$0] } }
}

/// What indices mean in one brief.
struct BriefNames: Equatable {
  let portal: PortalNames
  let sections: [String]
  let notes: [String]
  let events: [String]
  let maps: [String]
  let tables: [String]
  let charts: [String]
  let renames: Renames

  /// - Parameter renames: of the brief's own records, where it is the older side's.
  init(_ brief: Brief, _ portal: PortalNames, _ renames: Renames = [:]) {
    self.portal = portal
    self.renames = portal.renames.merging(renames) { _, own in own }
    func adopted(_ kind: String, _ ids: [String]) -> [String] {
      renames.isEmpty ? ids : ids.map { renames["\(kind):\($0)"] ?? $0 }
    }
    sections = adopted("section", brief.sections.map(\.id))
    notes = brief.notes.map { renames.note($0.label) }
    events = adopted("event", brief.events.map(\.id))
    maps = adopted("map", brief.maps.map(\.id))
    tables = adopted("table", brief.tables.map(\.id))
    charts = adopted("chart", brief.charts.map(\.id))
  }

  func notes(_ indices: [Int]) -> [String] { indices.map { notes[$0] } }
}
