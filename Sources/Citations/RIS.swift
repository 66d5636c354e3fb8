internal import HTML
internal import Model

// RIS: a tag of two characters, two blanks, a hyphen, a blank and a value on each line, lines ended as
// on the older systems that it comes from. A report's number is `SN` and its series `T2`, as EndNote's
// and Zotero's tables of the tags have it.

func writeRIS(_ works: [CitedWork], hasAbstracts: Bool, to sink: inout Sink) {
  for work in works {
    line("TY", "RPRT", to: &sink)
    line("ID", work.id, to: &sink)
    line("TI", work.fullTitle, to: &sink)
    for author in work.authors {
      // A comma would part an organisation's name.
      line(
        "AU", author.isOrganization ? author.family.withoutCommas : author.inverted, to: &sink)
    }
    if let date = work.date {
      line("PY", date.iso(digits: 4), to: &sink)
      line("DA", date.slashed, to: &sink)
    }
    line("T2", work.series, to: &sink)
    line("SN", work.issue ?? work.isbn ?? work.issn, to: &sink)
    line("PB", work.institution, to: &sink)
    line("DO", work.doi, to: &sink)
    line("UR", work.url, to: &sink)
    line("LA", work.language, to: &sink)
    for topic in work.topics { line("KW", topic, to: &sink) }
    if work.issue != nil {
      line("N1", work.isbn.map { "ISBN \($0)" }, to: &sink)
      line("N1", work.issn.map { "ISSN \($0)" }, to: &sink)
    }
    line("N1", work.note, to: &sink)
    if hasAbstracts, !work.abstract.isEmpty {
      line("AB", work.abstract.joined(separator: " "), to: &sink)
    }
    sink.append("ER  - \r\n")
  }
}

private func line(_ tag: StaticString, _ value: String?, to sink: inout Sink) {
  guard let value else { return }
  let text = oneLine(value)
  guard !text.isEmpty else { return }
  sink.append(tag)
  sink.append("  - ")
  sink.append(unsafe: text)
  sink.append("\r\n")
}

extension String {
  fileprivate var withoutCommas: String {
    contains(",") ? split(separator: ",").joined(separator: " ") : self
  }
}

extension PartialDate {
  /// The first digits of its form in ISO 8601: 4 for the year.
  func iso(digits: Int) -> String { String(iso.prefix(digits)) }

  /// `2022/04/05/`, as RIS has dates: year, month, day, and anything else.
  fileprivate var slashed: String {
    let parts = iso.split(separator: "-").map(String.init)
    return (parts + Array(repeating: "", count: 4 - parts.count)).joined(separator: "/")
  }
}
