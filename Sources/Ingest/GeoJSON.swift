internal import Diagnostics
internal import Model

/// Reads a base layer, or the shapes of zones, from GeoJSON (RFC 7946) in longitude and latitude: a
/// FeatureCollection, a Feature or a geometry. What is wrong is found where it stands.
///
/// - Parameter checksCrossings: whether rings that cross themselves are told of.
/// - Returns: `nil` where there is nothing to be used, with a finding.
func geoLayer(
  _ file: SourceFile, checksCrossings: Bool = false, edition: Edition = .everything, log: FindingLog
) -> GeoLayer? {
  var reader = GeoJSONReader(file, checksCrossings: checksCrossings, edition: edition, log: log)
  guard let layer = reader.layer() else { return nil }
  guard reader.isIncluded else {
    log.leaveOut(file.stem)
    for feature in layer.features { feature.labels.forEach(log.leaveOut) }
    return nil
  }
  return layer
}

struct GeoJSONReader {
  static let geometries = [
    "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon",
    "GeometryCollection",
  ]

  let file: SourceFile
  let checksCrossings: Bool
  private let log: FindingLog
  var json: JSONReader
  var findings: FileFindings
  private var features: [GeoLayer.Feature] = []
  private var attribution: String?
  private var licence: String?
  private let edition: Edition
  /// Whether the edition holds it.
  private(set) var isIncluded = true
  /// Offsets of the positions of the ring that is being read.
  var ringPlaces: [Int] = []

  init(
    _ file: SourceFile, checksCrossings: Bool, edition: Edition = .everything, log: FindingLog
  ) {
    self.file = file
    self.edition = edition
    self.checksCrossings = checksCrossings
    self.log = log
    json = JSONReader(file.bytes)
    findings = FileFindings(file, log: log)
  }

  mutating func layer() -> GeoLayer? {
    var isWhole = false
    do {
      try root()
      isWhole = true
    } catch {
      findings.add(error, "geojson")
    }
    for fault in json.faults { findings.add(fault, "geojson") }
    findings.close()
    let isAtFault = log.findings.contains { $0.severity == .error && $0.location.file == file.name }
    if !isWhole || features.isEmpty && isAtFault { log.lose(file.name) }
    guard isWhole else { return nil }
    return GeoLayer(
      name: file.stem, attribution: attribution, licence: licence, features: features)
  }

  /// What the members of an object said.
  private struct Members {
    var start: Int
    var type: String?
    var typePlace = 0
    var id: String?
    var properties = Properties()
    var isIncluded = true
    var geometry: [GeoLayer.Geometry]?
    var coordinates: Int?
    var parts: [GeoLayer.Geometry]?
    var hasFeatures = false
  }

  private mutating func root() throws(JSONFault) {
    guard let first = json.next() else {
      findings.error(
        "geojson", at: 0, "the file is empty", hint: "a FeatureCollection is expected")
      return
    }
    guard first == UInt8(ascii: "{") else {
      findings.error("geojson", at: json.at, "a GeoJSON object is expected here")
      try json.skip()
      return
    }
    let members = try self.members(isRoot: true)
    let type = kind(of: members, among: ["FeatureCollection", "Feature"] + Self.geometries)
    switch type {
    case nil: break
    case "FeatureCollection":
      if !members.hasFeatures {
        findings.error("geojson", at: members.start, "the FeatureCollection has no “features”")
      }
    case "Feature": addFeature(members)
    default:
      for geometry in try geometry(members) ?? [] {
        features.append(GeoLayer.Feature(name: nil, geometry: geometry))
      }
    }
    if json.next() != nil {
      throw json.fault("something stands after the end of the GeoJSON")
    }
  }

  private mutating func members(isRoot: Bool) throws(JSONFault) -> Members {
    var members = Members(start: json.start())
    var keys = try json.enterObject()
    while let key = try json.nextKey(&keys) {
      let place = json.start()
      switch key {
      case "type":
        members.type = try text() ?? ""
        members.typePlace = place
      case "id": members.id = try label()
      case "properties": members.properties = try properties()
      case "geometry": members.geometry = try geometryValue()
      case "geometries": members.parts = try geometryList()
      case "coordinates":
        members.coordinates = place
        // What they mean, the type says; where it stands after them, they are read when it is known.
        guard let type = members.type, Self.geometries.contains(type), members.parts == nil else {
          try json.skip()
          continue
        }
        members.parts = try coordinates(type)
      case "features" where isRoot:
        members.hasFeatures = true
        try readFeatures()
      case "attribution" where isRoot: attribution = try text()
      case "licence" where isRoot, "license" where isRoot: licence = try text()
      case AudienceFilter.key:
        members.isIncluded = try includesAudience()
        if isRoot { isIncluded = members.isIncluded }
      case "crs" where isRoot: try referenceSystem()
      default: try json.skip()
      }
    }
    return members
  }

  /// The type, where it is one of those; else a finding tells.
  private mutating func kind(of members: Members, among known: [String]) -> String? {
    guard let type = members.type else {
      findings.error(
        "geojson", at: members.start, "“type” is missing",
        hint: "add \"type\": \"\(known.first ?? "")\"")
      return nil
    }
    if known.contains(type) { return type }
    let log = findings.log
    findings.error(
      "geojson", at: members.typePlace, length: type.utf8.count + 2,
      "“\(type)” cannot stand here",
      hint: log.didYouMean(type, among: known) ?? "possible are \(known.joined(separator: ", "))")
    return nil
  }

  private mutating func readFeatures() throws(JSONFault) {
    guard json.next() == UInt8(ascii: "[") else { return try expect("a list of features") }
    try json.enterArray()
    var isFirst = true
    while try json.nextItem(&isFirst) {
      guard json.next() == UInt8(ascii: "{") else {
        try expect("a feature")
        continue
      }
      let members = try self.members(isRoot: false)
      if kind(of: members, among: ["Feature"]) != nil { addFeature(members) }
    }
  }

  private mutating func addFeature(_ members: Members) {
    guard let geometry = members.geometry else {
      findings.error(
        "geojson", at: members.start, "the feature has no “geometry”",
        hint: "a feature without one has \"geometry\": null")
      return
    }
    guard members.isIncluded, members.properties.isIncluded else {
      let hidden = GeoLayer.Feature(
        id: members.id ?? members.properties.id, name: members.properties.name,
        geometry: geometry.first ?? .points([]))
      hidden.labels.forEach(log.leaveOut)
      return
    }
    for part in geometry {
      features.append(
        GeoLayer.Feature(
          id: members.id ?? members.properties.id, name: members.properties.name, geometry: part))
    }
  }

  // MARK: Geometries

  /// The value of `geometry`; nothing for `null`.
  private mutating func geometryValue() throws(JSONFault) -> [GeoLayer.Geometry] {
    if json.null() { return [] }
    guard json.next() == UInt8(ascii: "{") else {
      try expect("a geometry or null")
      return []
    }
    let members = try self.members(isRoot: false)
    guard kind(of: members, among: Self.geometries) != nil else { return [] }
    return try geometry(members) ?? []
  }

  private mutating func geometryList() throws(JSONFault) -> [GeoLayer.Geometry] {
    guard json.next() == UInt8(ascii: "[") else {
      try expect("a list of geometries")
      return []
    }
    try json.enterArray()
    var isFirst = true
    var parts: [GeoLayer.Geometry] = []
    while try json.nextItem(&isFirst) { parts += try geometryValue() }
    return parts
  }

  /// The parts of a geometry whose type is known to be one.
  private mutating func geometry(_ members: Members) throws(JSONFault) -> [GeoLayer.Geometry]? {
    if let parts = members.parts { return parts }
    let type = members.type ?? ""
    guard type != "GeometryCollection", let place = members.coordinates else {
      let key = type == "GeometryCollection" ? "geometries" : "coordinates"
      findings.error("geojson", at: members.start, "the \(type) has no “\(key)”")
      return nil
    }
    let end = json.at
    json.go(to: place)
    defer { json.go(to: end) }
    return try coordinates(type)
  }

  // MARK: Texts

  private mutating func text() throws(JSONFault) -> String? {
    if json.null() { return nil }
    guard json.next() == UInt8(ascii: "\"") else {
      try expect("a text")
      return nil
    }
    return try json.string()
  }

  /// A text or a number, as a text.
  private mutating func label() throws(JSONFault) -> String? {
    if json.next() == UInt8(ascii: "\"") { return try json.string() }
    let start = json.at
    let isNumber = json.next().map { $0 < 0x3A } ?? false
    try json.skip()
    return isNumber ? String(decoding: file.bytes[start..<json.at], as: UTF8.self) : nil
  }

  /// Whether the edition is for one of those that “audience” names.
  private mutating func includesAudience() throws(JSONFault) -> Bool {
    let start = json.at
    var names: [String] = []
    if json.next() == UInt8(ascii: "[") {
      try json.enterArray()
      var isFirst = true
      while try json.nextItem(&isFirst) {
        if let name = try text(), !name.isEmpty { names.append(name) } else { names.append("") }
      }
    } else if !json.null(), let name = try text() {
      names.append(name)
    }
    guard !names.isEmpty, !names.contains("") else {
      findings.error(
        "audience", at: start, "“audience” names whom this is for",
        hint: "write \"audience\": \"internal\", or a list of names")
      return false
    }
    return edition.includes(names, log)
  }

  private struct Properties {
    var id: String?
    var name: LocalizedName?
    var isIncluded = true
  }

  private mutating func properties() throws(JSONFault) -> Properties {
    var found = Properties()
    if json.null() { return found }
    guard json.next() == UInt8(ascii: "{") else {
      try expect("an object")
      return found
    }
    var keys = try json.enterObject()
    while let key = try json.nextKey(&keys) {
      switch key {
      case "id": found.id = try label()
      case "name": found.name = try names()
      case AudienceFilter.key: found.isIncluded = try includesAudience()
      default: try json.skip()
      }
    }
    return found
  }

  private mutating func names() throws(JSONFault) -> LocalizedName? {
    switch json.next() {
    case UInt8(ascii: "\""): return LocalizedName(try json.string())
    case UInt8(ascii: "{"):
      var entries: [LocalizedName.Entry] = []
      var keys = try json.enterObject()
      while let language = try json.nextKey(&keys) {
        guard let text = try text() else { continue }
        entries.append(LocalizedName.Entry(language: language, text: text))
      }
      return entries.isEmpty ? nil : LocalizedName(entries)
    default:
      try json.skip()
      return nil
    }
  }

  /// The member `crs` of GeoJSON 2008; RFC 7946 knows WGS 84 alone.
  private mutating func referenceSystem() throws(JSONFault) {
    let start = json.start()
    try json.skip()
    let text = String(decoding: file.bytes[start..<json.at].prefix(2000), as: UTF8.self)
    let lower = text.lowercased()
    if text == "null" || lower.contains("crs84\"") || lower.contains(":4326\"") { return }
    findings.error(
      "geojson-crs", at: start, length: 1,
      "the coordinates are in another reference system than WGS 84",
      hint: "convert them to longitude and latitude (EPSG:4326), and leave out “crs”")
  }

  /// Passes over a value that is not what it should be, and says so.
  mutating func expect(_ what: String) throws(JSONFault) {
    findings.error("geojson", at: json.start(), "\(what) is expected here")
    try json.skip()
  }
}
