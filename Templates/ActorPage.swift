internal import Cartography
internal import HTML
internal import Model

/// An actor: who it is, where it acts, how it stands to others, what it did, where briefs speak of it.
struct ActorPage: Markup {
  let context: PageContext
  /// In the portal's actors.
  let index: Int
  private var actor: Actor { context.portal.actors[index] }
  private var strings: any InterfaceStrings { context.strings }

  func write(to sink: inout Sink) {
    let name = actor.name.text(in: context.language)
    let events = context.records.byRecord.eventsOfActor[index]
    Frame(
      context, title: name, description: actor.description.plainText,
      trail: context.trail(above: context.page)
    ) {
      Raw("\n")
      h1 {
        name
        if let short = actor.short, short != name { small { " (\(short))" } }
      }
      Streamed { locator(to: &$0) }
      OtherNames(context: context, name: actor.name, kind: actor.kind)
      if !actor.description.isEmpty {
        div(.class("text"), context.lang(actor.language), context.dir(actor.language)) {
          context.blocks(actor.description, headingsFrom: 2)
        }
      }
      if !actor.areas.isEmpty || !actor.notes.isEmpty {
        dl(.class("facts")) {
          if !actor.areas.isEmpty {
            dt { strings.areas }
            dd { context.links(to: actor.areas.map { Target(.place, index: $0) }) }
          }
          if !actor.notes.isEmpty {
            dt { strings.support }
            dd { SupportLinks(context: context, support: actor.notes) }
          }
        }
      }
      relations(of: actor)
      EventsOfRecord(context: context, events: events)
      MentionSections(context: context, target: Target(.actor, index: index))
    }.write(to: &sink)
  }

  /// The places where it acts, on one small map.
  private func locator(to sink: inout Sink) {
    let coordinates = actor.areas.compactMap { context.portal.places[$0].coordinate }
    guard !coordinates.isEmpty, let locators = context.records.locators else { return }
    let names = actor.areas.map { context.portal.places[$0].name.text(in: context.language) }
    guard
      let map = locators.map(of: coordinates, label: strings.position(of: strings.list(names)))
    else { return }
    locators.ground.write(to: &sink)
    map.write(to: &sink)
  }

  @MarkupBuilder
  private func relations(of actor: Actor) -> some Markup {
    let own = actor.relations.map { (actor: $0.actor, relation: $0, language: actor.language) }
    let others = context.records.byRecord.relationsTo[index].map { stated in
      let other = context.portal.actors[stated.actor]
      return (
        actor: stated.actor, relation: other.relations[stated.relation],
        language: other.language
      )
    }
    if !own.isEmpty {
      h2 { strings.relations }
      RelationList(context: context, relations: own)
    }
    if !others.isEmpty {
      h2 { strings.relationsStatedByOthers }
      RelationList(context: context, relations: others)
    }
  }
}

/// Relations to other actors, grouped by the words that the content has for them, each with what states it.
private struct RelationList: Markup {
  let context: PageContext
  let relations: [(actor: Int, relation: Actor.Relation, language: String?)]

  func write(to sink: inout Sink) {
    dl(.class("facts")) {
      forEach(groups) { word, members in
        dt { word }
        forEach(members) { member in dd { describe(member) } }
      }
    }.write(to: &sink)
    sink.append("\n")
  }

  private func describe(
    _ member: (actor: Int, relation: Actor.Relation, language: String?)
  ) -> some Markup {
    let name = context.portal.actors[member.actor].name.text(in: context.language)
    return Group {
      context.link(name, to: .actor(member.actor))
      if !member.relation.text.isEmpty {
        context.strings.colon
        span(context.lang(member.language), context.dir(member.language)) {
          context.inline(member.relation.text)
        }
      }
      if !member.relation.support.isEmpty {
        Raw(" ")
        small(.class("refs")) { SupportLinks(context: context, support: member.relation.support) }
      }
    }
  }

  /// In the order in which the content first has each word.
  private var groups:
    [(word: String, members: [(actor: Int, relation: Actor.Relation, language: String?)])]
  {
    var places: [String: Int] = [:]
    var groups:
      [(word: String, members: [(actor: Int, relation: Actor.Relation, language: String?)])] = []
    for member in relations {
      if let place = places[member.relation.relation] {
        groups[place].members.append(member)
      } else {
        places[member.relation.relation] = groups.count
        groups.append((member.relation.relation, [member]))
      }
    }
    return groups
  }
}

/// Links to the notes and sections that state something, each brief named where there are several.
struct SupportLinks: Markup {
  let context: PageContext
  let support: [Target]

  func write(to sink: inout Sink) {
    for (position, target) in support.enumerated() {
      if position > 0 { sink.append(text: context.strings.listComma) }
      context.way(
        context.links.label(target, strings: context.strings), to: context.links.href(target)
      ).write(to: &sink)
      let isLastOfBrief =
        position + 1 == support.count || support[position + 1].brief != target.brief
      if isLastOfBrief, context.portal.briefs.count > 1 {
        sink.append(" (")
        context.title(of: target.brief).write(to: &sink)
        sink.append(")")
      }
    }
  }
}

/// The events of an actor or a place: drawn on a scale of time, and listed.
struct EventsOfRecord: Markup {
  let context: PageContext
  let events: [EventReference]

  func write(to sink: inout Sink) {
    guard !events.isEmpty else { return }
    h2 { context.strings.events }.write(to: &sink)
    EventTimeline(context: context, title: context.strings.events, events: events)
      .write(to: &sink)
    EventRows(context: context, events: events).write(to: &sink)
    if context.records.threads.contains(.timeline) {
      p(.class("fine")) { context.link(context.strings.wholeTimeline, to: .timeline) }
        .write(to: &sink)
    }
  }
}
