/// A portal: everything that a content folder says.
public struct Portal: Sendable, Equatable {
  public var title: String
  public var tagline: String?
  public var description: String?
  /// Where it will be published, with a final slash; empty where that is not known.
  public var baseURL: String
  /// BCP 47.
  public var language: String
  /// What its own record is written in; another than `language` where it is read in a translation.
  public var writtenIn = ""
  /// Keys of its record that are translated into `language`.
  public var translated: Set<String> = []
  /// Where the site in this language stands below the whole site's root: empty, or a folder with its slash.
  public var sitePath = ""
  /// Those that the site is in, its own first.
  public var languages: [String] = []
  public var publisher: Publisher?
  public var contact: String?
  public var licence: Licence?
  /// Who registers its DOIs at Crossref.
  public var crossref: CrossrefDepositor?
  /// Files that it has for programs.
  public var texts = SiteTexts()
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
  public var packSettings: PackSettings
  /// By id.
  public var packs: [Pack]
  /// Those that the site links to. Not of the content: whoever writes the site says which there are.
  public var builtPacks: BuiltPacks
  /// What of the content it is.
  public var edition = Edition()
  /// Whom parts of it are for alone, where it holds everything.
  public var audiences: [String] = []
  /// Whether the site gets an index to search it. Not of the content either.
  public var hasSearch: Bool

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
    packSettings = PackSettings()
    packs = []
    builtPacks = BuiltPacks()
    hasSearch = false
  }
}

extension Portal {
  /// The language of what a key of its record gives, where that is not the language of its pages.
  public func language(of key: String) -> String? {
    sitePath.isEmpty || translated.contains(key) ? nil : writtenIn
  }
}

/// Colours that a portal sets.
public struct Theme: Sendable, Equatable {
  public var accent: Colour?
  /// For dark screens.
  public var accentDark: Colour?

  public init(accent: Colour? = nil, accentDark: Colour? = nil) {
    self.accent = accent
    self.accentDark = accentDark
  }

  /// What text in the accent may stand on in the standard stylesheet: its paper, tint and mark.
  public static let grounds = ["#ffffff", "#f5f3ee", "#fbefc4"].compactMap(Colour.init)
  /// The same on dark screens.
  public static let darkGrounds = ["#15171b", "#1e2126", "#4a3f16"].compactMap(Colour.init)
  /// What WCAG 2 asks between text and its ground.
  public static let leastContrast = 4.5

  /// The worst contrast of a colour with any of these grounds.
  public static func contrast(of colour: Colour, on grounds: [Colour]) -> Double {
    grounds.map(colour.contrast).min() ?? 21
  }

  /// The accent for dark screens: the portal's own, else the other lightened until it can be read.
  public var darkAccent: Colour? {
    if let accentDark { return accentDark }
    guard let accent else { return nil }
    let steps = stride(from: 0, to: 100, by: 5).lazy.map(accent.lightened)
    return steps.first {
      Self.contrast(of: $0, on: Self.darkGrounds) >= Self.leastContrast
    } ?? accent.lightened(by: 100)
  }
}
