/// A published work, or an interview, that notes rest on.
public struct Source: Sendable, Equatable {
  /// What links in the content name it by.
  public var id: String
  /// Its anchor in pages: its id, unless that would tell what is not to be told.
  public var anchor: String
  /// Whether its id is kept out of all that is published.
  public var hasHiddenName = false
  public var content: Content
  /// Notes that use it: indices in `Brief.notes`, ascending.
  public var notes: [Int]

  /// A published work, or an interview.
  public enum Content: Sendable, Equatable {
    case work(Work)
    case interview(Interview)
  }

  public init(id: String, content: Content, notes: [Int] = []) {
    self.id = id
    anchor = id
    self.content = content
    self.notes = notes
  }
}

/// A published work, with the fields of CSL-JSON 1.0.
public struct Work: Sendable, Equatable {
  /// A CSL type: `report`, `webpage`, `post-weblog`, `article-magazine`, `book`…
  public var type: String
  public var title: String
  public var authors: [Name]
  public var editors: [Name]
  public var issued: DateSpan?
  public var url: String?
  public var doi: String?
  /// A copy of it that a web archive keeps.
  public var archived: ArchivedCopy?
  /// CSL's other variables that were given (`container-title`, `publisher`, `publisher-place`,
  /// `number`, `genre`, `language`, `volume`, `page`…), in the order given.
  public var variables: [Variable]

  /// Where a copy of a page is kept, and when it was made.
  public struct ArchivedCopy: Sendable, Equatable {
    public var url: String
    public var date: PartialDate?

    public init(url: String, date: PartialDate? = nil) {
      self.url = url
      self.date = date
    }
  }

  /// A person’s name in two parts, or an institution’s in one.
  public struct Name: Sendable, Equatable {
    public var family: String
    public var given: String?

    /// A name in one piece has no `given`.
    public init(family: String, given: String? = nil) {
      self.family = family
      self.given = given
    }

    /// “Kyle Orton”.
    public var full: String { given.map { "\($0) \(family)" } ?? family }
  }

  /// One of CSL’s variables and its value.
  public struct Variable: Sendable, Equatable {
    public var name: String
    public var value: String

    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  public init(
    type: String, title: String, authors: [Name], editors: [Name], issued: DateSpan?,
    url: String?, doi: String?, variables: [Variable]
  ) {
    self.type = type
    self.title = title
    self.authors = authors
    self.editors = editors
    self.issued = issued
    self.url = url
    self.doi = doi
    self.variables = variables
  }

  public subscript(variable: String) -> String? {
    variables.first { $0.name == variable }?.value
  }
}

/// An interview or field observation: who by role, where, when.
public struct Interview: Sendable, Equatable {
  public var role: String
  /// Whether several people were interviewed.
  public var isPlural: Bool
  public var isObservation: Bool
  public var places: [PlaceName]
  public var date: DateSpan?

  /// A place of the portal, or a name.
  public struct PlaceName: Sendable, Equatable {
    public var name: String
    /// Index in `Portal.places`.
    public var place: Int?

    public init(name: String, place: Int? = nil) {
      self.name = name
      self.place = place
    }
  }

  public init(
    role: String, isPlural: Bool, isObservation: Bool, places: [PlaceName], date: DateSpan?
  ) {
    self.role = role
    self.isPlural = isPlural
    self.isObservation = isObservation
    self.places = places
    self.date = date
  }
}
