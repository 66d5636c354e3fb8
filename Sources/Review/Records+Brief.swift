internal import Diagnostics
internal import Model

// A brief's records, as editors see them.

extension Record {
  /// - Parameters:
  ///   - sections: ids of those that are on both sides.
  ///   - address: one that it had, of which is told with its pages.
  init(
    metadataOf brief: Brief, _ names: BriefNames, sections: Set<String>,
    formerAddress address: String? = nil
  ) {
    self.init(brief.id, names.renames)
    add("id", brief.id)
    add("title", brief.title)
    add("subtitle", brief.subtitle)
    add("series", brief.series)
    add("issue", brief.issue)
    add("date", brief.date?.iso)
    add("language", brief.language)
    add("authors", brief.authors.map { $0.person.map { names.portal.personTitles[$0] } ?? $0.name })
    add("topics", brief.topics)
    add("key map", brief.keyMap.map { names.maps[$0] }, key: "keyMap")
    add("doi", brief.doi)
    add("isbn", brief.isbn)
    add("issn", brief.issn)
    add("catalogue", brief.catalogue)
    add("publisher", brief.publisher?.name, key: "publisher/name")
    add("publisher’s address", brief.publisher?.address, key: "publisher/address")
    add("publisher’s site", brief.publisher?.url, key: "publisher/url")
    add("project", brief.project)
    add("funder", brief.funder)
    add("disclaimer", brief.disclaimer)
    add("licence", brief.licence?.name, key: "licence/name")
    add("licence’s address", brief.licence?.url, key: "licence/url")
    add("original", brief.original?.statement ?? Prose(), key: "original/statement")
    add("original’s title", brief.original?.title, key: "original/title")
    add("original’s address", brief.original?.url, key: "original/url")
    add("aliases", brief.aliases.filter { $0 != address })
    add("related", brief.related.map { names.portal.briefs[$0] })
    // What came or went with a section is told of with it.
    let shared = zip(brief.sections, names.sections).filter { sections.contains($0.1) }
    for (section, id) in shared { add("summary of \(id)", section.summary) }
    add(
      "sections without a number",
      shared.filter { $0.0.number == nil && !$0.0.heading.isEmpty }.map(\.1), key: "numberSections")
  }

  init(figure: GlanceFigure, at index: Int, _ names: BriefNames) {
    self.init(
      text(of: tokens(of: figure.label)), names.renames, keys: ["glance", "\(index)"])
    add("value", figure.value)
    add("note", figure.note.map { names.notes[$0] })
  }

  init(revision: Revision, at index: Int, _ names: BriefNames) {
    self.init(revision.date.iso, names.renames, keys: ["revisions", "\(index)"])
    add("summary", revision.summary)
    for (index, passage) in revision.wording.enumerated() {
      let key = "wording/\(index)"
      add(
        "section of wording \(index + 1)", passage.section.map { names.sections[$0] },
        key: "\(key)/section")
      add("wording \(index + 1) before", passage.was, key: "\(key)/was")
      add("wording \(index + 1) since", passage.now, key: "\(key)/now")
    }
  }

  init(event: Event, _ names: BriefNames) {
    self.init(event.id, names.renames)
    add("date", event.date.iso)
    add("title", event.title)
    add("text", event.text)
    add("places", names.portal.places(event.places))
    add("actors", names.portal.actors(event.actors))
    add("section", event.section.map { names.sections[$0] })
    add("notes", names.notes(event.notes), key: "note")
  }

  init(source: Source, _ names: PortalNames) {
    self.init(source.id, names.renames)
    switch source.content {
    case .work(let work):
      add("type", work.type)
      add("title", work.title)
      add("authors", work.authors.map(\.full), key: "author")
      add("editors", work.editors.map(\.full), key: "editor")
      add("issued", work.issued?.iso)
      add("URL", work.url)
      add("DOI", work.doi)
      add("archived", work.archived?.url)
      add("archived on", work.archived?.date?.iso, key: "archivedOn")
      for variable in work.variables { add(variable.name, variable.value) }
    case .interview(let interview):
      add("type", interview.isObservation ? "observation" : "interview")
      add("role", interview.role)
      add("several people", interview.isPlural ? "yes" : nil, key: "plural")
      let places = interview.places.map { $0.place.map { names.placeTitles[$0] } ?? $0.name }
      add("places", places, key: "place")
      add("date", interview.date?.iso)
    }
  }

  init(table: DataTable, _ names: BriefNames) {
    self.init(table.id, names.renames, keys: [])
    add("title", table.title)
    add("caption", table.caption)
    add("source", table.source)
    add("section", table.section.map { names.sections[$0] })
    add("key", table.key.map { table.columns[$0].name })
    add("columns", table.columns.map(\.name))
    for column in table.columns {
      add(
        "title of \(column.name)", column.title == column.name ? nil : column.title,
        key: "columns/\(column.name)/title")
      add(
        "type of \(column.name)", column.type == .text ? nil : column.type.rawValue,
        key: "columns/\(column.name)/type")
      add("unit of \(column.name)", column.unit, key: "columns/\(column.name)/unit")
      add("about \(column.name)", column.about, key: "columns/\(column.name)/about")
    }
  }

  init(row: [DataTable.Cell], of columns: [String], id: String, _ names: BriefNames) {
    self.init(id, names.renames)
    for (column, cell) in zip(columns, row) {
      switch cell {
      case .empty: break
      case .text(let prose): add(column, prose)
      case .number(let written, _, _): add(column, written)
      case .date(let date): add(column, date.iso)
      case .places(let places): add(column, names.portal.places(places))
      case .actors(let actors): add(column, names.portal.actors(actors))
      case .notes(let notes): add(column, names.notes(notes))
      }
    }
  }

  /// - Parameter places: ids by what stands there.
  init(map: ZoneMap, _ names: BriefNames, at places: [Coordinate: String] = [:]) {
    self.init(map.id, names.renames, keys: [])
    let portal = names.portal
    add("title", map.title)
    add("caption", map.caption)
    add("source", map.source)
    add("description", map.description)
    add("extent", map.extent.map(Self.words))
    add("fit", portal.places(map.fit))
    add("margin", exact(map.margin))
    add("projection", map.projection?.rawValue)
    add("rotation", exact(map.rotation))
    switch map.inset {
    case nil: break
    case .layers: add("inset", "all that the base layers hold")
    case .extent(let extent): add("inset", Self.words(extent))
    }
    add("languages", map.languages)
    add("dates", map.asOf.map(\.iso), key: "asOf")
    add("layers", map.layers.map { portal.layers[$0] })
    add("places", portal.places(map.places))
    func words(_ parts: String?..., prose: Prose, notes: [Int]) -> String {
      let said = prose.isEmpty ? nil : text(of: tokens(of: prose, renames: names.renames))
      let notes = notes.isEmpty ? nil : "notes " + names.notes(notes).joined(separator: ", ")
      return (parts + [said, notes]).compactMap(\.self).joined(separator: "; ")
    }
    add(
      "arrow",
      map.arrows.map { arrow in
        (
          "from \(portal.places[arrow.from]) to \(portal.places[arrow.to])",
          words(prose: arrow.text, notes: arrow.notes)
        )
      }, key: "arrows")
    add(
      "route",
      map.routes.map { route in
        (
          portal.places(route.along).joined(separator: " to "),
          words(route.name, prose: route.text, notes: route.notes)
        )
      }, key: "routes")
    add(
      "call-out",
      map.callouts.map { callout in
        (
          "at \(portal.places[callout.at])",
          words(
            callout.event.map { "event \(names.events[$0])" }, prose: callout.text,
            notes: callout.notes)
        )
      }, key: "callouts")
    // Their numbers tell a sequence.
    if map.callouts.count > 1 {
      add(
        "order of call-outs", map.callouts.map { portal.places[$0.at] }, key: "callouts")
    }
    add(
      "label",
      map.labels.map { label in
        let others = label.name.names.dropFirst().map { "\($0.language): \($0.text)" }
        let parts =
          ["at " + (places[label.at] ?? Self.words(label.at)), label.kind].compactMap(\.self)
          + others
        return ("“\(label.name.names.first?.text ?? "")”", parts.joined(separator: "; "))
      }, key: "labels")
  }

  private static func words(_ extent: Extent) -> String {
    [extent.west, extent.south, extent.east, extent.north].map(exact).joined(separator: " ")
  }

  private static func words(_ coordinate: Coordinate) -> String {
    "\(exact(coordinate.longitude)) \(exact(coordinate.latitude))"
  }

  init(zone: Zone, of map: ZoneMap, _ names: BriefNames) {
    self.init(zone.id, names.renames, keys: ["zones", zone.id])
    add("name", zone.name)
    add("category", zone.category)
    add("shape", zone.shape.words(map, names), key: zone.shape.key)
    add("section", zone.section.map { names.sections[$0] })
    add("notes", names.notes(zone.notes), key: "note")
    add("confidence", zone.confidence.rawValue)
    add("text", zone.text)
    add("from", zone.from?.iso)
    add("until", zone.until?.iso)
    add("attribution", zone.attribution)
  }

  init(pack: Pack, in portal: Portal, _ names: PortalNames) {
    self.init(pack.id, names.renames, keys: [])
    location = SourceLocation(file: pack.file)
    add("title", pack.title)
    add("subtitle", pack.subtitle)
    add("date", pack.date?.iso)
    add("language", pack.language)
    add("introduction", pack.introduction)
    add("paper", pack.paper?.rawValue)
    add("marking", pack.marking)
    add(
      "briefs",
      pack.parts.map { part in
        let sections = part.sections?.map { portal.briefs[part.brief].sections[$0].id }
        return names.briefs[part.brief]
          + (sections.map { " (\($0.joined(separator: ", ")))" } ?? "")
      })
  }
}

extension Zone.Shape {
  /// The key that gives it; `nil` where several may.
  fileprivate var key: String? {
    switch self {
    case .riverCorridor, .corridor: "corridor"
    case .circle: "circle"
    case .hull: "hull"
    case .polygons: nil
    case .union: "union"
    case .intersection: "intersection"
    case .difference: "difference"
    }
  }

  fileprivate func words(_ map: ZoneMap, _ brief: BriefNames) -> String {
    let names = brief.portal
    func zones(_ indices: [Int]) -> String {
      indices.map { map.zones[$0].id }.map { brief.renames["zone:\($0)"] ?? $0 }
        .joined(separator: ", ")
    }
    return switch self {
    case .riverCorridor(let river, let from, let to, let width):
      "\(exact(width)) km along \(river) from \(names.places[from]) to \(names.places[to])"
    case .corridor(let along, let width):
      "\(exact(width)) km along \(names.places(along).joined(separator: ", "))"
    case .circle(let around, let radius): "\(exact(radius)) km around \(names.places[around])"
    case .hull(let around, let margin):
      "around \(names.places(around).joined(separator: ", ")), \(exact(margin)) km more"
    case .polygons(let polygons):
      "\(polygons.count) \(polygons.count == 1 ? "polygon" : "polygons") of "
        + "\(polygons.reduce(0) { $0 + $1.reduce(0) { $0 + $1.count } }) points"
    case .union(let parts): "union of \(zones(parts))"
    case .intersection(let parts): "intersection of \(zones(parts))"
    case .difference(let parts): "difference of \(zones(parts))"
    }
  }
}
