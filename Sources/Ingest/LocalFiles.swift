internal import Diagnostics
internal import Model

/// Checks what a brief's text links to by plain addresses: anchors, its own files, other hosts'
/// pictures. Anchors and sections become references; files are listed for publishing.
struct LocalFiles {
  let folder: ContentFolder
  /// The brief's folder; `nil` for a brief in one file.
  let entry: String?
  let log: FindingLog

  func check(_ brief: inout Brief) {
    let sections = brief.sections.map { SectionNames($0) }
    let labels = brief.notes.map(\.label)
    // Few briefs link by an anchor.
    lazy var anchors = Self.anchors(of: sections)
    lazy var notes = Dictionary(
      labels.map { (Note.anchor(of: $0), $0) }, uniquingKeysWith: { a, _ in a })
    var files: [BriefFile] = []
    brief.updateProse { _, file, prose in
      for index in prose.nodes.indices {
        let node = prose.nodes[index]
        guard node.kind == .link || node.kind == .image else { continue }
        // Most lead to other hosts, and have a text.
        let bytes = prose.bytes[node.text.start..<node.text.end]
        if node.kind == .link, Int(node.end) > index + 1, hasScheme(bytes) { continue }
        let address = prose.string(node.text)
        let location = SourceLocation(file: file, position: node.position)
        let isImage = node.kind == .image
        if isImage, prose.plainText(in: (index + 1)..<Int(node.end)).isEmpty {
          log.warning(
            "image-text", at: location, "the picture has no text for those who cannot see it",
            hint: "write ![what it shows](\(address))")
        }
        if !isImage, Int(node.end) == index + 1 {
          log.warning(
            "link-text", at: location, "the link has no text; its address is shown",
            hint: "write [where it leads](\(address))")
        }
        if address.hasPrefix("#"), !isImage {
          var anchor = decoded(String(address.dropFirst()))
          // A heading whose words begin like an anchor of Chancery's own has a letter before them.
          if anchors[anchor] == nil, anchors["h-\(anchor)"] != nil { anchor = "h-\(anchor)" }
          if log.isLeftOut(anchor) {
            refer(&prose, index, Reference(kind: .section, name: anchor))
          } else if let section = anchors[anchor] {
            refer(
              &prose, index,
              Reference(
                kind: .section, name: sections[section].id,
                anchor: anchor == sections[section].id ? nil : anchor))
          } else if let label = notes[anchor] {
            refer(&prose, index, Reference(kind: .note, name: label))
          } else {
            log.error(
              "unknown-anchor", at: location, "there is no heading “#\(anchor)” in this brief",
              hint: log.didYouMean(anchor, among: anchors.keys) ?? translationHint(anchor))
          }
        } else if hasScheme(address.utf8) || address.hasPrefix("//") {
          if isImage {
            log.error(
              "remote-image", at: location, "the picture is on another host",
              hint: "copy it into the brief’s folder")
          }
        } else if isImage, Self.isData(address) || Self.path(address).hasSuffix(".md") {
          log.error(
            "picture", at: location, "“\(address)” is no picture",
            hint: "show a table with ![](table:ID), a map with ![](map:ID)")
        } else if !isImage, let name = leftOut(address) {
          refer(&prose, index, Reference(kind: .section, name: name))
        } else if let section = section(address, sections, location) ?? otherBrief(address) {
          refer(&prose, index, section)
        } else if let name = localFile(address, &files, location) {
          prose.nodes[index].detail = 1
          prose.nodes[index].text = prose.store(name)
        }
      }
    }
    brief.files = files
  }

  /// What links name a section by.
  private struct SectionNames {
    let id: String
    let file: String
    let anchors: [String]

    init(_ section: Section) {
      id = section.id
      file = section.file
      anchors = section.contents.map(\.anchor)
    }
  }

  /// Indices of sections by the anchors in them.
  private static func anchors(of sections: [SectionNames]) -> [String: Int] {
    var anchors: [String: Int] = [:]
    for (index, section) in sections.enumerated() {
      anchors[section.id] = index
      for anchor in section.anchors { anchors[anchor] = index }
    }
    return anchors
  }

  private func refer(_ prose: inout Prose, _ index: Int, _ reference: Reference) {
    prose.nodes[index].kind = .reference
    prose.nodes[index].value = Int32(clamping: prose.references.count)
    prose.references.append(reference)
  }

  /// What may be amiss where the text is read in another language.
  private func translationHint(_ anchor: String) -> String? {
    folder.translation.map { "in “\($0)”, give the translated heading its id too: {#\(anchor)}" }
  }

  /// A link to a section's Markdown file.
  private func section(
    _ address: String, _ sections: [SectionNames], _ location: SourceLocation
  ) -> Reference? {
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard let entry, let path = parts.first, path.hasSuffix(".md") else { return nil }
    let name = name(of: String(path), in: entry)
    guard let section = sections.first(where: { $0.file == name }) else { return nil }
    var anchor = parts.count > 1 ? decoded(String(parts[1])) : nil
    if anchor == section.id || anchor?.isEmpty == true { anchor = nil }
    let known = section.anchors
    if let anchor, log.isLeftOut(anchor) { return Reference(kind: .section, name: anchor) }
    if let anchor, !known.contains(anchor) {
      log.error(
        "unknown-anchor", at: location, "there is no heading “#\(anchor)” in “\(path)”",
        hint: log.didYouMean(anchor, among: known) ?? translationHint(anchor))
    }
    return Reference(kind: .section, name: section.id, anchor: anchor)
  }

  /// The name of a file that the edition does not hold: one that it leaves out, and one of the content's
  /// own, which says more than the edition does.
  private func leftOut(_ address: String) -> String? {
    let name = name(of: String(address.prefix { $0 != "?" && $0 != "#" }), in: entry ?? "briefs")
    if log.isLeftOut(name) { return name }
    guard folder.edition.audience != nil, Self.isData(address), folder.isFile(name, log: log) else {
      return nil
    }
    log.leaveOut(name)
    return name
  }

  /// Whether an address is of a file that content is read from.
  private static func isData(_ address: String) -> Bool {
    [".yaml", ".yml", ".csv", ".geojson"].contains(where: path(address).hasSuffix)
  }

  private static func path(_ address: String) -> String {
    address.prefix { $0 != "?" && $0 != "#" }.lowercased()
  }

  /// The file that a relative address names, without going above the content folder.
  private func name(of path: String, in folder: String) -> String {
    var parts = folder.split(separator: "/").map(String.init)
    for part in decoded(path).split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(String(part))
      } else if parts.popLast() == nil {
        return ""
      }
    }
    return parts.joined(separator: "/")
  }

  /// A link to the Markdown of another brief, which is named by its file or folder.
  private func otherBrief(_ address: String) -> Reference? {
    let path = String(address.prefix { $0 != "?" && $0 != "#" })
    let name = name(of: path, in: entry ?? "briefs")
    let parts = name.split(separator: "/")
    guard name.hasSuffix(".md"), parts.first == "briefs" else { return nil }
    guard folder.isFile(name, log: FindingLog()) else { return nil }
    return Reference(
      kind: .brief, name: parts.count > 2 ? parts.prefix(2).joined(separator: "/") : name)
  }

  private func localFile(
    _ address: String, _ files: inout [BriefFile], _ location: SourceLocation
  ) -> String? {
    guard !address.isEmpty else {
      log.error("empty-link", at: location, "the link leads nowhere", hint: "give it an address")
      return nil
    }
    guard !address.hasPrefix("/") else {
      log.error(
        "root-link", at: location, "a link from the site’s root cannot be checked",
        hint: "use a typed link, or the whole address from https:// on")
      return nil
    }
    let path = String(address.prefix { $0 != "?" && $0 != "#" })
    let name = name(of: path, in: entry ?? "briefs")
    if name.hasSuffix(".md") {
      log.error(
        "local-link", at: location,
        "there is no brief or section “\(name.isEmpty ? path : name)” in the content folder",
        hint: "link to another brief by its id: brief:ID")
      return nil
    }
    guard folder.isFile(name, log: log) else {
      log.error(
        "missing-file", at: location,
        "there is no file “\(name.isEmpty ? path : name)” in the content folder",
        hint: "the address is relative to the brief’s folder")
      return nil
    }
    if let known = files.first(where: { $0.source == name }) { return known.name }
    let last = name.split(separator: "/").last.map(String.init) ?? name
    var free = last
    var number = 2
    while files.contains(where: { $0.name == free }) {
      free = "\(number)-\(last)"
      number += 1
    }
    files.append(BriefFile(source: name, name: free))
    return free
  }

  private func hasScheme(_ address: some Sequence<UInt8>) -> Bool {
    for byte in address {
      switch byte {
      case UInt8(ascii: ":"): return true
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "."):
        continue
      default: return false
      }
    }
    return false
  }

  private func decoded(_ text: String) -> String {
    text.contains("%") ? String(decoding: percentDecoded(text.utf8), as: UTF8.self) : text
  }
}
