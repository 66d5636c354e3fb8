internal import Model

/// What is wrong with a longitude and a latitude.
struct CoordinateFault {
  /// Whether the first number, the longitude, is the one to point at.
  var isLongitude: Bool
  var message: String
  var hint: String?

  /// `nil` for a point on the Earth.
  init?(longitude: Double, latitude: Double) {
    let isEast = (-180...180).contains(longitude)
    let isNorth = (-90...90).contains(latitude)
    if isEast, isNorth { return nil }
    isLongitude = !isEast
    message =
      isEast
      ? "the latitude \(latitude) is not from -90 to 90"
      : "the longitude \(longitude) is not from -180 to 180"
    if (-90...90).contains(longitude), (-180...180).contains(latitude) {
      hint = "longitude and latitude may be swapped: longitude comes first"
    } else if max(abs(longitude), abs(latitude)) > 1000 {
      hint =
        "the numbers look like metres of a projection; convert them to degrees of WGS 84 (EPSG:4326)"
    }
  }
}

extension Coordinate {
  /// With longitude and latitude exchanged; `nil` where that is no point on the Earth.
  var swapped: Coordinate? {
    (-90...90).contains(longitude) ? Coordinate(longitude: latitude, latitude: longitude) : nil
  }

  /// “40.123° E, 35.012° N”: a thousandth of a degree is about a hundred metres.
  var inWords: String {
    "\(thousandths(longitude))° \(longitude < 0 ? "W" : "E"), "
      + "\(thousandths(latitude))° \(latitude < 0 ? "S" : "N")"
  }
}

private func thousandths(_ degrees: Double) -> String {
  let count = Int((abs(degrees) * 1000).rounded())
  let rest = String(count % 1000)
  return "\(count / 1000)." + String(repeating: "0", count: 3 - rest.utf8.count) + rest
}

extension [Coordinate] {
  /// Whether three of the points are different and stand on no one line.
  var hasArea: Bool {
    guard let start = first, let next = first(where: { $0 != start }) else { return false }
    let (x, y) = (next.longitude - start.longitude, next.latitude - start.latitude)
    return contains {
      x * ($0.latitude - start.latitude) != y * ($0.longitude - start.longitude)
    }
  }
}
