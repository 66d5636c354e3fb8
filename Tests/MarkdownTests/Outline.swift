import Diagnostics
import Markdown
import Model

/// What a Markdown text was read as, written so that a test can show all of it.
///
/// Inlines stand on their block's line; a block's children below it, indented. Definitions follow.
func outline(_ markdown: String, allowsRawHTML: Bool = false) -> String {
  let parsed = parseMarkdown(
    Array(markdown.utf8), file: "a.md",
    options: MarkdownOptions(rawHTML: allowsRawHTML ? .allowed : .refused))
  var lines = blocks(parsed.prose)
  for definition in parsed.definitions {
    lines.append("[^\(definition.label)]:")
    lines += blocks(definition.body).map { "  " + $0 }
  }
  for finding in parsed.findings {
    let position = finding.location.position.map { "\($0.line):\($0.column)" } ?? "-"
    lines.append("\(finding.severity.rawValue) \(finding.rule) \(position)")
  }
  return lines.joined(separator: "\n")
}

private func blocks(_ prose: Prose) -> [String] { prose.roots.flatMap { block(prose, $0) } }

private func block(_ prose: Prose, _ index: Int) -> [String] {
  let node = prose.nodes[index]
  let children = prose.children(of: index)
  func nested(_ title: String) -> [String] {
    [title] + children.flatMap { block(prose, $0) }.map { "  " + $0 }
  }
  func line(_ title: String) -> [String] {
    [title + " " + children.map { inline(prose, $0) }.joined()]
  }
  switch node.kind {
  case .paragraph: return line("p")
  case .heading:
    return line("h\(node.detail)" + (node.text.isEmpty ? "" : "#" + prose.string(node.text)))
  case .callOutTitle: return line("title")
  case .figure: return line("figure \(name(prose, node))")
  case .blockQuote: return nested("quote")
  case .callOut: return nested("call-out \(CallOut(rawValue: node.detail)?.name ?? "?")")
  case .list:
    let style = ListStyle(rawValue: node.detail)
    return nested(
      (style.contains(.ordered) ? "ol \(node.value)" : "ul")
        + (style.contains(.tight) ? "" : " loose"))
  case .item: return nested("li")
  case .table: return nested("table")
  case .tableRow:
    return ["| " + children.map { block(prose, $0).joined() }.joined(separator: " | ")]
  case .tableCell:
    let marks = ["", "<", "^", ">"]
    return [marks[Int(node.detail)] + children.map { inline(prose, $0) }.joined()]
  case .codeBlock: return ["code \(quoted(prose.string(node.text)))"]
  case .htmlBlock: return ["html \(quoted(prose.string(node.text)))"]
  case .thematicBreak: return ["---"]
  default: return [inline(prose, index)]
  }
}

private func inline(_ prose: Prose, _ index: Int) -> String {
  let node = prose.nodes[index]
  let inner = prose.children(of: index).map { inline(prose, $0) }.joined()
  switch node.kind {
  case .text: return prose.string(node.text)
  case .softBreak: return "⏎"
  case .lineBreak: return "⏎⏎"
  case .code: return "`\(prose.string(node.text))`"
  case .htmlInline: return "‹\(prose.string(node.text))›"
  case .emphasis: return "_\(inner)_"
  case .strong: return "*\(inner)*"
  case .link: return "(\(inner) → \(prose.string(node.text)))"
  case .image: return "(image \(inner) → \(prose.string(node.text)))"
  case .noteReference: return "{\(prose.string(node.text))}"
  case .reference: return "(\(inner) ⇒ \(name(prose, node)))"
  default: return "?"
  }
}

private func name(_ prose: Prose, _ node: ProseNode) -> String {
  let reference = prose.references[Int(node.value)]
  return "\(reference.kind.rawValue):\(reference.name)"
}

private func quoted(_ text: String) -> String {
  "“" + text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "⏎") + "”"
}
