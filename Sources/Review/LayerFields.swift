internal import Cartography
internal import Model

/// What differs between two base layers of one name: whose they are, and their features by id or name.
func layerFields(_ old: GeoLayer, _ new: GeoLayer) -> [Change.Field] {
  var fields: [Change.Field] = []
  func add(_ name: String, _ a: String?, _ b: String?, _ difference: String? = nil) {
    if a != b || difference != nil {
      fields.append(.init(name: name, old: a, new: b, difference: difference))
    }
  }
  add("attribution", old.attribution, new.attribution)
  add("licence", old.licence, new.licence)
  let (before, after) = (keyed(old.features), keyed(new.features))
  let known = Dictionary(before, uniquingKeysWith: { first, _ in first })
  let now = Dictionary(after, uniquingKeysWith: { first, _ in first })
  var found: [Change.Field] = []
  for (key, feature) in after where known[key] != feature {
    guard let was = known[key] else {
      found.append(.init(name: key, old: nil, new: feature.geometry.words))
      continue
    }
    var difference = "drawn anew"
    if case .points(let a) = was.geometry, case .points(let b) = feature.geometry, a.count == 1,
      b.count == 1, a != b
    {
      difference = "\(rounded(kilometres(from: a[0], to: b[0]))) km"
    } else if was.geometry == feature.geometry {
      difference = "named anew"
    }
    found.append(
      .init(
        name: key, old: was.geometry.words, new: feature.geometry.words, difference: difference))
  }
  for (key, feature) in before where now[key] == nil {
    found.append(.init(name: key, old: feature.geometry.words, new: nil))
  }
  let most = 10
  fields += found.prefix(most)
  if found.count > most {
    fields.append(.init(name: "other features", new: "\(found.count - most) more"))
  }
  return fields
}

private func keyed(_ features: [GeoLayer.Feature]) -> [(String, GeoLayer.Feature)] {
  var seen: [String: Int] = [:]
  return features.enumerated().map { index, feature in
    var feature = feature
    feature.name?.names.sort { $0.language < $1.language }
    let name = feature.id ?? feature.name?.names.first?.text ?? "\(index + 1)"
    seen[name, default: 0] += 1
    let count = seen[name] ?? 1
    return (count > 1 ? "feature \(name) (\(count))" : "feature \(name)", feature)
  }
}

extension GeoLayer.Geometry {
  fileprivate var words: String {
    switch self {
    case .points(let points):
      points.count == 1
        ? "a point at \(exact(points[0].longitude)) \(exact(points[0].latitude))"
        : "\(points.count) points"
    case .lines(let lines):
      "\(lines.count) \(lines.count == 1 ? "line" : "lines") of \(lines.reduce(0) { $0 + $1.count }) points"
    case .polygons(let polygons):
      "\(polygons.count) \(polygons.count == 1 ? "polygon" : "polygons") of "
        + "\(polygons.reduce(0) { $0 + $1.reduce(0) { $0 + $1.count } }) points"
    }
  }
}
