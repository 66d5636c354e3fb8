internal import HTML
internal import Model

/// The portal's terms, in the order of the alphabet.
struct GlossaryPage: Markup {
  let context: PageContext

  func write(to sink: inout Sink) {
    let terms = context.portal.terms
    let order = terms.indices.sorted {
      (sortKey(terms[$0].term), $0) < (sortKey(terms[$1].term), $1)
    }
    Frame(context, title: context.strings.glossary) {
      Raw("\n")
      h1 { context.strings.glossary }
      dl(.class("glossary")) {
        for index in order {
          let term = terms[index]
          dt(.id(term.id)) {
            term.term
            if let expansion = term.expansion { small { " \(expansion)" } }
          }
          dd {
            div(context.lang(term.language), context.dir(term.language)) {
              context.blocks(term.definition, headingsFrom: 2)
            }
            MentionList(context: context, target: Target(.term, index: index))
          }
          Raw("\n")
        }
      }
    }.write(to: &sink)
  }
}
