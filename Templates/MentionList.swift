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
    let place = MentionPlace(context: context, target: target)
    guard !mentions.isEmpty else { return }
    p(.class("fine mentions")) {
      context.strings.mentionedIn
      Text(context.strings.colon)
      Streamed { sink in
        for (position, mention) in mentions.enumerated() {
          if position > 0 { sink.append(text: context.strings.listComma) }
          if mention.brief != home, position == 0 || mentions[position - 1].brief != mention.brief,
            context.portal.briefs.count > 1
          {
            sink.append(text: context.portal.briefs[mention.brief].title)
            sink.append(text: context.strings.colon)
          }
          context.way(place.label(mention), to: place.href(mention)).write(to: &sink)
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
}
