internal import HTML
internal import Model

/// The briefs of a topic, of a series, or of an author who is known by name alone.
struct GroupPage: Markup {
  let context: PageContext
  /// `nil` where the portal has none of that address, and so no page.
  let group: BriefGroup?
  /// Whether its briefs are issues, which stand in their order.
  var isSeries = false

  func write(to sink: inout Sink) {
    guard let group else { return }
    Frame(context, title: title(group), trail: context.trail(above: context.page)) {
      Raw("\n")
      h1 { group.name }
      p(.class("subtitle")) { context.strings.count(group.briefs.count) }
      FeedLink(context: context, group: group)
      if isSeries {
        IssueRows(context: context, briefs: group.briefs)
      } else {
        BriefLinks(context: context, briefs: group.briefs)
      }
    }.write(to: &sink)
  }
}

extension GroupPage {
  /// What tells the page from that of a person, an actor or a place of the same name.
  private func title(_ group: BriefGroup) -> String {
    switch context.page {
    case .topic: context.strings.briefs(on: group.name)
    case .series: "\(context.strings.series)\(context.strings.colon)\(group.name)"
    default: "\(context.strings.briefs)\(context.strings.colon)\(group.name)"
    }
  }
}

/// The issues of a series in the order of their numbers, those without one after them by date.
private struct IssueRows: Markup {
  let context: PageContext
  let briefs: [Int]

  func write(to sink: inout Sink) {
    let ordered = briefs.enumerated().map { (key(of: $1), -$0, $1) }.sorted {
      if $0.0 != $1.0 { return $0.0.lexicographicallyPrecedes($1.0) }
      return $0.1 < $1.1
    }.map(\.2)
    ol(.class("briefs issues")) {
      for index in ordered { BriefRow(context: context, index: index, dateStyle: .issue) }
    }.write(to: &sink)
  }

  /// The numbers of an issue: “2022/16” stands before “2022/100”.
  private func key(of index: Int) -> [Int] {
    let issue = context.portal.briefs[index].issue ?? ""
    let numbers = issue.split { !("0"..."9").contains($0) }.map { Int($0.prefix(18)) ?? 0 }
    return numbers.isEmpty ? [.max] : numbers
  }
}
