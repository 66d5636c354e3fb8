internal import Diagnostics
internal import Markdown
internal import Model

// Markdown files at the content folder's top: pages of the portal.

extension PortalReader {
  func page(_ name: String) -> PortalPage? {
    guard let file = folder.read(name, log: log) else { return nil }
    var front = FrontMatter(file, log: log)
    if let record = front.record {
      front.record = folder.edited(record)
      if front.record == nil { return nil }
    }
    front.record?.expect("title")
    var parsed = parseMarkdown(
      front.body, file: name, firstLine: front.bodyLine,
      options: MarkdownOptions(rawHTML: rawHTML))
    log.add(contentsOf: parsed.findings)
    AudienceMarks(edition: folder.edition, file: name, log: log)
      .apply(to: &parsed, of: front.body)
    for definition in parsed.definitions {
      log.error(
        "note-place", at: definition.location, "notes belong to briefs; a page has none",
        hint: "write it in the text")
    }
    var prose = parsed.prose
    var title = front.record?.text("title")
    if let first = prose.nodes.first, first.kind == .heading, first.detail == 1 {
      title = title ?? prose.plainText(in: 1..<Int(first.end))
      prose = prose.slice(Int(first.end)..<prose.nodes.count)
    }
    var outline = Outline(log: log)
    _ = outline.settle(&prose, titleLevel: 1, file: name)
    let slug = slug(file.stem)
    let taken: Set = [
      "index", "briefs", "actors", "places", "glossary", "authors", "topics", "search", "404", "",
    ]
    if taken.contains(slug) {
      log.error(
        "page-name", at: file.start, "“\(slug).html” is one of the site’s own pages",
        hint: "rename the file")
      return nil
    }
    checkLinks(of: prose, name)
    for node in prose.nodes where node.kind == .noteReference {
      log.error(
        "note-place", at: SourceLocation(file: name, position: node.position),
        "notes belong to briefs; a page has none", hint: "write it in the text")
    }
    return PortalPage(slug: slug, title: title ?? slug, body: prose)
  }

  /// Texts of the portal itself have no folder: what they link to by a plain address is elsewhere.
  func checkLinks(of prose: Prose, _ file: String) {
    for node in prose.nodes {
      guard node.kind == .link || node.kind == .image else { continue }
      let address = prose.string(node.text)
      let isRemote =
        address.contains("://") || address.hasPrefix("mailto:") || address.hasPrefix("tel:")
      if node.kind == .image || !isRemote {
        log.error(
          "local-link", at: SourceLocation(file: file, position: node.position),
          node.kind == .image
            ? "a picture cannot stand outside a brief"
            : "“\(address)” cannot be linked to from outside a brief",
          hint: "use a typed link such as brief:ID, or a whole address")
      }
    }
  }
}
