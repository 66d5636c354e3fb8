internal import HTML
internal import Model

/// A section of a brief.
struct EPUBSection: Markup {
  let context: PageContext
  let brief: Int
  let index: Int

  func write(to sink: inout Sink) {
    let section = context.portal.briefs[brief].sections[index]
    let text = TextWriter(context, brief: brief, anchorsMentions: true)
    EPUBFrame(context, .section(index), title: context.name(of: section)) {
      HTML.section(
        .epubType("chapter"), .role("doc-chapter"), .ariaLabelledby("_title")
      ) {
        h1(.id("_title")) {
          if let number = section.number {
            span(.class("number")) { context.strings.number(number) }
            Raw(" ")
          }
          if section.heading.isEmpty {
            Text(context.name(of: section))
          } else {
            text.inline(section.heading)
          }
        }
        Raw("\n")
        text.body(section.body, headingsFrom: 2)
        SectionZones(context: context, brief: brief, section: index)
      }
    }.write(to: &sink)
  }
}
