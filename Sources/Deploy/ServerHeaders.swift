internal import Templates

/// What a server is to send with a site's files: how long they may be kept, what pages may do, what
/// each file is.
public struct ServerHeaders: Sendable {
  /// What reads it.
  public enum Format: String, CaseIterable, Sendable {
    case nginx, caddy, apache
    /// Netlify's and Cloudflare Pages' file of that name.
    case hosting = "_headers"

    /// Its file in the site, where the server reads it there.
    public var sitePath: String? {
      switch self {
      case .nginx, .caddy: nil
      case .apache: ".htaccess"
      case .hosting: "_headers"
      }
    }
  }

  /// The path that the site is published at, with a slash at either end.
  let root: String
  /// Files named by their content, below the site's root.
  let immutable: [String]
  let hasSearch: Bool

  /// - Parameters:
  ///   - baseURL: where the site is published; empty for the root of a host.
  ///   - files: paths below the site's root; those named by their content are picked out.
  ///   - languages: folders of languages in which the same files stand.
  ///   - hasSearch: whether the site has an index to search it.
  public init(baseURL: String, files: [String], languages: [String] = [], hasSearch: Bool) {
    root = Links.path(ofURL: baseURL)
    let own = files.filter { CacheClass(of: $0) == .immutable }.sorted()
    immutable = own + languages.flatMap { language in own.map { "\(language)/\($0)" } }
    self.hasSearch = hasSearch
  }

  /// The configuration as a text of whole lines.
  public func text(for format: Format) -> String {
    switch format {
    case .nginx: nginx
    case .caddy: caddy
    case .apache: apache
    case .hosting: hosting
    }
  }

  /// Headers that all answers have, the policy of the content apart.
  static let common: [(name: String, value: String)] = [
    ("X-Content-Type-Options", "nosniff"),
    // Other sites are not told which brief their reader came from.
    ("Referrer-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
  ]

  /// A page's own policy, and what only a header can say: that no other site may frame it.
  static func policy(_ policy: String) -> String { policy + ";frame-ancestors 'none'" }

  /// Matches paths of files named by their content, below the site's root.
  static let immutablePattern = languagePattern + #"assets/[^/]+\.[0-9a-f]{8}\.(css|js|svg)"#

  /// Matches the page to search, in whatever language.
  static let searchPattern = languagePattern + #"search\.html"#

  /// The folder of a language, if there is one.
  private static let languagePattern = "([a-z]{2,3}(-[A-Za-z0-9]{1,8})*/)?"

  /// Media types without parameters, each with its suffixes, in order.
  static var types: [(type: String, isText: Bool, suffixes: [String])] {
    let byType = Dictionary(grouping: FileMedia.types.keys) { FileMedia.types[$0] ?? "" }
    return byType.sorted { $0.key < $1.key }.map { type, suffixes in
      let bare = String(type.prefix { $0 != ";" })
      return (bare, bare != type, suffixes.sorted())
    }
  }
}
