/// A portal: everything that a content folder says.
public struct Portal: Sendable, Equatable {
  public var title: String
  public var tagline: String?
  public var description: String?
  /// Where it will be published, with a final slash; empty where that is not known.
  public var baseURL: String
  /// BCP 47.
  public var language: String
  public var publisher: Publisher?
  public var contact: String?
  public var licence: Licence?
  /// Inlines.
  public var notice: Prose
  public var theme: Theme
  /// Whether raw HTML in Markdown is let through.
  public var allowsRawHTML: Bool
  public var pages: [PortalPage]
  public var people: [Person]
  public var actors: [Actor]
  public var places: [Place]
  public var terms: [Term]
  public var layers: [GeoLayer]
  /// Newest first, then by title.
  public var briefs: [Brief]
  /// Where the text speaks of a record, in reading order.
  public var mentions: [Target: [Mention]]

  public init() {
    title = "Briefs"
    baseURL = ""
    language = "en"
    notice = Prose()
    theme = Theme()
    allowsRawHTML = false
    pages = []
    people = []
    actors = []
    places = []
    terms = []
    layers = []
    briefs = []
    mentions = [:]
  }
}

/// Colours that a portal sets, as `#rrggbb`.
public struct Theme: Sendable, Equatable {
  public var accent: String?
  /// For dark screens.
  public var accentDark: String?

  public init(accent: String? = nil, accentDark: String? = nil) {
    self.accent = accent
    self.accentDark = accentDark
  }
}
