internal import Model

extension Page {
  /// The prose of a brief that the page shows with its notes, figures' own apart. What refers to a
  /// note here finds its way back here.
  func prose(of brief: Brief) -> [Prose] {
    let front = [brief.abstract] + brief.keyFindings + brief.glance.map(\.label)
    switch self {
    case .brief:
      return brief.isOneFile ? front + brief.sections.flatMap(\.shownProse) : front
    case .whole: return front + brief.sections.flatMap(\.shownProse)
    case .section(_, let section): return brief.sections[section].shownProse
    case .notes: return brief.notes.map(\.body)
    case .map(_, let map): return brief.maps[map].shownProse
    case .chart(_, let chart): return [brief.charts[chart].caption, brief.charts[chart].source]
    case .data: return brief.tables.flatMap { [$0.caption] + $0.shownProse }
    case .events: return brief.events.flatMap { [$0.title, $0.text] }
    default: return []
    }
  }
}

extension Section {
  fileprivate var shownProse: [Prose] { [heading, body] }
}

extension ZoneMap {
  fileprivate var shownProse: [Prose] {
    [caption, source] + zones.map(\.text) + arrows.map(\.text) + routes.map(\.text)
      + callouts.map(\.text)
  }
}
