internal import Diagnostics
internal import Model
internal import Yams

// Zones whose shape is given by points: here, in a GeoJSON file beside the map, or in a base layer.

extension MapReader {
  /// `polygon:`, one ring, closed by itself.
  func polygon(_ record: Record) -> Zone.Shape? {
    guard case .sequence(let points)? = record.node("polygon") else {
      record.wrongType("polygon", "a list of [lon, lat]")
      return nil
    }
    var findings = FileFindings(record.origin.file, log: log)
    defer { findings.close() }
    let ring = points.compactMap { coordinate($0, record.origin, &findings) }
    // A ring that lacks points would have faults that its author did not make.
    guard ring.count == points.count else { return nil }
    guard Set(ring).count >= 3, ring.hasArea else {
      log.error(
        "zone-shape", at: record.location(of: "polygon"),
        Set(ring).count < 3
          ? "a polygon has three different points or more"
          : "the polygon’s points stand on one line",
        hint: "give the points around the zone, [longitude, latitude] each")
      return nil
    }
    if let crossing = RingCrossing(of: ring) {
      let edge = points[crossing.edges.second]
      log.warning(
        "polygon-crosses", at: record.origin.location(edge.mark),
        "the polygon crosses itself near \(crossing.point.inWords)", hint: crossing.hint)
    }
    return .polygons([[ring]])
  }

  /// `geojson:`, a file's name, or `{ file, feature }`.
  func geoJSON(_ record: Record, _ attribution: inout String?) -> Zone.Shape? {
    var (source, wanted) = (record, [Record.Name]())
    var key = "geojson"
    if record.node("geojson")?.mapping != nil, let inner = record.record("geojson") {
      inner.expect("file", "feature")
      if !inner.has("file") { _ = inner.required("file", of: "“geojson”") }
      wanted = inner.names("feature")
      (source, key) = (inner, "file")
    }
    let hasFeature = source.has("feature") && key == "file"
    guard let file = source.names(key).first, let layer = files.layer(file) else { return nil }
    attribution = layer.credit
    let features =
      hasFeature ? self.features(wanted, of: layer, in: "“\(file.text)”") : layer.features
    guard let features else { return nil }
    return polygons(of: features, in: "“\(file.text)”", at: file.location)
  }

  /// `region: { layer, name }`, polygons of a base layer.
  func region(_ record: Record, _ attribution: inout String?) -> Zone.Shape? {
    record.expect("layer", "name")
    for key in ["layer", "name"] where !record.has(key) {
      _ = record.required(key, of: "a region")
    }
    guard let name = record.names("layer").first,
      let index = names.layers.index(of: name, "layer", log: log)
    else { return nil }
    let layer = layers[index]
    attribution = layer.credit
    let wanted = record.names("name")
    guard !wanted.isEmpty,
      let features = features(wanted, of: layer, in: "the layer “\(layer.name)”")
    else { return nil }
    return polygons(of: features, in: "the layer “\(layer.name)”", at: wanted[0].location)
  }

  /// Features by id or by a name in any language, whatever the case of letters. A name that several
  /// have is that of all of them. `nil` with findings where one is not known.
  private func features(
    _ wanted: [Record.Name], of layer: GeoLayer, in whole: String
  ) -> [GeoLayer.Feature]? {
    let known = files.features(of: layer, in: whole)
    var found: Set<Int> = []
    var isComplete = true
    for name in wanted {
      if let indices = known[name.text.lowercased()] {
        found.formUnion(indices)
        continue
      }
      isComplete = false
      // What is drawn of several goes with any of them.
      if log.isLeftOut(name.text) { continue }
      log.error(
        "unknown-feature", at: name.location, "\(whole) has no feature “\(name.text)”",
        hint: log.didYouMean(name.text, among: layer.features.flatMap(\.labels)))
    }
    return isComplete ? found.sorted().map { layer.features[$0] } : nil
  }

  private func polygons(
    of features: [GeoLayer.Feature], in whole: String, at location: SourceLocation
  ) -> Zone.Shape? {
    var polygons: [[[Coordinate]]] = []
    var (points, lines) = (0, 0)
    for feature in features {
      switch feature.geometry {
      case .polygons(let more): polygons += more.filter { !$0.isEmpty }
      case .points: points += 1
      case .lines: lines += 1
      }
    }
    let others = [(lines, "line"), (points, "point")].filter { $0.0 > 0 }.map {
      "\($0) \($1)\($0 == 1 ? "" : "s")"
    }.joined(separator: " and ")
    guard !polygons.isEmpty else {
      log.error(
        "zone-shape", at: location,
        others.isEmpty
          ? "\(whole) holds no polygon for the zone"
          : "\(whole) gives the zone \(others), and no polygon",
        hint: "a zone is made of polygons")
      return nil
    }
    if !others.isEmpty {
      log.warning(
        "zone-shape", at: location, "\(whole) also holds \(others), which no zone can take",
        hint: "name the polygons with “feature”")
    }
    return .polygons(polygons)
  }

  /// A polygon outside the map that would lie inside with its numbers exchanged.
  func checkPosition(of zone: Zone, on map: ZoneMap, _ record: Record) {
    guard let extent = map.extent, case .polygons(let polygons) = zone.shape else { return }
    let rings = polygons.lazy.flatMap { $0 }
    if rings.contains(where: { $0.contains(where: extent.holds) }) { return }
    guard rings.allSatisfy({ $0.allSatisfy { $0.swapped.map(extent.holds) ?? false } }) else {
      return
    }
    let key = ["polygon", "geojson", "region"].first(where: record.has) ?? "polygon"
    log.warning(
      "coordinates", at: record.location(of: key), "the zone lies wholly outside the map’s extent",
      hint: "longitude and latitude may be swapped: longitude comes first")
  }
}

extension GeoLayer.Feature {
  /// What it can be named by.
  var labels: [String] { (id.map { [$0] } ?? []) + (name?.names.map(\.text) ?? []) }
}
