public import Diagnostics
public import Model
internal import Yams

/// An address of the web that content leads to, and where it stands.
public struct OutwardLink: Sendable, Equatable {
  public var address: String
  public var location: SourceLocation
}

/// Every address of the web that a content folder leads to: links of its Markdown, addresses and DOIs of
/// its records. In the order of files and places; one that stands several times is there each time.
///
/// - Parameters:
///   - portal: whole.
///   - path: the folder that it was read from.
public func outwardLinks(of portal: Portal, at path: String) -> [OutwardLink] {
  guard let folder = try? ContentFolder(path) else { return [] }
  var links = OutwardLinks()
  links.add(portal)
  var files = ["portal.yaml", "people.yaml", "actors.yaml", "places.yaml", "glossary.yaml"]
  for brief in portal.briefs {
    files.append(brief.file)
    if !brief.isOneFile {
      files += [brief.fileBeside("sources.yaml"), brief.fileBeside("events.yaml")]
    }
  }
  let log = FindingLog()
  for file in files {
    guard let bytes = folder.readBytes(file, log: log) else { continue }
    links.addRecords(of: SourceFile(name: file, bytes: bytes.withoutByteOrderMark), log)
  }
  return links.inOrder
}

private struct OutwardLinks {
  private var found: [OutwardLink] = []
  private var seen: Set<String> = []

  /// Keys whose values are addresses or DOIs.
  private static let keys: Set<String> = [
    "url", "URL", "doi", "DOI", "archived", "policy", "encryption", "acknowledgments",
  ]

  var inOrder: [OutwardLink] {
    let origin = SourcePosition(line: 0, column: 0)
    return found.enumerated().sorted { a, b in
      let (x, y) = (a.element.location, b.element.location)
      if x.file != y.file { return x.file < y.file }
      let (first, second) = (x.position ?? origin, y.position ?? origin)
      return first != second ? first < second : a.offset < b.offset
    }.map(\.element)
  }

  private mutating func add(_ address: String, _ location: SourceLocation) {
    guard let url = Self.webAddress(address) else { return }
    let place = "\(location.file):\(location.position?.line ?? 0):\(location.position?.column ?? 0)"
    guard seen.insert("\(place) \(url)").inserted else { return }
    found.append(OutwardLink(address: url, location: location))
  }

  /// Without its fragment, which no server sees.
  private static func webAddress(_ text: String) -> String? {
    let lower = text.prefix(8).lowercased()
    guard ["https://", "http://", "//"].contains(where: lower.hasPrefix),
      !text.contains(where: \.isWhitespace)
    else { return nil }
    return String(text.prefix { $0 != "#" })
  }

  // MARK: Prose

  mutating func add(_ portal: Portal) {
    add(portal.notice, "portal.yaml")
    for person in portal.people {
      add(person.role, "people.yaml")
      add(person.bio, "people.yaml")
    }
    for place in portal.places { add(place.description, "places.yaml") }
    for term in portal.terms { add(term.definition, "glossary.yaml") }
    for actor in portal.actors {
      add(actor.description, "actors.yaml")
      for relation in actor.relations { add(relation.text, "actors.yaml") }
    }
    for page in portal.pages { add(page.body, "\(page.slug).md") }
    for pack in portal.packs { add(pack.introduction, pack.file) }
    for var brief in portal.briefs {
      brief.updateProse { _, file, prose in add(prose, file) }
    }
  }

  private mutating func add(_ prose: Prose, _ file: String) {
    for node in prose.nodes where node.kind == .link && node.detail == 0 && !node.text.isEmpty {
      let address = prose.string(node.text)
      add(
        address,
        SourceLocation(file: file, position: node.position, length: address.utf8.count))
    }
  }

  // MARK: Records

  mutating func addRecords(of file: SourceFile, _ log: FindingLog) {
    let record =
      file.name.hasSuffix(".md")
      ? FrontMatter(file, log: log).record : YAMLReader(file: file, log: log).record()
    guard let record else { return }
    add(.mapping(record.mapping), record.origin)
  }

  private mutating func add(_ node: Node, _ origin: Record.Origin) {
    switch node {
    case .mapping(let mapping):
      for (key, value) in mapping {
        guard let name = key.string, Self.keys.contains(name), let text = value.string else {
          add(value, origin)
          continue
        }
        let doi = name.lowercased() == "doi" ? bareDOI(text) : nil
        let address = doi.map { "https://doi.org/\($0)" } ?? text
        add(address, origin.location(value.mark, length: max(1, text.utf8.count)))
      }
    case .sequence(let items): for item in items { add(item, origin) }
    default: break
    }
  }
}
