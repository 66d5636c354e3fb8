internal import Cartography
internal import Diagnostics
internal import Model

// A brief's data: tables, events, sources, maps and their zones, charts.

func dataChanges(
  _ old: Brief, _ new: Brief, _ names: (old: BriefNames, new: BriefNames),
  _ sides: (old: ReviewSide, new: ReviewSide)
) -> [Change] {
  var changes: [Change] = []
  func beside(_ name: String) -> (old: String, new: String) {
    (old.entry + "/" + name, new.entry + "/" + name)
  }
  let isComparable = names.old == names.new
  let events = differing(old.events, new.events, isComparable: isComparable, id: \.id)
  changes += recordChanges(
    .event, events.old.map { Record(event: $0, names.old) },
    events.new.map { Record(event: $0, names.new) },
    beside("events.yaml"))
  let sources = differing(old.sources, new.sources, isComparable: isComparable, id: \.id)
  changes += recordChanges(
    .source, sources.old.map { Record(source: $0, names.old.portal) },
    sources.new.map { Record(source: $0, names.new.portal) },
    beside("sources.yaml"))
  changes += tableChanges(old, new, names, beside, isSame: isComparable)
  changes += mapChanges(old, new, names, sides, beside)
  changes += chartChanges(old, new, names, beside)
  return changes
}

private func tableChanges(
  _ old: Brief, _ new: Brief, _ names: (old: BriefNames, new: BriefNames),
  _ beside: (String) -> (old: String, new: String), isSame: Bool
) -> [Change] {
  var changes: [Change] = []
  let known = Dictionary(
    old.tables.map { (names.old.renames["table:\($0.id)"] ?? $0.id, $0) },
    uniquingKeysWith: { a, _ in a })
  for table in new.tables {
    let files = beside("data/\(table.id).csv")
    guard let was = known[table.id] else {
      changes += recordChanges(.table, [], [Record(table: table, names.new)], files)
      continue
    }
    if isSame, was == table { continue }
    let columns = oldColumns(was, table)
    var before = was
    for index in columns.indices { before.columns[index].name = columns[index] }
    let csv = (old: old.entry + "/data/\(was.id).csv", new: files.new)
    var about = recordChanges(
      .table, [Record(table: before, names.old)], [Record(table: table, names.new)],
      beside("data/\(table.id).yaml")
    )
    // Of columns alone the file itself tells.
    if about.count == 1, about[0].fields.allSatisfy({ $0.name == "columns" }) {
      about[0].location = .init(
        old: SourceLocation(file: csv.old, line: 1, column: 1),
        new: SourceLocation(file: csv.new, line: 1, column: 1))
    }
    for (column, name) in zip(was.columns, columns) where column.name != name {
      let field = Change.Field(name: "column", old: column.name, new: name)
      if about.isEmpty {
        var change = Change(.edited, .table, "table \(table.id)")
        change.location = .init(
          old: SourceLocation(file: csv.old, line: 1, column: 1),
          new: SourceLocation(file: csv.new, line: 1, column: 1))
        about.append(change)
      }
      about[0].fields.append(field)
      let words = TextDifference(tokens(of: column.name), tokens(of: name)).words
      about[0].words.inserted += words.inserted
      about[0].words.deleted += words.deleted
    }
    changes += about
    // Cells of a column that came or went are told of with it.
    let shared = Set(columns).intersection(table.columns.map(\.name))
    let rows = keyedRows((before, names.old, csv.old), (table, names.new, csv.new), shared)
    var edits = recordChanges(
      .tableRow, rows.0, rows.1, csv, subject: "table \(table.id), row", id: nil)
    for index in edits.indices { edits[index].section = section(of: table, new) }
    changes += edits
    let place = Dictionary(
      zip(rows.0.map(\.id), rows.0.indices), uniquingKeysWith: { a, _ in a })
    let order = rows.1.compactMap { place[$0.id] }
    let count = order.count - heaviestInOrder(order, weights: order.map { _ in 1 }).count
    if count > 0 {
      var change = Change(.moved, .tableRow, "table \(table.id)")
      change.remark = count == 1 ? "1 row stands elsewhere" : "\(count) rows stand elsewhere"
      change.location = .init(
        old: SourceLocation(file: csv.old), new: SourceLocation(file: csv.new))
      change.weight = .order
      changes.append(change)
    }
  }
  let ids = Set(new.tables.map(\.id))
  for (id, table) in known.sorted(by: { $0.key < $1.key }) where !ids.contains(id) {
    changes += recordChanges(
      .table, [Record(table: table, names.old)], [], beside("data/\(table.id).csv")
    )
  }
  return changes
}

private func section(of table: DataTable, _ brief: Brief) -> String? {
  table.section.map { brief.sections[$0].id }
}

/// What the newer table calls each of the older one's columns: one that holds just what a column under
/// another name held is that column.
private func oldColumns(_ old: DataTable, _ new: DataTable) -> [String] {
  let (before, after) = (old.columns.map(\.name), new.columns.map(\.name))
  var free = after.indices.filter { !before.contains(after[$0]) }
  guard !free.isEmpty, old.rows.count == new.rows.count, !old.rows.isEmpty else { return before }
  return before.indices.map { index in
    if after.contains(before[index]) { return before[index] }
    let place = free.firstIndex { other in
      zip(old.rows, new.rows).allSatisfy { isSame($0[index], $1[other]) }
    }
    guard let place else { return before[index] }
    return after[free.remove(at: place)]
  }
}

/// Whether cells say the same, whatever the type of their column.
private func isSame(_ a: DataTable.Cell, _ b: DataTable.Cell) -> Bool {
  func words(_ cell: DataTable.Cell) -> [Int]? {
    switch cell {
    case .text(let prose): tokens(of: prose).map(\.key)
    case .number(let written, _, _): tokens(of: written).map(\.key)
    case .date(let date): tokens(of: date.iso).map(\.key)
    default: nil
    }
  }
  guard let x = words(a), let y = words(b) else { return a == b }
  return x == y
}

private typealias TableSide = (table: DataTable, names: BriefNames, file: String)

/// The rows of a table before and after, each under what its key column says, or the first column that tells
/// the rows of both apart, or as many of the first as do.
///
/// - Parameter shared: the columns whose cells they hold.
private func keyedRows(
  _ old: TableSide, _ new: TableSide, _ shared: Set<String>
) -> (old: [Record], new: [Record]) {
  func whole(_ side: TableSide) -> [Record] {
    let columns = side.table.columns.map(\.name)
    return side.table.rows.map { Record(row: $0, of: columns, id: "", side.names) }
  }
  let rows = (old: whole(old), new: whole(new))
  func id(_ row: Record, _ keys: [String]) -> String {
    keys.map { key in row.fields.first { $0.name == key }.map { text(of: $0.tokens) } ?? "" }
      .joined(separator: ", ")
  }
  func areTold(by keys: [String]) -> Bool {
    [rows.old, rows.new].allSatisfy { rows in Set(rows.map { id($0, keys) }).count == rows.count }
  }
  let columns = new.table.columns.map(\.name).filter(shared.contains)
  var keys = new.table.key.map { [new.table.columns[$0].name] } ?? Array(columns.prefix(1))
  if new.table.key == nil, !areTold(by: keys) {
    if let column = columns.first(where: { areTold(by: [$0]) }) {
      keys = [column]
    } else {
      while keys.count < min(4, columns.count), !areTold(by: keys) {
        keys.append(columns[keys.count])
      }
    }
  }
  func keyed(_ rows: [Record], _ side: TableSide) -> [Record] {
    var seen: [String: Int] = [:]
    let lines = rowLines(of: side.table.csv)
    return rows.enumerated().map { index, row in
      var row = row
      let name = id(row, keys)
      row.remove { !shared.contains($0) }
      seen[name, default: 0] += 1
      let count = seen[name] ?? 1
      row.keys = []
      row.id = count > 1 ? "\(name) (\(count))" : name
      // The first line is the header's.
      if index + 1 < lines.count {
        row.location = SourceLocation(file: side.file, line: lines[index + 1], column: 1)
      }
      return row
    }
  }
  return (keyed(rows.old, old), keyed(rows.new, new))
}

/// The line that each row of CSV begins at, the header's first; a blank line is no row.
private func rowLines(of csv: [UInt8]) -> [Int] {
  var starts: [Int] = []
  var (line, isStart, isQuoted) = (1, true, false)
  for (index, byte) in csv.enumerated() {
    let isEnd = byte == 0x0A || byte == 0x0D && (index + 1 == csv.count || csv[index + 1] != 0x0A)
    if isEnd { line += 1 }
    if isEnd, !isQuoted {
      isStart = true
    } else if byte != 0x0D {
      if isStart { starts.append(line) }
      isStart = false
    }
    if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
  }
  return starts
}

private func mapChanges(
  _ old: Brief, _ new: Brief, _ names: (old: BriefNames, new: BriefNames),
  _ sides: (old: ReviewSide, new: ReviewSide), _ beside: (String) -> (old: String, new: String)
) -> [Change] {
  var changes: [Change] = []
  let known = Dictionary(zip(names.old.maps, old.maps), uniquingKeysWith: { a, _ in a })
  let ids = Set(new.maps.map(\.id))
  for map in new.maps {
    guard let was = known[map.id] else {
      changes += recordChanges(
        .map, [], [Record(map: map, names.new)], beside("maps/\(map.id).yaml"))
      continue
    }
    let files = (old: old.entry + "/maps/\(was.id).yaml", new: beside("maps/\(map.id).yaml").new)
    changes += recordChanges(
      .map, [Record(map: was, names.old, at: placesAt(was, sides.old.portal, names.old))],
      [Record(map: map, names.new, at: placesAt(map, sides.new.portal, names.new))], files
    )
    let zoneRecords = (
      was.zones.map { Record(zone: $0, of: was, names.old) },
      map.zones.map { Record(zone: $0, of: map, names.new) }
    )
    let renamed = renamedRecords(zoneRecords.0, zoneRecords.1)
    var zones = recordChanges(
      .zone, zoneRecords.0, zoneRecords.1, files, subject: "map \(map.id), zone")
    // Polygons of as many points may still lie elsewhere.
    for zone in map.zones {
      let subject = "map \(map.id), zone \(zone.id)"
      guard case .polygons(let after) = zone.shape,
        case .polygons(let before) = was.zones.first(where: {
          (renamed[$0.id] ?? $0.id) == zone.id
        })?.shape,
        before != after
      else { continue }
      if !zones.contains(where: { $0.subject == subject }) {
        var change = Change(.edited, .zone, subject)
        change.fields = [.init(name: "shape", old: "polygons", new: "polygons, drawn anew")]
        change.location = .init(
          old: SourceLocation(file: files.old), new: SourceLocation(file: files.new),
          oldKeys: ["zones", zone.id], newKeys: ["zones", zone.id])
        zones.append(change)
      }
    }
    addAreas(&zones, was, map, sides, renamed)
    changes += zones
  }
  for (id, map) in zip(names.old.maps, old.maps) where !ids.contains(id) {
    changes += recordChanges(
      .map, [Record(map: map, names.old)], [], beside("maps/\(map.id).yaml")
    )
  }
  return changes
}

/// The places where a map's labels may stand, so that one which follows its place does not change.
private func placesAt(
  _ map: ZoneMap, _ portal: Portal, _ names: BriefNames
) -> [Coordinate: String] {
  if map.labels.isEmpty { return [:] }
  return Dictionary(
    zip(portal.places, names.portal.places).compactMap { place, id in
      place.coordinate.map { ($0, id) }
    }, uniquingKeysWith: { first, _ in first })
}

/// A zone whose shape changed says what it covers, in square kilometres.
private func addAreas(
  _ changes: inout [Change], _ old: ZoneMap, _ new: ZoneMap,
  _ sides: (old: ReviewSide, new: ReviewSide), _ renamed: [String: String]
) {
  let shaped = changes.indices.filter { index in
    changes[index].kind != .edited || changes[index].fields.contains { $0.name == "shape" }
  }
  guard !shaped.isEmpty else { return }
  func outlines(
    _ map: ZoneMap, _ portal: Portal, _ names: [String: String] = [:]
  ) -> [String: ZoneOutline] {
    Dictionary(
      zoneOutlines(of: map, in: portal).map { (names[$0.id] ?? $0.id, $0) },
      uniquingKeysWith: { a, _ in a })
  }
  let (before, after) = (
    outlines(old, sides.old.portal, renamed), outlines(new, sides.new.portal)
  )
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
