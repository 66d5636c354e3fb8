import Model

/// What stands on a map, in units of the drawing, before labels are placed.
struct MapContents: Sendable {
  struct ZoneArea: Sendable {
    /// Index in `ZoneMap.zones`.
    var zone: Int
    /// From 1; see `ZoneCategories`.
    var style: Int
    var isLine: Bool
    /// In the page's language.
    var name: Name
    /// As it stands on the map.
    var label: Name
    var confidence: Zone.Confidence
    /// Rings, the outer ring first; empty where it lies off the sheet.
    var polygons: [[[Point]]]
    /// Its middle, where that is within, else a point within.
    var middle: Point?
    /// Square kilometres, of the whole zone.
    var area: Double
    /// The whole zone in degrees: rings, the outer ring first; longitudes may run on past ±180.
    var ground: [[[Coordinate]]]
    /// Ends of a river's corridor that lie far from the river (indices in `Portal.places`), and km.
    var strays: [(place: Int, distance: Double)]
    /// Whether its river could not be followed.
    var leavesRiver: Bool
    /// Whether its polygons were too dense to be kept as they are.
    var isCoarse: Bool

    /// `nil` for no ground.
    var extent: Extent? {
      let corners = ground.flatMap { $0.flatMap { $0 } }
      return corners.isEmpty ? nil : Extent(holding: corners)
    }
  }

  struct Mark: Sendable {
    /// Index in `Portal.places`.
    var place: Int
    /// In the page's language.
    var name: Name
    /// As it stands on the map.
    var label: Name
    var symbol: PlaceSymbol
    var isApproximate: Bool
    var at: Point
  }

  struct Route: Sendable {
    /// Index in `ZoneMap.routes`.
    var route: Int
    var name: Name?
    var line: [Point]
  }

  /// Words that stand by themselves.
  struct Words: Sendable {
    /// Index in `ZoneMap.labels`.
    var words: Int
    var label: Name
    var role: Label.Role
    var at: Point
  }

  var frame: Frame
  /// Of the map, drawn or not.
  private(set) var zoneCount = 0
  private(set) var routeCount = 0
  /// Of the names on the map; empty for the page's own.
  private let languages: [String]
  var layers: [BaseLayer] = []
  var graticule: Graticule?
  var zones: [ZoneArea] = []
  var routes: [Route] = []
  /// With their indices in `ZoneMap.arrows`.
  var arrows: [(arrow: Int, drawn: Arrow)] = []
  var marks: [Mark] = []
  /// Where numbered events stand, with their indices in `ZoneMap.callouts`.
  var callouts: [(callout: Int, at: Point)] = []
  var words: [Words] = []
  private(set) var furniture = Furniture()

  init(_ map: ZoneMap, of brief: Brief, in portal: Portal) {
    frame = Frame(for: map, in: portal)
    (zoneCount, routeCount) = (map.zones.count, map.routes.count)
    languages = map.languages
    guard let context = Geos() else { return }
    let frame = self.frame
    let listed = map.layers.filter(portal.layers.indices.contains).map { portal.layers[$0] }
    layers = listed.map { BaseLayer($0, beside: listed, in: frame, context: context) }
    graticule = Graticule(
      of: frame, words: MapWords(language: brief.language), context: context)
    addZones(of: map, of: brief, in: portal, context)
    addMovements(of: map, in: portal)
    addPlaces(of: map, in: portal, language: brief.language)
    addWords(of: map, language: brief.language)
    furniture = Furniture(
      of: self, map: map, in: portal, words: MapWords(language: brief.language), context)
  }

  /// Without the zones that do not hold on a date.
  func shown(on date: PartialDate, of map: ZoneMap) -> MapContents {
    var shown = self
    shown.zones.removeAll { !map.zones[$0.zone].isShown(asOf: date) }
    return shown
  }

  /// A name as it stands on the map.
  func label(_ name: LocalizedName, page: String) -> Name { Name(name, in: languages, page: page) }

  private mutating func addWords(of map: ZoneMap, language: String) {
    for (index, label) in map.labels.enumerated() {
      guard let at = frame.place(label.at), frame.sheet.holds(at) else { continue }
      words.append(
        Words(
          words: index, label: self.label(label.name, page: language),
          role: Label.Role(kind: label.kind), at: at))
    }
  }

  private mutating func addMovements(of map: ZoneMap, in portal: Portal) {
    for (index, route) in map.routes.enumerated() {
      let line = route.along.compactMap { place($0, in: portal) }
      guard line.count > 1 else { continue }
      routes.append(Route(route: index, name: route.name.map(Name.init(_:)), line: line))
    }
    for (index, arrow) in map.arrows.enumerated() {
      guard let from = place(arrow.from, in: portal), let to = place(arrow.to, in: portal),
        let drawn = Arrow(from: from, to: to)
      else { continue }
      arrows.append((index, drawn))
    }
  }

  private mutating func addPlaces(of map: ZoneMap, in portal: Portal, language: String) {
    var seen: Set<Int> = []
    for index in map.places where seen.insert(index).inserted {
      guard let at = place(index, in: portal), frame.sheet.holds(at) else { continue }
      let place = portal.places[index]
      marks.append(
        Mark(
          place: index, name: Name(place.name, in: language),
          label: label(place.name, page: language),
          symbol: PlaceSymbol(kind: place.ownKind ?? place.kind),
          isApproximate: place.isApproximate, at: at))
    }
    for (index, callout) in map.callouts.enumerated() {
      guard let at = place(callout.at, in: portal), frame.sheet.holds(at) else { continue }
      callouts.append((index, at))
    }
  }

  /// Units of the drawing; `nil` without coordinates.
  private func place(_ index: Int, in portal: Portal) -> Point? {
    guard portal.places.indices.contains(index) else { return nil }
    return portal.places[index].coordinate.flatMap { frame.place($0) }
  }

  private mutating func addZones(
    of map: ZoneMap, of brief: Brief, in portal: Portal, _ context: Geos
  ) {
    let categories = ZoneCategories(of: brief, and: map)
    let cutter = LayerCutter(frame: frame, context: context)
    let grounds = ZoneShapes(
      map: map, portal: portal, projection: frame.projection, context: context,
      shown: frame.surroundings
    ).resolved()
    for (index, (zone, ground)) in zip(map.zones, grounds).enumerated() {
      guard let ground else { continue }
      let shown = ground.shape.clipped(to: frame.ground)
      let middle = shown?.centroid.flatMap { shown?.holds($0) == true ? $0 : nil }
      zones.append(
        ZoneArea(
          zone: index, style: categories.style(of: zone),
          isLine: ZoneCategories.isLine(zone.ownCategory ?? zone.category),
          name: Name(zone.name, in: brief.language),
          label: label(zone.name, page: brief.language), confidence: zone.confidence,
          polygons: cutter.drawn(ground.shape),
          middle: (middle ?? shown?.pointOnSurface).map { frame.place($0) },
          area: ground.area, ground: ground.degrees,
          strays: ground.strays, leavesRiver: ground.leavesRiver,
          isCoarse: ground.isCoarse))
    }
  }
}
