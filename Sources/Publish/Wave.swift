internal import Model

/// Where a file stands in the order of writing, so that no page is there before what it loads and
/// leads to, and no list before the pages that it names. What is out of date is removed the other
/// way round, a file's siblings before the file.
package enum Wave: Int, Comparable, CaseIterable, Sendable {
  /// Stylesheets, pictures, data, documents.
  case loaded
  case pages
  /// Pages that lead to others, the feed and the site map.
  case lists

  /// - Parameter path: below the site's root; a sibling's is in the wave of its file.
  package init(of path: String) {
    let file = path.hasSuffix(".br") || path.hasSuffix(".gz") ? String(path.dropLast(3)) : path
    // The part of a site in another language stands in a folder of its own.
    let inner = Self.withoutLanguage(file)
    let isOuter = !inner.utf8.contains(UInt8(ascii: "/"))
    let isList =
      inner.hasSuffix(".html") || inner.hasSuffix(".xml")
      || ["feed.json", "llms.txt", "robots.txt"].contains(inner)
    if inner.hasPrefix("feeds/") || (isOuter && isList) {
      self = .lists
    } else {
      self = file.hasSuffix(".html") ? .pages : .loaded
    }
  }

  private static func withoutLanguage(_ path: String) -> Substring {
    // Most folders have longer names than languages.
    guard let slash = path.utf8.prefix(36).firstIndex(of: UInt8(ascii: "/")),
      path[..<slash].isLanguageTag
    else { return path[...] }
    return path[path.index(after: slash)...]
  }

  package static func < (one: Wave, other: Wave) -> Bool { one.rawValue < other.rawValue }

  /// The ranges of each, of waves in order.
  static func ranges(in waves: [Wave]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for wave in allCases {
      let end = waves[start...].firstIndex { $0 != wave } ?? waves.count
      if end > start { ranges.append(start..<end) }
      start = end
    }
    return ranges
  }
}
