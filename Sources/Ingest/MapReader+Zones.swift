internal import Diagnostics
internal import Model
internal import Yams

// Zones and the ways to give their shapes.

extension MapReader {
  private static let ways = [
    "corridor", "circle", "hull", "polygon", "geojson", "region", "union", "intersection",
    "difference",
  ]

  func readZones(of map: inout ZoneMap, _ record: Record) {
    var known: [String: Int] = [:]
    for (id, record) in record.record("zones")?.recordsByID() ?? [] {
      guard let zone = zone(record, id: id, known) else {
        // One that was made of what the edition leaves out goes with it.
        if !log.leftOut.isEmpty { log.leaveOut(id) }
        continue
      }
      known[id] = map.zones.count
      map.zones.append(zone)
      checkDates(of: zone, on: map, record)
      checkPosition(of: zone, on: map, record)
    }
  }

  private func zone(_ record: Record, id: String, _ known: [String: Int]) -> Zone? {
    record.expect(
      "name", "category", "corridor", "circle", "hull", "polygon", "geojson", "region", "union",
      "intersection", "difference", "from", "until", "section", "note", "confidence", "text")
    record.checkLength(of: "name", "zone")
    var attribution: String?
    guard let shape = shape(record, known, &attribution) else { return nil }
    var zone = Zone(
      id: id, name: record.localizedName("name") ?? LocalizedName(id),
      category: record.required("category", of: "a zone") ?? "zone", shape: shape,
      section: record.section(brief), notes: record.notes(brief),
      confidence: record.choice("confidence", Zone.Confidence.self) ?? .stated,
      text: record.inlines("text"))
    zone.ownCategory = record.ownText("category")
    zone.from = record.date("from")
    zone.until = record.date("until")
    zone.attribution = attribution
    zone.location = record.location
    zone.location?.length = id.utf8.count
    return zone
  }

  private func checkDates(of zone: Zone, on map: ZoneMap, _ record: Record) {
    if let from = zone.from, let until = zone.until, until.isWhollyBefore(from) {
      log.error(
        "date", at: record.location(of: "until"),
        "“\(until.iso)” comes before “\(from.iso)”, from when the zone is",
        hint: "“until” is the later of the two")
    } else if !map.asOf.isEmpty, !map.asOf.contains(where: zone.isShown) {
      log.warning(
        "zone-dates", at: record.location(of: zone.from != nil ? "from" : "until"),
        "the zone is drawn at none of the map’s dates",
        hint: "the map has \(map.asOf.map(\.iso).joined(separator: ", "))")
    }
  }

  private func shape(
    _ record: Record, _ known: [String: Int], _ attribution: inout String?
  ) -> Zone.Shape? {
    let given = Self.ways.filter(record.has)
    guard given.count == 1, let way = given.first else {
      log.error(
        "zone-shape", at: record.location,
        given.isEmpty ? "the zone has no shape" : "the zone has \(given.count) shapes",
        hint: "give it one of \(Self.ways.joined(separator: ", "))")
      return nil
    }
    switch way {
    case "corridor": return record.record("corridor").flatMap(corridor)
    case "circle": return record.record("circle").flatMap(circle)
    case "hull": return record.record("hull").flatMap(hull)
    case "polygon": return polygon(record)
    case "geojson": return geoJSON(record, &attribution)
    case "region": return record.record("region").flatMap { region($0, &attribution) }
    default: return combination(record, way, known)
    }
  }

  private func circle(_ record: Record) -> Zone.Shape? {
    record.expect("around", "radius")
    guard let around = place(record, "around", of: "a circle"),
      let radius = kilometres(record, "radius", of: "a circle")
    else { return nil }
    return .circle(around: around, radius: radius)
  }

  private func hull(_ record: Record) -> Zone.Shape? {
    record.expect("around", "margin")
    let around = places(record, "around")
    guard !around.isEmpty else {
      if record.names("around").isEmpty { _ = record.required("around", of: "a hull") }
      return nil
    }
    return .hull(around: around, margin: record.number("margin", in: 0...5_000) ?? 0)
  }

  private func combination(
    _ record: Record, _ way: String, _ known: [String: Int]
  ) -> Zone.Shape? {
    let names = record.names(way)
    let zones = names.compactMap { known.index(of: $0, "zone", log: log) }
    guard zones.count >= 2, !names.contains(where: { log.isLeftOut($0.text) }) else {
      if zones.count == names.count {
        log.error(
          "zone-shape", at: record.location(of: way), "“\(way)” takes two zones or more")
      }
      return nil
    }
    switch way {
    case "union": return .union(zones)
    case "intersection": return .intersection(zones)
    default: return .difference(zones)
    }
  }

  private func kilometres(_ record: Record, _ key: String, of what: String) -> Double? {
    if !record.has(key) { _ = record.required(key, of: what) }
    return record.number(key, in: 0.001...5_000)
  }

  private func corridor(_ record: Record) -> Zone.Shape? {
    record.expect("river", "from", "to", "along", "width")
    guard let width = kilometres(record, "width", of: "a corridor") else { return nil }
    if let river = record.text("river") {
      if !names.rivers.contains(river.lowercased()) {
        if log.isLeftOut(river) { return nil }
        log.error(
          "unknown-river", at: record.location(of: "river"),
          "no layer has a line called “\(river)”",
          hint: log.didYouMean(river, among: names.rivers.sorted())
            ?? "a corridor can also follow places: “along: [a, b]”")
        return nil
      }
      guard let from = place(record, "from", of: "a corridor along a river"),
        let to = place(record, "to", of: "a corridor along a river")
      else { return nil }
      if from == to { reportSameEnds(record, "a corridor along a river") }
      return .riverCorridor(river: river, from: from, to: to, width: width)
    }
    let along = places(record, "along")
    guard along.count >= 2 else {
      let given = record.names("along").count
      if given < 2 || given == along.count, !(along.isEmpty && !log.leftOut.isEmpty) {
        log.error(
          "zone-shape", at: record.location,
          "a corridor follows a river or two places or more",
          hint: "give “river”, “from” and “to”, or “along: [a, b]”")
      }
      return nil
    }
    return .corridor(along: along, width: width)
  }
}

extension Record {
  /// The longest name that there is room for on a map.
  private static let longestName = 80

  /// Warns of names that are too long to stand on a map.
  func checkLength(of key: String, _ what: String) {
    let texts: [Node]
    switch node(key) {
    case let node? where node.scalar != nil: texts = [node]
    case .mapping(let mapping)?: texts = mapping.map(\.value)
    default: return
    }
    for case .scalar(let scalar) in texts where scalar.string.count > Self.longestName {
      log.warning(
        "long-name", at: origin.location(scalar.mark, length: 1),
        "the \(what)’s name has \(scalar.string.count) characters, and finds no room on a map",
        hint: "\(Self.longestName) are the most; put the rest into “text”")
    }
  }
}
