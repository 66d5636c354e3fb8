internal import Model

/// Where a mention of a record stands: its address, and what the part is called.
struct MentionPlace {
  let context: PageContext
  let target: Target

  func href(_ mention: Mention) -> String? {
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

  func label(_ mention: Mention) -> String {
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

  /// The same with its title, where it has both number and title.
  func title(_ mention: Mention) -> String {
    let brief = context.portal.briefs[mention.brief]
    let label = label(mention)
    let title =
      switch mention.part {
      case .section(let index): brief.sections[index].title
      case .map(let index): brief.maps[index].title
      case .table(let index): brief.tables[index].title
      case .chart(let index): brief.charts[index].title
      default: ""
      }
    return title.isEmpty || title == label ? label : "\(label)\(context.strings.colon)\(title)"
  }

  /// The language that the mention's text is in.
  func language(_ mention: Mention) -> String {
    let brief = context.portal.briefs[mention.brief]
    let own: String? =
      switch mention.part {
      case .section(let index): brief.sections[index].language
      case .note(let index): brief.notes[index].language
      case .event(let index): brief.events[index].language
      case .map(let index): brief.maps[index].language
      case .chart(let index): brief.charts[index].language
      default: nil
      }
    return own ?? brief.language
  }
}
