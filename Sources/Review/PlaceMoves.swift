internal import Cartography
internal import Model

/// What becomes of places that moved: how far they went, and the zones that lie where they do.
struct PlaceMoves {
  private let old: Portal
  private let new: Portal
  /// The older side's places and briefs, in the newer one's names.
  private let known: [String: Place]
  private let briefs: [String: Brief]
  /// Zones whose shapes are drawn from a place, by its index in the newer portal.
  private var followers: [Int: [Follower]] = [:]
  /// Areas of zones in km², by map; drawn when first asked for.
  private var areas: [MapPlace: (before: [String: Double], after: [String: Double])] = [:]

  /// Indices in `Portal.briefs` and `Brief.maps`.
  private struct MapPlace: Hashable {
    var brief: Int
    var map: Int
  }

  private struct Follower {
    var map: MapPlace
    /// Index in `ZoneMap.zones`.
    var zone: Int
  }

  /// So many zones are named.
  private static let most = 5

  init(_ old: Portal, _ new: Portal, _ oldNames: PortalNames) {
    self.old = old
    self.new = new
    known = Dictionary(zip(oldNames.places, old.places), uniquingKeysWith: { first, _ in first })
    briefs = Dictionary(zip(oldNames.briefs, old.briefs), uniquingKeysWith: { first, _ in first })
    for (brief, value) in new.briefs.enumerated() {
      for (map, value) in value.maps.enumerated() {
        addFollowers(of: value, MapPlace(brief: brief, map: map))
      }
    }
  }

  private mutating func addFollowers(of map: ZoneMap, _ place: MapPlace) {
    // Zones that are made of others follow what those do.
    var places: [Set<Int>] = []
    for (index, zone) in map.zones.enumerated() {
      var own = Set(zone.shape.places)
      for part in zone.shape.zones where part < index { own.formUnion(places[part]) }
      places.append(own)
      for followed in own {
        followers[followed, default: []].append(Follower(map: place, zone: index))
      }
    }
  }

  /// Tells changes of places that moved.
  mutating func add(to changes: inout [Change]) {
    let edited = Dictionary(
      changes.indices.filter { changes[$0].target == .place && changes[$0].kind == .edited }
        .map { (changes[$0].subject, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, place) in new.places.enumerated() {
      guard let from = known[place.id]?.coordinate, let to = place.coordinate, from != to,
        let change = edited["place \(place.id)"]
      else { continue }
      let distance = kilometres(from: from, to: to)
      for field in changes[change].fields.indices
      where changes[change].fields[field].name == "coordinates" {
        changes[change].fields[field].difference = "\(rounded(distance)) km"
      }
      changes[change].weight = .meaning
      // Where it lies is all that changed.
      if changes[change].fields.count == 1 { changes[change].kind = .moved }
      let zones = followers[index] ?? []
      if zones.isEmpty { continue }
      changes[change].remark = sentence(zones)
      for zone in zones.prefix(Self.most) {
        if let field = area(of: zone) { changes[change].fields.append(field) }
      }
    }
  }

  private func sentence(_ zones: [Follower]) -> String {
    let names = zones.prefix(Self.most).map { zone in
      let brief = new.briefs[zone.map.brief]
      let map = brief.maps[zone.map.map]
      return "\(map.zones[zone.zone].id) (\(brief.id), map \(map.id))"
    }
    let rest = zones.count > names.count ? " and \(zones.count - names.count) more" : ""
    let verb = zones.count == 1 ? "a zone follows" : "zones follow"
    return "\(verb) it: \(names.joined(separator: ", "))\(rest)"
  }

  /// The area of a zone before and after, where it is another.
  private mutating func area(of follower: Follower) -> Change.Field? {
    let brief = new.briefs[follower.map.brief]
    let map = brief.maps[follower.map.map]
    let zone = map.zones[follower.zone].id
    if areas[follower.map] == nil {
      let was = briefs[brief.id]?.maps.first { $0.id == map.id }
      areas[follower.map] = (was.map { areas(of: $0, old) } ?? [:], areas(of: map, new))
    }
    guard let before = areas[follower.map]?.before[zone],
      let after = areas[follower.map]?.after[zone],
      rounded(before) != rounded(after)
    else { return nil }
    return .init(
      name: "area of \(zone)", old: "\(rounded(before)) km²", new: "\(rounded(after)) km²",
      difference: (after < before ? "−" : "+") + "\(rounded(abs(after - before))) km²")
  }

  private func areas(of map: ZoneMap, _ portal: Portal) -> [String: Double] {
    Dictionary(
      zoneOutlines(of: map, in: portal).map { ($0.id, $0.squareKilometres) },
      uniquingKeysWith: { first, _ in first })
  }
}

extension Zone.Shape {
  /// Indices in `ZoneMap.zones` of those that it is made of, which stand before it.
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
