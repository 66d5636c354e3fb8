import Diagnostics
import HTML
import Model
import Templates

/// A small portal: one brief of two sections with a note each refers to, and helpers to build it.
enum Fixture {
  static let hostile = #"<script>alert("x")</script> & 'q' </script>"#

  static func portal() -> Portal {
    var portal = Portal()
    portal.title = "Portal"
    portal.baseURL = "https://example.org/sub/"
    portal.briefs = [brief()]
    return portal
  }

  static func brief() -> Brief {
    var brief = Brief(
      id: "b", slug: "a-brief", title: "A Brief", language: "en", file: "briefs/b/brief.yaml")
    brief.date = PartialDate(year: 2022, month: 4, day: 5)
    brief.aliases = ["old"]
    brief.sections = [
      section("one", "One", number: 1, references: [(0, 1), (0, 2), (0, 3)]),
      section("two", "Two", number: 2, references: [(0, 4), (0, 5)]),
    ]
    brief.notes = [
      Note(
        label: "five", number: 1, body: paragraph("Said five times."),
        occurrences: [.section(0), .section(0), .section(0), .section(1), .section(1)],
        location: SourceLocation(file: "", position: SourcePosition(line: 1, column: 1)))
    ]
    return brief
  }

  /// A section of one paragraph that refers to notes, each by its index and the reference's ordinal.
  static func section(
    _ id: String, _ title: String, number: Int, references: [(note: Int, ordinal: Int)]
  ) -> Section {
    Section(
      id: id, title: title, heading: inline(title), number: number, summary: Prose(),
      body: paragraph("Text", references: references), contents: [], file: "")
  }

  static func inline(_ text: String) -> Prose {
    var prose = Prose()
    append(.text, text, to: &prose)
    return prose
  }

  static func paragraph(
    _ text: String, references: [(note: Int, ordinal: Int)] = []
  ) -> Prose {
    var prose = Prose()
    prose.nodes.append(ProseNode(.paragraph))
    append(.text, text, to: &prose)
    for (note, ordinal) in references {
      var node = ProseNode(.noteReference, value: note)
      node.ordinal = Int32(ordinal)
      node.end = Int32(prose.nodes.count + 1)
      prose.nodes.append(node)
    }
    prose.nodes[0].end = Int32(prose.nodes.count)
    return prose
  }

  static func headings(_ levels: [UInt8]) -> Prose {
    var prose = Prose()
    for level in levels {
      let index = prose.nodes.count
      prose.nodes.append(ProseNode(.heading, detail: level))
      append(.text, "Heading", to: &prose)
      prose.nodes[index].end = Int32(prose.nodes.count)
    }
    return prose
  }

  private static func append(_ kind: ProseNode.Kind, _ text: String, to prose: inout Prose) {
    let start = prose.bytes.count
    prose.bytes += Array(text.utf8)
    var node = ProseNode(kind, text: ByteRange(start: start, end: prose.bytes.count))
    node.end = Int32(prose.nodes.count + 1)
    prose.nodes.append(node)
  }

  static func html(_ page: Page, of portal: Portal) -> String {
    var sink = Sink()
    StandardTemplates().write(page, of: portal, to: &sink)
    return String(decoding: sink.bytes, as: UTF8.self)
  }
}

extension String {
  /// The values of an attribute, in order.
  func values(of attribute: String) -> [String] {
    let parts = split(separator: " \(attribute)=\"", omittingEmptySubsequences: false)
    return parts.dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }

  func occurrences(of text: String) -> Int {
    split(separator: text, omittingEmptySubsequences: false).count - 1
  }
}
