internal import Model

// Positions, and the lists of them that a geometry's type asks for.

extension GeoJSONReader {
  mutating func coordinates(_ type: String) throws(JSONFault) -> [GeoLayer.Geometry] {
    if json.null() { return [] }
    switch type {
    case "Point": return try position().map { [.points([$0])] } ?? []
    case "MultiPoint": return [.points(try positions())]
    case "LineString": return [.lines([try line()])]
    case "MultiLineString":
      return [.lines(try list("lines") { reader throws(JSONFault) in try reader.line() })]
    case "Polygon": return [.polygons([try polygon()])]
    case "MultiPolygon":
      return [.polygons(try list("polygons") { reader throws(JSONFault) in try reader.polygon() })]
    default:
      try json.skip()
      return []
    }
  }

  private mutating func list<Item>(
    _ what: String, _ item: (inout GeoJSONReader) throws(JSONFault) -> Item
  ) throws(JSONFault) -> [Item] {
    guard json.next() == UInt8(ascii: "[") else {
      try expect("a list of \(what)")
      return []
    }
    var items: [Item] = []
    try json.enterArray()
    var isFirst = true
    while try json.nextItem(&isFirst) { items.append(try item(&self)) }
    return items
  }

  private mutating func line() throws(JSONFault) -> [Coordinate] {
    let start = json.start()
    let before = json.faults.count
    let points = try positions()
    if points.count == 1, json.faults.count == before {
      findings.warning(
        "geojson-line", at: start, "the line has one point only", hint: "add another")
    }
    return points
  }

  /// A polygon's rings. One without an area is left out; where it is the outer one, so are its holes.
  private mutating func polygon() throws(JSONFault) -> [[Coordinate]] {
    var isOuter = true
    var hasOuter = true
    let rings = try list("rings") { reader throws(JSONFault) in
      defer { isOuter = false }
      guard let ring = try reader.ring() else {
        if isOuter { hasOuter = false }
        return [Coordinate]()
      }
      return ring
    }
    return hasOuter ? rings.filter { !$0.isEmpty } : []
  }

  private mutating func ring() throws(JSONFault) -> [Coordinate]? {
    ringPlaces.removeAll(keepingCapacity: true)
    let start = json.start()
    var ring = try positions(ofRing: true)
    // Something was wrong with it already.
    guard !ring.isEmpty, ring.count == ringPlaces.count else { return ring }
    guard ring.hasArea else {
      findings.warning(
        "geojson-ring", at: start, "the ring has no area, and is left out",
        hint: "a ring has three different points or more, not all on one line")
      return nil
    }
    if let first = ring.first, ring.last != first {
      findings.warning(
        "geojson-ring", at: ringPlaces.last ?? start,
        "the ring does not end where it begins; it is closed",
        hint: "repeat its first position at its end")
      ring.append(first)
    }
    if checksCrossings, let crossing = RingCrossing(of: ring) {
      findings.warning(
        "polygon-crosses", at: ringPlaces[min(crossing.edges.second, ringPlaces.count - 1)],
        "the ring crosses itself near \(crossing.point.inWords)",
        hint: crossing.hint)
    }
    return ring
  }

  private mutating func positions(ofRing isRing: Bool = false) throws(JSONFault) -> [Coordinate] {
    guard json.next() == UInt8(ascii: "[") else {
      try expect("a list of positions")
      return []
    }
    let start = json.at
    try json.enterArray()
    var points: [Coordinate] = []
    var isFirst = true
    var isFlat = false
    while try json.nextItem(&isFirst) {
      let place = json.start()
      if json.next() != UInt8(ascii: "[") {
        // A list one level short of brackets would have a finding for each of its numbers.
        if !isFlat {
          findings.error(
            "geojson", at: points.isEmpty ? start : place, "a list of positions is expected here",
            hint: "a position is [longitude, latitude]")
        }
        isFlat = true
        try json.skip()
        continue
      }
      guard let point = try position() else {
        if isRing { ringPlaces.append(place) }
        continue
      }
      points.append(point)
      if isRing { ringPlaces.append(place) }
    }
    return points
  }

  /// Two numbers; those that follow, such as heights, are passed over.
  private mutating func position() throws(JSONFault) -> Coordinate? {
    guard json.next() == UInt8(ascii: "[") else {
      try expect("a position [longitude, latitude]")
      return nil
    }
    let start = json.at
    try json.enterArray()
    var isFirst = true
    var (longitude, latitude) = (0.0, 0.0)
    var (count, second) = (0, start)
    var isGood = true
    while try json.nextItem(&isFirst) {
      let place = json.start()
      let byte = json.next() ?? 0
      guard byte == UInt8(ascii: "-") || (byte >= 0x30 && byte <= 0x39) else {
        let faults = json.faults.count
        try json.skip()
        if isGood, json.faults.count == faults {
          findings.error(
            "geojson", at: place, "a number is expected here",
            hint: "a position is [longitude, latitude]")
        }
        isGood = false
        continue
      }
      let number = try json.number()
      if number == nil { isGood = false }
      if count == 0 { longitude = number ?? 0 }
      if count == 1 { (latitude, second) = (number ?? 0, place) }
      count += 1
    }
    guard isGood else { return nil }
    guard count >= 2 else {
      findings.error(
        "geojson", at: start, "a position has two numbers, [longitude, latitude]")
      return nil
    }
    if let fault = CoordinateFault(longitude: longitude, latitude: latitude) {
      findings.error(
        "coordinates", at: fault.isLongitude ? start + 1 : second, fault.message, hint: fault.hint)
      return nil
    }
    return Coordinate(longitude: longitude, latitude: latitude)
  }
}

extension RingCrossing {
  var hint: String {
    "edges \(edges.first + 1) and \(edges.second + 1) cross; it is drawn mended, which may not be what was meant"
  }
}
