internal import HTML
internal import Model

/// What a page may be chosen by among the results of a search: its brief's topics, and the places and
/// actors that it speaks of (https://pagefind.app/docs/filtering/).
struct SearchFilters: Markup {
  let context: PageContext

  func write(to sink: inout Sink) {
    guard context.page.isIndexed(in: context.portal), let index = context.page.brief else { return }
    div(Attribute("hidden", true)) {
      Streamed { sink in
        for topic in context.portal.briefs[index].topics { filter("topic", topic, to: &sink) }
        for target in targets(of: index) {
          let name = context.links.label(target, strings: context.strings)
          filter(target.kind == .place ? "place" : "actor", name, to: &sink)
        }
      }
    }.write(to: &sink)
  }

  /// Each once, in the order in which the page speaks of them.
  private func targets(of index: Int) -> [Target] {
    let brief = context.portal.briefs[index]
    var found: [Target] = []
    if case .map(_, let map) = context.page {
      found += brief.maps[map].places.map { Target(.place, index: $0) }
    }
    for prose in context.page.prose(of: brief) {
      found += prose.references.compactMap(\.target).filter {
        $0.kind == .place || $0.kind == .actor
      }
    }
    var seen: Set<Target> = []
    return found.filter { seen.insert($0).inserted }
  }

  private func filter(_ name: String, _ value: String, to sink: inout Sink) {
    span(Attribute("data-pagefind-filter", name)) { value }.write(to: &sink)
    sink.append("\n")
  }
}
