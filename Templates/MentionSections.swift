internal import HTML
internal import Model

/// Every sentence that speaks of a record, by brief and part, the words that do so marked and linked.
struct MentionSections: Markup {
  let context: PageContext
  let target: Target

  /// More mentions than that are cut in each brief.
  private static let most = 200
  /// What is shown of a brief then.
  private static let mostOfBrief = 10

  func write(to sink: inout Sink) {
    let groups = groups
    guard !groups.isEmpty else { return }
    let total = groups.reduce(0) { $0 + $1.count }
    let isCut = total > Self.most
    section(.class("spoken"), .ariaLabelledby("_mentions")) {
      h2(.id("_mentions")) {
        context.strings.mentions
        Raw(" ")
        small { "(\(context.strings.grouped(total)))" }
      }
      Streamed { sink in
        var left = Self.most
        for group in groups {
          let count = isCut ? min(group.count, Self.mostOfBrief, left) : group.count
          left -= count
          write(group, count, to: &sink)
        }
      }
    }.write(to: &sink)
    sink.append("\n")
  }

  private func write(_ group: ArraySlice<Mention>, _ count: Int, to sink: inout Sink) {
    guard let brief = group.first?.brief else { return }
    h3 {
      a(.href(context.links.href(.brief(brief)))) { context.title(of: brief, isFull: true) }
    }.write(to: &sink)
    let shown = group.prefix(count)
    if !shown.isEmpty {
      dl(.class("passages")) { Streamed { list(shown, to: &$0) } }.write(to: &sink)
    }
    if group.count > count {
      p(.class("fine")) {
        context.link(
          count == 0
            ? context.strings.count(mentions: group.count)
            : context.strings.more(mentions: group.count - count), to: wholeText(brief))
      }.write(to: &sink)
    }
    sink.append("\n")
  }

  /// The page on which all of a brief is read.
  private func wholeText(_ index: Int) -> Page {
    let brief = context.portal.briefs[index]
    return brief.isOneFile || brief.sections.isEmpty ? .brief(index) : .whole(index)
  }

  private func list(_ mentions: ArraySlice<Mention>, to sink: inout Sink) {
    let place = MentionPlace(context: context, target: target)
    let name = context.links.label(target, strings: context.strings)
    var last: BriefPart?
    for mention in mentions {
      if mention.part != last {
        dt { context.way(place.title(mention), to: place.href(mention)) }.write(to: &sink)
        last = mention.part
      }
      guard let passage = mention.passage else { continue }
      let language = place.language(mention)
      let strings = interfaceStrings(for: language)
      dd(context.lang(language), context.dir(language)) {
        Streamed { sink in
          let pieces = passage.pieces(name: name) { context.links.label($0, strings: strings) }
          for piece in pieces {
            if piece.isMention {
              strong { context.way(piece.text, to: place.href(mention)) }.write(to: &sink)
            } else {
              sink.append(text: piece.text)
            }
          }
        }
      }.write(to: &sink)
    }
  }

  /// The mentions of each brief, without those in a sentence that another stands in already.
  private var groups: [ArraySlice<Mention>] {
    var kept: [Mention] = []
    for mention in context.portal.mentions[target] ?? [] {
      let isAgain =
        mention.passage != nil && kept.last?.brief == mention.brief
        && kept.last?.part == mention.part && kept.last?.passage?.text == mention.passage?.text
      if !isAgain { kept.append(mention) }
    }
    return kept[...].runs { $0.brief == $1.brief }
  }
}

extension ArraySlice {
  /// Runs of elements of which each belongs with the one before it.
  fileprivate func runs(_ belongs: (Element, Element) -> Bool) -> [ArraySlice<Element>] {
    var runs: [ArraySlice<Element>] = []
    var start = startIndex
    for index in indices where index > startIndex && !belongs(self[index - 1], self[index]) {
      runs.append(self[start..<index])
      start = index
    }
    if start < endIndex { runs.append(self[start...]) }
    return runs
  }
}
