import Diagnostics
import Model

/// A small portal: one brief of two sections and a note.
enum Fixture {
  static func portal() -> Portal {
    var portal = Portal()
    portal.title = "Portal"
    portal.baseURL = "https://example.org/sub/"
    var brief = Brief(
      id: "b", slug: "a-brief", title: "A Brief", language: "en", file: "briefs/b/brief.yaml")
    brief.date = PartialDate(year: 2022, month: 4)
    brief.sections = ["One", "Two"].enumerated().map { index, title in
      Section(
        id: title.lowercased(), title: title, heading: inline(title), number: index + 1,
        summary: Prose(), body: paragraph("Text"), contents: [], file: "")
    }
    brief.notes = [
      Note(
        label: "zakat", number: 1, body: paragraph("A note."), occurrences: [.section(0)],
        location: SourceLocation(file: "", position: SourcePosition(line: 1, column: 1)))
    ]
    portal.briefs = [brief]
    return portal
  }

  static func inline(_ text: String) -> Prose {
    var prose = Prose()
    append(.text, text, to: &prose)
    return prose
  }

  /// - Parameters:
  ///   - references: the notes that its end refers to.
  ///   - ordinal: that of the first reference; the others follow.
  static func paragraph(_ text: String, references: [Int] = [], from ordinal: Int = 1) -> Prose {
    var prose = Prose()
    prose.nodes.append(ProseNode(.paragraph))
    append(.text, text, to: &prose)
    for (position, note) in references.enumerated() {
      append(.noteReference, "", to: &prose)
      prose.nodes[prose.nodes.count - 1].value = Int32(note)
      prose.nodes[prose.nodes.count - 1].ordinal = Int32(ordinal + position)
    }
    prose.nodes[0].end = Int32(prose.nodes.count)
    return prose
  }

  /// A paragraph of a typed link whose label is to be generated.
  static func reference(to target: Target) -> Prose {
    var prose = Prose()
    prose.nodes.append(ProseNode(.paragraph))
    append(.reference, "", to: &prose)
    prose.nodes[0].end = 2
    prose.references = [Reference(kind: target.kind, name: "", target: target)]
    return prose
  }

  static func append(_ kind: ProseNode.Kind, _ text: String, to prose: inout Prose) {
    let start = prose.bytes.count
    prose.bytes += Array(text.utf8)
    var node = ProseNode(kind, text: ByteRange(start: start, end: prose.bytes.count))
    node.end = Int32(prose.nodes.count + 1)
    prose.nodes.append(node)
  }
}
