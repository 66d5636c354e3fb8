internal import HTML
internal import Model

/// The sections of a brief, with their numbers and what they say in a line.
struct SectionList: Markup {
  let context: PageContext
  let index: Int
  /// Whether the sections stand on this page.
  var isHere = false

  func write(to sink: inout Sink) {
    let sections = context.portal.briefs[index].sections
    ol(.class("sections")) {
      for (position, section) in sections.enumerated() where !section.title.isEmpty || !isHere {
        li {
          a(.href(href(position))) {
            span(.class("number")) { section.number.map(context.strings.number) ?? "" }
            Raw(" ")
            span(context.lang(section.language), context.dir(section.language)) {
              context.name(of: section)
            }
          }
          if !section.summary.isEmpty {
            p(context.lang(section.language), context.dir(section.language)) {
              context.inline(section.summary)
            }
          }
        }
      }
    }.write(to: &sink)
  }

  private func href(_ section: Int) -> String {
    isHere
      ? "#" + urlComponent(context.portal.briefs[index].sections[section].anchor)
      : context.links.href(.section(brief: index, section: section))
  }
}

/// The pages of a brief beside its sections.
struct BriefExtras: Markup {
  let context: PageContext
  let index: Int

  func write(to sink: inout Sink) {
    let brief = context.portal.briefs[index]
    ul(.class("extras")) {
      if !brief.isOneFile, !brief.sections.isEmpty {
        li { context.link(context.strings.whole, to: .whole(index)) }
      }
      for map in brief.maps.indices {
        let page = Page.map(brief: index, map: map)
        li { context.link(context.name(of: page), to: page) }
      }
      for chart in brief.charts.indices {
        let page = Page.chart(brief: index, chart: chart)
        li { context.link(context.name(of: page), to: page) }
      }
      for table in brief.tables {
        li {
          context.link(
            "\(context.strings.table(table.number))\(context.strings.colon)\(table.title)",
            to: .data(index),
            anchor: "table-\(table.id)")
        }
      }
      if !brief.events.isEmpty { li { context.link(context.strings.events, to: .events(index)) } }
      if !brief.sources.isEmpty {
        li { context.link(context.strings.sources, to: .sources(index)) }
      }
      if !brief.notes.isEmpty, !brief.isOneFile {
        li { context.link(context.strings.notes(brief.notes.count), to: .notes(index)) }
      }
    }.write(to: &sink)
  }

  static func isEmpty(_ brief: Brief) -> Bool {
    brief.maps.isEmpty && brief.charts.isEmpty && brief.tables.isEmpty && brief.events.isEmpty
      && brief.sources.isEmpty
      && (brief.isOneFile || (brief.sections.isEmpty && brief.notes.isEmpty))
  }
}
