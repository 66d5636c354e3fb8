internal import HTML
internal import Model

/// A brief's sources in the order of a bibliography, and each in words.
struct SourceList {
  let portal: Portal
  let brief: Brief
  let strings: any InterfaceStrings

  /// By author, else title; then by date. Indices in `Brief.sources`.
  var works: [(Int, Work)] {
    brief.sources.enumerated().compactMap { position, source in
      if case .work(let work) = source.content { (position, work) } else { nil }
    }.sorted { a, b in
      let (first, second) = (Self.order(a.1), Self.order(b.1))
      if first != second { return first < second }
      return (a.1.issued?.start.iso ?? "", a.0) < (b.1.issued?.start.iso ?? "", b.0)
    }
  }

  /// What works are sorted by.
  static func order(_ work: Work) -> String {
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
}
