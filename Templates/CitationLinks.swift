internal import Citations
internal import HTML
internal import Model

/// A brief's citation to take into a reference manager: as files beside a brief of several pages. One in
/// a single file has a single page, and its citations are in it.
struct CitationLinks: Markup {
  let context: PageContext
  let index: Int

  func write(to sink: inout Sink) {
    let isOneFile = context.portal.briefs[index].isOneFile
    let work = isOneFile ? CitedWork(index, context) : nil
    sink.append("<p class=\"cite\">")
    sink.append(text: context.strings.takeCitation)
    for (position, format) in CitationFormat.allCases.enumerated() {
      sink.append(position == 0 ? " " : ", ")
      if let work {
        link(to: work, as: format, to: &sink)
      } else {
        let path = context.portal.briefs[index].path(ofCitation: format)
        a(.href(context.links.href(path: path)), .type(format.mediaType), .download) {
          format.name
        }.write(to: &sink)
      }
    }
    sink.append("</p>")
  }

  /// An address that holds the citation itself. It loads nothing, and no other text gets into it than
  /// what is percent-encoded.
  private func link(to work: CitedWork, as format: CitationFormat, to sink: inout Sink) {
    var citation = Sink(capacity: 1024)
    format.write([work], hasAbstracts: false, to: &citation)
    sink.append("<a download=\"")
    sink.append(text: "\(context.portal.briefs[index].slug).\(format.suffix)")
    sink.append("\" href=\"data:")
    sink.append(unsafe: format.mediaType)
    sink.append(";charset=utf-8,")
    citation.withBytes { sink.append(urlComponent: $0) }
    sink.append("\">")
    sink.append(unsafe: format.name)
    sink.append("</a>")
  }
}
