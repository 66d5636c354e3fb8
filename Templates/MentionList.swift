internal import HTML
internal import Model

/// Where the text speaks of a record: “Mentioned in: Section 2, note 24”.
struct MentionList: Markup {
  let context: PageContext
  let target: Target
  /// The brief whose page this is on, whose title need not be said.
  var home: Int? = nil

  func write(to sink: inout Sink) {
    let mentions = firstInEachPart
    guard !mentions.isEmpty else { return }
    p(.class("fine mentions")) {
      context.strings.mentionedIn
      Raw(": ")
      Streamed { sink in
        for (position, mention) in mentions.enumerated() {
          if position > 0 { sink.append(text: context.strings.listComma) }
          if mention.brief != home, position == 0 || mentions[position - 1].brief != mention.brief,
            context.portal.briefs.count > 1
          {
            sink.append(text: context.portal.briefs[mention.brief].title)
            sink.append(": ")
          }
          context.way(label(mention), to: href(mention)).write(to: &sink)
        }
      }
    }.write(to: &sink)
  }

  /// A part that speaks of the record ten times is named once.
  private var firstInEachPart: [Mention] {
    var seen: Set<Place> = []
    return (context.portal.mentions[target] ?? []).filter {
      seen.insert(Place(brief: $0.brief, part: $0.part)).inserted
    }
  }

  private struct Place: Hashable {
    let brief: Int
    let part: BriefPart
  }

  private func href(_ mention: Mention) -> String? {
    if let publication = context.links.publication {
      return publication.href(mention, anchor: anchor(mention), in: context.links)
    }
    let page = Links.page(of: mention.part, brief: mention.brief, in: context.portal)
    return context.links.href(page, anchor: anchor(mention))
  }

  /// Where the text speaks of the record, the words themselves; else the note, table or event.
  private func anchor(_ mention: Mention) -> String? {
    let brief = context.portal.briefs[mention.brief]
    switch mention.part {
    case .note(let index): return brief.notes[index].anchor
    case .table(let index): return "table-\(brief.tables[index].id)"
    case .source(let index): return brief.sources[index].anchor
    case .event(let index): return brief.events[index].id
    case .map, .chart: return nil
    case .front, .imprint, .section:
      return mention.ordinal > 0
        ? context.links.mentionAnchor(target, ordinal: mention.ordinal) : nil
    }
  }

  private func label(_ mention: Mention) -> String {
    switch mention.part {
    case .front, .imprint: context.strings.abstractInText
    case .section(let index): label(.section, index, mention)
    case .note(let index): label(.note, index, mention)
    case .map(let index): label(.map, index, mention)
    case .table(let index): label(.table, index, mention)
    case .chart(let index): label(.chart, index, mention)
    case .source(let index): label(.source, index, mention)
    case .event(let index): label(.event, index, mention)
    }
  }

  private func label(_ kind: TargetKind, _ index: Int, _ mention: Mention) -> String {
    let words = context.links.label(
      Target(kind, brief: mention.brief, index: index), strings: context.strings)
    return words.isEmpty ? context.strings.opening : words
  }
}
