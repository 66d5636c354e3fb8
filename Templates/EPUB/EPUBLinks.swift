internal import HTML
internal import Model

/// How links lead from one part of a publication: to its other parts, else to the web where the
/// portal has an address there, else nowhere.
struct EPUBLinks: Sendable {
  let contents: EPUBContents
  let part: EPUBPart

  func href(_ target: Target, anchor heading: String?, in links: Links) -> String? {
    if let (part, anchor) = contents.location(of: target, in: links.portal) {
      return href(part, anchor: heading ?? anchor)
    }
    guard let (page, anchor) = Links.location(of: target, in: links.portal) else { return nil }
    return web(page, anchor: heading ?? anchor, links)
  }

  func href(_ page: Page, anchor: String?, in links: Links) -> String? {
    let part: EPUBPart? =
      switch page {
      case .section(contents.brief, let section): .section(section)
      case .map(contents.brief, let map): .map(map)
      case .chart(contents.brief, let chart): .chart(chart)
      case .notes(contents.brief): .notes
      case .sources(contents.brief): .sources
      case .events(contents.brief): .events
      default: nil
      }
    if let part, contents.parts.contains(part) { return href(part, anchor: anchor) }
    return web(page, anchor: anchor, links)
  }

  func href(_ mention: Mention, anchor: String?, in links: Links) -> String? {
    if mention.brief == contents.brief, let part = contents.part(of: mention.part) {
      return href(part, anchor: anchor)
    }
    return web(
      Links.page(of: mention.part, brief: mention.brief, in: links.portal), anchor: anchor, links)
  }

  func href(_ other: EPUBPart, anchor: String? = nil) -> String {
    let fragment = anchor.map { "#" + urlComponent($0) } ?? ""
    return other == part && !fragment.isEmpty ? fragment : other.fileName + fragment
  }

  private func web(_ page: Page, anchor: String?, _ links: Links) -> String? {
    guard !links.portal.baseURL.isEmpty else { return nil }
    return links.canonical(page) + (anchor.map { "#" + urlComponent($0) } ?? "")
  }

  /// Whether an address that content gives can stand in a publication: absolute, of a scheme that
  /// leads out of it, and a URL that every parser takes.
  static func isReachable(_ address: String) -> Bool {
    let parts = address.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !address.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else {
      return false
    }
    switch parts[0].lowercased() {
    case "http", "https":
      guard parts[1].hasPrefix("//") else { return false }
      let authority = parts[1].dropFirst(2).prefix { !"/?#".contains($0) }
      let sides = authority.split(separator: ":", omittingEmptySubsequences: false)
      guard let host = sides.first, sides.count <= 2, isHost(host) else { return false }
      return sides.count == 1 || (sides[1].utf8.count <= 5 && UInt16(sides[1]) != nil)
    case "mailto", "tel": return !parts[1].isEmpty
    default: return false
    }
  }

  private static func isHost(_ host: Substring) -> Bool {
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    return labels.allSatisfy { label in
      !label.isEmpty
        && label.unicodeScalars.allSatisfy {
          $0 == "-" || $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
    }
  }
}
