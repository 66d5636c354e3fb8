internal import Model

/// The text of a brief in one file: its title, where a heading is it, and what its sections are made of.
struct OneFileText {
  let prose: Prose
  /// The words of the heading that is the title.
  private(set) var title: Prose?
  /// Nodes of the top level, without the title.
  private(set) var roots: [Int]
  /// Of the headings that sections begin with.
  let level: Int

  /// - Parameter given: the title that front matter gives.
  init(_ prose: Prose, title given: String?) {
    self.prose = prose
    let roots = Array(prose.roots)
    let headings = roots.filter { prose.isTitle($0) }
    self.roots = roots
    if let first = headings.first {
      let words = prose.words(ofHeading: first)
      // A heading that repeats the title is the title.
      if given == nil
        || headings.count == 1 && roots.first == first && given == words.plainText
      {
        title = words
        self.roots.removeAll { $0 == first }
      }
    }
    // Sections are the headings of level 1 where the title is given elsewhere and the file uses them.
    level = headings.count > (title == nil ? 0 : 1) ? 1 : 2
  }

  /// The same text in another language.
  init(_ prose: Prose, translating own: OneFileText) {
    self.prose = prose
    roots = Array(prose.roots)
    level = own.level
    if own.title != nil || level == 2, let first = roots.first(where: { prose.isTitle($0) }) {
      title = prose.words(ofHeading: first)
      roots.removeAll { $0 == first }
    }
  }

  /// A section: its heading, `nil` for what stands before the first, and the nodes below it.
  struct Part {
    var heading: Int?
    var blocks: [Int] = []
  }

  var parts: [Part] {
    var parts: [Part] = []
    var part = Part()
    func close() {
      if part.heading != nil || !part.blocks.isEmpty { parts.append(part) }
    }
    for root in roots {
      let node = prose.nodes[root]
      if node.kind == .heading, node.detail == level {
        close()
        part = Part(heading: root)
      } else {
        part.blocks.append(root)
      }
    }
    close()
    return parts
  }
}

extension Prose {
  fileprivate func isTitle(_ node: Int) -> Bool {
    nodes[node].kind == .heading && nodes[node].detail == 1
  }

  func words(ofHeading heading: Int) -> Prose {
    slice((heading + 1)..<Int(nodes[heading].end))
  }
}
