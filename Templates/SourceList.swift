internal import HTML
internal import Model

/// A brief's sources in the order of a bibliography, and each in words.
struct SourceList {
  let portal: Portal
  let brief: Brief
  let strings: any InterfaceStrings

  /// By author, else title; then by date. Indices in `Brief.sources`.
  var works: [(Int, Work)] {
    typealias Keyed = (key: (String, String, Int), value: (Int, Work))
    return brief.sources.enumerated().compactMap { position, source -> Keyed? in
      guard case .work(let work) = source.content else { return nil }
      let key = (Self.order(work), work.issued?.start.iso ?? "", position)
      return (key: key, value: (position, work))
    }.sorted { $0.key < $1.key }.map(\.value)
  }

  /// What works are sorted by.
  static func order(_ work: Work) -> String {
    let names = work.authors.isEmpty ? [work.title] : work.authors.map(\.family)
    return names.map(sortKey).joined(separator: " ")
  }

  /// By date. Indices in `Brief.sources`.
  var interviews: [(Int, Interview)] {
    typealias Keyed = (key: (String, Int), value: (Int, Interview))
    return brief.sources.enumerated().compactMap { position, source -> Keyed? in
      guard case .interview(let interview) = source.content else { return nil }
      return (key: (interview.date?.iso ?? "", position), value: (position, interview))
    }.sorted { $0.key < $1.key }.map(\.value)
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
