internal import HTML
internal import Model

/// The tables of a brief, each with its file.
struct DataPage: Markup {
  let context: PageContext
  let index: Int

  func write(to sink: inout Sink) {
    let brief = context.portal.briefs[index]
    let text = TextWriter(context, brief: index, anchorsMentions: false)
    let writer = ProseWriter(brief: index, links: context.links, strings: context.strings)
    Frame(context, title: context.strings.tables, trail: context.trail(above: context.page)) {
      Raw("\n")
      h1 { context.strings.tables }
      if brief.tables.count > 2 {
        nav(.class("inner"), .ariaLabel(context.strings.contents)) {
          ul {
            for table in brief.tables {
              li { a(.href("#table-" + urlComponent(table.id))) { heading(of: table) } }
            }
          }
        }
      }
      Raw("\n")
      for table in brief.tables {
        div(.class("data text"), context.lang(table.language), context.dir(table.language)) {
          h2(.id("table-\(table.id)")) { heading(of: table) }
          text.notes(of: table)
          if !table.caption.isEmpty { p { text.inline(table.caption) } }
          if let section = table.section {
            p(.class("fine")) {
              context.links(to: [Target(.section, brief: index, index: section)])
            }
          }
          TableView(
            context: context, brief: index, table: table, writer: writer,
            label: heading(of: table))
        }
        Raw("\n")
      }
    }.write(to: &sink)
  }

  private func heading(of table: DataTable) -> String {
    "\(context.strings.table(table.number))\(context.strings.colon)\(table.title)"
  }
}
