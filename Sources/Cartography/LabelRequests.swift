/// What is to be named and numbered on a map, and the ways to do it at one size. The requests are the
/// same, and in the same order, at both.
struct LabelRequests {
  let contents: MapContents
  let ground: LabelGround
  private let keyWidth: Double
  var requests: [LabelRequest] = []

  /// More places than this and fewer ways are tried for each.
  private static let crowd = 1200

  init(_ contents: MapContents, on ground: LabelGround, language: String) {
    self.contents = contents
    self.ground = ground
    let keys = contents.zones.count + contents.marks.count + contents.routes.count
    keyWidth = MapSign.keyWidth(letters: keys <= 26 ? 1 : keys <= 702 ? 2 : 3)
    addCallouts()
    addMarks()
    addZones()
    addRoutes()
    addWords()
    addLayerNames(language: language)
  }

  /// A number that found no room stands on its place, whatever it covers (`MapLabels`).
  private mutating func addCallouts() {
    for (index, callout) in contents.callouts.enumerated() {
      var request = LabelRequest(subject: .callout(index), layer: .events, absence: 1500)
      let size = MapSign.badgeSize
      let on = Box(
        around: callout.at, width: size * ground.lettering.enlargement,
        height: size * ground.lettering.enlargement)
      request.candidates = [
        LabelCandidate(
          sign: .badge(callout.at, leader: []), box: on, leader: [], on: ground, cost: 0)
      ].compactMap(\.self)
      let radius = radius(at: callout.at) * ground.lettering.enlargement
      request.candidates += LabelCandidate.signs(
        around: callout.at, distances: [radius + 1, radius + 8, 20, 32, 46, 62, 80], width: size,
        height: size, start: radius, on: ground, cost: 4
      ) { .badge($0, leader: $1.isEmpty ? [] : [callout.at, $0]) }
      requests.append(request)
    }
  }

  /// Of the sign of the place at a point, units; 0 where there is none.
  private func radius(at point: Point) -> Double {
    contents.marks.first { $0.at == point }?.symbol.radius ?? 0
  }

  private mutating func addMarks() {
    let isCrowded = contents.marks.count > Self.crowd
    for (index, mark) in contents.marks.enumerated() where !mark.label.text.isEmpty {
      let weight = mark.symbol.weight
      var request = LabelRequest(subject: .mark(index), layer: .places, absence: 250 * weight)
      if mark.symbol == .area {
        request.candidates = LabelCandidate.about(
          mark.at, role: .area, name: mark.label, on: ground)
      } else {
        request.candidates = LabelCandidate.around(
          mark.at, radius: mark.symbol.radius, role: mark.symbol.labelRole, name: mark.label,
          on: ground, isBrief: isCrowded)
      }
      let radius = mark.symbol.radius * ground.lettering.enlargement
      if mark.symbol == .area, let key = key(at: mark.at, cost: 90 * weight) {
        request.candidates.append(key)
      }
      request.candidates += keys(
        around: mark.at, distances: isCrowded ? [radius + 1] : [radius + 1, 22, 36, 52],
        start: radius, cost: 90 * weight)
      requests.append(request)
    }
  }

  private mutating func addZones() {
    let named = Set(contents.marks.map(\.label.text))
    for (index, zone) in contents.zones.enumerated() {
      guard !zone.label.text.isEmpty, !named.contains(zone.label.text), let middle = zone.middle,
        let box = Box(holding: zone.polygons.flatMap { $0.flatMap { $0 } })
      else { continue }
      let weight = 2.2
      var request = LabelRequest(
        subject: .zone(index), layer: .zones(style: zone.style), absence: 250 * weight)
      let reach = max(20, (box.width * box.width + box.height * box.height).squareRoot() / 2)
      let points = [middle] + Self.points(of: zone.polygons, within: box)
      let outlines = zone.polygons.compactMap(\.first)
      let inside = LabelCandidate.inside(
        points, middle: middle, reach: reach, role: .zone, name: zone.label, on: ground)
      // The name of a line stands by it.
      request.candidates = inside.map {
        costed($0, zone: index, outside: 40, base: zone.isLine ? 20 : 0)
      }
      request.candidates += LabelCandidate.beside(
        outlines, middle: middle, reach: reach, role: .zone, name: zone.label, on: ground
      ).map { costed($0, zone: index, outside: 0, base: zone.isLine ? -6 : 8) }
      if zone.isLine {
        // The upper side is where one looks first.
        request.candidates += outlines.flatMap {
          LabelCandidate.along($0, role: .zone, name: zone.label, on: ground)
        }.map {
          var candidate = $0
          candidate.cost += (($0.sign.label?.anchor.y ?? 0) - box.minY) / max(box.height, 1) * 8
          return candidate
        }
      }
      request.candidates += stride(from: 0, to: points.count, by: 3).compactMap { index in
        let point = points[index]
        let cost = 90 * weight + point.distance(to: middle) / reach * 10
        guard var candidate = key(at: point, cost: cost) else { return nil }
        candidate.cost += ground.shares(of: candidate.box, zone: index).foreign * 30
        return candidate
      }
      request.candidates += keys(
        around: middle, distances: [10, 26, 44, 66], start: 0, cost: 90 * weight + 10)
      requests.append(request)
    }
  }

  /// With what it costs a zone's name to stand where it could be another's.
  private func costed(
    _ candidate: LabelCandidate, zone: Int, outside: Double, base: Double
  ) -> LabelCandidate {
    var candidate = candidate
    guard let label = candidate.sign.label else { return candidate }
    let shares = ground.shares(of: candidate.box, zone: zone)
    candidate.cost += base + shares.foreign * 45 + shares.outside * outside
    if let foot = candidate.foot {
      let isOff = !label.leader.isEmpty
      // What is nearest, or what the leader ends in, should be this zone alone.
      let size = isOff ? 14.0 : 22
      let there = ground.shares(of: Box(around: foot, width: size, height: size), zone: zone)
      candidate.cost += there.foreign * 50
      // Outside the larger zone around it, it would seem to name that one.
      if !isOff, there.around > 0.4, shares.around < 0.5 { candidate.cost += 22 }
      // And within it, it takes the room of that one's name.
      candidate.cost += shares.around * shares.outside * 14
    }
    return candidate
  }

  private mutating func addRoutes() {
    for (index, route) in contents.routes.enumerated() {
      guard let name = route.name, !name.text.isEmpty else { continue }
      let weight = 1.6
      var request = LabelRequest(
        subject: .route(index), layer: .movements, absence: 250 * weight)
      request.candidates = LabelCandidate.along(
        route.line, role: .route, name: name, on: ground)
      for (a, b) in zip(route.line, route.line.dropFirst()).prefix(40) {
        for share in [0.5, 0.3, 0.7] {
          request.candidates += LabelCandidate.around(
            a.toward(b, share), radius: 2, role: .route, name: name, on: ground,
            isBrief: share != 0.5, cost: 10)
          request.candidates += keys(
            around: a.toward(b, share), distances: [4, 24], start: 2, cost: 90 * weight)
        }
      }
      requests.append(request)
    }
  }

  /// Free words yield to all that the map is about.
  private mutating func addWords() {
    for (index, words) in contents.words.enumerated() where !words.label.text.isEmpty {
      var request = LabelRequest(subject: .words(index), absence: 70)
      request.candidates = LabelCandidate.about(
        words.at, role: words.role, name: words.label, on: ground)
      requests.append(request)
    }
  }

  private func key(at point: Point, cost: Double) -> LabelCandidate? {
    let larger = ground.lettering.enlargement
    let box = Box(around: point, width: keyWidth * larger, height: MapSign.keyHeight * larger)
    return LabelCandidate(
      sign: .key(point, leader: []), box: box, leader: [], on: ground, cost: cost)
  }

  private func keys(
    around point: Point, distances: [Double], start: Double, cost: Double
  ) -> [LabelCandidate] {
    LabelCandidate.signs(
      around: point, distances: distances, width: keyWidth, height: MapSign.keyHeight, start: start,
      on: ground, cost: cost
    ) { .key($0, leader: $1) }
  }

  /// A lattice of points within polygons.
  static func points(of polygons: [[[Point]]], within box: Box, rows: Int = 11) -> [Point] {
    let rings = polygons.flatMap { $0 }
    let corners = rings.reduce(0) { $0 + $1.count }
    // An outline of many corners is costly to look into.
    let count = corners > 2000 ? min(7, rows) : rows
    return (1..<count).flatMap { row in
      (1..<count).map { column in
        Point(
          x: box.minX + box.width * Double(column) / Double(count),
          y: box.minY + box.height * Double(row) / Double(count))
      }
    }.filter { $0.isInside(rings) }
  }
}
