internal import Diagnostics
internal import Markdown
internal import Model

// Markdown files at the content folder's top: pages of the portal.

extension PortalReader {
  func page(_ name: String) -> PortalPage? {
    guard let own = folder.read(name, log: log) else { return nil }
    // A page that the edition leaves out has no translation either.
    if let record = FrontMatter(own, log: log).record, folder.edited(record) == nil { return nil }
    var translation = folder.translation(of: name, log: log)
    var front = FrontMatter(translation ?? own, log: log)
    if translation != nil, let record = front.record, folder.edited(record) == nil {
      translation = nil
      front = FrontMatter(own, log: FindingLog())
    }
    let file = translation ?? own
    if translation != nil, hidesAll(own) { return nil }
    front.record?.expect("title")
    var parsed = parseMarkdown(
      front.body, file: file.name, firstLine: front.bodyLine,
      options: MarkdownOptions(rawHTML: rawHTML))
    log.add(contentsOf: parsed.findings)
    let cut = AudienceMarks(edition: folder.edition, file: file.name, log: log)
      .apply(to: &parsed, of: front.body)
    if cut.hidesAll { return nil }
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
    _ = outline.settle(&prose, titleLevel: 1, file: file.name)
    let slug = slug(own.stem)
    let taken: Set = [
      "index", "briefs", "actors", "places", "glossary", "authors", "topics", "search", "404", "",
    ]
    if taken.contains(slug) {
      log.error(
        "page-name", at: file.start, "“\(slug).html” is one of the site’s own pages",
        hint: "rename the file")
      return nil
    }
    checkLinks(of: prose, file.name)
    for node in prose.nodes where node.kind == .noteReference {
      log.error(
        "note-place", at: SourceLocation(file: file.name, position: node.position),
        "notes belong to briefs; a page has none", hint: "write it in the text")
    }
    var page = PortalPage(slug: slug, title: title ?? slug, body: prose)
    page.language = translation == nil ? fallbackLanguage : nil
    return page
  }

  /// Whether the edition holds nothing of a page, by the mark on its title.
  private func hidesAll(_ own: SourceFile) -> Bool {
    let front = FrontMatter(own, skipsRecord: true, log: FindingLog())
    var parsed = parseMarkdown(front.body, file: own.name, firstLine: front.bodyLine)
    return AudienceMarks(edition: folder.edition, file: own.name, log: FindingLog())
      .apply(to: &parsed, of: front.body).hidesAll
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
