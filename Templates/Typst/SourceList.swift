internal import HTML
internal import Model

/// A brief's sources in the order of a bibliography, and each in words.
struct SourceList {
  let portal: Portal
  let brief: Brief
  let strings: InterfaceStrings

  /// By author, else title; then by date. Indices in `Brief.sources`.
  var works: [(Int, Work)] {
    brief.sources.enumerated().compactMap { position, source in
      if case .work(let work) = source.content { (position, work) } else { nil }
    }.sorted { a, b in
      let (first, second) = (heading(of: a.1), heading(of: b.1))
      if first != second { return first < second }
      return (a.1.issued?.start.iso ?? "", a.0) < (b.1.issued?.start.iso ?? "", b.0)
    }
  }

  private func heading(of work: Work) -> String {
    let names = work.authors.isEmpty ? [work.title] : work.authors.map(\.family)
    return names.map(sortKey).joined(separator: " ")
  }

  /// By date. Indices in `Brief.sources`.
  var interviews: [(Int, Interview)] {
    brief.sources.enumerated().compactMap { position, source in
      if case .interview(let interview) = source.content { (position, interview) } else { nil }
    }.sorted { ($0.1.date?.iso ?? "", $0.0) < ($1.1.date?.iso ?? "", $1.0) }
  }

  func who(_ interview: Interview) -> String {
    if interview.isObservation {
      return interview.role.isEmpty ? strings.observation : interview.role
    }
    if interview.role.isEmpty {
      return interview.isPlural ? strings.someInterviews : strings.oneInterview
    }
    return interview.isPlural
      ? strings.interviews(with: interview.role) : strings.interview(with: interview.role)
  }

  /// The citation as Typst: authors (date). Title. Container. Publisher. DOI.
  func citation(
    of work: Work, link: (String, String?) -> String, typst: (String) -> String
  ) -> String {
    let people = work.authors.isEmpty ? work.editors : work.authors
    var names =
      people.first.map { first in
        first.given.map { "\(first.family), \($0)" } ?? first.family
      } ?? ""
    let others = people.dropFirst().map(\.full)
    if let last = others.last {
      names =
        ([names] + others.dropLast()).joined(separator: ", ") + " \(strings.and) \(last)"
    }
    if work.authors.isEmpty, !people.isEmpty { names += " (\(strings.editors))" }
    let date = work.issued.map(strings.dates) ?? strings.undatedWork
    var out = typst("\(names)\(names.isEmpty ? "" : " ")(\(date)). ")
    let url = work.url ?? work.doi.map(ReportData.doiURL)
    let isWhole = ["book", "report", "thesis", "legislation", "motion_picture"].contains(work.type)
    out +=
      isWhole
      ? "#emph[\(link(work.title, url))];" : typst("“") + link(work.title, url) + typst("”")
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
    return out
  }
}
