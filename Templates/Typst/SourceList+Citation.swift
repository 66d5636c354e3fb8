internal import HTML
internal import Model

extension SourceList {
  /// The citation as Typst: authors (date). Title. Container. Publisher. DOI.
  func citation(
    of work: Work, link: (String, String?) -> String, typst: (String) -> String
  ) -> String {
    let people = work.authors.isEmpty ? work.editors : work.authors
    var names =
      people.first.map { first in
        first.given.map { "\(first.family), \($0)" } ?? first.family
      } ?? ""
    if people.count > 1 { names = strings.list([names] + people.dropFirst().map(\.full)) }
    if work.authors.isEmpty, !people.isEmpty { names += " (\(strings.editors))" }
    let date = work.issued.map(strings.dates) ?? strings.undatedWork
    var out = typst("\(names)\(names.isEmpty ? "" : " ")(\(date)). ")
    let url = work.url ?? work.doi.map(ReportData.doiURL)
    let isWhole = ["book", "report", "thesis", "legislation", "motion_picture"].contains(work.type)
    out +=
      isWhole
      ? "#emph[\(link(work.title, url))];"
      : typst(strings.quotes.open) + link(work.title, url) + typst(strings.quotes.close)
    out += typst(".")
    if let container = work["container-title"] {
      let rest = (work["volume"].map { " \($0)" } ?? "") + (work["page"].map { ", \($0)" } ?? "")
      out += typst(" ") + "#emph[\(typst(container))];" + typst(rest + ".")
    }
    if let genre = work["genre"] ?? work["number"] {
      let number = work["genre"] == nil ? "" : work["number"].map { " \($0)" } ?? ""
      out += typst(" \(genre)\(number).")
    }
    if let publisher = work["publisher"], publisher != work["container-title"] {
      out += typst(" \(publisher)\(work["publisher-place"].map { ", \($0)" } ?? "").")
    }
    if let doi = work.doi {
      out += typst(" ") + link("doi:\(doi)", ReportData.doiURL(doi)) + typst(".")
    }
    if let copy = work.archived {
      out += typst(" (") + link(strings.name(of: copy), copy.url) + typst(")")
    }
    return out
  }
}
