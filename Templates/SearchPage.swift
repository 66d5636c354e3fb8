internal import HTML
internal import Model

/// The page to search in the briefs. It says in words what it cannot do: without a script, without an
/// index, and in a site that was built without one.
struct SearchPage: Markup {
  let context: PageContext

  func write(to sink: inout Sink) {
    let strings = context.strings
    Frame(context, title: strings.search, description: strings.searchDescription) {
      Raw("\n")
      div(.class("text search")) {
        h1 { strings.search }
        if context.portal.hasSearch { search } else { p { strings.searchNotBuilt } }
        p(.class("actions")) { context.link(strings.briefs, to: .briefs) }
      }
    }.write(to: &sink)
  }

  /// The script shows the form, and puts what it finds into the last of these.
  private var search: some Markup {
    let strings = context.strings
    return div(
      .id("_search"),
      Attribute("data-searching", strings.searching),
      Attribute("data-found", strings.searchFound),
      Attribute("data-none", strings.searchNone),
      Attribute("data-more", strings.searchMore),
      Attribute("data-missing", strings.searchMissing),
      Attribute("data-zero", String(Character(strings.numerals.zero))),
      Attribute("data-index", context.links.siteHref(path: "pagefind/"))
    ) {
      Raw("\n")
      element("form", .role("search"), Attribute("hidden", true)) {
        label(Attribute("for", "_query")) { strings.searchFor }
        Raw("\n")
        input(
          .id("_query"), .type("search"), .name("q"), Attribute("autocomplete", "off"),
          Attribute("enterkeyhint", "search"), Attribute("spellcheck", "false"))
        Raw("\n")
        div(.class("filters")) {
          choice("topic", strings.topics)
          choice("place", strings.places)
          choice("actor", strings.actors)
        }
      }
      Raw("\n")
      p(.id("_state"), .role("status")) { strings.searchNeedsScript }
      Raw("\n")
      element("ol", .id("_results")) { Raw("") }
      Raw("\n")
      element("button", .id("_more"), .type("button"), Attribute("hidden", true)) {
        strings.searchMore
      }
      Raw("\n")
    }
  }
}

extension SearchPage {
  /// The script fills it with what the index holds, and shows it then.
  private func choice(_ name: String, _ words: String) -> some Markup {
    div(Attribute("hidden", true)) {
      label(Attribute("for", "_\(name)")) { words }
      Raw("\n")
      element("select", .id("_\(name)"), .name(name)) {
        element("option", Attribute("value", "")) { context.strings.searchAny }
      }
    }
  }
}

extension Page {
  /// Whether the page's words are found by a search: those of briefs, once. Whole briefs and lists of
  /// notes say again what other pages say.
  func isIndexed(in portal: Portal) -> Bool {
    switch self {
    case .brief, .section, .map: portal.hasSearch
    default: false
    }
  }
}

extension PageContext {
  /// Marks what a search is not to find on a page that is indexed.
  var unindexed: Attribute? {
    portal.hasSearch && assets != nil ? Attribute("data-pagefind-ignore", true) : nil
  }
}

/// What Pagefind reads of a page (https://pagefind.app/docs/indexing/): that it is to be found, under
/// which name and as part of which brief.
struct IndexMarks {
  let isIndexed: Attribute?
  let meta: Attribute?
  let name: Attribute?
  let brief: Attribute?

  init(_ context: PageContext, title: String) {
    let isPart = context.page.isIndexed(in: context.portal)
    let brief = context.page.brief.map { context.portal.briefs[$0].fullTitle }
    isIndexed = isPart ? Attribute("data-pagefind-body", true) : nil
    meta = isPart ? Attribute("data-pagefind-meta", "title[data-name], brief[data-brief]") : nil
    name = isPart ? Attribute("data-name", title) : nil
    self.brief = isPart ? brief.map { Attribute("data-brief", $0) } : nil
  }
}
