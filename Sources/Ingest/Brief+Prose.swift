internal import Diagnostics
internal import Model

extension Brief {
  /// Every prose of the brief, with the part it belongs to and the file it came from: the front
  /// first, then in reading order.
  mutating func updateProse(_ update: (BriefPart, String, inout Prose) -> Void) {
    update(.front, file, &abstract)
    for index in keyFindings.indices { update(.front, file, &keyFindings[index]) }
    for index in glance.indices { update(.front, file, &glance[index].label) }
    if original != nil {
      var statement = original?.statement ?? Prose()
      update(.imprint, file, &statement)
      original?.statement = statement
    }
    update(.imprint, file, &project)
    update(.imprint, file, &funder)
    update(.imprint, file, &disclaimer)
    for index in revisions.indices {
      update(.imprint, file, &revisions[index].summary)
      for passage in revisions[index].wording.indices {
        update(.imprint, file, &revisions[index].wording[passage].was)
        update(.imprint, file, &revisions[index].wording[passage].now)
      }
    }
    for index in sections.indices {
      let file = sections[index].textFile
      update(.imprint, file, &sections[index].summary)
      update(.section(index), file, &sections[index].heading)
      update(.section(index), file, &sections[index].body)
    }
    for index in notes.indices {
      update(.note(index), notes[index].location.file, &notes[index].body)
    }
    for index in maps.indices {
      let file = fileBeside("maps/\(maps[index].id).yaml")
      maps[index].updateProse { update(.map(index), file, &$0) }
    }
    for index in tables.indices {
      let name = fileBeside("data/\(tables[index].id)")
      let csv = tables[index].translation ?? name + ".csv"
      tables[index].updateProse { update(.table(index), $1 ? csv : name + ".yaml", &$0) }
    }
    for index in charts.indices {
      let file = fileBeside("charts/\(charts[index].id).yaml")
      update(.chart(index), file, &charts[index].caption)
      update(.chart(index), file, &charts[index].source)
    }
    if events.isEmpty { return }
    let eventsFile = fileBeside("events.yaml")
    for index in events.indices {
      update(.event(index), eventsFile, &events[index].title)
      update(.event(index), eventsFile, &events[index].text)
    }
  }

  /// The name of a file in the brief's folder.
  func fileBeside(_ name: String) -> String {
    guard let slash = file.lastIndex(of: "/") else { return name }
    return file[...slash] + name
  }
}

extension ZoneMap {
  mutating func updateProse(_ update: (inout Prose) -> Void) {
    update(&caption)
    update(&source)
    for index in zones.indices { update(&zones[index].text) }
    for index in arrows.indices { update(&arrows[index].text) }
    for index in routes.indices { update(&routes[index].text) }
    for index in callouts.indices { update(&callouts[index].text) }
  }

  /// Every list of notes that its parts name.
  mutating func updateNotes(_ update: (inout [Int]) -> Void) {
    for index in zones.indices { update(&zones[index].notes) }
    for index in arrows.indices { update(&arrows[index].notes) }
    for index in routes.indices { update(&routes[index].notes) }
    for index in callouts.indices { update(&callouts[index].notes) }
  }
}

extension DataTable {
  /// Also tells whether the prose stands in the CSV.
  mutating func updateProse(_ update: (inout Prose, Bool) -> Void) {
    update(&caption, false)
    updateShownProse(update)
  }

  /// What it shows wherever it is shown: all but its own caption.
  mutating func updateShownProse(_ update: (inout Prose, Bool) -> Void) {
    update(&source, false)
    for index in columns.indices { update(&columns[index].about, false) }
    for row in rows.indices {
      for column in rows[row].indices {
        guard case .text(var prose) = rows[row][column] else { continue }
        update(&prose, true)
        rows[row][column] = .text(prose)
      }
    }
  }

  mutating func updateNotes(_ update: (inout [Int]) -> Void) {
    for row in rows.indices {
      for column in rows[row].indices {
        guard case .notes(var notes) = rows[row][column] else { continue }
        update(&notes)
        rows[row][column] = notes.isEmpty ? .empty : .notes(notes)
      }
    }
  }
}
