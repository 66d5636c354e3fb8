internal import HTML
internal import Model

/// The tables that no other part shows.
struct EPUBTables: Markup {
  let context: PageContext
  let contents: EPUBContents

  func write(to sink: inout Sink) {
    let brief = context.portal.briefs[contents.brief]
    let figures = FigureWriter(
      context: context, brief: contents.brief,
      caption: ProseWriter(
        brief: contents.brief, links: context.links, strings: context.strings))
    EPUBFrame(context, .tables, title: context.strings.tables) {
      section(.ariaLabelledby("_title")) {
        h1(.id("_title")) { context.strings.tables }
        forEach(brief.tables.indices.filter { contents.tables[$0] == .tables }) { table in
          figures.table(Target(.table, brief: contents.brief, index: table), words: nil)
        }
      }
    }.write(to: &sink)
  }
}

/// The events, in the order of their dates.
struct EPUBEvents: Markup {
  let context: PageContext
  let index: Int

  func write(to sink: inout Sink) {
    let text = TextWriter(context, brief: index, anchorsMentions: false)
    EPUBFrame(context, .events, title: context.strings.events) {
      section(.ariaLabelledby("_title")) {
        h1(.id("_title")) { context.strings.events }
        EventList(text: text)
      }
    }.write(to: &sink)
  }
}

/// Published works and interviews.
struct EPUBSources: Markup {
  let context: PageContext
  let index: Int

  func write(to sink: inout Sink) {
    EPUBFrame(context, .sources, title: context.strings.sources) {
      section(
        .epubType("bibliography"), .role("doc-bibliography"), .ariaLabelledby("_title")
      ) {
        h1(.id("_title")) { context.strings.sources }
        SourceLists(context: context, index: index)
      }
    }.write(to: &sink)
  }
}

/// The terms that the brief speaks of.
struct EPUBGlossary: Markup {
  let context: PageContext
  /// Indices in the portal's terms.
  let terms: [Int]

  func write(to sink: inout Sink) {
    EPUBFrame(context, .glossary, title: context.strings.glossary) {
      section(.epubType("glossary"), .role("doc-glossary"), .ariaLabelledby("_title")) {
        h1(.id("_title")) { context.strings.glossary }
        dl {
          forEach(terms.map { context.portal.terms[$0] }) { term in
            dt(.epubType("glossterm"), .id(term.id)) {
              dfn { term.term }
              if let expansion = term.expansion { small { " \(expansion)" } }
            }
            dd(.epubType("glossdef")) { context.blocks(term.definition, headingsFrom: 2) }
            Raw("\n")
          }
        }
      }
    }.write(to: &sink)
  }

  private func dfn(@MarkupBuilder _ content: () -> Text) -> Element<Text> {
    element("dfn", content: content)
  }
}

/// What the publication is, and where it stands on the web.
struct EPUBColophon: Markup {
  let context: PageContext
  let index: Int

  func write(to sink: inout Sink) {
    let title = context.strings.publication
    EPUBFrame(context, .colophon, title: title) {
      section(.epubType("colophon"), .role("doc-colophon"), .ariaLabelledby("_title")) {
        h1(.id("_title")) { title }
        PublicationList(context: context, index: index)
        if !context.portal.baseURL.isEmpty {
          let address = context.links.canonical(.brief(index))
          p {
            context.strings.onTheWeb
            Raw(": ")
            context.outward(address, to: address)
          }
        }
        p(.class("fine")) { context.strings.madeWith }
      }
    }.write(to: &sink)
  }
}
