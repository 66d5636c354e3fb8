internal import Citations
internal import HTML
internal import Model

/// A brief as linked data of schema.org (a `Report`), for search engines and reference managers:
/// a data block, which no script policy keeps out because nothing runs.
struct ReportData: Markup {
  let context: PageContext
  let brief: Int

  func write(to sink: inout Sink) {
    let brief = context.portal.briefs[brief]
    sink.append("\n<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\"")
    sink.member("@type", "Report")
    sink.member("name", brief.fullTitle)
    sink.member("inLanguage", brief.textLanguage)
    if let url = brief.licence?.url { sink.member("license", safe: url) }
    if let revised = brief.revisions.map(\.date).max(), revised != brief.date {
      sink.member("dateModified", revised.iso)
    }
    if !brief.topics.isEmpty { sink.member("keywords", brief.topics.joined(separator: ", ")) }
    encodings(to: &sink)
    // Authors, numbers and identifiers of a rendered work are those of the work, not of the page.
    if let original = brief.original {
      sink.organization(context.portal.publisher)
      sink.append(",\"isBasedOn\":{\"@type\":\"Report\"")
      sink.member("name", original.title ?? brief.fullTitle)
      if let url = original.url { sink.member("url", safe: url) }
      publication(of: brief, to: &sink)
      sink.organization(brief.publisher)
      sink.append("}")
    } else {
      if !context.portal.baseURL.isEmpty {
        sink.member("url", context.links.canonical(.brief(self.brief)))
      }
      publication(of: brief, to: &sink)
      sink.organization(brief.publisher ?? context.portal.publisher)
    }
    sink.append("}</script>")
  }

  /// The documents that hold the whole brief. Their addresses have to be absolute.
  private func encodings(to sink: inout Sink) {
    let whole = context.portal.builtPacks.of(brief: brief).filter(\.document.isWhole)
    guard !context.portal.baseURL.isEmpty, !whole.isEmpty else { return }
    sink.append(",\"encoding\":[")
    for (index, pack) in whole.enumerated() {
      if index > 0 { sink.append(",") }
      sink.append("{\"@type\":\"MediaObject\"")
      sink.member("encodingFormat", pack.document.mediaType)
      sink.member("contentUrl", context.links.absolute(path: pack.sitePath))
      sink.append("}")
    }
    sink.append("]")
  }

  private func publication(of brief: Brief, to sink: inout Sink) {
    if !brief.authors.isEmpty {
      sink.append(",\"author\":[")
      for (index, author) in brief.authors.enumerated() {
        if index > 0 { sink.append(",") }
        let person = author.person.map { context.portal.people[$0] }
        sink.append(
          person?.isOrganization == true ? "{\"@type\":\"Organization\"" : "{\"@type\":\"Person\"")
        sink.member("name", author.name)
        if let orcid = person?.orcid { sink.member("sameAs", Self.orcidURL(orcid)) }
        sink.append("}")
      }
      sink.append("]")
    }
    if let date = brief.date { sink.member("datePublished", date.iso) }
    sink.member("reportNumber", brief.issue)
    if let doi = brief.doi { sink.member("identifier", Self.doiURL(doi)) }
    sink.member("isbn", brief.isbn)
    let own = brief.original == nil ? brief.series : brief.ownSeries ?? brief.series
    if let series = own {
      sink.append(",\"isPartOf\":{\"@type\":\"CreativeWorkSeries\"")
      sink.member("name", series)
      sink.member("issn", brief.issn)
      sink.append("}")
    }
  }

  /// A DOI as an address, however it was written; what may not stand in one is percent-encoded.
  static func doiURL(_ doi: String) -> String {
    if let bare = bareDOI(doi) {
      return "https://doi.org/"
        + bare.split(separator: "/", omittingEmptySubsequences: false)
        .map { $0.utf8.allSatisfy(isPlain) ? String($0) : urlComponent(String($0)) }
        .joined(separator: "/")
    }
    return doi.hasPrefix("http") ? doi : "https://doi.org/\(doi)"
  }

  /// What a segment of a path may hold beside letters and digits (RFC 3986, 3.3).
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~!$&'()*+,;=:@".utf8.contains(byte)
    }
  }

  static func orcidURL(_ orcid: String) -> String {
    ORCID(orcid)?.url ?? (orcid.hasPrefix("http") ? orcid : "https://orcid.org/\(orcid)")
  }
}
