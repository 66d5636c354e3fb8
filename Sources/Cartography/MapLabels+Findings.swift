import Diagnostics
import Model

// Names that found no room, where the content gives them.

extension MapLabels {
  func findings(_ contents: MapContents, of map: ZoneMap, in brief: Brief) -> [Finding] {
    unplaced.compactMap { subject in
      guard let (name, location) = place(of: subject, contents, map) else { return nil }
      let key = keys[subject].flatMap { $0.visibility == .narrow ? nil : $0.letters }
      let instead = key.map { "the key letter \($0) stands instead" } ?? "it is left out"
      return Finding(
        .warning, "map-label",
        at: location ?? map.locations.map ?? SourceLocation(file: brief.file),
        "“\(name.shortened)” finds no room on the map “\(map.id)”; \(instead)",
        hint: "show a smaller extent, shorten the name, or show fewer places")
    }
  }

  private func place(
    of subject: LabelRequest.Subject, _ contents: MapContents, _ map: ZoneMap
  ) -> (name: String, location: SourceLocation?)? {
    switch subject {
    case .zone(let index):
      let zone = contents.zones[index]
      return (zone.label.text, map.zones[zone.zone].location)
    case .mark(let index):
      let mark = contents.marks[index]
      let places = map.locations.places
      let position = map.places.firstIndex(of: mark.place)
      let location = places.count == map.places.count ? position.map { places[$0] } : nil
      return (mark.label.text, location)
    case .route(let index):
      let route = contents.routes[index]
      return (route.name?.text ?? "", map.routes[route.route].location)
    case .words(let index):
      let words = contents.words[index]
      return (words.label.text, map.labels[words.words].location)
    case .callout, .feature: return nil
    }
  }
}

extension String {
  fileprivate var shortened: String { count > 60 ? prefix(57) + "…" : self }
}
