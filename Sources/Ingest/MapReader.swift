internal import Diagnostics
internal import Model

/// Reads maps/*.yaml.
struct MapReader {
  let names: PortalNames
  let brief: BriefNames
  let places: [Place]
  /// As many as `names.layers`.
  let layers: [GeoLayer]
  let files: ZoneFiles
  let log: FindingLog

  func map(_ record: Record, id: String) -> ZoneMap {
    record.expect(
      "title", "caption", "source", "description", "extent", "fit", "margin", "projection",
      "rotation", "inset", "languages", "asOf", "layers", "zones", "places", "labels", "arrows",
      "routes", "callouts")
    var map = ZoneMap(id: id, number: 0, title: record.required("title", of: "a map") ?? id)
    map.locations.map = record.origin.file.start
    map.caption = record.inlines("caption")
    map.source = record.inlines("source")
    map.description = record.text("description")
    readView(of: &map, record)
    map.layers = record.names("layers").compactMap {
      names.layers.index(of: $0, "layer", log: log)
    }
    if !record.has("layers") { map.layers = names.layers.values.sorted() }
    readPlaces(of: &map, record)
    readZones(of: &map, record)
    map.labels = record.records("labels").compactMap(label)
    map.arrows = record.records("arrows").compactMap(arrow)
    map.routes = record.records("routes").compactMap(route)
    map.callouts = record.records("callouts").compactMap(callout)
    return map
  }

  /// What is shown of the Earth, how, and when.
  private func readView(of map: inout ZoneMap, _ record: Record) {
    map.extent = extent(record, "extent")
    map.fit = record.names("fit").filter { !log.isLeftOut($0.text) }.compactMap(place)
    map.margin = record.number("margin", in: 0...5_000) ?? 10
    for key in ["extent", "fit"] where record.has(key) && map.locations.extent == nil {
      map.locations.extent = record.location(of: key)
    }
    map.projection = record.choice("projection", ZoneMap.Projection.self)
    map.rotation = record.number("rotation", in: -180...180) ?? 0
    map.inset = inset(record)
    map.languages = distinct(record.names("languages"), "language") {
      record.language($0.text, at: $0.location)
    }
    map.asOf = distinct(record.names("asOf"), "date") { name in
      if let date = PartialDate(name.text) { return date }
      log.error(
        "date", at: name.location, "“\(name.text)” is no date",
        hint: "write 2022, 2022-03 or 2022-03-31")
      return nil
    }.sorted()
  }

  /// What names give, each once.
  private func distinct<Value: Hashable>(
    _ names: [Record.Name], _ what: String, _ value: (Record.Name) -> Value?
  ) -> [Value] {
    var seen: Set<Value> = []
    return names.compactMap { name in
      guard let value = value(name) else { return nil }
      if seen.insert(value).inserted { return value }
      log.warning(
        "given-twice", at: name.location, "the \(what) “\(name.text)” is given twice",
        hint: "remove one")
      return nil
    }
  }

  private func readPlaces(of map: inout ZoneMap, _ record: Record) {
    for name in record.names("places") {
      guard let place = names.places.index(of: name, "place", log: log) else { continue }
      if names.unplaced.contains(place) {
        log.warning(
          "no-coordinates", at: name.location, "“\(name.text)” has no coordinates; it is not drawn",
          hint: "give it “lon” and “lat” in places.yaml")
      }
      map.places.append(place)
      map.locations.places.append(name.location)
    }
  }
}
