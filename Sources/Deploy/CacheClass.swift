internal import Templates

/// How long a browser may keep a file.
package enum CacheClass: String, Sendable {
  /// Named by its content: for ever.
  case immutable
  /// Asked for anew each time, and sent only where it changed.
  case revalidated

  /// - Parameter path: below the site's root; a sibling is kept as long as its file.
  package init(of path: String) {
    let file = path.hasSuffix(".br") || path.hasSuffix(".gz") ? String(path.dropLast(3)) : path
    self = Asset.isNamedByContent(file) ? .immutable : .revalidated
  }

  /// The value of Cache-Control (RFC 9111; RFC 8246 for `immutable`).
  package var control: String {
    switch self {
    case .immutable: "public, max-age=31536000, immutable"
    case .revalidated: "no-cache"
    }
  }
}
