internal import Diagnostics
internal import FoundationEssentials
internal import Model

/// Reads a base layer from GeoJSON (RFC 7946): a FeatureCollection in longitude and latitude.
func geoLayer(_ file: SourceFile, log: FindingLog) -> GeoLayer? {
  do {
    let collection = try JSONDecoder().decode(Collection.self, from: Data(file.bytes))
    if collection.type != "FeatureCollection" {
      log.error("geojson", at: file.start, "the file is no FeatureCollection")
      return nil
    }
    var features: [GeoLayer.Feature] = []
    for feature in collection.features {
      for geometry in feature.geometry?.parts ?? [] {
        guard geometry.points.allSatisfy(isOnEarth) else {
          log.error(
            "coordinates", at: file.start, "feature \(features.count + 1) has points off the Earth",
            hint: "coordinates are longitude, latitude in degrees")
          return nil
        }
        features.append(
          GeoLayer.Feature(name: feature.properties?.localizedName, geometry: geometry))
      }
    }
    return GeoLayer(
      name: file.stem, attribution: collection.attribution, licence: collection.licence,
      features: features)
  } catch let error as DecodingError {
    log.error(
      "geojson", at: place(of: error, in: file), "the GeoJSON cannot be read: \(reason(error))")
  } catch {
    log.error("geojson", at: file.start, "the GeoJSON cannot be read")
  }
  return nil
}

private struct Collection: Decodable {
  var type: String
  var attribution: String?
  var licence: String?
  var features: [Feature]
}

private struct Feature: Decodable {
  var properties: Properties?
  var geometry: Shape?
}

private struct Properties: Decodable {
  var localizedName: LocalizedName?

  private enum Key: CodingKey { case name }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    if let name = try? container.decode(String.self, forKey: .name) {
      localizedName = LocalizedName(name)
    } else if let names = try? container.decode([String: String].self, forKey: .name) {
      localizedName = LocalizedName(
        names.sorted { $0.key < $1.key }.map {
          LocalizedName.Entry(language: $0.key, text: $0.value)
        })
    }
  }
}

private struct Shape: Decodable {
  var parts: [GeoLayer.Geometry]

  private enum Key: CodingKey { case type, coordinates, geometries }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    func points<C: Decodable>(_: C.Type) throws -> C {
      try container.decode(C.self, forKey: .coordinates)
    }
    switch try container.decode(String.self, forKey: .type) {
    case "Point": parts = [.points([try points(Position.self).coordinate])]
    case "MultiPoint": parts = [.points(try points([Position].self).map(\.coordinate))]
    case "LineString": parts = [.lines([try points([Position].self).map(\.coordinate)])]
    case "MultiLineString":
      parts = [.lines(try points([[Position]].self).map { $0.map(\.coordinate) })]
    case "Polygon":
      parts = [.polygons([try points([[Position]].self).map { $0.map(\.coordinate) }])]
    case "MultiPolygon":
      parts = [
        .polygons(try points([[[Position]]].self).map { $0.map { $0.map(\.coordinate) } })
      ]
    case "GeometryCollection":
      parts = try container.decode([Shape].self, forKey: .geometries).flatMap(\.parts)
    default: parts = []
    }
  }
}

private struct Position: Decodable {
  var coordinate: Coordinate

  init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    coordinate = Coordinate(
      longitude: try container.decode(Double.self), latitude: try container.decode(Double.self))
  }
}

extension GeoLayer.Geometry {
  fileprivate var points: [Coordinate] {
    switch self {
    case .points(let points): points
    case .lines(let lines): lines.flatMap(\.self)
    case .polygons(let polygons): polygons.flatMap { $0.flatMap(\.self) }
    }
  }
}

private func isOnEarth(_ point: Coordinate) -> Bool {
  (-180...180).contains(point.longitude) && (-90...90).contains(point.latitude)
}

private func reason(_ error: DecodingError) -> String {
  switch error {
  case .keyNotFound(let key, _): "“\(key.stringValue)” is missing"
  case .typeMismatch(_, let context), .valueNotFound(_, let context):
    "the value of “\(context.codingPath.last?.stringValue ?? "")” is of another kind"
  default: "it is no JSON"
  }
}

/// The line that the decoder's message names, where it names one.
private func place(of error: DecodingError, in file: SourceFile) -> SourceLocation {
  guard case .dataCorrupted(let context) = error else { return file.start }
  let text = String(describing: context.underlyingError ?? error)
  guard let range = text.firstRange(of: "line ") else { return file.start }
  let digits = text[range.upperBound...].prefix { $0.isNumber }
  return file.location(line: Int(digits) ?? 1)
}
