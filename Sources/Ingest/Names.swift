internal import Diagnostics
internal import Model

/// The ids of the portal's own records, by kind, with their indices.
struct PortalNames: Sendable {
  var places: [String: Int] = [:]
  var actors: [String: Int] = [:]
  var terms: [String: Int] = [:]
  var people: [String: Int] = [:]
  var layers: [String: Int] = [:]
  /// Names of lines in the layers, in lower case: what a corridor may follow.
  var rivers: Set<String> = []
  /// Of the site.
  var languages: [String] = []
  /// Indices of places without coordinates.
  var unplaced: Set<Int> = []
  /// Names of records that the edition leaves out.
  var leftOut: Set<String> = []
}

/// The ids of a brief's records, by kind, with their indices.
struct BriefNames: Sendable {
  var sections: [String: Int] = [:]
  /// Labels in lower case.
  var notes: [String: Int] = [:]
  var maps: [String: Int] = [:]
  var tables: [String: Int] = [:]
  var charts: [String: Int] = [:]
  /// Those of charts that are timelines.
  var timelines: [String: Int] = [:]
  var sources: [String: Int] = [:]
  var events: [String: Int] = [:]
  /// By `map:zone`, and by the zone's id alone where one map of the brief has it.
  var zones: [String: Int] = [:]
  /// Names of what the edition leaves out.
  var leftOut: Set<String> = []
  /// Ids that zones of several maps have, with their full names.
  var sharedZones: [String: [String]] = [:]

  init(_ brief: Brief) {
    sections = Self.index(brief.sections.map(\.id))
    notes = Self.index(brief.notes.map { noteKey($0.label) })
    maps = Self.index(brief.maps.map(\.id))
    tables = Self.index(brief.tables.map(\.id))
    charts = Self.index(brief.charts.map(\.id))
    timelines = charts.filter { brief.charts[$0.value].kind == .timeline }
    sources = Self.index(brief.sources.map(\.id))
    events = Self.index(brief.events.map(\.id))
    addZones(of: brief.maps)
  }

  private mutating func addZones(of maps: [ZoneMap]) {
    var full: [String: [String]] = [:]
    var count = 0
    for map in maps {
      for zone in map.zones {
        zones["\(map.id):\(zone.id)"] = count
        full[zone.id, default: []].append("\(map.id):\(zone.id)")
        count += 1
      }
    }
    sharedZones = full.filter { $0.value.count > 1 }
    for (id, names) in full where names.count == 1 { zones[id] = zones[names[0]] }
  }

  func names(_ kind: TargetKind) -> [String: Int] {
    switch kind {
    case .section: sections
    case .note: notes
    case .map: maps
    case .table: tables
    case .chart: charts
    case .timeline: timelines
    case .source: sources
    case .event: events
    case .zone: zones
    case .place, .actor, .term, .person, .brief: [:]
    }
  }

  private static func index(_ ids: [String]) -> [String: Int] {
    var indices: [String: Int] = [:]
    indices.reserveCapacity(ids.count)
    for (index, id) in ids.enumerated() where indices[id] == nil { indices[id] = index }
    return indices
  }
}

/// Labels of notes are the same whatever their case, as those of links are in CommonMark.
func noteKey(_ label: String) -> String {
  label.utf8.allSatisfy { $0 < 0x80 && !(65...90).contains($0) } ? label : label.lowercased()
}

extension [String: Int] {
  /// The index of a name; `nil` with a finding where there is none.
  func index(of name: Record.Name, _ what: String, log: FindingLog) -> Int? {
    if let index = self[name.text] { return index }
    if log.isLeftOut(name.text) { return nil }
    log.error(
      "unknown-\(what)", at: name.location, "there is no \(what) “\(name.text)”",
      hint: log.didYouMean(name.text, among: keys))
    return nil
  }
}
