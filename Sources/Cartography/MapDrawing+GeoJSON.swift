public import HTML
public import Model

extension MapDrawing {
  /// What the map is about as GeoJSON (RFC 7946), for other tools: its zones, routes, arrows, places
  /// and events, in longitude and latitude to the fifth decimal (about a metre), with what the brief
  /// says of each; the base map is left out.
  ///
  /// - Parameters:
  ///   - about: members of the collection itself, such as its licence: name and value.
  ///   - portal: the one that the map was drawn from.
  public func writeGeoJSON(
    about: [(name: String, value: String)], in portal: Portal, to sink: inout Sink
  ) {
    var json = GeoJSONText()
    json.append("{\n\"type\": \"FeatureCollection\",\n\"title\": ")
    json.append(string: map.title)
    for (name, value) in about where !value.isEmpty {
      json.append(",\n")
      json.append(string: name)
      json.append(": ")
      json.append(string: value)
    }
    json.append(",\n\"features\": [")
    let features = GeoJSONFeatures(self, in: portal)
    for (index, feature) in features.all.enumerated() {
      json.append(index == 0 ? "\n" : ",\n")
      feature.write(to: &json)
    }
    json.append("\n]\n}\n")
    sink.append(unsafe: Array(json.text.utf8))
  }
}

/// A feature of GeoJSON.
struct GeoJSONFeature {
  enum Geometry {
    case point(Coordinate)
    case line([Coordinate])
    /// Rings, the outer ring first; longitudes may run on past ±180.
    case polygons([[[Coordinate]]])
  }

  enum Value {
    case text(String)
    case texts([String])
    case names(LocalizedName)
    case number(Double)
    case flag(Bool)
  }

  var id: String?
  var geometry: Geometry
  var properties: [(name: String, value: Value)]

  func write(to json: inout GeoJSONText) {
    json.append("{\"type\": \"Feature\"")
    if let id {
      json.append(", \"id\": ")
      json.append(string: id)
    }
    json.append(", \"properties\": {")
    for (index, property) in properties.enumerated() {
      json.append(index == 0 ? "" : ", ")
      json.append(string: property.name)
      json.append(": ")
      json.append(property.value)
    }
    json.append("}, \"geometry\": ")
    json.append(geometry)
    json.append("}")
  }
}
