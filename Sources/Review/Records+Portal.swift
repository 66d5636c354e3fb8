internal import Cartography
internal import Diagnostics
internal import Model

// The portal's own records: what it says of itself, places, actors, people, terms, base layers, pages.

func portalChanges(
  _ old: ReviewSide, _ new: ReviewSide, _ oldNames: PortalNames, _ newNames: PortalNames
) -> [Change] {
  let (before, after) = (old.portal, new.portal)
  var changes: [Change] = []
  for (field, words, isTypography) in Record(portal: before).differences(
    from: Record(portal: after))
  {
    var change = Change(.edited, .metadata, field.name)
    change.fields = [field]
    change.words = words
    change.location = .init(
      old: SourceLocation(file: "portal.yaml"), new: SourceLocation(file: "portal.yaml"))
    if isTypography { change.weight = .typography }
    changes.append(change)
  }
  func records(
    _ target: Change.Target, _ file: String, _ a: [Record], _ b: [Record],
    isMissing: (old: Bool, new: Bool)
  ) {
    // A file that cannot be read on one side says nothing of what came or went.
    if isMissing.old != isMissing.new,
      (isMissing.old ? old : new).findings.contains(where: {
        $0.severity == .error && $0.location.file == file
      })
    {
      return
    }
    changes += recordChanges(target, a, b, (file, file))
  }
  let isComparable = oldNames == newNames
  let places = differing(before.places, after.places, isComparable: isComparable, id: \.id)
  records(
    .place, "places.yaml", places.old.map { Record(place: $0, oldNames) },
    places.new.map { Record(place: $0, newNames) },
    isMissing: (before.places.isEmpty, after.places.isEmpty))
  addDistances(&changes, before, after)
  records(
    .actor, "actors.yaml", before.actors.map { Record(actor: $0, before, oldNames) },
    after.actors.map { Record(actor: $0, after, newNames) },
    isMissing: (before.actors.isEmpty, after.actors.isEmpty))
  let people = differing(before.people, after.people, isComparable: true, id: \.id)
  records(
    .person, "people.yaml", people.old.map(Record.init), people.new.map(Record.init),
    isMissing: (before.people.isEmpty, after.people.isEmpty))
  let terms = differing(before.terms, after.terms, isComparable: true, id: \.id)
  records(
    .term, "glossary.yaml", terms.old.map(Record.init), terms.new.map(Record.init),
    isMissing: (before.terms.isEmpty, after.terms.isEmpty))
  let layers = Dictionary(before.layers.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
  for layer in after.layers where layers[layer.name] != layer {
    let file = SourceLocation(file: "geo/\(layer.name).geojson")
    guard let was = layers[layer.name] else {
      var change = Change(.inserted, .layer, "layer \(layer.name)")
      change.location.new = file
      changes.append(change)
      continue
    }
    var change = Change(.edited, .layer, "layer \(layer.name)")
    change.location = .init(old: file, new: file)
    change.fields = [
      .init(name: "features", old: "\(was.features.count)", new: "\(layer.features.count)")
    ]
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

/// A place that moved says how far.
private func addDistances(_ changes: inout [Change], _ old: Portal, _ new: Portal) {
  let known = Dictionary(old.places.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
  for place in new.places {
    guard let from = known[place.id]?.coordinate, let to = place.coordinate, from != to,
      let index = changes.firstIndex(where: {
        $0.target == .place && $0.kind == .edited && $0.subject == "place \(place.id)"
      })
    else { continue }
    let distance = kilometres(from: from, to: to)
    for field in changes[index].fields.indices
    where changes[index].fields[field].name == "coordinates" {
      changes[index].fields[field].difference = "\(rounded(distance)) km"
    }
    changes[index].weight = .meaning
    // Where it lies is all that changed.
    if changes[index].fields.count == 1 { changes[index].kind = .moved }
    changes[index].remark = followers(of: place.id, in: new)
  }
}

/// The zones that lie where a place does.
private func followers(of place: String, in portal: Portal) -> String? {
  guard let index = portal.places.firstIndex(where: { $0.id == place }) else { return nil }
  var names: [String] = []
  for brief in portal.briefs {
    for map in brief.maps {
      for zone in map.zones where zone.shape.places.contains(index) {
        names.append("\(zone.id) (\(brief.id), map \(map.id))")
      }
    }
  }
  if names.isEmpty { return nil }
  let shown = names.prefix(5).joined(separator: ", ")
  let rest = names.count > 5 ? " and \(names.count - 5) more" : ""
  return "\(names.count == 1 ? "a zone follows" : "zones follow") it: \(shown)\(rest)"
}

extension Zone.Shape {
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
    add("publisher’s address", portal.publisher?.address)
    add("publisher’s site", portal.publisher?.url)
    add("contact", portal.contact)
    add("licence", portal.licence?.name)
    add("licence’s address", portal.licence?.url)
    add("notice", portal.notice)
    add("marking of packs", portal.packSettings.marking)
    add("kinds of packs", portal.packSettings.kinds.map(\.rawValue))
  }

  init(place: Place, _ names: PortalNames) {
    self.init(place.id)
    add("name", place.name)
    add("kind", place.kind)
    add("coordinates", place.coordinate.map { "\($0.longitude) \($0.latitude)" })
    add("approximate", place.isApproximate ? "yes" : nil)
    add("reason", place.reason)
    add("source", place.source)
    add("within", place.within.map { names.places[$0] })
    add("description", place.description)
  }

  init(actor: Actor, _ portal: Portal, _ names: PortalNames) {
    self.init(actor.id)
    add("name", actor.name)
    add("short", actor.short)
    add("kind", actor.kind)
    add("description", actor.description)
    add("areas", names.places(actor.areas))
    for relation in actor.relations {
      add("relation to \(names.actors[relation.actor])", relation.relation)
      add("text of the relation to \(names.actors[relation.actor])", relation.text)
      add(
        "support of the relation to \(names.actors[relation.actor])",
        Self.supports(relation.support, portal))
    }
    add("notes", Self.supports(actor.notes, portal))
  }

  private static func supports(_ targets: [Target], _ portal: Portal) -> [String] {
    targets.compactMap { target in
      guard portal.briefs.indices.contains(target.brief) else { return nil }
      let brief = portal.briefs[target.brief]
      return switch target.kind {
      case .note: "\(brief.id)/\(brief.notes[target.index].label)"
      case .section: "\(brief.id)/\(brief.sections[target.index].id)"
      default: nil
      }
    }
  }

  init(_ person: Person) {
    self.init(person.id)
    add("name", person.name)
    add("role", person.role)
    add("bio", person.bio)
    add("url", person.url)
    add("orcid", person.orcid)
  }

  init(_ term: Term) {
    self.init(term.id)
    add("term", term.term)
    add("expansion", term.expansion)
    add("definition", term.definition)
  }
}
