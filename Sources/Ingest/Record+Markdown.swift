internal import Diagnostics
internal import Markdown
internal import Model
internal import Yams

// Values that are Markdown.

extension Record {
  /// Blocks of Markdown.
  func blocks(_ key: String) -> Prose {
    guard let node = node(key) else { return Prose() }
    return blocks(node, key)
  }

  /// Inline Markdown: one paragraph's inlines.
  func inlines(_ key: String) -> Prose {
    guard let node = node(key) else { return Prose() }
    return inlines(node, key)
  }

  /// A list of inline Markdown; an item that says whom it is for is a record with a `text`.
  func inlineList(_ key: String) -> [Prose] {
    guard let node = node(key) else { return [] }
    guard case .sequence(let sequence) = node else {
      wrongType(key, "a list")
      return []
    }
    return sequence.map { item in
      guard case .mapping(let mapping) = item else { return inlines(item, key) }
      let record = Record(mapping, origin, at: item.mark)
      record.expect("text")
      if !record.has("text") { _ = record.required("text", of: "an item of “\(key)”") }
      return record.inlines("text")
    }
  }

  private func blocks(_ node: Node, _ key: String) -> Prose {
    guard case .scalar(let scalar) = node else {
      wrongType(key, "a text")
      return Prose()
    }
    let bytes = Array(scalar.string.utf8)
    var parsed = parseMarkdown(
      bytes, file: origin.file.name, options: MarkdownOptions(rawHTML: origin.rawHTML))
    TextMap(scalar, origin).relocate(&parsed, of: bytes)
    log.add(contentsOf: parsed.findings)
    for definition in parsed.definitions {
      log.error(
        "note-place", at: definition.location, "a note cannot be defined here",
        hint: "define it in a section or in notes.md")
    }
    return parsed.prose
  }

  private func inlines(_ node: Node, _ key: String) -> Prose {
    let prose = blocks(node, key)
    guard let first = prose.nodes.first else { return prose }
    guard Int(first.end) == prose.nodes.count, first.kind == .paragraph else {
      log.error(
        "inline", at: origin.location(node.mark),
        "“\(key)” takes one paragraph, without lists, headings or quotations")
      return Prose()
    }
    return prose.slice(1..<prose.nodes.count)
  }
}
