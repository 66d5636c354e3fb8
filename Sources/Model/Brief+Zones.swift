extension Brief {
  /// How many zones its maps have.
  public var zoneCount: Int { maps.reduce(0) { $0 + $1.zones.count } }

  /// The zone that a `Target` of kind `.zone` names: zones are counted through the maps, in order.
  /// Indices in `maps` and in that map's `zones`; `nil` where there are not so many.
  public func zone(at index: Int) -> (map: Int, zone: Int)? {
    var left = index
    for (map, zones) in maps.lazy.map(\.zones).enumerated() {
      if zones.indices.contains(left) { return (map, left) }
      left -= zones.count
    }
    return nil
  }

  /// The inverse of `zone(at:)`.
  public func zoneIndex(map: Int, zone: Int) -> Int {
    maps.prefix(map).reduce(zone) { $0 + $1.zones.count }
  }
}
