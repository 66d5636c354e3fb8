/// Whom to tell of a hole in a site, as RFC 9116 has it (`security.txt`).
public struct SecurityContact: Sendable, Equatable {
  /// Addresses of mail, the web or the telephone, the best first; never empty.
  public var contacts: [String]
  /// The last day on which this is to be believed.
  public var expires: PartialDate
  public var policy: String?
  public var encryption: String?
  public var acknowledgments: String?
  /// BCP 47.
  public var languages: [String]

  public init(
    contacts: [String], expires: PartialDate, policy: String? = nil, encryption: String? = nil,
    acknowledgments: String? = nil, languages: [String] = []
  ) {
    self.contacts = contacts
    self.expires = expires
    self.policy = policy
    self.encryption = encryption
    self.acknowledgments = acknowledgments
    self.languages = languages
  }
}

/// Files that a site has for programs and for the curious, where they are asked for.
public struct SiteTexts: Sendable, Equatable {
  public var security: SecurityContact?
  /// Whether there is a list of briefs for language models (`llms.txt`), and what it says first.
  public var hasModelsList = false
  public var modelsNote: String?
  /// Who made it (`humans.txt`), as it is.
  public var humans: String?

  public init() {}
}
