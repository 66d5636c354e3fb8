public import Model

/// A report as it is cited: of a brief that renders a work published elsewhere, that work.
public struct CitedWork: Sendable, Equatable {
  /// An id of the portal's, unlike that of any other brief.
  public var id: String
  public var title: String
  public var subtitle: String?
  public var authors: [CitedName]
  public var series: String?
  public var issue: String?
  public var date: PartialDate?
  /// When it was last revised, else published.
  public var lastChange: PartialDate?
  /// BCP 47.
  public var language: String
  /// Who publishes it.
  public var institution: String?
  /// Bare, such as `10.2870/106042`.
  public var doi: String?
  public var isbn: String?
  public var issn: String?
  /// Where it stands; absolute.
  public var url: String?
  /// Its paragraphs, each in one line. Empty where there is none, or where it is not the work's own.
  public var abstract: [String]
  public var topics: [String]
  /// The address of the terms under which it may be used.
  public var licence: String?
  /// What is to be said beside it, such as where it is rendered.
  public var note: String?
  /// Whether the brief renders a work published elsewhere, which this is.
  public var isRendered: Bool

  /// - Parameters:
  ///   - address: where the brief's page is published, if that is known.
  ///   - note: what is said of a work that is rendered there.
  public init(
    of brief: Brief, in portal: Portal, address: String?, note: (String) -> String
  ) {
    id = brief.id
    authors = brief.authors.map { CitedName($0, in: portal) }
    // A work published elsewhere is cited as it stands there, whatever this page is in.
    series = brief.original == nil ? brief.series : brief.ownSeries ?? brief.series
    issue = brief.issue
    date = brief.date
    lastChange = brief.lastChange
    language = brief.original == nil ? brief.textLanguage : brief.writtenIn
    doi = brief.doi.flatMap { bareDOI($0) }
    isbn = brief.isbn
    issn = brief.issn
    topics = brief.topics
    licence = (brief.licence ?? (brief.original == nil ? portal.licence : nil))?.url
    if let original = brief.original {
      isRendered = true
      title = original.title ?? brief.fullTitle
      institution = brief.publisher?.name
      url = original.url
      abstract = []
      self.note = address.map(note)
    } else {
      isRendered = false
      title = brief.title
      subtitle = brief.subtitle
      institution = (brief.publisher ?? portal.publisher)?.name
      url = address
      abstract = brief.abstract.roots.map { root in
        brief.abstract.plainText(in: root..<Int(brief.abstract.nodes[root].end))
      }.filter { !$0.isEmpty }
    }
  }

  /// “Title: Subtitle”.
  public var fullTitle: String { subtitle.map { "\(title): \($0)" } ?? title }
}
