internal import Diagnostics
internal import Model
internal import Yams

// What stands on a map beside its zones and places: labels, arrows, routes, numbered events.

extension MapReader {
  func label(_ record: Record) -> ZoneMap.Label? {
    record.expect("at", "text", "kind")
    record.checkLength(of: "text", "label")
    var coordinate: Coordinate?
    if let node = record.node("at"), node.sequence != nil {
      var findings = FileFindings(record.origin.file, log: log)
      coordinate = self.coordinate(node, record.origin, &findings)
    } else if let place = place(record, "at", of: "a label") {
      coordinate = places[place].coordinate
    }
    guard record.has("text"), let name = record.localizedName("text") else {
      if !record.has("text") { _ = record.required("text", of: "a label") }
      return nil
    }
    guard let coordinate else { return nil }
    return ZoneMap.Label(
      at: coordinate, name: name, kind: record.text("kind"), location: record.location)
  }

  func arrow(_ record: Record) -> ZoneMap.Arrow? {
    record.expect("from", "to", "text", "note")
    guard let from = place(record, "from", of: "an arrow"),
      let to = place(record, "to", of: "an arrow")
    else { return nil }
    if from == to { reportSameEnds(record, "an arrow") }
    return ZoneMap.Arrow(
      from: from, to: to, text: record.inlines("text"), notes: record.notes(brief),
      location: record.location)
  }

  func route(_ record: Record) -> ZoneMap.Route? {
    record.expect("along", "name", "text", "note")
    record.checkLength(of: "name", "route")
    let along = places(record, "along")
    guard along.count >= 2 else {
      // Names that could not be resolved have their own findings.
      if along.count == record.names("along").count {
        log.error("route", at: record.location, "a route goes along two places or more")
      }
      return nil
    }
    return ZoneMap.Route(
      along: along, name: record.text("name"), text: record.inlines("text"),
      notes: record.notes(brief), location: record.location)
  }

  func callout(_ record: Record) -> ZoneMap.Callout? {
    record.expect("event", "at", "text", "note")
    guard let at = place(record, "at", of: "a callout") else { return nil }
    // What tells of an event goes with it.
    if let event = record.names("event").first, brief.events[event.text] == nil,
      log.isLeftOut(event.text)
    {
      return nil
    }
    return ZoneMap.Callout(
      at: at,
      event: record.names("event").first.flatMap {
        brief.events.index(of: $0, "event", log: log)
      },
      text: record.inlines("text"), notes: record.notes(brief), location: record.location)
  }

  /// What leads from one place to another leads nowhere where they are the same.
  func reportSameEnds(_ record: Record, _ what: String) {
    log.error(
      "same-place", at: record.names("to").first?.location ?? record.location,
      "\(what) cannot lead from a place to itself", hint: "give “from” and “to” two places")
  }
}
