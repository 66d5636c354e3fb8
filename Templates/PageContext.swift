internal import Cartography
internal import HTML
internal import Model

/// `<a href>` around words.
typealias Link = Element<Text>
/// A link, or the words alone where there is no way.
typealias Way = Either<Link, Text>

/// What the template of every page is given.
struct PageContext {
  let page: Page
  let links: Links
  let strings: any InterfaceStrings
  let drawings: MapDrawings
  /// `nil` in a publication, which brings files of its own.
  let assets: StandardAssets?
  /// What the pages of records bring together.
  let records: RecordIndex
  /// BCP 47: the brief's language on its pages, else the portal's.
  let language: String

  init(
    _ page: Page, of portal: Portal, drawings: MapDrawings, assets: StandardAssets,
    records: RecordIndex
  ) {
    self.records = records
    self.drawings = drawings
    self.assets = assets
    self.page = page
    links = Links(from: page, in: portal)
    language = page.brief.map { portal.briefs[$0].language } ?? portal.language
    strings = interfaceStrings(for: language)
  }

  /// For a part of a publication.
  init(_ part: EPUBPart, of contents: EPUBContents, in portal: Portal, drawings: MapDrawings) {
    self.drawings = drawings
    assets = nil
    records = RecordIndex(of: portal)
    page = .brief(contents.brief)
    links = Links(
      from: page, in: portal, publication: EPUBLinks(contents: contents, part: part))
    language = portal.briefs[contents.brief].language
    strings = interfaceStrings(for: language)
  }

  var portal: Portal {
    _read { yield links.portal }
  }

  /// Whether the page's language is written from right to left.
  var isRightToLeft: Bool { Model.isRightToLeft(language) }

  /// Prose away from its notes: references to them are left out.
  func inline(_ prose: Prose) -> Streamed {
    let writer = ProseWriter(brief: nil, links: links, strings: strings)
    return Streamed { writer.write(prose, to: &$0) }
  }

  /// Blocks away from their notes; headings start at `level` and skip none.
  func blocks(_ prose: Prose, headingsFrom level: Int) -> Streamed {
    inline(prose.withHeadings(from: level))
  }

  /// A link to another page.
  func link(_ words: String, to page: Page, anchor: String? = nil) -> Way {
    way(words, to: links.reach(page, anchor: anchor))
  }

  /// A link, or the words alone where it leads nowhere.
  func way(_ words: String, to href: String?) -> Way {
    href.map { address in .first(a(.href(address)) { words }) } ?? .second(Text(words))
  }

  /// A link to another site; the words alone where its address could run code.
  func outward(_ words: String, to url: String?) -> Way {
    guard let url, !isDangerousURL(url.utf8) else { return .second(Text(words)) }
    return way(words, to: links.reach(address: url))
  }

  /// The same, with what the other page is to this one.
  func outward(_ words: String, to url: String?, rel relation: String) -> Way {
    guard let url, !isDangerousURL(url.utf8), let href = links.reach(address: url) else {
      return .second(Text(words))
    }
    return .first(a(.rel(relation), .href(href)) { words })
  }

  /// A publisher or funder by name, linked where it has an address.
  func named(_ publisher: Publisher) -> Pair<Way, Text?> {
    Pair(outward(publisher.name, to: publisher.url), publisher.address.map { Text(", \($0)") })
  }
}
