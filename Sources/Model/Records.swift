/// Someone who writes briefs.
public struct Person: Sendable, Equatable {
  public var id: String
  public var name: String
  public var role: Prose
  public var bio: Prose
  public var url: String?
  public var orcid: String?
  /// The language that role and bio are in, where that is not the portal's.
  public var language: String?
  /// The part of the name that bibliographies sort by, where it is not the last word.
  public var family: String?
  /// Whether it is an organisation, whose name has no parts.
  public var isOrganization = false

  public init(id: String, name: String, role: Prose, bio: Prose, url: String?, orcid: String?) {
    self.id = id
    self.name = name
    self.role = role
    self.bio = bio
    self.url = url
    self.orcid = orcid
  }
}

/// A group, state or institution that acts.
public struct Actor: Sendable, Equatable {
  public var id: String
  public var name: LocalizedName
  public var short: String?
  public var kind: String?
  public var description: Prose
  /// The language that it is in, where that is not the portal's.
  public var language: String?
  /// Indices in `Portal.places`.
  public var areas: [Int]
  public var relations: [Relation]
  /// What supports the record: notes.
  public var notes: [Target]

  public init(
    id: String, name: LocalizedName, short: String?, kind: String?, description: Prose,
    areas: [Int], relations: [Relation], notes: [Target]
  ) {
    self.id = id
    self.name = name
    self.short = short
    self.kind = kind
    self.description = description
    self.areas = areas
    self.relations = relations
    self.notes = notes
  }

  /// How an actor stands to another, and what states it.
  public struct Relation: Sendable, Equatable {
    /// Index in `Portal.actors`.
    public var actor: Int
    /// “opponent”, “ally”…
    public var relation: String
    public var text: Prose
    /// Notes and sections that state it.
    public var support: [Target]

    public init(actor: Int, relation: String, text: Prose, support: [Target]) {
      self.actor = actor
      self.relation = relation
      self.text = text
      self.support = support
    }
  }
}

/// A place on the ground.
public struct Place: Sendable, Equatable {
  public var id: String
  public var name: LocalizedName
  public var kind: String?
  /// The same as it is written, whatever the language: what its symbol follows.
  public var ownKind: String?
  /// `nil` where no coordinates are known.
  public var coordinate: Coordinate?
  /// Whether the coordinate is an estimate; `reason` says how it was made.
  public var isApproximate: Bool
  public var reason: String?
  public var source: String?
  /// Index in `Portal.places`.
  public var within: Int?
  public var description: Prose
  /// The language that it is in, where that is not the portal's.
  public var language: String?

  public init(
    id: String, name: LocalizedName, kind: String?, coordinate: Coordinate?, isApproximate: Bool,
    reason: String?, source: String?, within: Int?, description: Prose
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.coordinate = coordinate
    self.isApproximate = isApproximate
    self.reason = reason
    self.source = source
    self.within = within
    self.description = description
  }
}

/// An entry of the glossary.
public struct Term: Sendable, Equatable {
  public var id: String
  public var term: String
  /// What an acronym stands for.
  public var expansion: String?
  public var definition: Prose
  /// The language that it is in, where that is not the portal's.
  public var language: String?

  public init(id: String, term: String, expansion: String?, definition: Prose) {
    self.id = id
    self.term = term
    self.expansion = expansion
    self.definition = definition
  }
}

/// Something that happened, on a date known to some precision.
public struct Event: Sendable, Equatable {
  public var id: String
  public var date: DateSpan
  public var title: Prose
  public var text: Prose
  /// Indices in `Portal.places`.
  public var places: [Int]
  /// Indices in `Portal.actors`.
  public var actors: [Int]
  /// Index in `Brief.sections`.
  public var section: Int?
  /// Indices in `Brief.notes`.
  public var notes: [Int]
  /// The language that it is in, where that is not its brief's.
  public var language: String?

  public init(
    id: String, date: DateSpan, title: Prose, text: Prose, places: [Int], actors: [Int],
    section: Int?, notes: [Int]
  ) {
    self.id = id
    self.date = date
    self.title = title
    self.text = text
    self.places = places
    self.actors = actors
    self.section = section
    self.notes = notes
  }
}

/// A page of the portal beside its briefs: about, contact.
public struct PortalPage: Sendable, Equatable {
  public var slug: String
  public var title: String
  public var body: Prose
  /// The language that it is in, where that is not the portal's.
  public var language: String?

  public init(slug: String, title: String, body: Prose) {
    self.slug = slug
    self.title = title
    self.body = body
  }
}
