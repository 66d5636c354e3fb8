internal import Model

extension Page {
  /// Whether maps or charts may be drawn in the page itself.
  func hasDrawings(in portal: Portal) -> Bool {
    switch self {
    case .map, .chart, .places, .place, .actor, .events, .timeline, .year: true
    case .section(let brief, let section): portal.briefs[brief].sections[section].body.hasFigures
    case .whole(let index): portal.briefs[index].sections.contains { $0.body.hasFigures }
    case .brief(let index):
      portal.briefs[index].isOneFile
        && portal.briefs[index].sections.contains { $0.body.hasFigures }
    case .sources(let index): portal.briefs[index].sources.contains { $0.isInterview }
    default: false
    }
  }
}

extension Prose {
  fileprivate var hasFigures: Bool { references.contains { $0.kind.isFigure } }
}

extension Source {
  fileprivate var isInterview: Bool {
    if case .interview = content { true } else { false }
  }
}
