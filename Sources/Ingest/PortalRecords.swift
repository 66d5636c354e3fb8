internal import Diagnostics
internal import Model

// The portal's own files: portal.yaml, people.yaml, places.yaml, glossary.yaml, actors.yaml.

extension Record {
  /// portal.yaml.
  func read(into portal: inout Portal) {
    expect(
      "title", "tagline", "description", "baseURL", "language", "publisher", "contact", "licence",
      "notice", "theme", "rawHTML", "languages", "packs", "typography", "crossref",
      "security", "llms", "humans")
    portal.title = text("title") ?? portal.title
    portal.tagline = text("tagline")
    portal.description = text("description")
    if let url = url("baseURL") { portal.baseURL = url.hasSuffix("/") ? url : url + "/" }
    portal.language = language("language") ?? "en"
    portal.publisher = publisher("publisher")
    portal.contact = url("contact")
    portal.licence = licence("licence")
    portal.notice = inlines("notice")
    portal.crossref = crossrefDepositor("crossref")
    portal.texts = siteTexts()
    if let theme = record("theme") {
      theme.expect("accent", "accentDark")
      portal.theme = Theme(
        accent: theme.colour("accent", on: Theme.grounds),
        accentDark: theme.colour("accentDark", on: Theme.darkGrounds))
    }
    if let packs = record("packs") { portal.packSettings = packs.packSettings() }
  }

  private func packSettings() -> PackSettings {
    expect("paper", "marking", "documents")
    var settings = PackSettings()
    settings.paper = choice("paper", Paper.self) ?? settings.paper
    settings.marking = text("marking").flatMap { $0.isEmpty ? nil : $0 }
    guard has("documents") else { return settings }
    var kinds: [PackKind] = []
    for name in names("documents") {
      if let kind = PackKind(rawValue: name.text) {
        if !kinds.contains(kind) { kinds.append(kind) }
      } else {
        log.error(
          "pack-kind", at: name.location, "“\(name.text)” is no document that is made of a brief",
          hint: "write " + PackKind.allCases.map(\.rawValue).joined(separator: ", "))
      }
    }
    settings.kinds = kinds
    return settings
  }

  func publisher(_ key: String) -> Publisher? {
    guard let record = record(key) else { return nil }
    record.expect("name", "url", "address")
    guard let name = record.required("name", of: "a publisher") else { return nil }
    return Publisher(name: name, url: record.url("url"), address: record.text("address"))
  }

  func licence(_ key: String) -> Licence? {
    guard let record = record(key) else { return nil }
    record.expect("name", "url")
    guard let name = record.required("name", of: "a licence") else { return nil }
    return Licence(name: name, url: record.url("url"))
  }

  /// A language tag of BCP 47, by its form.
  func language(_ key: String) -> String? {
    text(key).flatMap { language($0, at: location(of: key)) }
  }

  /// - Parameter location: where a fault is told; `nil` where that was done.
  func language(_ text: String, at location: SourceLocation?) -> String? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isTag =
      parts.allSatisfy {
        (1...8).contains($0.utf8.count)
          && $0.utf8.allSatisfy {
            (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
          }
      } && (2...3).contains(parts[0].utf8.count)
    if isTag { return text }
    guard let location else { return nil }
    log.error(
      "language", at: location, "“\(text)” is no language", hint: "write en, fr, ar, pt-BR")
    return nil
  }

  /// A colour for text, with a warning where it cannot be read on one of these grounds.
  private func colour(_ key: String, on grounds: [Colour]) -> Colour? {
    guard let text = text(key) else { return nil }
    guard let colour = Colour(text) else {
      log.error("colour", at: location(of: key), "“\(text)” is no colour", hint: "write “#7a1f2b”")
      return nil
    }
    let contrast = Theme.contrast(of: colour, on: grounds)
    if contrast < Theme.leastContrast {
      let tenths = Int(contrast * 10)
      log.warning(
        "contrast", at: location(of: key),
        "text in “\(text)” has a contrast of \(tenths / 10).\(tenths % 10) to 1 with what it stands on",
        hint: "give a \(key == "accent" ? "darker" : "lighter") colour: 4.5 to 1 is the least")
    }
    return colour
  }

  func people() -> [Person] {
    recordsByID().map { id, record in
      record.expect("name", "role", "bio", "url", "orcid", "family", "organization")
      var person = Person(
        id: id, name: record.required("name", of: "a person") ?? id, role: record.inlines("role"),
        bio: record.blocks("bio"), url: record.url("url"), orcid: record.orcid("orcid"))
      person.family = record.family(of: person.name)
      person.isOrganization = record.flag("organization") ?? false
      person.language = record.language
      return person
    }
  }

  func terms() -> [Term] {
    recordsByID().map { id, record in
      record.expect("term", "expansion", "definition")
      var term = Term(
        id: id, term: record.text("term") ?? id, expansion: record.text("expansion"),
        definition: record.blocks("definition"))
      term.language = record.language
      return term
    }
  }

  func places() -> [Place] {
    let records = recordsByID()
    let names = Dictionary(
      records.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    return records.map { id, record in
      record.expect(
        "name", "kind", "lon", "lat", "approximate", "reason", "source", "within", "description")
      record.checkLength(of: "name", "place")
      let longitude = record.number("lon")
      let latitude = record.number("lat")
      if record.has("lon") != record.has("lat") {
        log.error(
          "coordinates", at: record.location, "“\(id)” has only one of “lon” and “lat”",
          hint: "give both")
      }
      let isApproximate = record.flag("approximate") ?? false
      if isApproximate, record.text("reason") == nil {
        log.warning(
          "missing-key", at: record.location, "“\(id)” is approximate and does not say why",
          hint: "add “reason: …”: how it was placed")
      }
      var coordinate: Coordinate?
      if let longitude, let latitude {
        coordinate = Coordinate(longitude: longitude, latitude: latitude)
        if let fault = CoordinateFault(longitude: longitude, latitude: latitude) {
          log.error(
            "coordinates", at: record.location(of: fault.isLongitude ? "lon" : "lat"),
            fault.message, hint: fault.hint)
          coordinate = nil
        }
      }
      var place = Place(
        id: id, name: record.localizedName("name") ?? LocalizedName(id), kind: record.text("kind"),
        coordinate: coordinate, isApproximate: isApproximate, reason: record.text("reason"),
        source: record.text("source"),
        within: record.names("within").first.flatMap { names.index(of: $0, "place", log: log) },
        description: record.blocks("description"))
      place.language = record.language
      place.ownKind = record.ownText("kind")
      return place
    }
  }

  /// Actors; the notes and sections that support them are resolved by `support`.
  func actors(
    _ names: PortalNames, support: (Record, _ brief: Record.Name?) -> [Target]
  ) -> [Actor] {
    recordsByID().map { id, record in
      record.expect(
        "name", "short", "kind", "description", "areas", "relations", "brief", "note", "section")
      let brief = record.names("brief").first
      var whole = Actor(
        id: id, name: record.localizedName("name") ?? LocalizedName(id),
        short: record.text("short"), kind: record.text("kind"),
        description: record.blocks("description"),
        areas: record.names("areas").compactMap {
          names.places.index(of: $0, "place", log: log)
        },
        relations: record.records("relations").compactMap { relation in
          relation.expect("actor", "relation", "text", "note", "section")
          guard let name = relation.names("actor").first else {
            _ = relation.required("actor", of: "a relation")
            return nil
          }
          guard let actor = names.actors.index(of: name, "actor", log: log) else { return nil }
          return Actor.Relation(
            actor: actor, relation: relation.required("relation", of: "a relation") ?? "",
            text: relation.inlines("text"), support: support(relation, brief))
        },
        notes: support(record, brief))
      whole.language = record.language
      return whole
    }
  }
}
