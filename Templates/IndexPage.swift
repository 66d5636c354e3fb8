internal import HTML
internal import Model

/// All records by their first letters: actors, places, terms, topics, people, series, events.
struct IndexPage: Markup {
  let context: PageContext

  private struct Entry {
    var key: IndexOrder.Key
    var name: String
    var kind: String
    var href: String
    /// Of the name, where it is not the page's.
    var language: String?
  }

  func write(to sink: inout Sink) {
    let groups = groups
    Frame(context, title: context.strings.indexOfNames) {
      Raw("\n")
      h1 { context.strings.indexOfNames }
      nav(.class("jump letters"), .ariaLabel(context.strings.letters)) {
        ul {
          for (letter, _) in groups {
            li { a(.href("#" + urlComponent(anchor(letter)))) { letter ?? "0–9" } }
          }
        }
      }
      Raw("\n")
      for (letter, entries) in groups {
        h2(.id(anchor(letter))) { letter ?? "0–9" }
        ul(.class("index")) {
          for entry in entries {
            li {
              a(.href(entry.href), context.lang(entry.language), context.dir(entry.language)) {
                entry.name
              }
              Raw(" ")
              small { entry.kind }
            }
          }
        }
        Raw("\n")
      }
    }.write(to: &sink)
  }

  private func anchor(_ letter: String?) -> String { "letter-" + (letter?.lowercased() ?? "0") }

  private var groups: [(String?, [Entry])] {
    var groups: [(String?, [Entry])] = []
    let order = context.indexOrder
    for entry in entries.sorted(by: { $0.key < $1.key }) {
      let letter = order.letter(of: entry.key)
      if let last = groups.indices.last, groups[last].0 == letter {
        groups[last].1.append(entry)
      } else {
        groups.append((letter, [entry]))
      }
    }
    return groups
  }

  private var entries: [Entry] {
    let portal = context.portal
    let strings = context.strings
    let order = context.indexOrder
    var entries: [Entry] = []
    func add(
      _ name: String, _ kind: IndexedKind, _ page: Page, anchor: String? = nil,
      _ language: String? = nil
    ) {
      if name.isEmpty { return }
      entries.append(
        Entry(
          key: order.key(name), name: name, kind: strings.name(of: kind),
          href: context.links.href(page, anchor: anchor), language: language))
    }
    for (index, actor) in portal.actors.enumerated() {
      let name = actor.name.text(in: context.language)
      add(name, .actor, .actor(index))
      if let short = actor.short, short != name { add(short, .actor, .actor(index)) }
    }
    for (index, place) in portal.places.enumerated() {
      add(place.name.text(in: context.language), .place, .place(index))
    }
    for term in portal.terms {
      add(term.term, .term, .glossary, anchor: term.id, term.language)
    }
    for (index, person) in portal.people.enumerated() {
      add(person.indexedName, .person, .person(index))
    }
    let groups = context.records.groups
    for group in groups.allNames { add(group.name, .person, .author(group.slug)) }
    for group in groups.allTopics { add(group.name, .topic, .topic(group.slug)) }
    for group in groups.allSeries { add(group.name, .series, .series(group.slug)) }
    for brief in portal.briefs.indices {
      for (index, event) in portal.briefs[brief].events.enumerated() {
        add(
          context.name(of: EventReference(brief: brief, event: index)), .event, .events(brief),
          anchor: event.id, event.language ?? portal.briefs[brief].language)
      }
    }
    return entries
  }
}

extension Person {
  /// “Quesnay, Arthur”, where it is said which part of the name comes first; else the name.
  fileprivate var indexedName: String {
    guard let family, !isOrganization, let range = name.firstRange(of: family) else { return name }
    var given = name
    given.removeSubrange(range)
    let parts = given.split(separator: " ")
    return parts.isEmpty ? name : "\(family), \(parts.joined(separator: " "))"
  }
}

/// What an entry of the index is.
public enum IndexedKind: Sendable, CaseIterable {
  case actor, place, term, person, topic, series, event
}
