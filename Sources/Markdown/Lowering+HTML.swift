internal import CMark
internal import Diagnostics
internal import Model

extension Lowering {
  /// Raw HTML: kept where the portal allows it, else a fault.
  mutating func addHTML(_ node: OpaquePointer, _ kind: ProseNode.Kind) {
    let literal = borrowed(cmark_node_get_literal(node))
    if options.hasExtensions, isComment(literal) { return }
    if options.rawHTML != .allowed {
      report(
        .error, "raw-html", node, "raw HTML is not allowed here", length: firstLine(of: literal),
        hint: "write it in Markdown, or set “rawHTML: true” in portal.yaml")
      if options.rawHTML == .refused { return }
    }
    builder.add(
      ProseNode(kind, text: builder.store(literal), at: source.position(of: node)))
  }

  /// A comment alone: dropped, since it is not for readers.
  private func isComment(_ html: UnsafeBufferPointer<UInt8>) -> Bool {
    var text = html[...]
    while let last = text.last, last <= 0x20 { text.removeLast() }
    while let first = text.first, first <= 0x20 { text.removeFirst() }
    guard text.count >= 7, text.starts(with: "<!--".utf8), text.suffix(3).elementsEqual("-->".utf8)
    else { return false }
    let inner = text.dropFirst(4).dropLast(3)
    return !zip(inner, zip(inner.dropFirst(), inner.dropFirst(2))).contains {
      $0 == UInt8(ascii: "-") && $1.0 == UInt8(ascii: "-") && $1.1 == UInt8(ascii: ">")
    }
  }

  private func firstLine(of text: UnsafeBufferPointer<UInt8>) -> Int {
    max(1, text.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? text.count)
  }
}
