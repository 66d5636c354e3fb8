internal import Diagnostics
internal import Model

// events.yaml.

extension Record {
  func events(_ names: PortalNames, _ brief: BriefNames) -> [Event] {
    let events = recordsByID().compactMap { id, record -> Event? in
      record.expect("date", "title", "text", "places", "actors", "section", "note")
      guard let date = record.span("date") else {
        if !record.has("date") { _ = record.required("date", of: "an event") }
        return nil
      }
      if !record.has("title") { _ = record.required("title", of: "an event") }
      var event = Event(
        id: id, date: date, title: record.inlines("title"), text: record.blocks("text"),
        places: record.names("places").compactMap { names.places.index(of: $0, "place", log: log) },
        actors: record.names("actors").compactMap { names.actors.index(of: $0, "actor", log: log) },
        section: record.section(brief), notes: record.notes(brief))
      event.language = record.language
      return event
    }
    // Stable: events of one date keep the order in which they were written.
    return events.enumerated().sorted {
      $0.element.date.start != $1.element.date.start
        ? $0.element.date.start < $1.element.date.start : $0.offset < $1.offset
    }.map(\.element)
  }

  /// `section:` of a record in a brief.
  func section(_ brief: BriefNames) -> Int? {
    names("section").first.flatMap { brief.sections.index(of: $0, "section", log: log) }
  }

  /// `note:` of a record in a brief: one label or several. Indices are those of `BriefNames.notes`.
  func notes(_ brief: BriefNames) -> [Int] {
    names("note").compactMap { name in
      if let index = brief.notes[noteKey(name.text)] { return index }
      return brief.notes.index(of: name, "note", log: log)
    }
  }
}
