internal import Diagnostics
internal import Model

/// The typed links of one prose of a brief, as read: what resolving them needs, so that the text itself
/// may be kept elsewhere.
struct OpenReferences: Sendable {
  struct Link: Sendable {
    var kind: TargetKind
    var name: String
    var isFigure: Bool
    var position: SourcePosition
    /// The sentence that it stands in, where its entry lists where it is mentioned.
    var passage: OpenPassage?
  }

  /// Which of the brief's texts it is, in the order of `Brief.updateProse`.
  var text: Int
  var part: BriefPart
  var file: String
  /// In the order of their nodes.
  var links: [Link]
}

/// What the links of one prose lead to.
struct ResolvedReferences: Sendable {
  /// As `OpenReferences.text`.
  var text: Int
  /// In the order of their nodes.
  var links: [(target: Target?, ordinal: Int32)]
}

extension Brief {
  /// Its typed links, by text. The brief stays as it is.
  mutating func openReferences() -> [OpenReferences] {
    var all: [OpenReferences] = []
    var text = -1
    updateProse { part, file, prose in
      text += 1
      guard !prose.references.isEmpty else { return }
      var links: [OpenReferences.Link] = []
      // What is said of the publication mentions nothing.
      let passages =
        part == .imprint ? [] : Passages(of: prose) { $0.kind.isListed }.all
      for node in prose.nodes where node.holdsReference {
        let reference = prose.references[Int(node.value)]
        links.append(
          OpenReferences.Link(
            kind: reference.kind, name: reference.name, isFigure: node.kind == .figure,
            position: node.position,
            passage: passages.indices.contains(links.count) ? passages[links.count] : nil))
      }
      all.append(OpenReferences(text: text, part: part, file: file, links: links))
    }
    return all
  }

  /// Gives links their targets. Texts that are kept elsewhere are passed over.
  mutating func apply(_ resolved: [ResolvedReferences]) {
    guard !resolved.isEmpty else { return }
    var (text, next) = (-1, 0)
    updateProse { _, _, prose in
      text += 1
      guard next < resolved.count, resolved[next].text == text else { return }
      var links = resolved[next].links[...]
      next += 1
      for index in prose.nodes.indices where prose.nodes[index].holdsReference {
        guard let (target, ordinal) = links.popFirst() else { return }
        guard let target else { continue }
        prose.references[Int(prose.nodes[index].value)].target = target
        if ordinal > 0 { prose.nodes[index].ordinal = ordinal }
      }
    }
  }
}

extension ProseNode {
  var holdsReference: Bool { kind == .reference || kind == .figure }
}
