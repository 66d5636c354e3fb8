internal import Cache
internal import Model
internal import Templates

/// Checksums of what each of a site's files is made of.
struct OutputKeys: Sendable {
  private let editions: [EditionKeys]
  private let all: UInt64

  /// - Parameters:
  ///   - templates: prepared for each edition.
  ///   - generator: what the program is: another makes other files of the same content.
  init(_ editions: [SiteEdition], templates: [any PortalTemplates], generator: UInt64) {
    self.editions = zip(editions, templates).map {
      EditionKeys($0.keys, of: $0.portal, templates: $1, generator: generator)
    }
    all = checksum(of: self.editions.map(\.site))
  }

  func key(of output: SitePlan.Output) -> UInt64 {
    switch output.content {
    case .copy: 0
    case .sitemap: all
    default: editions[output.edition].key(of: output)
    }
  }
}

/// The same of one edition.
private struct EditionKeys: Sendable {
  let site: UInt64
  private let base: UInt64
  private let pages: [UInt64]

  init(
    _ keys: ContentKeys, of portal: Portal, templates: any PortalTemplates, generator: UInt64
  ) {
    // What every page shows: the portal's own records, the ways in, the packs that are linked to.
    var shared = [
      generator, keys.records, checksum(portal.baseURL),
      portal.briefs.contains { !$0.topics.isEmpty } ? 1 : 0,
      portal.briefs.contains { !$0.authors.isEmpty } ? 1 : 0,
      portal.briefs.count > 1 ? 1 : 0,
      checksum(portal.audiences.joined(separator: " ")),
      checksum(portal.languages.joined(separator: " ")), checksum(portal.language),
      checksum(Page.threads(of: portal).map { $0.path(in: portal) }.joined(separator: " ")),
    ]
    for pack in portal.builtPacks.all {
      shared += [checksum(pack.path), UInt64(pack.size), UInt64(pack.pages ?? 0)]
      if case .pack(let index) = pack.document {
        shared += [checksum(portal.packs[index].title), checksum(portal.packs[index].language)]
      }
    }
    let base = checksum(of: shared)
    let site = checksum(of: [base] + keys.pages)
    self.site = site
    self.base = base
    // A group whose name would have the address of another's is called otherwise, which its briefs link to.
    var pages = keys.pages
    let authors = portal.briefsByAuthor
    for group in portal.briefsByTopic + authors.names where !group.hasPlainSlug {
      for brief in group.briefs {
        pages[brief] = checksum(of: [pages[brief], checksum(group.name), checksum(group.feedPath)])
      }
    }
    self.pages =
      templates.pagesShowLinkedBriefsOnly
      ? pages.map { checksum(of: [base, $0]) } : pages.map { checksum(of: [site, $0]) }
  }

  func key(of output: SitePlan.Output) -> UInt64 {
    switch output.content {
    case .feed(let group?), .jsonFeed(let group?): key(of: group)
    default: output.brief.map { pages[$0] } ?? site
    }
  }

  /// What a group's feed is made of: its briefs, and which of them are new enough to be carried whole.
  private func key(of group: BriefGroup) -> UInt64 {
    var parts = [base, checksum(group.name), checksum(group.feedPath)]
    for brief in group.briefs { parts += [pages[brief], brief < FeedTexts.whole ? 1 : 0] }
    return checksum(of: parts)
  }
}
