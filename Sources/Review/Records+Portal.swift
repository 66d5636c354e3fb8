internal import Cartography
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
  addDistances(&changes, old, new, oldNames)
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
    }
    changes.append(change)
  }
  let kept = Set(after.layers.map(\.name))
  for layer in before.layers where !kept.contains(layer.name) {
    var change = Change(.deleted, .layer, "layer \(layer.name)")
    change.location.old = SourceLocation(file: "geo/\(layer.name).geojson")
    changes.append(change)
  }
  changes += pages(before, after)
  return changes
}

/// Fields of a record that has no id of its own, a change each.
func fieldChanges(
  _ old: Record, _ new: Record, _ files: (old: String, new: String)
) -> [Change] {
  let keys = Dictionary(
    (old.fields + new.fields).map { ($0.name, $0.key ?? $0.name) }, uniquingKeysWith: { a, _ in a })
  return old.differences(from: new).map { field, words, isTypography in
    var change = Change(
      field.old == nil ? .inserted : field.new == nil ? .deleted : .edited, .metadata, field.name)
    change.fields = [field]
    change.words = words
    let path = (keys[field.name] ?? field.name).split(separator: "/").map(String.init)
    change.location = .init(
      old: SourceLocation(file: files.old), new: SourceLocation(file: files.new), oldKeys: path,
      newKeys: path)
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

/// A place that moved says how far, and what that makes of the zones that lie where it does.
private func addDistances(
  _ changes: inout [Change], _ old: ReviewSide, _ new: ReviewSide, _ oldNames: PortalNames
) {
  let known = Dictionary(
    zip(oldNames.places, old.portal.places), uniquingKeysWith: { first, _ in first })
  for (index, place) in new.portal.places.enumerated() {
    guard let from = known[place.id]?.coordinate, let to = place.coordinate, from != to,
      let change = changes.firstIndex(where: {
        $0.target == .place && $0.kind == .edited && $0.subject == "place \(place.id)"
      })
    else { continue }
    let distance = kilometres(from: from, to: to)
    for field in changes[change].fields.indices
    where changes[change].fields[field].name == "coordinates" {
      changes[change].fields[field].difference = "\(rounded(distance)) km"
    }
    changes[change].weight = .meaning
    // Where it lies is all that changed.
    if changes[change].fields.count == 1 { changes[change].kind = .moved }
    let zones = followers(of: index, in: new.portal)
    if zones.isEmpty { continue }
    changes[change].remark = followersSentence(zones, in: new.portal)
    changes[change].fields += zones.prefix(mostFollowers).compactMap {
      area(of: $0, old.portal, new.portal)
    }
  }
}

/// A zone whose shape is drawn from a place: indices in `Portal.briefs`, `Brief.maps`, `ZoneMap.zones`.
private typealias Follower = (brief: Int, map: Int, zone: Int)

private let mostFollowers = 5

private func followers(of place: Int, in portal: Portal) -> [Follower] {
  var found: [Follower] = []
  for (brief, value) in portal.briefs.enumerated() {
    for (map, value) in value.maps.enumerated() {
      // Zones that are made of such follow too.
      var own: Set<Int> = []
      for (zone, value) in value.zones.enumerated()
      where value.shape.places.contains(place) || !own.isDisjoint(with: value.shape.zones) {
        own.insert(zone)
        found.append((brief, map, zone))
      }
    }
  }
  return found
}

private func followersSentence(_ zones: [Follower], in portal: Portal) -> String {
  let names = zones.prefix(mostFollowers).map { place in
    let (brief, map) = (portal.briefs[place.brief], portal.briefs[place.brief].maps[place.map])
    return "\(map.zones[place.zone].id) (\(brief.id), map \(map.id))"
  }
  let rest = zones.count > names.count ? " and \(zones.count - names.count) more" : ""
  let verb = zones.count == 1 ? "a zone follows" : "zones follow"
  return "\(verb) it: \(names.joined(separator: ", "))\(rest)"
}

/// The area of a zone before and after, where it is another.
private func area(of place: Follower, _ old: Portal, _ new: Portal) -> Change.Field? {
  let brief = new.briefs[place.brief]
  let map = brief.maps[place.map]
  let zone = map.zones[place.zone].id
  guard
    let was = old.briefs.first(where: { $0.id == brief.id })?.maps.first(where: { $0.id == map.id })
  else { return nil }
  func area(_ map: ZoneMap, _ portal: Portal) -> Double? {
    zoneOutlines(of: map, in: portal).first { $0.id == zone }?.squareKilometres
  }
  let (before, after) = (area(was, old), area(map, new))
  func words(_ area: Double?) -> String? { area.map { "\(rounded($0)) km²" } }
  guard words(before) != words(after) else { return nil }
  let difference = before.flatMap { before in after.map { $0 - before } }
  return .init(
    name: "area of \(zone)", old: words(before), new: words(after),
    difference: difference.map { ($0 < 0 ? "−" : "+") + "\(rounded(abs($0))) km²" })
}

extension Zone.Shape {
  /// Indices in `ZoneMap.zones` of those that it is made of.
  fileprivate var zones: [Int] {
    switch self {
    case .union(let parts), .intersection(let parts), .difference(let parts): parts
    default: []
    }
  }

  /// Indices in `Portal.places` of those that it is drawn from.
  var places: [Int] {
    switch self {
    case .riverCorridor(_, let from, let to, _): [from, to]
    case .corridor(let along, _): along
    case .circle(let around, _): [around]
    case .hull(let around, _): around
    case .polygons, .union, .intersection, .difference: []
    }
  }
}

/// A tenth below ten, whole numbers above, more digits for what is less than that.
func rounded(_ number: Double) -> String {
  let size = abs(number)
  let unit = size >= 100 ? 1.0 : size >= 1 ? 10 : 1000
  let value = (number * unit).rounded() / unit
  return value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
}

/// Texts of the portal's own pages, paragraph by paragraph.
private func pages(_ old: Portal, _ new: Portal) -> [Change] {
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
    changes += TextComparison(old: before, new: after).changes(&notes)
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
      return names.renames["\(target.kind.rawValue):\(name)"] ?? name
    }
  }

  init(_ person: Person, _ names: PortalNames) {
    self.init(person.id, names.renames)
    add("name", person.name)
    add("role", person.role)
    add("bio", person.bio)
    add("url", person.url)
    add("orcid", person.orcid)
  }

  init(_ term: Term, _ names: PortalNames) {
    self.init(term.id, names.renames)
    add("term", term.term)
    add("expansion", term.expansion)
    add("definition", term.definition)
  }
}
