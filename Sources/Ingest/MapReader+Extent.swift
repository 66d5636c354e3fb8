internal import Diagnostics
internal import Model
internal import Yams

// Rectangles of degrees: what a map and its inset show.

extension MapReader {
  func extent(_ record: Record, _ key: String) -> Extent? {
    guard record.has(key) else { return nil }
    let given = record.names(key)
    let numbers = given.compactMap { Double($0.text) }.filter(\.isFinite)
    guard given.count == 4, numbers.count == 4 else {
      log.error(
        "extent", at: record.location(of: key),
        "“\(key)” must be west, south, east, north in degrees",
        hint: "write [38.5, 33.0, 42.5, 37.5]")
      return nil
    }
    let extent = Extent(west: numbers[0], south: numbers[1], east: numbers[2], north: numbers[3])
    let corners = [(0, 1), (2, 3)]
    for (x, y) in corners {
      guard let fault = CoordinateFault(longitude: numbers[x], latitude: numbers[y]) else {
        continue
      }
      let turned = corners.allSatisfy {
        CoordinateFault(longitude: numbers[$0.1], latitude: numbers[$0.0]) == nil
      }
      let right = [1, 0, 3, 2].map { given[$0].text }.joined(separator: ", ")
      log.error(
        "extent", at: given[fault.isLongitude ? x : y].location, fault.message,
        hint: turned ? "the order is west, south, east, north: [\(right)]?" : fault.hint)
      return nil
    }
    guard extent.west != extent.east, extent.south < extent.north else {
      log.error(
        "extent", at: record.location(of: key), "the extent is empty",
        hint: extent.south > extent.north
          ? "the order is west, south, east, north"
          : "give west, south, east, north with something between")
      return nil
    }
    if extent.west > extent.east, extent.west - extent.east < 180 {
      // Across the antimeridian and more than halfway round: rather a slip than a map.
      log.warning(
        "extent", at: record.location(of: key),
        "the extent goes from \(given[0].text) east to \(given[2].text), more than halfway round the Earth",
        hint: "west comes first, east third")
    }
    return extent
  }

  /// `inset:`, true, false or an extent.
  func inset(_ record: Record) -> ZoneMap.Inset? {
    guard let node = record.node("inset") else { return nil }
    if node.sequence != nil { return extent(record, "inset").map { .extent($0) } }
    guard node.scalar != nil else {
      record.wrongType("inset", "true, false or [west, south, east, north]")
      return nil
    }
    return record.flag("inset") == true ? .layers : nil
  }
}

extension Extent {
  /// East of its west, across ±180 where its east is less.
  func holds(_ point: Coordinate) -> Bool {
    guard (south...north).contains(point.latitude) else { return false }
    return west <= east
      ? (west...east).contains(point.longitude)
      : point.longitude >= west || point.longitude <= east
  }
}
