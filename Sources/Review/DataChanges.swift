internal import Cartography
internal import Diagnostics
internal import Model

// A brief's data: tables, events, sources, maps and their zones.

func dataChanges(
  _ old: Brief, _ new: Brief, _ oldNames: PortalNames, _ newNames: PortalNames,
  _ sides: (old: ReviewSide, new: ReviewSide)
) -> [Change] {
  var changes: [Change] = []
  func beside(_ name: String) -> (old: String, new: String) {
    (old.entry + "/" + name, new.entry + "/" + name)
  }
  func records(
    _ target: Change.Target, _ name: String, _ a: [Record], _ b: [Record],
    isMissing: (old: Bool, new: Bool)
  ) {
    let files = beside(name)
    // A file that cannot be read on one side says nothing of what came or went.
    if isMissing.old != isMissing.new {
      let (side, file) = isMissing.old ? (sides.old, files.old) : (sides.new, files.new)
      let isAtFault = side.findings.contains { $0.severity == .error && $0.location.file == file }
      if isAtFault { return }
    }
    changes += recordChanges(target, a, b, files)
  }
  let isComparable =
    oldNames == newNames && old.notes.map(\.label) == new.notes.map(\.label)
    && old.sections.map(\.id) == new.sections.map(\.id)
  let events = differing(old.events, new.events, isComparable: isComparable, id: \.id)
  records(
    .event, "events.yaml", events.old.map { Record(event: $0, old, oldNames) },
    events.new.map { Record(event: $0, new, newNames) },
    isMissing: (old.events.isEmpty, new.events.isEmpty))
  let sources = differing(old.sources, new.sources, isComparable: isComparable, id: \.id)
  records(
    .source, "sources.yaml", sources.old.map { Record(source: $0, oldNames) },
    sources.new.map { Record(source: $0, newNames) },
    isMissing: (old.sources.isEmpty, new.sources.isEmpty))
  changes += tableChanges(old, new, oldNames, newNames, beside, isSame: isComparable)
  changes += mapChanges(old, new, oldNames, newNames, sides, beside)
  return changes
}

private func tableChanges(
  _ old: Brief, _ new: Brief, _ oldNames: PortalNames, _ newNames: PortalNames,
  _ beside: (String) -> (old: String, new: String), isSame: Bool
) -> [Change] {
  var changes: [Change] = []
  let known = Dictionary(old.tables.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
  let ids = Set(new.tables.map(\.id))
  for table in new.tables {
    let files = beside("data/\(table.id).csv")
    guard let was = known[table.id] else {
      changes += recordChanges(.table, [], [Record(table: table, new)], files)
      continue
    }
    if isSame, was == table { continue }
    changes += recordChanges(
      .table, [Record(table: was, old)], [Record(table: table, new)],
      beside("data/\(table.id).yaml"))
    let rows = (keyedRows(was, old, oldNames), keyedRows(table, new, newNames))
    changes += recordChanges(
      .tableRow, rows.0, rows.1, files, subject: "table \(table.id), row")
    let place = Dictionary(
      zip(rows.0.map(\.id), rows.0.indices), uniquingKeysWith: { a, _ in a })
    let order = rows.1.compactMap { place[$0.id] }
    let count = order.count - heaviestInOrder(order, weights: order.map { _ in 1 }).count
    if count > 0 {
      var change = Change(.moved, .tableRow, "table \(table.id)")
      change.remark = count == 1 ? "1 row stands elsewhere" : "\(count) rows stand elsewhere"
      change.location = .init(
        old: SourceLocation(file: files.old), new: SourceLocation(file: files.new))
      change.weight = .order
      changes.append(change)
    }
  }
  for table in old.tables where !ids.contains(table.id) {
    changes += recordChanges(
      .table, [Record(table: table, old)], [], beside("data/\(table.id).csv"))
  }
  return changes
}

/// A table's rows, each under what its key column says, or its first, or its first cells that tell it from
/// the others.
private func keyedRows(
  _ table: DataTable, _ brief: Brief, _ names: PortalNames
) -> [Record] {
  let whole = table.rows.map { Record(row: $0, of: table, id: "", brief, names) }
  func value(_ row: Record, _ column: Int) -> String {
    let name = table.columns[column].name
    return row.fields.first { $0.name == name }.map { text(of: $0.tokens) } ?? ""
  }
  var columns = table.key.map { [$0] } ?? (table.columns.isEmpty ? [] : [0])
  func ids() -> [String] {
    whole.map { row in columns.map { value(row, $0) }.joined(separator: ", ") }
  }
  while Set(ids()).count < whole.count,
    let next = table.columns.indices.first(where: { !columns.contains($0) })
  {
    columns.append(next)
    if columns.count > 3 { break }
  }
  var seen: [String: Int] = [:]
  return zip(whole, ids()).map { row, id in
    var row = row
    seen[id, default: 0] += 1
    let count = seen[id] ?? 1
    row.id = count > 1 ? "\(id) (\(count))" : id
    return row
  }
}

private func mapChanges(
  _ old: Brief, _ new: Brief, _ oldNames: PortalNames, _ newNames: PortalNames,
  _ sides: (old: ReviewSide, new: ReviewSide), _ beside: (String) -> (old: String, new: String)
) -> [Change] {
  var changes: [Change] = []
  let known = Dictionary(old.maps.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
  let ids = Set(new.maps.map(\.id))
  for map in new.maps {
    let files = beside("maps/\(map.id).yaml")
    guard let was = known[map.id] else {
      changes += recordChanges(.map, [], [Record(map: map, newNames)], files)
      continue
    }
    changes += recordChanges(
      .map, [Record(map: was, oldNames)], [Record(map: map, newNames)], files)
    var zones = recordChanges(
      .zone, was.zones.map { Record(zone: $0, of: was, old, oldNames) },
      map.zones.map { Record(zone: $0, of: map, new, newNames) }, files,
      subject: "map \(map.id), zone")
    // Polygons of as many points may still lie elsewhere.
    for zone in map.zones {
      let subject = "map \(map.id), zone \(zone.id)"
      guard case .polygons(let after) = zone.shape,
        case .polygons(let before) = was.zones.first(where: { $0.id == zone.id })?.shape,
        before != after
      else { continue }
      if !zones.contains(where: { $0.subject == subject }) {
        var change = Change(.edited, .zone, subject)
        change.fields = [.init(name: "shape", old: "polygons", new: "polygons, drawn anew")]
        change.location = .init(
          old: SourceLocation(file: files.old), new: SourceLocation(file: files.new))
        zones.append(change)
      }
    }
    addAreas(&zones, was, map, sides)
    changes += zones
  }
  for map in old.maps where !ids.contains(map.id) {
    changes += recordChanges(
      .map, [Record(map: map, oldNames)], [], beside("maps/\(map.id).yaml"))
  }
  return changes
}

/// A zone whose shape changed says what it covers, in square kilometres.
private func addAreas(
  _ changes: inout [Change], _ old: ZoneMap, _ new: ZoneMap,
  _ sides: (old: ReviewSide, new: ReviewSide)
) {
  let shaped = changes.indices.filter { index in
    changes[index].kind != .edited || changes[index].fields.contains { $0.name == "shape" }
  }
  guard !shaped.isEmpty else { return }
  func outlines(_ map: ZoneMap, _ portal: Portal) -> [String: ZoneOutline] {
    Dictionary(
      zoneOutlines(of: map, in: portal).map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
  }
  let (before, after) = (outlines(old, sides.old.portal), outlines(new, sides.new.portal))
  for index in shaped {
    guard let id = changes[index].subject.split(separator: " ").last.map(String.init),
      let ground = AreaChange(from: before[id], to: after[id])
    else { continue }
    let (a, b) = (before[id]?.squareKilometres, after[id]?.squareKilometres)
    changes[index].ground = ground
    changes[index].fields.append(
      .init(
        name: "area", old: a.map { "\(rounded($0)) km²" }, new: b.map { "\(rounded($0)) km²" },
        difference: "\(rounded(ground.gained)) km² gained, \(rounded(ground.lost)) km² lost"))
  }
}
