internal import HTML
internal import Model

/// A published work as a bibliography cites it: authors (date). Title. Container, number. Publisher.
/// The title carries the link. Parts of a whole stand in quotation marks, wholes in italics.
struct WorkCitation: Markup {
  let context: PageContext
  let work: Work

  func write(to sink: inout Sink) {
    let people = work.authors.isEmpty ? work.editors : work.authors
    sink.append(text: names(people))
    if work.authors.isEmpty, !people.isEmpty { sink.append(text: " (\(context.strings.editors))") }
    sink.append(people.isEmpty ? "" : " ")
    sink.append(
      text: "(\(work.issued.map(context.strings.dates) ?? context.strings.undatedWork)). ")
    title.write(to: &sink)
    sink.append(".")
    if let container = work["container-title"] {
      sink.append(" ")
      cite { container }.write(to: &sink)
      clause([work["volume"].map { " \($0)" }, work["page"].map { ", \($0)" }], to: &sink)
    }
    if let genre = work["genre"] ?? work["number"] {
      let number = work["genre"] == nil ? nil : work["number"]
      clause([" " + genre, number.map { " \($0)" }], to: &sink)
    }
    if let publisher = work["publisher"], publisher != work["container-title"] {
      clause([" " + publisher, work["publisher-place"].map { ", \($0)" }], to: &sink)
    }
    if let doi = work.doi {
      sink.append(" ")
      let url = ReportData.doiURL(doi)
      context.outward("doi:\(doi)", to: url).write(to: &sink)
      sink.append(".")
    }
    if let copy = work.archived {
      sink.append(" (")
      context.outward(context.strings.name(of: copy), to: copy.url).write(to: &sink)
      sink.append(")")
    }
  }

  private func clause(_ parts: [String?], to sink: inout Sink) {
    var text = parts.compactMap { $0 }.joined()
    if !text.hasSuffix(".") { text += "." }
    sink.append(text: text)
  }

  @MarkupBuilder
  private var title: some Markup {
    let url = work.url ?? work.doi.map(ReportData.doiURL)
    let language = work["language"].flatMap { $0 == context.language ? nil : $0 }
    if ["book", "report", "thesis", "legislation", "motion_picture"].contains(work.type) {
      cite(language.map { Attribute("lang", $0) }) { context.outward(work.title, to: url) }
    } else {
      Text(context.strings.quotes.open)
      span(language.map { Attribute("lang", $0) }) { context.outward(work.title, to: url) }
      Text(context.strings.quotes.close)
    }
  }

  /// “Orton, Kyle and Aymenn Al-Tamimi”.
  private func names(_ people: [Work.Name]) -> String {
    guard let first = people.first else { return "" }
    let lead = first.given.map { "\(first.family), \($0)" } ?? first.family
    return context.strings.list([lead] + people.dropFirst().map(\.full))
  }
}
