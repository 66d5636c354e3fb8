internal import HTML
internal import Model

// CSL-JSON by the schema of CSL 1.0.2 (https://github.com/citation-style-language/schema, csl-data.json):
// a list of items, with no key that it does not name.

func writeCSL(_ works: [CitedWork], hasAbstracts: Bool, to sink: inout Sink) {
  sink.append("[")
  for (index, work) in works.enumerated() {
    sink.append(index > 0 ? ",\n{\"id\":" : "\n{\"id\":")
    sink.append(json: work.id)
    member("type", "report", to: &sink)
    member("title", oneLine(work.fullTitle), to: &sink)
    if !work.authors.isEmpty {
      sink.append(",\"author\":[")
      for (index, author) in work.authors.enumerated() {
        if index > 0 { sink.append(",") }
        name(author, to: &sink)
      }
      sink.append("]")
    }
    if let date = work.date {
      sink.append(",\"issued\":{\"date-parts\":[[")
      for (index, part) in [date.year, date.month, date.day].compactMap(\.self).enumerated() {
        if index > 0 { sink.append(",") }
        sink.append(part)
      }
      sink.append("]]}")
    }
    member("collection-title", work.series, to: &sink)
    member("number", work.issue, to: &sink)
    member("publisher", work.institution, to: &sink)
    member("DOI", work.doi, to: &sink)
    member("ISBN", work.isbn, to: &sink)
    member("ISSN", work.issn, to: &sink)
    member("URL", work.url, to: &sink)
    member("language", work.language, to: &sink)
    if !work.topics.isEmpty { member("keyword", work.topics.joined(separator: ", "), to: &sink) }
    member("note", work.note, to: &sink)
    if hasAbstracts, !work.abstract.isEmpty {
      member("abstract", work.abstract.joined(separator: "\n"), to: &sink)
    }
    sink.append("}")
  }
  sink.append("\n]\n")
}

private func name(_ name: CitedName, to sink: inout Sink) {
  if name.isOrganization || name.given == nil {
    sink.append("{\"literal\":")
    sink.append(json: oneLine(name.full))
  } else {
    sink.append("{\"family\":")
    sink.append(json: oneLine(name.family))
    member("given", name.given, to: &sink)
    member("suffix", name.suffix, to: &sink)
  }
  sink.append("}")
}

private func member(_ name: StaticString, _ value: String?, to sink: inout Sink) {
  guard let value, !value.isEmpty else { return }
  sink.append(",\"")
  sink.append(name)
  sink.append("\":")
  sink.append(json: value)
}
