/// What is to be named and numbered on a map, and the ways to do it at one size. The requests are the
/// same, and in the same order, at both.
struct LabelRequests {
  private let contents: MapContents
  private let ground: LabelGround
  private let lettering: Lettering
  private let keyWidth: Double
  private(set) var requests: [LabelRequest] = []

  /// More places than this and fewer ways are tried for each.
  private static let crowd = 1200

  init(_ contents: MapContents, on ground: LabelGround, in lettering: Lettering, language: String) {
    self.contents = contents
    self.ground = ground
    self.lettering = lettering
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
      var request = LabelRequest(subject: .callout(index), absence: 1500)
      let size = MapSign.badgeSize
      let on = Box(
        around: callout.at, width: size * lettering.enlargement,
        height: size * lettering.enlargement)
      request.candidates = [
        LabelCandidate(sign: .badge(callout.at, leader: []), box: on, leader: [], cost: 0)
      ]
      let radius = radius(at: callout.at) * lettering.enlargement
      request.candidates += LabelCandidate.signs(
        around: callout.at, distances: [radius + 1, radius + 8, 20, 32, 46, 62, 80], width: size,
        height: size, start: radius, lettering: lettering, cost: 4
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
      var request = LabelRequest(subject: .mark(index), absence: 250 * weight)
      if mark.symbol == .area {
        request.candidates = LabelCandidate.about(
          mark.at, role: .area, name: mark.label, lettering: lettering)
      } else {
        request.candidates = LabelCandidate.around(
          mark.at, radius: mark.symbol.radius, role: mark.symbol.labelRole, name: mark.label,
          lettering: lettering, isBrief: isCrowded)
      }
      let radius = mark.symbol.radius * lettering.enlargement
      if mark.symbol == .area { request.candidates.append(key(at: mark.at, cost: 90 * weight)) }
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
      var request = LabelRequest(subject: .zone(index), absence: 250 * weight)
      let reach = max(20, (box.width * box.width + box.height * box.height).squareRoot() / 2)
      let points = [middle] + Self.points(of: zone.polygons, within: box)
      let outlines = zone.polygons.compactMap(\.first)
      let inside = LabelCandidate.inside(
        points, middle: middle, reach: reach, role: .zone, name: zone.label, lettering: lettering)
      // The name of a line stands by it.
      request.candidates = inside.map {
        costed($0, zone: index, outside: 40, base: zone.isLine ? 20 : 0)
      }
      request.candidates += LabelCandidate.beside(
        outlines, middle: middle, reach: reach, role: .zone, name: zone.label, lettering: lettering
      ).map { costed($0, zone: index, outside: 0, base: zone.isLine ? -6 : 0) }
      if zone.isLine {
        // The upper side is where one looks first.
        request.candidates += outlines.flatMap {
          LabelCandidate.along($0, role: .zone, name: zone.label, lettering: lettering)
        }.map {
          var candidate = $0
          candidate.cost += (($0.sign.label?.anchor.y ?? 0) - box.minY) / max(box.height, 1) * 8
          return candidate
        }
      }
      request.candidates += points.map { point in
        var candidate = key(
          at: point, cost: 90 * weight + point.distance(to: middle) / reach * 10)
        candidate.cost += ground.shares(of: candidate.boxes[0], zone: index).foreign * 30
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
    guard let words = candidate.boxes.first, let label = candidate.sign.label else {
      return candidate
    }
    let shares = ground.shares(of: words, zone: zone)
    candidate.cost += base + shares.foreign * 45 + shares.outside * outside
    if let foot = candidate.foot {
      let isOff = !label.leader.isEmpty
      // What is nearest, or what the leader ends in, should be this zone alone.
      let size = isOff ? 5.0 : 22
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
      var request = LabelRequest(subject: .route(index), absence: 250 * weight)
      request.candidates = LabelCandidate.along(
        route.line, role: .route, name: name, lettering: lettering)
      for (a, b) in zip(route.line, route.line.dropFirst()).prefix(40) {
        for share in [0.5, 0.3, 0.7] {
          request.candidates += LabelCandidate.around(
            a.toward(b, share), radius: 2, role: .route, name: name, lettering: lettering,
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
        words.at, role: words.role, name: words.label, lettering: lettering)
      requests.append(request)
    }
  }

  mutating func add(_ request: LabelRequest) { requests.append(request) }

  private func key(at point: Point, cost: Double) -> LabelCandidate {
    let larger = lettering.enlargement
    let box = Box(around: point, width: keyWidth * larger, height: MapSign.keyHeight * larger)
    return LabelCandidate(sign: .key(point, leader: []), box: box, leader: [], cost: cost)
  }

  private func keys(
    around point: Point, distances: [Double], start: Double, cost: Double
  ) -> [LabelCandidate] {
    LabelCandidate.signs(
      around: point, distances: distances, width: keyWidth, height: MapSign.keyHeight, start: start,
      lettering: lettering, cost: cost
    ) { .key($0, leader: $1) }
  }

  /// A lattice of points within polygons.
  static func points(of polygons: [[[Point]]], within box: Box) -> [Point] {
    let rings = polygons.flatMap { $0 }
    let corners = rings.reduce(0) { $0 + $1.count }
    // An outline of many corners is costly to look into.
    let count = corners > 2000 ? 7 : 15
    return (1..<count).flatMap { row in
      (1..<count).map { column in
        Point(
          x: box.minX + box.width * Double(column) / Double(count),
          y: box.minY + box.height * Double(row) / Double(count))
      }
    }.filter { $0.isInside(rings) }
  }

  /// Names of rivers, lakes and countries of the base layers, after all that the map itself is about.
  /// Each once, on the largest polygon or along the longest line that carries it; again along a long
  /// river.
  private mutating func addLayerNames(language: String) {
    var number = 0
    for layer in contents.layers {
      var order: [String] = []
      var same: [String: (name: Name, features: [BaseLayer.Feature])] = [:]
      for feature in layer.features {
        guard let given = feature.name else { continue }
        let name = contents.label(given, page: language)
        if same[name.text] == nil, !name.text.isEmpty { order.append(name.text) }
        same[name.text, default: (name, [])].features.append(feature)
      }
      for (name, features) in order.compactMap({ same[$0] }) {
        func add(_ absence: Double, _ candidates: [LabelCandidate]) {
          requests.append(
            LabelRequest(subject: .feature(number), absence: absence, candidates: candidates))
          number += 1
        }
        if let polygon = features.flatMap(\.polygons).max(by: { $0.extent < $1.extent }) {
          let candidates = polygonNames(name, polygon, layer.theme)
          if !candidates.isEmpty { add(45, candidates) }
        } else if layer.theme == .rivers || layer.theme == .other || layer.theme == .roads {
          let lines = features.flatMap(\.lines).map { (line: $0, length: $0.length) }
            .sorted { $0.length > $1.length }
          guard let longest = lines.first else { continue }
          let parts = max(1, min(3, Int((longest.length / 400).rounded())))
          for part in 0..<parts {
            let share = 1 / Double(parts)
            let range = Double(part) * share...Double(part + 1) * share
            var candidates = LabelCandidate.along(
              longest.line, part: range, role: .river, name: name, lettering: lettering)
            if part == 0 {
              candidates += lines.dropFirst().prefix(3).flatMap {
                LabelCandidate.along($0.line, role: .river, name: name, lettering: lettering)
              }
            }
            add(part == 0 ? 55 : 22, candidates)
          }
        }
        for point in features.flatMap(\.points) {
          add(
            40,
            LabelCandidate.around(
              point, radius: 2, role: .minor, name: name, lettering: lettering, isBrief: true))
        }
      }
    }
  }

  private func polygonNames(
    _ name: Name, _ polygon: [[Point]], _ theme: BaseLayer.Theme
  ) -> [LabelCandidate] {
    guard let box = Box(holding: polygon.flatMap { $0 }), max(box.width, box.height) > 24 else {
      return []
    }
    let role: Label.Role =
      switch theme {
      case .lakes, .sea: .lake
      case .borders: .country
      default: .area
      }
    return LabelCandidate.inside(
      Self.points(of: [polygon], within: box), middle: box.centre,
      reach: max(box.width, box.height) / 2, role: role, name: name, lettering: lettering)
  }
}

extension [[Point]] {
  /// The area of its bounding box, to compare polygons by.
  fileprivate var extent: Double {
    Box(holding: flatMap { $0 }).map { $0.width * $0.height } ?? 0
  }
}
