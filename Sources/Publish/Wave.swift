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
    func ends(_ path: Substring.UTF8View, _ end: String) -> Bool {
      path.suffix(end.utf8.count).elementsEqual(end.utf8)
    }
    var file = path[...].utf8
    if ends(file, ".br") || ends(file, ".gz") { file = file.dropLast(3) }
    // The part of a site in another language stands in a folder of its own.
    var inner = file
    if let slash = inner.prefix(36).firstIndex(of: UInt8(ascii: "/")), path[..<slash].isLanguageTag
    {
      inner = inner[inner.index(after: slash)...]
    }
    let isPage = ends(file, ".html")
    let isOuter = !inner.contains(UInt8(ascii: "/"))
    let isList =
      isOuter
      && (isPage || ends(inner, ".xml")
        || ["feed.json", "llms.txt", "robots.txt"].contains { inner.elementsEqual($0.utf8) })
    if isList || inner.starts(with: "feeds/".utf8) {
      self = .lists
    } else {
      self = isPage ? .pages : .loaded
    }
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
