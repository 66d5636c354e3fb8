/// A policy brief.
public struct Brief: Sendable, Equatable {
  /// What `brief:` links name.
  public var id: String
  /// Its part of the address.
  public var slug: String
  public var title: String
  public var subtitle: String?
  public var series: String?
  public var issue: String?
  public var date: PartialDate?
  /// BCP 47: what its pages are in.
  public var language: String
  /// What it is written in; another than `language` where it is read in a translation.
  public var writtenIn: String
  /// Its series as it is written, where that is translated.
  public var ownSeries: String?
  /// Keys of its record that are translated into `language`.
  public var translated: Set<String> = []
  public var authors: [Author]
  public var topics: [String]
  /// Its topics as they are written, as many, where they are translated; else empty.
  public var ownTopics: [String] = []
  public var abstract: Prose
  /// The first paragraph of its sections, without notes and markup: what it opens with where it has no
  /// abstract.
  public var opening: String?
  /// Inlines each.
  public var keyFindings: [Prose]
  public var glance: [GlanceFigure]
  /// Index in `maps`.
  public var keyMap: Int?
  public var doi: String?
  public var isbn: String?
  public var issn: String?
  public var catalogue: String?
  public var publisher: Publisher?
  public var project: Prose
  public var funder: Prose
  public var disclaimer: Prose
  public var licence: Licence?
  public var original: Original?
  /// In reading order.
  public var sections: [Section]
  /// In the order of their numbers.
  public var notes: [Note]
  public var sources: [Source]
  /// In the order of their dates.
  public var events: [Event]
  /// In the order of their numbers.
  public var maps: [ZoneMap]
  /// In the order of their numbers.
  public var tables: [DataTable]
  /// In the order of their numbers.
  public var charts: [Chart]
  /// Pictures and documents that its text names.
  public var files: [BriefFile]
  /// Slugs that it had before.
  public var aliases: [String]
  /// Indices in `Portal.briefs`.
  public var related: [Int]
  public var revisions: [Revision]
  /// What it says in other languages, in the order of their tags.
  public var translations: [Translation] = []
  /// Whether it came as one Markdown file: it is then published as one page.
  public var isOneFile: Bool
  /// Whether it is not to be published yet, and shown to those who write it.
  public var isDraft = false
  /// The file that says what it is, relative to the content folder.
  public var file: String

  public init(id: String, slug: String, title: String, language: String, file: String) {
    self.id = id
    self.slug = slug
    self.title = title
    self.language = language
    writtenIn = language
    self.file = file
    authors = []
    topics = []
    abstract = Prose()
    keyFindings = []
    glance = []
    project = Prose()
    funder = Prose()
    disclaimer = Prose()
    sections = []
    notes = []
    sources = []
    events = []
    maps = []
    tables = []
    charts = []
    files = []
    aliases = []
    related = []
    revisions = []
    isOneFile = false
  }

  // What lists ask of many briefs is inlined: to call it would copy a whole brief, a score of references.

  /// When it was last revised, else published.
  @inlinable public var lastChange: PartialDate? { Self.lastChange(date, revisions) }

  /// The same of a brief's fields.
  public static func lastChange(_ date: PartialDate?, _ revisions: [Revision]) -> PartialDate? {
    guard let revised = revisions.map(\.date).max() else { return date }
    return date.map { max($0, revised) } ?? revised
  }

  /// The language of what a key of its record gives, where that is not the language of its pages.
  @inlinable public func language(of key: String) -> String? {
    writtenIn == language || translated.contains(key) ? nil : writtenIn
  }

  /// What its text is in: the language of its pages, unless nothing of it is translated into that.
  @inlinable public var textLanguage: String {
    let isTranslated =
      writtenIn == language || !translated.isEmpty || sections.contains { $0.language == nil }
    return isTranslated ? language : writtenIn
  }

  /// “Title: Subtitle”.
  @inlinable public var fullTitle: String { subtitle.map { "\(title): \($0)" } ?? title }
}

/// An author: a person of the portal, or a name.
public struct Author: Sendable, Equatable {
  public var name: String
  /// Index in `Portal.people`.
  public var person: Int?
  /// The name as it is written, where it is translated.
  public var ownName: String?

  public init(name: String, person: Int? = nil, ownName: String? = nil) {
    self.name = name
    self.person = person
    self.ownName = ownName
  }
}

/// A figure at a glance: a value and what it counts.
public struct GlanceFigure: Sendable, Equatable {
  public var value: String
  /// Inlines.
  public var label: Prose
  /// Index in `Brief.notes`.
  public var note: Int?

  public init(value: String, label: Prose, note: Int? = nil) {
    self.value = value
    self.label = label
    self.note = note
  }
}

/// A file that a brief's text shows or links to, published beside its pages.
public struct BriefFile: Sendable, Equatable {
  /// Where it is, relative to the content folder.
  public var source: String
  /// What it is called in the site, under the brief's `files/`.
  public var name: String

  public init(source: String, name: String) {
    self.source = source
    self.name = name
  }
}

/// Who publishes: a name, and where to find them.
public struct Publisher: Sendable, Equatable {
  public var name: String
  public var url: String?
  public var address: String?

  public init(name: String, url: String? = nil, address: String? = nil) {
    self.name = name
    self.url = url
    self.address = address
  }
}

/// The terms under which a text may be used.
public struct Licence: Sendable, Equatable {
  public var name: String
  public var url: String?

  public init(name: String, url: String? = nil) {
    self.name = name
    self.url = url
  }
}

/// The work published elsewhere that a brief renders.
public struct Original: Sendable, Equatable {
  /// Inlines.
  public var statement: Prose
  public var title: String?
  public var url: String?

  public init(statement: Prose, title: String? = nil, url: String? = nil) {
    self.statement = statement
    self.title = title
    self.url = url
  }
}

/// A dated change of a brief, said in a sentence.
public struct Revision: Sendable, Equatable {
  public var date: PartialDate
  public var summary: Prose
  /// What it said before, and says since, in the order written.
  public var wording: [Rewording]

  public init(date: PartialDate, summary: Prose, wording: [Rewording] = []) {
    self.date = date
    self.summary = summary
    self.wording = wording
  }
}

/// A passage before and after a revision; either may be empty, not both.
public struct Rewording: Sendable, Equatable {
  /// Index in `Brief.sections`.
  public var section: Int?
  /// Inlines.
  public var was: Prose
  /// Inlines.
  public var now: Prose

  public init(section: Int? = nil, was: Prose, now: Prose) {
    self.section = section
    self.was = was
    self.now = now
  }
}
