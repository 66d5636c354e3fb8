public import Model

/// What a map shows, in numbers: for the table beside it.
public struct MapSummary: Sendable, Equatable {
  /// The extent of a zone.
  public struct ZoneArea: Sendable, Equatable {
    /// Index in `ZoneMap.zones`.
    public var zone: Int
    /// The whole zone's, on the ground, to two significant digits.
    public var squareKilometres: Double

    /// “1,200”, “35”, “0.52”.
    public var text: String { roundedText(squareKilometres) }
  }

  /// One for each zone that has a shape, in the map's order.
  public var zones: [ZoneArea]
  /// The map's places that are drawn: indices in `Portal.places`.
  public var places: [Int]
  /// Those that are not, for want of coordinates or because they lie outside what is shown.
  public var absent: [Int]

  init(of contents: MapContents, map: ZoneMap, in portal: Portal) {
    zones = contents.zones.map {
      ZoneArea(zone: $0.zone, squareKilometres: roundedToTwoDigits($0.area))
    }
    let drawn = contents.marks.map(\.place)
    places = drawn
    absent = map.places.filter { portal.places.indices.contains($0) && !drawn.contains($0) }
  }
}

/// The areas of a map's zones, without drawing it.
///
/// They are measured on the ellipsoid, whatever the map's projection.
public func zoneAreas(of map: ZoneMap, in portal: Portal) -> [MapSummary.ZoneArea] {
  let projection = Frame(for: map, in: portal).projection
  guard let context = Geos() else { return [] }
  let grounds = ZoneShapes(
    map: map, portal: portal, projection: projection, context: context
  ).resolved()
  return grounds.enumerated().compactMap { index, ground in
    ground.map { .init(zone: index, squareKilometres: roundedToTwoDigits($0.area)) }
  }
}

func roundedToTwoDigits(_ value: Double) -> Double {
  guard value.isFinite, value > 1e-9 else { return 0 }
  var (unit, parts) = (1.0, 1.0)
  while value / unit >= 100 { unit *= 10 }
  while unit == 1, value * parts < 10 { parts *= 10 }
  return unit > 1 ? (value / unit).rounded() * unit : (value * parts).rounded() / parts
}

/// With commas between thousands, and the decimals that two digits need.
func roundedText(_ value: Double) -> String {
  guard value.isFinite, value >= 0, value < 1e15 else { return "0" }
  guard value >= 10 || value == value.rounded() else { return "\(value)" }
  var digits = String(Int(value.rounded()))
  var groups: [String] = []
  while digits.count > 3 {
    groups.insert(String(digits.suffix(3)), at: 0)
    digits.removeLast(3)
  }
  return ([digits] + groups).joined(separator: ",")
}
