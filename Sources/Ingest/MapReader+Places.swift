internal import Diagnostics
internal import Model
internal import Yams

// Places and points that something of a map stands at.

extension MapReader {
  /// Places that must have coordinates; none where the edition leaves one of them out, since what is drawn
  /// of the others would be something else.
  func places(_ record: Record, _ key: String) -> [Int] {
    let names = record.names(key)
    return names.contains { log.isLeftOut($0.text) } ? [] : names.compactMap(place)
  }

  func place(_ record: Record, _ key: String, of what: String) -> Int? {
    guard let name = record.names(key).first else {
      _ = record.required(key, of: what)
      return nil
    }
    return place(name)
  }

  func place(_ name: Record.Name) -> Int? {
    guard let place = names.places.index(of: name, "place", log: log) else { return nil }
    if names.unplaced.contains(place) {
      log.error(
        "no-coordinates", at: name.location, "the place has no coordinates",
        hint: "give “\(name.text)” its “lon” and “lat” in places.yaml")
    }
    return place
  }

  /// A point `[lon, lat]`; `nil` with a finding for anything else.
  func coordinate(_ node: Node, _ origin: Record.Origin, _ findings: inout FileFindings)
    -> Coordinate?
  {
    guard case .sequence(let pair) = node, pair.count == 2, let longitude = pair[0].finite,
      let latitude = pair[1].finite
    else {
      findings.add(
        .error, "coordinates", origin.location(node.mark),
        { "a point is [longitude, latitude] in degrees" }, { nil })
      return nil
    }
    guard let fault = CoordinateFault(longitude: longitude, latitude: latitude) else {
      return Coordinate(longitude: longitude, latitude: latitude)
    }
    let wrong = pair[fault.isLongitude ? 0 : 1]
    findings.add(
      .error, "coordinates",
      origin.location(wrong.mark, length: max(1, wrong.scalar?.string.utf8.count ?? 1)),
      { fault.message }, { fault.hint })
    return nil
  }
}

extension Node {
  var finite: Double? {
    guard case .scalar(let scalar) = self, let number = Double(scalar.string), number.isFinite
    else { return nil }
    return number
  }
}
