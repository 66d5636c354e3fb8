internal import Diagnostics
internal import Model
internal import Yams

// maps/*.yaml.

extension Record {
  func map(id: String, _ names: PortalNames, _ brief: BriefNames) -> ZoneMap {
    expect(
      "title", "caption", "source", "description", "extent", "fit", "margin", "layers", "zones",
      "places", "arrows", "routes", "callouts", "projection")
    var map = ZoneMap(id: id, number: 0, title: required("title", of: "a map") ?? id)
    map.caption = inlines("caption")
    map.source = inlines("source")
    map.description = text("description")
    map.extent = extent()
    map.fit = places("fit", names)
    map.margin = number("margin", in: 0...5_000) ?? 10
    map.layers = self.names("layers").compactMap {
      names.layers.index(of: $0, "layer", log: log)
    }
    if !has("layers") { map.layers = names.layers.values.sorted() }
    map.places = places("places", names)
    let zones = record("zones")?.recordsByID() ?? []
    var known: [String: Int] = [:]
    for (id, record) in zones {
      guard let zone = record.zone(id: id, known, names, brief) else { continue }
      known[id] = map.zones.count
      map.zones.append(zone)
    }
    map.arrows = records("arrows").compactMap { $0.arrow(names, brief) }
    map.routes = records("routes").compactMap { $0.route(names, brief) }
    map.callouts = records("callouts").compactMap { $0.callout(names, brief) }
    return map
  }

  private func extent() -> Extent? {
    guard has("extent") else { return nil }
    let numbers = names("extent").compactMap { Double($0.text) }
    guard numbers.count == 4, numbers.allSatisfy(\.isFinite), numbers[0] < numbers[2],
      numbers[1] < numbers[3], numbers[0] >= -180, numbers[2] <= 180, numbers[1] >= -90,
      numbers[3] <= 90
    else {
      log.error(
        "extent", at: location(of: "extent"),
        "“extent” must be west, south, east, north in degrees",
        hint: "write [38.5, 33.0, 42.5, 37.5]")
      return nil
    }
    return Extent(west: numbers[0], south: numbers[1], east: numbers[2], north: numbers[3])
  }

  private func places(_ key: String, _ names: PortalNames) -> [Int] {
    self.names(key).compactMap { names.places.index(of: $0, "place", log: log) }
  }

  private func place(_ key: String, of what: String, _ names: PortalNames) -> Int? {
    guard let name = self.names(key).first else {
      _ = required(key, of: what)
      return nil
    }
    return names.places.index(of: name, "place", log: log)
  }

  private func zone(
    id: String, _ known: [String: Int], _ names: PortalNames, _ brief: BriefNames
  ) -> Zone? {
    expect(
      "name", "category", "corridor", "circle", "hull", "polygon", "union", "intersection",
      "difference", "section", "note", "confidence", "text")
    guard let shape = shape(known, names) else { return nil }
    return Zone(
      id: id, name: localizedName("name") ?? LocalizedName(id),
      category: required("category", of: "a zone") ?? "zone", shape: shape,
      section: section(brief), notes: notes(brief),
      confidence: choice("confidence", Zone.Confidence.self) ?? .stated, text: inlines("text"))
  }

  private func shape(_ known: [String: Int], _ names: PortalNames) -> Zone.Shape? {
    let ways = ["corridor", "circle", "hull", "polygon", "union", "intersection", "difference"]
    let given = ways.filter(has)
    guard given.count == 1, let way = given.first else {
      log.error(
        "zone-shape", at: location,
        given.isEmpty ? "the zone has no shape" : "the zone has \(given.count) shapes",
        hint: "give it one of \(ways.joined(separator: ", "))")
      return nil
    }
    switch way {
    case "corridor": return record("corridor")?.corridor(names)
    case "circle":
      guard let circle = record("circle") else { return nil }
      circle.expect("around", "radius")
      guard let around = circle.place("around", of: "a circle", names),
        let radius = circle.kilometres("radius", of: "a circle")
      else { return nil }
      return .circle(around: around, radius: radius)
    case "hull":
      guard let hull = record("hull") else { return nil }
      hull.expect("around", "margin")
      let around = hull.places("around", names)
      guard !around.isEmpty else {
        _ = hull.required("around", of: "a hull")
        return nil
      }
      return .hull(around: around, margin: hull.number("margin", in: 0...5_000) ?? 0)
    case "polygon": return polygon()
    default:
      let zones = self.names(way).compactMap { known.index(of: $0, "zone", log: log) }
      guard zones.count >= 2 else {
        if zones.count == self.names(way).count {
          log.error("zone-shape", at: location(of: way), "“\(way)” takes two zones or more")
        }
        return nil
      }
      switch way {
      case "union": return .union(zones)
      case "intersection": return .intersection(zones)
      default: return .difference(zones)
      }
    }
  }

  private func kilometres(_ key: String, of what: String) -> Double? {
    if !has(key) { _ = required(key, of: what) }
    return number(key, in: 0.001...5_000)
  }

  private func corridor(_ names: PortalNames) -> Zone.Shape? {
    expect("river", "from", "to", "along", "width")
    guard let width = kilometres("width", of: "a corridor") else { return nil }
    if let river = text("river") {
      if !names.rivers.contains(river.lowercased()) {
        log.error(
          "unknown-river", at: location(of: "river"), "no layer has a line called “\(river)”",
          hint: log.didYouMean(river, among: names.rivers.sorted())
            ?? "a corridor can also follow places: “along: [a, b]”")
        return nil
      }
      guard let from = place("from", of: "a corridor along a river", names),
        let to = place("to", of: "a corridor along a river", names)
      else { return nil }
      return .riverCorridor(river: river, from: from, to: to, width: width)
    }
    let along = places("along", names)
    guard along.count >= 2 else {
      log.error(
        "zone-shape", at: location, "a corridor follows a river or two places or more",
        hint: "give “river”, “from” and “to”, or “along: [a, b]”")
      return nil
    }
    return .corridor(along: along, width: width)
  }

  private func polygon() -> Zone.Shape? {
    guard case Node.sequence(let points)? = node("polygon") else {
      wrongType("polygon", "a list of [lon, lat]")
      return nil
    }
    var ring: [Coordinate] = []
    for point in points {
      guard case Node.sequence(let pair) = point, pair.count == 2, let longitude = pair[0].float,
        let latitude = pair[1].float, (-180...180).contains(longitude),
        (-90...90).contains(latitude)
      else {
        log.error(
          "coordinates", at: origin.location(point.mark),
          "a point is [longitude, latitude] in degrees")
        return nil
      }
      ring.append(Coordinate(longitude: longitude, latitude: latitude))
    }
    guard ring.count >= 3 else {
      log.error("zone-shape", at: location(of: "polygon"), "a polygon has three points or more")
      return nil
    }
    return .polygons([[ring]])
  }

  private func arrow(_ names: PortalNames, _ brief: BriefNames) -> ZoneMap.Arrow? {
    expect("from", "to", "text", "note")
    guard let from = place("from", of: "an arrow", names),
      let to = place("to", of: "an arrow", names)
    else { return nil }
    return ZoneMap.Arrow(from: from, to: to, text: inlines("text"), notes: notes(brief))
  }

  private func route(_ names: PortalNames, _ brief: BriefNames) -> ZoneMap.Route? {
    expect("along", "name", "text", "note")
    let along = places("along", names)
    guard along.count >= 2 else {
      log.error("route", at: location, "a route goes along two places or more")
      return nil
    }
    return ZoneMap.Route(
      along: along, name: text("name"), text: inlines("text"), notes: notes(brief))
  }

  private func callout(_ names: PortalNames, _ brief: BriefNames) -> ZoneMap.Callout? {
    expect("event", "at", "text", "note")
    guard let at = place("at", of: "a callout", names) else { return nil }
    return ZoneMap.Callout(
      at: at,
      event: self.names("event").first.flatMap { brief.events.index(of: $0, "event", log: log) },
      text: inlines("text"), notes: notes(brief))
  }
}
