internal import Diagnostics
internal import Model

// The portal's own records: what it says of itself, places, actors, people, terms, base layers, pages.

func portalChanges(
  _ old: ReviewSide, _ new: ReviewSide, _ oldNames: PortalNames, _ newNames: PortalNames
) -> [Change] {
  let (before, after) = (old.portal, new.portal)
  var changes = fieldChanges(
    Record(portal: before), Record(portal: after), ("portal.yaml", "portal.yaml"))
  func records(
    _ target: Change.Target, _ file: String, _ a: [Record], _ b: [Record]
  ) {
    changes += recordChanges(target, a, b, (file, file))
  }
  let isComparable = oldNames == newNames
  let places = differing(before.places, after.places, isComparable: isComparable, id: \.id)
  records(
    .place, "places.yaml", places.old.map { Record(place: $0, oldNames) },
    places.new.map { Record(place: $0, newNames) })
  var moves = PlaceMoves(before, after, oldNames)
  moves.add(to: &changes)
  records(
    .actor, "actors.yaml", before.actors.map { Record(actor: $0, before, oldNames) },
    after.actors.map { Record(actor: $0, after, newNames) })
  let people = differing(before.people, after.people, isComparable: isComparable, id: \.id)
  records(
    .person, "people.yaml", people.old.map { Record($0, oldNames) },
    people.new.map { Record($0, newNames) })
  let terms = differing(before.terms, after.terms, isComparable: isComparable, id: \.id)
  records(
    .term, "glossary.yaml", terms.old.map { Record($0, oldNames) },
    terms.new.map { Record($0, newNames) })
  changes += packChanges(before, after, oldNames, newNames)
  let layers = Dictionary(before.layers.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
  for layer in after.layers where layers[layer.name] != layer {
    let file = SourceLocation(file: "geo/\(layer.name).geojson")
    var change = Change(
      layers[layer.name] == nil ? .inserted : .edited, .layer, "layer \(layer.name)")
    change.location.new = file
    if let was = layers[layer.name] {
      change.location.old = file
      change.fields = layerFields(was, layer)
      // Names in another order of their languages say the same.
      if change.fields.isEmpty { continue }
    }
    changes.append(change)
  }
  let kept = Set(after.layers.map(\.name))
  for layer in before.layers where !kept.contains(layer.name) {
    var change = Change(.deleted, .layer, "layer \(layer.name)")
    change.location.old = SourceLocation(file: "geo/\(layer.name).geojson")
    changes.append(change)
  }
  changes += pages(before, after, oldNames.renames) { oldNames.all + newNames.all }
  return changes
}

/// Fields of a record that has no id of its own, a change each.
func fieldChanges(
  _ old: Record, _ new: Record, _ files: (old: String, new: String)
) -> [Change] {
  let keys = Dictionary(
    (old.fields + new.fields).map { ($0.name, $0.key ?? $0.name) }, uniquingKeysWith: { a, _ in a })
  return old.differences(from: new).map { field, words, isTypography, claims in
    var change = Change(
      field.old == nil ? .inserted : field.new == nil ? .deleted : .edited, .metadata, field.name)
    change.fields = [field]
    change.words = words
    let path = (keys[field.name] ?? field.name).split(separator: "/").map(String.init)
    change.location = .init(
      old: SourceLocation(file: files.old), new: SourceLocation(file: files.new), oldKeys: path,
      newKeys: path)
    change.claims = claims
    if isTypography { change.weight = .typography }
    return change
  }
}

private func packChanges(
  _ old: Portal, _ new: Portal, _ oldNames: PortalNames, _ newNames: PortalNames
) -> [Change] {
  func records(_ portal: Portal, _ names: PortalNames) -> [Record] {
    portal.packs.map { Record(pack: $0, in: portal, names) }
  }
  var (before, after) = (records(old, oldNames), records(new, newNames))
  // What both take from the portal is told of the portal.
  for (index, pack) in new.packs.enumerated() where pack.language == new.language {
    guard let mate = old.packs.firstIndex(where: { $0.id == pack.id }),
      old.packs[mate].language == old.language
    else { continue }
    before[mate].remove { $0 == "language" }
    after[index].remove { $0 == "language" }
  }
  return recordChanges(.pack, before, after, ("", ""))
}

/// Texts of the portal's own pages, paragraph by paragraph.
private func pages(
  _ old: Portal, _ new: Portal, _ renames: Renames, _ recordNames: @escaping () -> [String]
) -> [Change] {
  func brief(_ page: PortalPage) -> Brief {
    var brief = Brief(
      id: page.slug, slug: page.slug, title: page.title, language: "", file: "\(page.slug).md")
    brief.isOneFile = true
    var heading = Prose()
    var node = ProseNode(.text, text: heading.store(page.title))
    node.end = 1
    heading.nodes = [node]
    brief.sections = [
      Section(
        id: page.slug, title: page.title, heading: heading, number: nil, summary: Prose(),
        body: page.body, contents: [], file: brief.file)
    ]
    return brief
  }
  let known = Dictionary(old.pages.map { ($0.slug, $0) }, uniquingKeysWith: { a, _ in a })
  var changes: [Change] = []
  for page in new.pages {
    guard let was = known[page.slug] else { continue }
    let (before, after) = (brief(was), brief(page))
    var notes = NoteComparison(old: before, new: after)
    changes += TextComparison(
      old: before, new: after, renames: renames, recordNames: recordNames
    ).changes(&notes)
  }
  return changes
}

extension Record {
  init(portal: Portal) {
    self.init("")
    add("title", portal.title)
    add("tagline", portal.tagline)
    add("description", portal.description)
    add("baseURL", portal.baseURL)
    add("language", portal.language)
    add("publisher", portal.publisher?.name)
    add("publisher’s address", portal.publisher?.address, key: "publisher/address")
    add("publisher’s site", portal.publisher?.url, key: "publisher/url")
    add("contact", portal.contact)
    add("licence", portal.licence?.name)
    add("licence’s address", portal.licence?.url, key: "licence/url")
    add("notice", portal.notice)
    add("raw HTML", portal.allowsRawHTML ? "yes" : nil, key: "rawHTML")
    add("accent", portal.theme.accent?.text, key: "theme/accent")
    add("accent on dark screens", portal.theme.accentDark?.text, key: "theme/accentDark")
    add("paper of packs", portal.packSettings.paper.rawValue, key: "packs/paper")
    add("marking of packs", portal.packSettings.marking, key: "packs/marking")
    add("depositor at Crossref", portal.crossref?.name, key: "crossref/depositor")
    add("e-mail for Crossref", portal.crossref?.email, key: "crossref/email")
    add("registrant at Crossref", portal.crossref?.registrant, key: "crossref/registrant")
    let security = portal.texts.security
    add("contacts for security", security?.contacts ?? [], key: "security/contact")
    add("end of the contacts for security", security?.expires.iso, key: "security/expires")
    add("policy of security", security?.policy, key: "security/policy")
    add("key for security", security?.encryption, key: "security/encryption")
    add("thanks for security", security?.acknowledgments, key: "security/acknowledgments")
    add("languages for security", security?.languages ?? [], key: "security/languages")
    add(
      "llms.txt", portal.texts.hasModelsList ? portal.texts.modelsNote ?? "yes" : nil, key: "llms")
    add("humans.txt", portal.texts.humans, key: "humans")
    add("documents of packs", portal.packSettings.kinds.map(\.rawValue), key: "packs/documents")
  }

  init(place: Place, _ names: PortalNames) {
    self.init(place.id, names.renames)
    add("name", place.name)
    add("kind", place.kind)
    add("coordinates", place.coordinate.map { "\($0.longitude) \($0.latitude)" }, key: "lon")
    add("approximate", place.isApproximate ? "yes" : nil)
    add("reason", place.reason)
    add("source", place.source)
    add("within", place.within.map { names.places[$0] })
    add("description", place.description)
  }

  init(actor: Actor, _ portal: Portal, _ names: PortalNames) {
    self.init(actor.id, names.renames)
    add("name", actor.name)
    add("short", actor.short)
    add("kind", actor.kind)
    add("description", actor.description)
    add("areas", names.places(actor.areas))
    for (index, relation) in actor.relations.enumerated() {
      let (other, key) = (names.actors[relation.actor], "relations/\(index)")
      add("relation to \(other)", relation.relation, key: "\(key)/relation")
      add("text of the relation to \(other)", relation.text, key: "\(key)/text")
      add(
        "support of the relation to \(other)", Self.supports(relation.support, portal, names),
        key: key)
    }
    add("notes", Self.supports(actor.notes, portal, names), key: "note")
  }

  private static func supports(
    _ targets: [Target], _ portal: Portal, _ names: PortalNames
  ) -> [String] {
    targets.compactMap { target in
      guard portal.briefs.indices.contains(target.brief) else { return nil }
      let brief = portal.briefs[target.brief]
      let id: String
      switch target.kind {
      case .note: id = brief.notes[target.index].label
      case .section: id = brief.sections[target.index].id
      default: return nil
      }
      let name = "\(brief.id)/\(id)"
      return names.renames["\(target.kind.rawValue):\(name)"]
        ?? "\(names.renames["brief:\(brief.id)"] ?? brief.id)/\(id)"
    }
  }

  init(_ person: Person, _ names: PortalNames) {
    self.init(person.id, names.renames)
    add("name", person.name)
    add("role", person.role)
    add("bio", person.bio)
    add("url", person.url)
    add("orcid", person.orcid)
    add("family name", person.family, key: "family")
    add("organisation", person.isOrganization ? "yes" : nil, key: "organization")
  }

  init(_ term: Term, _ names: PortalNames) {
    self.init(term.id, names.renames)
    add("term", term.term)
    add("expansion", term.expansion)
    add("definition", term.definition)
  }
}
