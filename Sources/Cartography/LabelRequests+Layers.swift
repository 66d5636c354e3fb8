// Names of base layers, after all that the map itself is about.

extension LabelRequests {
  /// Names of rivers, lakes and countries of the base layers, after all that the map itself is about.
  /// Each once, on the largest polygon or along the longest line that carries it; again along a long
  /// river.
  mutating func addLayerNames(language: String) {
    var number = 0
    let named = Set(contents.marks.map(\.label.text) + contents.words.map(\.label.text))
    for layer in contents.layers {
      var order: [String] = []
      var same: [String: (name: Name, features: [BaseLayer.Feature])] = [:]
      for feature in layer.features {
        guard let given = feature.name else { continue }
        let name = contents.label(given, page: language)
        // What the map itself names, a city like its province, is not named again.
        if layer.theme == .boundaries || layer.theme == .countries, named.contains(name.text) {
          continue
        }
        if same[name.text] == nil, !name.text.isEmpty { order.append(name.text) }
        same[name.text, default: (name, [])].features.append(feature)
      }
      for (name, features) in order.compactMap({ same[$0] }) {
        func add(_ absence: Double, _ candidates: [LabelCandidate]) {
          requests.append(
            LabelRequest(
              subject: .feature(number), layer: .base(layer.theme), absence: absence,
              candidates: candidates))
          number += 1
        }
        if let polygon = features.flatMap(\.polygons).max(by: { $0.extent < $1.extent }) {
          add(45, polygonNames(name, polygon, layer.theme))
        } else if layer.theme == .rivers || layer.theme == .other || layer.theme == .roads {
          let lines = features.flatMap(\.lines).map { (line: $0, length: $0.length) }
            .sorted { $0.length > $1.length }
          guard let longest = lines.first else { continue }
          let parts = max(1, min(3, Int((longest.length / 400).rounded())))
          for part in 0..<parts {
            let share = 1 / Double(parts)
            let range = Double(part) * share...Double(part + 1) * share
            var candidates = LabelCandidate.along(
              longest.line, part: range, role: .river, name: name, on: ground)
            if part == 0 {
              candidates += lines.dropFirst().prefix(3).flatMap {
                LabelCandidate.along($0.line, role: .river, name: name, on: ground)
              }
            }
            add(part == 0 ? 80 : 25, candidates)
          }
        }
        for point in features.flatMap(\.points) where layer.theme == .countries {
          add(60, LabelCandidate.about(point, role: .country, name: name, on: ground))
        }
        for point in features.flatMap(\.points) where layer.theme != .countries {
          add(
            40,
            LabelCandidate.around(
              point, radius: 2, role: .minor, name: name, on: ground, isBrief: true))
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
      case .borders, .countries: .country
      case .boundaries: .division
      default: .area
      }
    var name = name
    // In letters this small a second language could not be read.
    if role == .division { name.others = [] }
    return LabelCandidate.inside(
      Self.points(of: [polygon], within: box, rows: 7), middle: box.centre,
      reach: max(box.width, box.height) / 2, role: role, name: name, on: ground)
  }
}

extension [[Point]] {
  /// The area of its bounding box, to compare polygons by.
  fileprivate var extent: Double {
    Box(holding: flatMap { $0 }).map { $0.width * $0.height } ?? 0
  }
}
