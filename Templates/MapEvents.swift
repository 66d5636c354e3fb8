internal import HTML
internal import Model

/// What moves and happens on a map, in words.
struct MapEvents: Markup {
  let text: TextWriter
  /// Index in the brief's maps.
  let index: Int

  private var context: PageContext { text.context }
  private var brief: Int { text.brief }

  init(text: TextWriter, index: Int) {
    self.text = text
    self.index = index
  }

  func write(to sink: inout Sink) {
    let map = context.portal.briefs[brief].maps[index]
    movements(map, text).write(to: &sink)
    callouts(map, text).write(to: &sink)
  }

  @MarkupBuilder
  private func movements(_ map: ZoneMap, _ text: TextWriter) -> some Markup {
    if !map.arrows.isEmpty || !map.routes.isEmpty {
      h2 { context.strings.movements }
      ul {
        forEach(map.arrows) { arrow in
          li {
            text.notes(of: arrow.text)
            strong {
              context.strings.movement(from: name(of: arrow.from), to: name(of: arrow.to))
            }
            detail(arrow.text, arrow.notes, text)
          }
        }
        forEach(map.routes) { route in
          li {
            text.notes(of: route.text)
            strong { route.name ?? route.along.map(name(of:)).joined(separator: " – ") }
            detail(route.text, route.notes, text)
          }
        }
      }
    }
  }

  @MarkupBuilder
  private func callouts(_ map: ZoneMap, _ text: TextWriter) -> some Markup {
    if !map.callouts.isEmpty {
      h2 { context.strings.callouts }
      ol {
        forEach(map.callouts) { callout in
          li {
            text.notes(of: callout.text)
            strong {
              context.links(to: [Target(.place, index: callout.at)])
              if let event = callout.event {
                let date = context.portal.briefs[brief].events[event].date
                context.strings.listComma
                time(.datetime(date.start.iso)) { context.strings.dates(date) }
              }
            }
            if callout.text.isEmpty, let event = callout.event {
              Raw(". ")
              context.inline(context.portal.briefs[brief].events[event].title)
            }
            detail(callout.text, callout.notes, text)
          }
        }
      }
    }
  }

  @MarkupBuilder
  private func detail(_ prose: Prose, _ notes: [Int], _ text: TextWriter) -> some Markup {
    if !prose.isEmpty {
      Raw(". ")
      text.inline(prose)
    }
    if !notes.isEmpty {
      Raw(" ")
      small(.class("refs")) {
        context.strings.usedIn(notes.count)
        Raw(" ")
        text.links(toNotes: notes)
      }
    }
  }

  private func name(of place: Int) -> String {
    context.portal.places[place].name.text(in: context.language)
  }
}
