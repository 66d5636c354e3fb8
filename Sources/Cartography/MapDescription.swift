import Model

/// A map in words, from its data: for those who cannot see it.
struct MapDescription {
  private let map: ZoneMap
  private let contents: MapContents
  private let brief: Brief
  private let portal: Portal
  private let words: MapWords

  init(_ map: ZoneMap, _ contents: MapContents, _ brief: Brief, _ portal: Portal) {
    self.map = map
    self.contents = contents
    self.brief = brief
    self.portal = portal
    words = MapWords(language: brief.language)
  }

  /// What is shown on a date, or of an undated map.
  func text(on date: PartialDate?) -> String {
    let day = date.map { [words.asOf(words.date($0)) + "."] } ?? []
    let given = map.description.map { [$0.hasSuffix(".") ? $0 : $0 + "."] } ?? []
    let inset = contents.furniture.inset == nil ? [] : [words.inset]
    return (day + given + zones + movements + routes + events + places + inset).joined(
      separator: " ")
  }

  /// A sentence for each category, in the order in which they appear.
  private var zones: [String] {
    var categories: [(name: String, zones: [String])] = []
    for zone in contents.zones {
      let category = map.zones[zone.zone].category.capitalised
      let name = zone.name.text + words.remark(zone.confidence)
      if let known = categories.firstIndex(where: { $0.name == category }) {
        categories[known].zones.append(name)
      } else {
        categories.append((category, [name]))
      }
    }
    return categories.map { "\($0.name): \(words.list($0.zones))." }
  }

  private var movements: [String] {
    contents.arrows.map { arrow, _ in
      let arrow = map.arrows[arrow]
      return words.movement(name(arrow.from), name(arrow.to)) + "."
    }
  }

  private var routes: [String] {
    contents.routes.map { route in
      let along = map.routes[route.route].along.map(name).joined(separator: " – ")
      return "\(words.route): \(route.name.map { "\($0.text), " } ?? "")\(along)."
    }
  }

  private var events: [String] {
    contents.callouts.map { callout, _ in
      "\(callout + 1), \(words.at) \(name(map.callouts[callout].at)): \(map.callouts[callout].words(in: brief))."
    }
  }

  private var places: [String] {
    let names = contents.marks.map {
      $0.name.text + ($0.isApproximate ? words.approximateRemark : "")
    }
    return names.isEmpty ? [] : ["\(words.places): \(words.list(names))."]
  }

  private func name(_ place: Int) -> String {
    portal.places.indices.contains(place) ? portal.places[place].name.text(in: brief.language) : ""
  }
}

extension ZoneMap.Callout {
  /// Its text, else its event's title; without a final stop.
  func words(in brief: Brief) -> String {
    let title = event.flatMap { brief.events.indices.contains($0) ? brief.events[$0].title : nil }
    let words = text.isEmpty ? title?.plainText ?? "" : text.plainText
    return words.hasSuffix(".") ? String(words.dropLast()) : words
  }
}
