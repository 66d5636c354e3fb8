internal import HTML
internal import Model
internal import Templates

/// What a feed carries, of the portal or of a group of its briefs: what both forms of feeds write.
struct FeedEntries {
  static let most = 50

  let portal: Portal
  let links: Links
  /// `nil` for the portal's.
  let group: BriefGroup?
  /// Indices in the portal's briefs, the newest first, each with its text where it is carried whole.
  let entries: [(brief: Int, text: FeedTexts.Text?)]
  private let texts: FeedTexts

  /// - Parameter texts: holds those of `whole`.
  init(of portal: Portal, group: BriefGroup?, texts: FeedTexts) {
    self.portal = portal
    self.group = group
    self.texts = texts
    links = Links(from: .home, in: portal)
    let whole = Self.whole(in: group, of: portal)
    entries = Self.briefs(of: group, in: portal).map { ($0, whole.contains($0) ? texts[$0] : nil) }
  }

  /// Writes all entries.
  ///
  /// - Parameters:
  ///   - separator: what stands between two of them.
  ///   - render: writes one.
  func write(
    _ form: FeedTexts.Form, separator: StaticString, to sink: inout Sink,
    rendering render: (_ brief: Int, FeedTexts.Text?, inout Sink) -> Void
  ) {
    for (position, (brief, text)) in entries.enumerated() {
      if position > 0 { sink.append(separator) }
      if text != nil {
        render(brief, text, &sink)
      } else {
        texts.writeEntry(form, of: brief, to: &sink) { render(brief, nil, &$0) }
      }
    }
  }

  private static func briefs(of group: BriefGroup?, in portal: Portal) -> ArraySlice<Int> {
    group?.briefs.prefix(most) ?? Array(portal.briefs.indices.prefix(most))[...]
  }

  /// The briefs that a feed carries whole: the newest of its own, where they are among the portal's newest,
  /// whose briefs come in that order. Without a base URL none, as their addresses could not be absolute.
  static func whole(in group: BriefGroup?, of portal: Portal) -> [Int] {
    if portal.baseURL.isEmpty { return [] }
    let most = group == nil ? FeedTexts.whole : FeedTexts.wholeInGroup
    return briefs(of: group, in: portal).prefix(most).filter { $0 < FeedTexts.whole }
  }

  var title: String { group.map { "\($0.name) – \(portal.title)" } ?? portal.title }

  /// The newest change of all its briefs, those it has no room for among them.
  var lastChange: PartialDate? {
    (group?.briefs ?? Array(portal.briefs.indices)).compactMap {
      Brief.lastChange(portal.briefs[$0].date, portal.briefs[$0].revisions)
    }.max()
  }

  func address(of brief: Int) -> String { links.canonical(.brief(brief)) }

  /// The page that lists the same briefs.
  var page: Page {
    guard let group else { return .home }
    return switch group.kind {
    case .topic: .topic(group.slug)
    case .series: .series(group.slug)
    case .author: group.person.map { .person($0) } ?? .author(group.slug)
    }
  }

  /// An address that does not change; without a base URL a name.
  func id(of brief: Int) -> String { id(address(of: brief), portal.briefs[brief].slug) }

  func id(_ address: String, _ name: String) -> String {
    portal.baseURL.isEmpty ? "urn:chancery:\(urlComponent(portal.sitePath + name))" : address
  }

  /// The abstract, else how the brief begins.
  func summary(of brief: Int) -> String? {
    let abstract = portal.briefs[brief].abstract
    return abstract.isEmpty ? portal.briefs[brief].opening : abstract.plainText
  }

  /// A time to the second (RFC 3339): the start of the day, month or year.
  static func timestamp(_ date: PartialDate) -> String { date.firstDate.iso + "T00:00:00Z" }
}
