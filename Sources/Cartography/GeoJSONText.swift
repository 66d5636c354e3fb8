import Diagnostics
import Model

/// GeoJSON as it is written.
struct GeoJSONText {
  private(set) var text = ""

  mutating func append(_ json: String) { text += json }

  mutating func append(string: String) { text += JSONText.quoted(string) }

  mutating func append(_ value: GeoJSONFeature.Value) {
    switch value {
    case .text(let value): append(string: value)
    case .texts(let values): append(list: values) { $0.append(string: $1) }
    case .number(let value): append(number: value)
    case .flag(let value): text += value ? "true" : "false"
    case .names(let name):
      if let only = name.names.first, name.names.count == 1, only.language.isEmpty {
        return append(string: only.text)
      }
      text += "{"
      for (index, entry) in name.names.enumerated() {
        text += index == 0 ? "" : ", "
        append(string: entry.language)
        text += ": "
        append(string: entry.text)
      }
      text += "}"
    }
  }

  mutating func append(_ geometry: GeoJSONFeature.Geometry) {
    switch geometry {
    case .point(let point):
      text += "{\"type\": \"Point\", \"coordinates\": "
      append(point.onSheet)
    case .line(let line):
      let parts = line.cutAtAntimeridian
      if parts.count == 1 {
        text += "{\"type\": \"LineString\", \"coordinates\": "
        append(list: parts[0]) { $0.append($1) }
      } else {
        text += "{\"type\": \"MultiLineString\", \"coordinates\": "
        append(list: parts) { json, part in json.append(list: part) { $0.append($1) } }
      }
    case .polygons(let polygons):
      let isOne = polygons.count == 1
      text += "{\"type\": \"\(isOne ? "Polygon" : "MultiPolygon")\", \"coordinates\": "
      let write: (inout GeoJSONText, [[Coordinate]]) -> Void = { json, rings in
        json.append(list: Array(rings.enumerated())) { json, ring in
          // The outer ring runs counter-clockwise, holes clockwise (RFC 7946, 3.1.6).
          let turned = ring.element.isCounterClockwise == (ring.offset == 0)
          json.append(list: turned ? ring.element : ring.element.reversed()) { $0.append($1) }
        }
      }
      if isOne { write(&self, polygons[0]) } else { append(list: polygons, write) }
    }
    text += "}"
  }

  private mutating func append<Item>(
    list: [Item], _ write: (inout GeoJSONText, Item) -> Void
  ) {
    text += "["
    for (index, item) in list.enumerated() {
      if index > 0 { text += "," }
      write(&self, item)
    }
    text += "]"
  }

  private mutating func append(_ coordinate: Coordinate) {
    text += "["
    append(number: coordinate.longitude)
    text += ","
    append(number: coordinate.latitude)
    text += "]"
  }

  /// To the fifth decimal; 0 for what is no number.
  private mutating func append(number: Double) {
    guard number.isFinite, abs(number) < 1e12 else { return text += "0" }
    let scaled = Int((number * 100_000).rounded())
    let (whole, rest) = scaled.magnitude.quotientAndRemainder(dividingBy: 100_000)
    text += "\(scaled < 0 ? "-" : "")\(whole)"
    guard rest > 0 else { return }
    var digits = String(rest)
    digits = String(repeating: "0", count: 5 - digits.count) + digits
    while digits.hasSuffix("0") { digits.removeLast() }
    text += "." + digits
  }
}

extension Coordinate {
  /// With its longitude within ±180.
  fileprivate var onSheet: Coordinate {
    Coordinate(longitude: longitude.wrappedDegrees, latitude: latitude)
  }
}

extension [Coordinate] {
  /// Whether a ring runs counter-clockwise, by the sign of its area.
  fileprivate var isCounterClockwise: Bool {
    zip(self, dropFirst()).reduce(0) {
      $0 + $1.0.longitude * $1.1.latitude - $1.1.longitude * $1.0.latitude
    } > 0
  }

  /// A line whose parts stay within ±180.
  fileprivate var cutAtAntimeridian: [[Coordinate]] {
    guard let first else { return [] }
    var parts = [[first.onSheet]]
    for (a, b) in zip(self, dropFirst()) {
      let (from, to) = (a.onSheet, b.onSheet)
      if abs(to.longitude - from.longitude) > 180 {
        let edge: Double = from.longitude > 0 ? 180 : -180
        let way = to.longitude + (edge > 0 ? 360 : -360) - from.longitude
        let share = way == 0 ? 0 : (edge - from.longitude) / way
        let latitude = from.latitude + (to.latitude - from.latitude) * share
        parts[parts.count - 1].append(Coordinate(longitude: edge, latitude: latitude))
        parts.append([Coordinate(longitude: -edge, latitude: latitude)])
      }
      parts[parts.count - 1].append(to)
    }
    return parts
  }
}
