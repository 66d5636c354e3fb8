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
    member("@type", "Report", to: &sink)
    member("name", brief.fullTitle, to: &sink)
    member("inLanguage", brief.language, to: &sink)
    if let url = brief.licence?.url, !isDangerousURL(url.utf8) { member("license", url, to: &sink) }
    if let revised = brief.revisions.map(\.date).max(), revised != brief.date {
      member("dateModified", revised.iso, to: &sink)
    }
    encodings(to: &sink)
    // Authors, numbers and identifiers of a rendered work are those of the work, not of the page.
    if let original = brief.original {
      organization(context.portal.publisher, to: &sink)
      sink.append(",\"isBasedOn\":{\"@type\":\"Report\"")
      member("name", original.title ?? brief.fullTitle, to: &sink)
      if let url = original.url, !isDangerousURL(url.utf8) { member("url", url, to: &sink) }
      publication(of: brief, to: &sink)
      organization(brief.publisher, to: &sink)
      sink.append("}")
    } else {
      publication(of: brief, to: &sink)
      organization(brief.publisher ?? context.portal.publisher, to: &sink)
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
      member("encodingFormat", pack.document.mediaType, to: &sink)
      member("contentUrl", context.links.absolute(path: pack.sitePath), to: &sink)
      sink.append("}")
    }
    sink.append("]")
  }

  private func publication(of brief: Brief, to sink: inout Sink) {
    if !brief.authors.isEmpty {
      sink.append(",\"author\":[")
      for (index, author) in brief.authors.enumerated() {
        if index > 0 { sink.append(",") }
        sink.append("{\"@type\":\"Person\"")
        member("name", author.name, to: &sink)
        if let orcid = author.person.flatMap({ context.portal.people[$0].orcid }) {
          member("sameAs", Self.orcidURL(orcid), to: &sink)
        }
        sink.append("}")
      }
      sink.append("]")
    }
    if let date = brief.date { member("datePublished", date.iso, to: &sink) }
    if let issue = brief.issue { member("reportNumber", issue, to: &sink) }
    if let doi = brief.doi { member("identifier", Self.doiURL(doi), to: &sink) }
    if let isbn = brief.isbn { member("isbn", isbn, to: &sink) }
  }

  private func organization(_ publisher: Publisher?, to sink: inout Sink) {
    guard let publisher else { return }
    sink.append(",\"publisher\":{\"@type\":\"Organization\"")
    member("name", publisher.name, to: &sink)
    sink.append("}")
  }

  private func member(_ name: StaticString, _ value: String, to sink: inout Sink) {
    sink.append(",\"")
    sink.append(name)
    sink.append("\":")
    sink.append(json: value)
  }

  /// A DOI as an address, however it was written.
  static func doiURL(_ doi: String) -> String {
    doi.hasPrefix("http") ? doi : "https://doi.org/\(doi)"
  }

  static func orcidURL(_ orcid: String) -> String {
    orcid.hasPrefix("http") ? orcid : "https://orcid.org/\(orcid)"
  }
}
