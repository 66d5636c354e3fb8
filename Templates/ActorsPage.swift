internal import HTML
internal import Model

/// The groups, states and institutions that act, by their kinds: each leads to its page.
struct ActorsPage: Markup {
  let context: PageContext

  func write(to sink: inout Sink) {
    let groups = groups
    Frame(context, title: context.strings.actors) {
      Raw("\n")
      h1 { context.strings.actors }
      forEach(groups) { kind, actors in
        if groups.count > 1 { h2 { kind.isEmpty ? context.strings.otherKinds : kind } }
        ul(.class("record-list")) { forEach(actors) { index in row(index) } }
        Raw("\n")
      }
    }.write(to: &sink)
  }

  private func row(_ index: Int) -> some Markup {
    let actor = context.portal.actors[index]
    let name = context.name(ofActor: index)
    return li(.id(actor.id)) {
      context.link(name, to: .actor(index))
      if let short = actor.short, short != name { " (\(short))" }
    }
  }

  /// Those without a kind last; kinds that differ in case alone are one.
  private var groups: [(kind: String, actors: [Int])] {
    let actors = context.portal.actors
    var names: [String: String] = [:]
    var groups: [String: [Int]] = [:]
    for actor in actors {
      let kind = actor.kind ?? ""
      // As the content has it first.
      if names[kind.lowercased()] == nil { names[kind.lowercased()] = kind }
    }
    for index in context.ordered(actors.indices, by: context.name(ofActor:)) {
      groups[(actors[index].kind ?? "").lowercased(), default: []].append(index)
    }
    let order = context.indexOrder
    return names.sorted {
      if $0.key.isEmpty != $1.key.isEmpty { return $1.key.isEmpty }
      return order.key($0.value) < order.key($1.value)
    }.map { ($0.value, groups[$0.key] ?? []) }
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
        span(context.lang(other.language), context.dir(other.language)) { other.text }
      }
    }.write(to: &sink)
  }
}
