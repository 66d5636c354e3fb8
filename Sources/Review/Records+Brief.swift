internal import Model

// A brief's records, as editors see them.

extension Record {
  init(metadataOf brief: Brief) {
    self.init(brief.id)
    add("id", brief.id)
    add("slug", brief.slug)
    add("title", brief.title)
    add("subtitle", brief.subtitle)
    add("series", brief.series)
    add("issue", brief.issue)
    add("date", brief.date?.iso)
    add("language", brief.language)
    add("authors", brief.authors.map(\.name))
    add("topics", brief.topics)
    add("key map", brief.keyMap.map { brief.maps[$0].id })
    add("doi", brief.doi)
    add("isbn", brief.isbn)
    add("issn", brief.issn)
    add("catalogue", brief.catalogue)
    add("publisher", brief.publisher?.name)
    add("publisher’s address", brief.publisher?.address)
    add("publisher’s site", brief.publisher?.url)
    add("project", brief.project)
    add("funder", brief.funder)
    add("disclaimer", brief.disclaimer)
    add("licence", brief.licence?.name)
    add("licence’s address", brief.licence?.url)
    add("original", brief.original?.statement ?? Prose())
    add("original’s title", brief.original?.title)
    add("original’s address", brief.original?.url)
    add("aliases", brief.aliases)
    for revision in brief.revisions {
      add("revision of \(revision.date.iso)", revision.summary)
      for (index, passage) in revision.wording.enumerated() {
        add("wording \(index + 1) before the revision of \(revision.date.iso)", passage.was)
        add("wording \(index + 1) since the revision of \(revision.date.iso)", passage.now)
      }
    }
    for section in brief.sections { add("summary of \(section.id)", section.summary) }
  }

  init(figure: GlanceFigure, _ brief: Brief) {
    self.init(text(of: tokens(of: figure.label)))
    add("value", figure.value)
    add("note", figure.note.map { brief.notes[$0].label })
  }

  init(event: Event, _ brief: Brief, _ names: PortalNames) {
    self.init(event.id)
    add("date", event.date.iso)
    add("title", event.title)
    add("text", event.text)
    add("places", names.places(event.places))
    add("actors", names.actors(event.actors))
    add("section", event.section.map { brief.sections[$0].id })
    add("notes", event.notes.map { brief.notes[$0].label })
  }

  init(source: Source, _ names: PortalNames) {
    self.init(source.id)
    switch source.content {
    case .work(let work):
      add("type", work.type)
      add("title", work.title)
      add("authors", work.authors.map(\.full))
      add("editors", work.editors.map(\.full))
      add("issued", work.issued?.iso)
      add("URL", work.url)
      add("DOI", work.doi)
      for variable in work.variables { add(variable.name, variable.value) }
    case .interview(let interview):
      add("type", interview.isObservation ? "observation" : "interview")
      add("role", interview.role)
      add("several people", interview.isPlural ? "yes" : nil)
      add("places", interview.places.map(\.name))
      add("date", interview.date?.iso)
    }
  }

  init(table: DataTable, _ brief: Brief) {
    self.init(table.id)
    add("title", table.title)
    add("caption", table.caption)
    add("source", table.source)
    add("section", table.section.map { brief.sections[$0].id })
    add("columns", table.columns.map(\.name))
    for column in table.columns {
      add("title of \(column.name)", column.title)
      add("unit of \(column.name)", column.unit)
      add("about \(column.name)", column.about)
    }
  }

  init(row: [DataTable.Cell], of table: DataTable, id: String, _ brief: Brief, _ names: PortalNames)
  {
    self.init(id)
    for (column, cell) in zip(table.columns, row) {
      switch cell {
      case .empty: break
      case .text(let prose): add(column.name, prose)
      case .number(let written, _, _): add(column.name, written)
      case .date(let date): add(column.name, date.iso)
      case .places(let places): add(column.name, names.places(places))
      case .actors(let actors): add(column.name, names.actors(actors))
      case .notes(let notes): add(column.name, notes.map { brief.notes[$0].label })
      }
    }
  }

  init(map: ZoneMap, _ names: PortalNames) {
    self.init(map.id)
    add("title", map.title)
    add("caption", map.caption)
    add("source", map.source)
    add("description", map.description)
    add("extent", map.extent.map { "\($0.west) \($0.south) \($0.east) \($0.north)" })
    add("fit", names.places(map.fit))
    add("margin", exact(map.margin))
    add("projection", map.projection?.rawValue)
    add("rotation", exact(map.rotation))
    add("languages", map.languages)
    add("dates", map.asOf.map(\.iso))
    add("layers", map.layers.map { names.layers[$0] })
    add("places", names.places(map.places))
    add(
      "arrows",
      map.arrows.map { "\(names.places[$0.from]) to \(names.places[$0.to])" + Self.said($0.text) })
    add(
      "routes",
      map.routes.map { names.places($0.along).joined(separator: " to ") + Self.said($0.text) })
    add("call-outs", map.callouts.map { names.places[$0.at] + Self.said($0.text) })
    add("labels", map.labels.map { $0.name.names.first?.text ?? "" })
  }

  private static func said(_ prose: Prose) -> String {
    prose.isEmpty ? "" : " (\(text(of: tokens(of: prose))))"
  }

  init(zone: Zone, of map: ZoneMap, _ brief: Brief, _ names: PortalNames) {
    self.init(zone.id)
    add("name", zone.name)
    add("category", zone.category)
    add("shape", zone.shape.words(map, names))
    add("section", zone.section.map { brief.sections[$0].id })
    add("notes", zone.notes.map { brief.notes[$0].label })
    add("confidence", zone.confidence.rawValue)
    add("text", zone.text)
    add("from", zone.from?.iso)
    add("until", zone.until?.iso)
    add("attribution", zone.attribution)
  }
}

extension Zone.Shape {
  fileprivate func words(_ map: ZoneMap, _ names: PortalNames) -> String {
    func zones(_ indices: [Int]) -> String {
      indices.map { map.zones[$0].id }.joined(separator: ", ")
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
      "\(polygons.count) polygons of \(polygons.reduce(0) { $0 + $1.reduce(0) { $0 + $1.count } }) points"
    case .union(let parts): "union of \(zones(parts))"
    case .intersection(let parts): "intersection of \(zones(parts))"
    case .difference(let parts): "difference of \(zones(parts))"
    }
  }
}

/// A number as content may write it, every digit of it: two that differ read differently.
private func exact(_ number: Double) -> String {
  number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
}
