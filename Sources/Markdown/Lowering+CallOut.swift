internal import CMark
internal import Diagnostics
internal import Model

extension Lowering {
  /// A quotation whose first line begins with `[!KIND]` is a call-out; what follows on that line is
  /// its title.
  mutating func addCallOut(_ quote: OpaquePointer, at position: SourcePosition) -> Bool {
    guard let paragraph = cmark_node_first_child(quote),
      cmark_node_get_type(paragraph) == CMARK_NODE_PARAGRAPH,
      let first = cmark_node_first_child(paragraph), cmark_node_get_type(first) == CMARK_NODE_TEXT
    else { return false }
    let text = borrowed(cmark_node_get_literal(first))
    guard text.starts(with: "[!".utf8), source.byte(of: first) == UInt8(ascii: "["),
      let end = labelEnd(text, from: 2),
      text[2..<end].allSatisfy({ isLetter($0) }),
      end + 1 == text.count || text[end + 1] == 0x20
    else { return false }
    let word = String(decoding: text[2..<end], as: UTF8.self)
    let name = word.lowercased()
    guard let kind = CallOut.allCases.first(where: { $0.name == name }) else {
      report(
        .warning, "call-out-kind", first,
        "there is no call-out “\(word)”; it is shown as a quotation",
        length: end + 1,
        hint: didYouMean(name, among: CallOut.allCases.map(\.name))
          ?? "the kinds are \(CallOut.allCases.map { $0.name.uppercased() }.joined(separator: ", "))"
      )
      return false
    }
    builder.enter(ProseNode(.callOut, detail: kind.rawValue, at: position))
    droppedBytes = min(text.count, end + 2)
    addCallOutText(first)
    var block = cmark_node_next(paragraph)
    while let node = block {
      lower(node)
      block = cmark_node_next(node)
    }
    builder.leave()
    return true
  }

  /// The first paragraph: its first line after the mark is the title, the rest a paragraph.
  private mutating func addCallOutText(_ first: OpaquePointer) {
    let hasTitle =
      droppedBytes < borrowed(cmark_node_get_literal(first)).count
      || (cmark_node_next(first).map { !isBreak($0) } ?? false)
    var inline: OpaquePointer? = first
    if hasTitle { builder.enter(ProseNode(.callOutTitle, at: source.position(of: first))) }
    while let node = inline, !isBreak(node) {
      if hasTitle { lower(node) }
      inline = cmark_node_next(node)
    }
    if hasTitle { builder.leave() }
    droppedBytes = 0
    guard let lineBreak = inline, let rest = cmark_node_next(lineBreak) else { return }
    builder.enter(ProseNode(.paragraph, at: source.position(of: rest)))
    inline = rest
    while let node = inline {
      lower(node)
      inline = cmark_node_next(node)
    }
    builder.leave()
  }

  private func isBreak(_ node: OpaquePointer) -> Bool {
    let type = cmark_node_get_type(node)
    return type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte)
  }
}
