internal import Diagnostics
public import Model

/// A map before and after a change, as SVG documents that stand alone.
public struct MapComparison: Sendable {
  /// The brief's id.
  public var brief: String
  public var title: String
  /// `nil` where there was no such map.
  public var old: [UInt8]?
  public var new: [UInt8]?

  public init(brief: String, title: String, old: [UInt8]?, new: [UInt8]?) {
    self.brief = brief
    self.title = title
    self.old = old
    self.new = new
  }
}

/// A map that looks other than it did: where it stands in both portals.
public struct ChangedMap: Sendable, Equatable {
  /// Indices in `Portal.briefs` and `Brief.maps`.
  public typealias Place = (brief: Int, map: Int)

  public var brief: String
  public var title: String
  public var oldBrief: Int?
  public var oldMap: Int?
  public var newBrief: Int?
  public var newMap: Int?

  public var old: Place? { oldBrief.flatMap { brief in oldMap.map { (brief, $0) } } }
  public var new: Place? { newBrief.flatMap { brief in newMap.map { (brief, $0) } } }
}

/// The maps that changes touch: those whose zones or other parts changed, and those that show a place
/// which moved. In the order of the new portal, those that are gone last.
public func changedMaps(
  _ changes: [Change], old: Portal, new: Portal
) -> [ChangedMap] {
  var touched: Set<String> = []
  var moved: Set<String> = []
  for change in changes {
    switch change.target {
    case .map, .zone:
      // “map stronghold, zone khabur-strip”, “map stronghold”.
      let name = change.subject.split(separator: ",").first?.split(separator: " ").last ?? ""
      touched.insert("\(change.brief ?? "")/\(name)")
    case .place where change.kind != .inserted: moved.insert(change.subject)
    default: break
    }
  }
  func maps(of portal: Portal) -> [(key: String, brief: Int, map: Int)] {
    let places = Set(
      portal.places.indices.filter { moved.contains("place \(portal.places[$0].id)") })
    return portal.briefs.indices.flatMap { index in
      let brief = portal.briefs[index]
      return brief.maps.indices.filter { map in
        touched.contains("\(brief.id)/\(brief.maps[map].id)")
          || !places.isDisjoint(with: brief.maps[map].placesDrawn)
      }.map { ("\(brief.id)/\(brief.maps[$0].id)", index, $0) }
    }
  }
  var known = Dictionary(
    maps(of: old).map { ($0.key, ($0.brief, $0.map)) }, uniquingKeysWith: { a, _ in a })
  let former = formerPlaces(of: changes, in: old)
  for place in former.values {
    known["\(old.briefs[place.brief].id)/\(old.briefs[place.brief].maps[place.map].id)"] = nil
  }
  var result: [ChangedMap] = []
  for (key, brief, map) in maps(of: new) {
    let was = former[key].map { ($0.brief, $0.map) } ?? known.removeValue(forKey: key)
    result.append(
      ChangedMap(
        brief: new.briefs[brief].id, title: new.briefs[brief].maps[map].title, oldBrief: was?.0,
        oldMap: was?.1, newBrief: brief, newMap: map))
  }
  for (brief, map) in known.sorted(by: { $0.key < $1.key }).map(\.value) {
    result.append(
      ChangedMap(
        brief: old.briefs[brief].id, title: old.briefs[brief].maps[map].title, oldBrief: brief,
        oldMap: map))
  }
  return result
}

/// Where maps of changes stood that are in both portals, by their brief's id and their own: either may have
/// been another.
private func formerPlaces(of changes: [Change], in old: Portal) -> [String: ChangedMap.Place] {
  var places: [String: ChangedMap.Place] = [:]
  for change in changes where change.target == .map || change.target == .zone {
    guard let file = change.location.old?.file, let now = change.location.new?.file,
      let brief = old.briefs.count == 1
        ? 0 : old.briefs.firstIndex(where: { file.hasPrefix($0.entry + "/") }),
      let map = old.briefs[brief].maps.firstIndex(where: { $0.id == id(ofMap: file) })
    else { continue }
    places["\(change.brief ?? "")/\(id(ofMap: now))"] = (brief, map)
  }
  return places
}

/// `attack` of `briefs/first/maps/attack.yaml`.
private func id(ofMap file: String) -> String {
  String((file.split(separator: "/").last ?? "").split(separator: ".").first ?? "")
}

extension ZoneMap {
  /// Indices in `Portal.places` of all that it shows or is drawn from.
  fileprivate var placesDrawn: Set<Int> {
    Set(
      places + zones.flatMap(\.shape.places) + arrows.flatMap { [$0.from, $0.to] }
        + routes.flatMap(\.along) + callouts.map(\.at))
  }
}
