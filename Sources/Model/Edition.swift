/// What of a content folder is read: for whom, in which language, as of when.
public struct Edition: Sendable, Hashable {
  /// Whom it is for: what carries another `audience:` is left out. `nil` for everything.
  public var audience: String?
  /// A BCP 47 tag: what is translated is read in it. `nil` for the language that each brief is written in.
  public var language: String?
  /// When it is published: briefs whose `publishAt:` is later are left out. Without it, all that have one.
  public var now: Instant?
  /// Whether drafts, and briefs that wait for their time, are in it.
  public var holdsUnpublished: Bool

  public init(
    audience: String? = nil, language: String? = nil, now: Instant? = nil,
    holdsUnpublished: Bool = false
  ) {
    self.audience = audience
    self.language = language
    self.now = now
    self.holdsUnpublished = holdsUnpublished
  }

  /// What tells whom it is for from others, in one line; empty for everything that is published.
  public var setting: String {
    (audience.map { " for \($0)" } ?? "") + (holdsUnpublished ? " with drafts" : "")
  }

  /// What comparing and checking read: everything.
  public static let everything = Edition(holdsUnpublished: true)
}

/// What an edition leaves out, or might: for telling whoever builds it.
public struct Withheld: Sendable, Equatable {
  /// Whom parts of the content are for, where anything says so.
  public var audiences: Set<String> = []
  /// Files of briefs that are drafts.
  public var drafts: [String] = []
  /// Files of briefs that wait for their time.
  public var waiting: [String] = []

  public init() {}

  public mutating func add(_ other: Withheld) {
    audiences.formUnion(other.audiences)
    drafts += other.drafts
    waiting += other.waiting
  }
}
