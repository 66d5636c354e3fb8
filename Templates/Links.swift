internal import HTML
public import Model

/// Addresses and labels as seen from one page.
///
/// Links are relative to the page, with the file's name written out, so that the site works under
/// any address and from a folder on disk. Only the page for missing addresses, which may be shown
/// anywhere, links from the base URL's path.
public struct Links: Sendable {
  /// One reference to copy, where a portal would be a score of them: links are copied at every turn.
  private let shared: SharedPortal
  public let page: Page
  /// The part of an electronic publication that the links are in; `nil` on the site.
  let publication: EPUBLinks?
  private let root: String
  /// What a feed's entry puts before its anchors, so that no two entries share one; else nothing.
  let anchorPrefix: String

  public init(from page: Page, in portal: Portal) {
    self.init(from: page, in: portal, publication: nil)
  }

  init(from page: Page, in portal: Portal, publication: EPUBLinks?) {
    shared = SharedPortal(portal)
    self.page = page
    self.publication = publication
    anchorPrefix = ""
    if page == .notFound {
      root = Self.path(ofURL: portal.baseURL)
    } else {
      let depth = page.path(in: portal).utf8.count { $0 == UInt8(ascii: "/") }
      root = String(repeating: "../", count: depth)
    }
  }

  /// For a brief's entry in a feed, where every address is absolute.
  ///
  /// - Parameter index: in the portal's briefs; the portal has a base URL.
  init(feedOf index: Int, in portal: Portal) {
    shared = SharedPortal(portal)
    // No entry is of this page, so that none links to an anchor alone.
    page = .notFound
    publication = nil
    root = portal.baseURL
    anchorPrefix = "\(portal.briefs[index].slug)-"
  }

  public var portal: Portal {
    _read { yield shared.portal }
  }

  /// To a file of the site, by its path below the root; each segment is percent-encoded.
  public func href(path: String) -> String {
    root + urlPath(path)
  }

  /// To a page in another of the site's languages.
  func href(_ page: Page, in language: String) -> String {
    siteHref(path: path(of: language) + page.path(in: portal))
  }

  /// The absolute address of a page in another of the site's languages.
  func canonical(_ page: Page, in language: String) -> String {
    let site = portal.baseURL.dropLast(portal.sitePath.utf8.count)
    let file = page == .home ? "" : page.path(in: portal)
    return site + path(of: language) + urlPath(file)
  }

  /// Where the site in a language stands.
  private func path(of language: String) -> String {
    language == portal.languages.first ? "" : language + "/"
  }

  /// To a file of the whole site, above the folders of its languages.
  func siteHref(path: String) -> String {
    // The page for what was not found, which may be shown anywhere, links from the root of the server.
    let up = root.hasPrefix("/") ? String(root.dropLast(portal.sitePath.utf8.count)) : root + "../"
    return (portal.sitePath.isEmpty ? root : up) + urlPath(path)
  }

  /// To another page, and an anchor in it; to this page, the anchor alone.
  public func href(_ other: Page, anchor: String? = nil) -> String {
    let fragment = anchor.map { "#" + urlComponent($0) } ?? ""
    if other == page, !fragment.isEmpty { return fragment }
    return href(path: other.path(in: portal)) + fragment
  }

  /// The absolute address of a page, the home page's being the portal's own; relative to the root
  /// where the portal has no base URL.
  public func canonical(_ page: Page) -> String {
    page == .home && !portal.baseURL.isEmpty
      ? portal.baseURL : absolute(path: page.path(in: portal))
  }

  /// The absolute address of a file of the site.
  public func absolute(path: String) -> String {
    portal.baseURL + urlPath(path)
  }

  /// An address that content gives, as seen from a page: one that is not absolute is made so (RFC 3986,
  /// 5.2, without what no content has: dots in the middle of a path stay).
  func absolute(address: String, from page: Page) -> String {
    let base = portal.baseURL
    if address.hasPrefix("//") { return String(base.prefix { $0 != ":" }) + ":" + address }
    let scheme = address.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
    if !scheme.isEmpty, address[scheme.endIndex...].hasPrefix(":") { return address }
    let here = canonical(page)
    if address.isEmpty || address.hasPrefix("#") || address.hasPrefix("?") { return here + address }
    let path = Self.path(ofURL: base)
    if address.hasPrefix("/") { return String(base.dropLast(path.utf8.count)) + address }
    // The scheme, nothing and the host come first, and stay.
    var folders = here.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    var rest = Substring(address)
    while rest.hasPrefix("../") || rest.hasPrefix("./") {
      if rest.hasPrefix("../"), folders.count > 3 { folders.removeLast() }
      rest = rest[(rest.firstIndex(of: "/").map(rest.index(after:)) ?? rest.endIndex)...]
    }
    return folders.joined(separator: "/") + "/" + rest
  }

  /// To the page or entry of a record; `anchor` is a heading inside a section.
  public func href(_ target: Target, anchor heading: String? = nil) -> String? {
    if let publication { return publication.href(target, anchor: heading, in: self) }
    guard let (page, anchor) = Self.location(of: target, in: portal) else { return nil }
    if self.page == .whole(target.brief), target.kind == .section {
      let section = portal.briefs[target.brief].sections[target.index]
      return href(self.page, anchor: heading ?? section.anchor)
    }
    return href(page, anchor: heading ?? anchor)
  }

  /// To another page, and an anchor in it, where there is a way: a publication leads to its own
  /// parts, else to the web.
  func reach(_ other: Page, anchor: String? = nil) -> String? {
    guard let publication else { return href(other, anchor: anchor) }
    return publication.href(other, anchor: anchor, in: self)
  }

  /// To a file of the site, where there is a way.
  func reach(path: String) -> String? {
    guard publication != nil else { return href(path: path) }
    return portal.baseURL.isEmpty ? nil : absolute(path: path)
  }

  /// To an address that content gives, where there is a way.
  func reach(address: String) -> String? {
    publication == nil || EPUBLinks.isReachable(address) ? address : nil
  }

  /// To a document that a brief's text names, where there is a way.
  func document(_ name: String, of brief: Brief) -> String? {
    reach(path: brief.path(ofFile: name))
  }

  /// To a picture that a brief's text shows; `nil` for one that a publication does not hold.
  func picture(_ name: String, of brief: Brief) -> String? {
    guard let publication else { return href(path: brief.path(ofFile: name)) }
    return publication.contents.pictures[name]?.path
  }

  /// The page on which a part of a brief stands.
  public static func page(of part: BriefPart, brief index: Int, in portal: Portal) -> Page {
    if portal.briefs[index].isOneFile {
      switch part {
      case .front, .imprint, .section, .note: return .brief(index)
      default: break
      }
    }
    switch part {
    case .front, .imprint: return .brief(index)
    case .section(let section): return .section(brief: index, section: section)
    case .note: return .notes(index)
    case .map(let map): return .map(brief: index, map: map)
    case .table: return .data(index)
    case .chart(let chart): return .chart(brief: index, chart: chart)
    case .source: return .sources(index)
    case .event: return .events(index)
    }
  }

  /// The page that shows a record, and the record's anchor there.
  static func location(of target: Target, in portal: Portal) -> (Page, String?)? {
    switch target.kind {
    case .brief: return (.brief(target.index), nil)
    case .place: return (.place(target.index), nil)
    case .actor: return (.actor(target.index), nil)
    case .term: return (.glossary, portal.terms[target.index].id)
    case .person: return (.person(target.index), nil)
    case .map, .table, .chart, .timeline, .section, .note, .source, .event, .zone: break
    }
    guard portal.briefs.indices.contains(target.brief) else { return nil }
    let brief = portal.briefs[target.brief]
    switch target.kind {
    case .section:
      return brief.isOneFile
        ? (.brief(target.brief), brief.sections[target.index].anchor)
        : (.section(brief: target.brief, section: target.index), nil)
    case .note:
      let page: Page = brief.isOneFile ? .brief(target.brief) : .notes(target.brief)
      return (page, brief.notes[target.index].anchor)
    case .map: return (.map(brief: target.brief, map: target.index), nil)
    case .table: return (.data(target.brief), "table-\(brief.tables[target.index].id)")
    case .chart: return (.chart(brief: target.brief, chart: target.index), nil)
    case .source: return (.sources(target.brief), brief.sources[target.index].anchor)
    case .event: return (.events(target.brief), brief.events[target.index].id)
    case .zone:
      return brief.zone(at: target.index).map { map, zone in
        (.map(brief: target.brief, map: map), "zone-\(brief.maps[map].zones[zone].id)")
      }
    default: return nil
    }
  }

  /// The label that a typed link without text of its own gets: “Map 1”, “note 24”, a name.
  public func label(_ target: Target, strings: any InterfaceStrings) -> String {
    switch target.kind {
    case .brief: return portal.briefs[target.index].title
    case .place: return portal.places[target.index].name.text(in: portal.language)
    case .actor:
      let actor = portal.actors[target.index]
      return actor.short ?? actor.name.text(in: portal.language)
    case .term: return portal.terms[target.index].term
    case .person: return portal.people[target.index].name
    case .map, .table, .chart, .timeline, .section, .note, .source, .event, .zone: break
    }
    let brief = portal.briefs[target.brief]
    switch target.kind {
    case .map: return strings.map(brief.maps[target.index].number)
    case .table: return strings.table(brief.tables[target.index].number)
    case .chart: return strings.chart(brief.charts[target.index].number)
    case .section:
      let section = brief.sections[target.index]
      return section.number.map(strings.section) ?? section.title
    case .note: return strings.noteInText(brief.notes[target.index].number)
    case .event: return brief.events[target.index].title.plainText
    case .zone:
      return brief.zone(at: target.index).map { map, zone in
        brief.maps[map].zones[zone].name.text(in: brief.language)
      } ?? ""
    case .source:
      switch brief.sources[target.index].content {
      case .work(let work): return work.title
      case .interview: return strings.interview
      }
    default: return ""
    }
  }

  /// The anchor of a mention of a record in a brief's text.
  func mentionAnchor(_ target: Target, ordinal: Int) -> String {
    "at-\(target.kind.rawValue)-\(id(of: target))" + (ordinal > 1 ? "~\(ordinal)" : "")
  }

  private func id(of target: Target) -> String {
    switch target.kind {
    case .brief: portal.briefs[target.index].id
    case .place: portal.places[target.index].id
    case .actor: portal.actors[target.index].id
    case .term: portal.terms[target.index].id
    case .person: portal.people[target.index].id
    case .map: portal.briefs[target.brief].maps[target.index].id
    case .table: portal.briefs[target.brief].tables[target.index].id
    case .chart, .timeline: portal.briefs[target.brief].charts[target.index].id
    case .section: portal.briefs[target.brief].sections[target.index].id
    case .note: portal.briefs[target.brief].notes[target.index].label
    case .source: portal.briefs[target.brief].sources[target.index].anchor
    case .event: portal.briefs[target.brief].events[target.index].id
    case .zone: zoneID(target)
    }
  }

  /// Zones of several maps may have one id; no id has a “~”.
  private func zoneID(_ target: Target) -> String {
    let brief = portal.briefs[target.brief]
    return brief.zone(at: target.index).map { map, zone in
      "\(brief.maps[map].id)~\(brief.maps[map].zones[zone].id)"
    } ?? ""
  }

  /// The path of an address, from its slash on; `/` where it has none.
  package static func path(ofURL url: String) -> String {
    guard let scheme = url.firstRange(of: "://") else { return "/" }
    let rest = url[scheme.upperBound...]
    guard let slash = rest.firstIndex(of: "/") else { return "/" }
    return String(rest[slash...])
  }
}

private final class SharedPortal: Sendable {
  let portal: Portal

  init(_ portal: Portal) { self.portal = portal }
}
