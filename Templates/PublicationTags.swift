internal import Citations
internal import HTML
internal import Model

/// What reference managers and indices of research read in the head of a brief's page: Highwire's tags, as
/// Google Scholar asks for them (https://scholar.google.com/intl/en/scholar/inclusion.html), Dublin Core,
/// and typed links. Of a brief that renders a work published elsewhere they are that work's, but for its
/// text, which is not on this site.
struct PublicationTags: Markup {
  let context: PageContext
  let brief: Int

  func write(to sink: inout Sink) {
    let portal = context.portal
    let work = CitedWork(brief, context)
    sink.append("\n")
    tag("citation_title", work.fullTitle, to: &sink)
    for author in work.authors { tag("citation_author", author.inverted, to: &sink) }
    if let date = work.date {
      let slashed = date.iso.split(separator: "-").joined(separator: "/")
      tag("citation_publication_date", slashed, to: &sink)
    }
    tag("citation_technical_report_institution", work.institution, to: &sink)
    tag("citation_technical_report_number", work.issue, to: &sink)
    tag("citation_series_title", work.series, to: &sink)
    tag("citation_doi", work.doi, to: &sink)
    tag("citation_isbn", work.isbn, to: &sink)
    tag("citation_issn", work.issn, to: &sink)
    tag("citation_language", work.language, to: &sink)
    if !portal.baseURL.isEmpty {
      if !work.isRendered {
        tag("citation_abstract_html_url", context.links.canonical(.brief(brief)), to: &sink)
      }
      // Of a rendering too: what readers take with them is this page's text, which says what it renders.
      if let pack = portal.builtPacks[.brief(brief)] {
        tag("citation_pdf_url", context.links.absolute(path: pack.sitePath), to: &sink)
      }
    }
    sink.append("\n")
    tag("DC.type", "Report", to: &sink)
    tag("DC.title", work.fullTitle, to: &sink)
    for author in work.authors { tag("DC.creator", author.full, to: &sink) }
    tag("DC.date", work.date?.iso, to: &sink)
    tag("DC.publisher", work.institution, to: &sink)
    tag("DC.language", work.language, to: &sink)
    for topic in work.topics { tag("DC.subject", topic, to: &sink) }
    tag("DC.identifier", work.doi.map(ReportData.doiURL) ?? work.url, to: &sink)
    tag("DC.rights", work.licence, to: &sink)
    sink.append("\n")
    if let licence = work.licence { link("license", licence, to: &sink) }
    if let doi = work.doi { link("cite-as", ReportData.doiURL(doi), to: &sink) }
    guard !portal.briefs[brief].isOneFile else { return }
    for format in CitationFormat.allCases {
      let path = portal.briefs[brief].path(ofCitation: format)
      HTML.link(
        .rel("alternate"), .type(format.mediaType), .href(context.links.href(path: path))
      ).write(to: &sink)
    }
  }

  private func tag(_ name: StaticString, _ value: String?, to sink: inout Sink) {
    guard let value, !value.isEmpty else { return }
    sink.append("<meta name=\"")
    sink.append(name)
    sink.append("\" content=\"")
    sink.append(text: value)
    sink.append("\">")
  }

  private func link(_ relation: String, _ address: String, to sink: inout Sink) {
    if isDangerousURL(address.utf8) { return }
    HTML.link(.rel(relation), .href(address)).write(to: &sink)
  }
}
