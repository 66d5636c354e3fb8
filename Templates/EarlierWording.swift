internal import HTML
internal import Model

/// What a revision changed: passages before and since, behind a line that opens them.
struct EarlierWording: Markup {
  let context: PageContext
  let brief: Int
  let wording: [Rewording]

  func write(to sink: inout Sink) {
    if wording.isEmpty { return }
    // Not all readers of electronic books can open what is closed.
    if context.links.publication != nil {
      passages.write(to: &sink)
    } else {
      details {
        summary { context.strings.earlierWording }
        passages
      }.write(to: &sink)
    }
  }

  private var passages: some Markup {
    ul(.class("wording")) {
      forEach(wording) { passage in
        li {
          if let section = passage.section {
            p {
              context.link(
                context.name(of: context.portal.briefs[brief].sections[section]),
                to: .section(brief: brief, section: section))
            }
          }
          line("del", context.strings.before, passage.was)
          line("ins", context.strings.now, passage.now)
        }
      }
    }
  }

  @MarkupBuilder
  private func line(_ name: StaticString, _ term: String, _ text: Prose) -> some Markup {
    if !text.isEmpty {
      p {
        span(.class("label")) { term + context.strings.colon }
        element(name) { context.inline(text) }
      }
    }
  }
}

extension Brief {
  /// The last revision after publication.
  var latestRevision: Revision? {
    revisions.filter { revision in date.map { revision.date > $0 } ?? true }
      .max { $0.date < $1.date }
  }
}
