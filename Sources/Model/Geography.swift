/// A point in degrees, longitude (east) first, on WGS 84.
public struct Coordinate: Sendable, Hashable {
  /// -180…180.
  public var longitude: Double
  /// -90…90.
  public var latitude: Double

  public init(longitude: Double, latitude: Double) {
    self.longitude = longitude
    self.latitude = latitude
  }
}

/// A rectangle in degrees.
public struct Extent: Sendable, Equatable {
  public var west: Double
  public var south: Double
  public var east: Double
  public var north: Double

  public init(west: Double, south: Double, east: Double, north: Double) {
    self.west = west
    self.south = south
    self.east = east
    self.north = north
  }
}

/// A base layer of maps, from GeoJSON: borders, rivers, lakes, coast.
public struct GeoLayer: Sendable, Equatable {
  /// The file's name without its ending.
  public var name: String
  public var attribution: String?
  public var licence: String?
  public var features: [Feature]

  public init(name: String, attribution: String?, licence: String?, features: [Feature]) {
    self.name = name
    self.attribution = attribution
    self.licence = licence
    self.features = features
  }

  /// “Rivers: Natural Earth (public domain)”; `nil` where it does not say whose it is.
  public var credit: String? {
    guard let attribution else { return licence }
    return licence.map { "\(attribution) (\($0))" } ?? attribution
  }

  public struct Feature: Sendable, Equatable {
    /// Its `id` in GeoJSON, as a member or a property.
    public var id: String?
    public var name: LocalizedName?
    public var geometry: Geometry

    public init(id: String? = nil, name: LocalizedName?, geometry: Geometry) {
      self.id = id
      self.name = name
      self.geometry = geometry
    }
  }

  public enum Geometry: Sendable, Equatable {
    case points([Coordinate])
    case lines([[Coordinate]])
    /// Polygons of rings, the outer ring first.
    case polygons([[[Coordinate]]])
  }
}
