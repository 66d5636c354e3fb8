internal import HTML
internal import Model

/// The groups, states and institutions that act.
struct ActorsPage: Markup {
  let context: PageContext

  func write(to sink: inout Sink) {
    Frame(context, title: context.strings.actors) {
      Raw("\n")
      h1 { context.strings.actors }
      forEach(context.portal.actors.enumerated()) { index, actor in
        div(.class("record"), .id(actor.id)) { entry(actor, at: index) }
        Raw("\n")
      }
    }.write(to: &sink)
  }

  @MarkupBuilder
  private func entry(_ actor: Actor, at index: Int) -> some Markup {
    let strings = context.strings
    h2 {
      actor.name.text(in: context.language)
      if let short = actor.short, short != actor.name.text(in: context.language) {
        small { " (\(short))" }
      }
    }
    OtherNames(context: context, name: actor.name, kind: actor.kind)
    div(context.lang(actor.language), context.dir(actor.language)) {
      context.blocks(actor.description, headingsFrom: 3)
    }
    if !actor.areas.isEmpty || !actor.relations.isEmpty || !actor.notes.isEmpty {
      dl {
        if !actor.areas.isEmpty {
          dt { strings.areas }
          dd { context.links(to: actor.areas.map { Target(.place, index: $0) }) }
        }
        if !actor.relations.isEmpty {
          dt { strings.relations }
          forEach(actor.relations) { relation in dd { describe(relation) } }
        }
        if !actor.notes.isEmpty {
          dt { strings.support }
          dd { context.links(to: actor.notes) }
        }
      }
    }
    MentionList(context: context, target: Target(.actor, index: index))
  }

  @MarkupBuilder
  private func describe(_ relation: Actor.Relation) -> some Markup {
    let other = context.portal.actors[relation.actor]
    "\(relation.relation)\(context.strings.colon)"
    a(.href("#" + urlComponent(other.id))) { other.name.text(in: context.language) }
    if !relation.text.isEmpty {
      Raw(". ")
      context.inline(relation.text)
    }
    if !relation.support.isEmpty {
      Raw(" ")
      small(.class("refs")) { context.links(to: relation.support) }
    }
  }
}

/// A record's kind and its names in other languages, each marked with its language.
struct OtherNames: Markup {
  let context: PageContext
  let name: LocalizedName
  let kind: String?

  func write(to sink: inout Sink) {
    let others = name.others(than: context.language)
    guard kind != nil || !others.isEmpty else { return }
    p(.class("kicker")) {
      if let kind { span { kind } }
      for other in others {
        Raw(" ")
        span(
          .lang(other.language),
          isRightToLeft(other.language) ? Attribute("dir", "rtl") : nil
        ) { other.text }
      }
    }.write(to: &sink)
  }
}
