import Model

/// What a map is about, as features with what the brief says of them.
struct GeoJSONFeatures {
  private(set) var all: [GeoJSONFeature] = []
  private let drawing: MapDrawing
  private let portal: Portal

  init(_ drawing: MapDrawing, in portal: Portal) {
    self.drawing = drawing
    self.portal = portal
    all = zones + routes + arrows + places + events
  }

  private var map: ZoneMap { drawing.map }
  private var brief: Brief { drawing.brief }

  private var zones: [GeoJSONFeature] {
    let context = Geos()
    return drawing.contents.zones.map { drawn in
      let zone = map.zones[drawn.zone]
      var properties: [(String, GeoJSONFeature.Value)] = [
        ("kind", .text("zone")), ("name", .names(zone.name)), ("category", .text(zone.category)),
        ("confidence", .text(zone.confidence.rawValue)),
        ("area_km2", .number(roundedToTwoDigits(drawn.area))),
      ]
      if let from = zone.from { properties.append(("from", .text(from.iso))) }
      if let until = zone.until { properties.append(("until", .text(until.iso))) }
      if let section = zone.section, brief.sections.indices.contains(section) {
        properties.append(("section", .text(brief.sections[section].id)))
      }
      add(notes: zone.notes, zone.text, to: &properties)
      let ground =
        context.flatMap { Geometry(onGlobe: drawn.ground, in: $0)?.degrees } ?? drawn.ground
      return GeoJSONFeature(id: zone.id, geometry: .polygons(ground), properties: properties)
    }
  }

  private var routes: [GeoJSONFeature] {
    drawing.contents.routes.map { drawn in
      let route = map.routes[drawn.route]
      var properties: [(String, GeoJSONFeature.Value)] = [("kind", .text("route"))]
      if let name = route.name { properties.append(("name", .text(name))) }
      add(notes: route.notes, route.text, to: &properties)
      return GeoJSONFeature(
        geometry: .line(route.along.compactMap(coordinate)), properties: properties)
    }
  }

  private var arrows: [GeoJSONFeature] {
    drawing.contents.arrows.map { drawn in
      let arrow = map.arrows[drawn.arrow]
      var properties: [(String, GeoJSONFeature.Value)] = [
        ("kind", .text("movement")), ("from", .text(portal.places[arrow.from].id)),
        ("to", .text(portal.places[arrow.to].id)),
      ]
      add(notes: arrow.notes, arrow.text, to: &properties)
      return GeoJSONFeature(
        geometry: .line([arrow.from, arrow.to].compactMap(coordinate)), properties: properties)
    }
  }

  private var places: [GeoJSONFeature] {
    drawing.contents.marks.compactMap { mark in
      let place = portal.places[mark.place]
      guard let coordinate = place.coordinate else { return nil }
      var properties: [(String, GeoJSONFeature.Value)] = [
        ("kind", .text("place")), ("name", .names(place.name)),
        ("approximate", .flag(place.isApproximate)),
      ]
      if let kind = place.kind { properties.append(("type", .text(kind))) }
      if let reason = place.reason { properties.append(("reason", .text(reason))) }
      if let source = place.source { properties.append(("source", .text(source))) }
      return GeoJSONFeature(id: place.id, geometry: .point(coordinate), properties: properties)
    }
  }

  private var events: [GeoJSONFeature] {
    drawing.contents.callouts.compactMap { index, _ in
      let callout = map.callouts[index]
      guard let coordinate = coordinate(callout.at) else { return nil }
      var properties: [(String, GeoJSONFeature.Value)] = [
        ("kind", .text("event")), ("number", .number(Double(index + 1))),
        ("name", .text(callout.words(in: brief))),
      ]
      var id: String?
      if let event = callout.event, brief.events.indices.contains(event) {
        id = brief.events[event].id
        properties.append(("date", .text(brief.events[event].date.iso)))
      }
      add(notes: callout.notes, Prose(), to: &properties)
      return GeoJSONFeature(id: id, geometry: .point(coordinate), properties: properties)
    }
  }

  private func add(
    notes: [Int], _ text: Prose, to properties: inout [(String, GeoJSONFeature.Value)]
  ) {
    if !text.isEmpty { properties.append(("text", .text(text.plainText))) }
    let labels = notes.filter(brief.notes.indices.contains).map { brief.notes[$0].label }
    if !labels.isEmpty { properties.append(("notes", .texts(labels))) }
  }

  private func coordinate(_ place: Int) -> Coordinate? {
    guard portal.places.indices.contains(place) else { return nil }
    return portal.places[place].coordinate
  }
}

extension Geometry {
  /// Polygons in degrees cut along the antimeridian, so that each stays within ±180 (RFC 7946, 3.1.9).
  /// Rings, the outer ring first.
  convenience init?(onGlobe polygons: [[[Coordinate]]], in context: Geos) {
    let globe = Box(minX: -180, minY: -90, maxX: 180, maxY: 90)
    let near = polygons.map { $0.map(\.unwrappedRing) }.flatMap(globe.copies)
    guard let whole = Geometry(polygons: near, in: context)?.clipped(to: globe) else { return nil }
    self.init(copying: whole)
  }

  /// Its polygons, taken as degrees.
  var degrees: [[[Coordinate]]] {
    polygons.map { $0.map { $0.map { Coordinate(longitude: $0.x, latitude: $0.y) } } }
  }
}
