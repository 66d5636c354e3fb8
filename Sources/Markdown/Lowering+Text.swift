internal import CMark
internal import Diagnostics
internal import Model

extension Lowering {
  /// Adds a text, with the note references in it.
  mutating func addText(_ node: OpaquePointer) {
    var literal = borrowed(cmark_node_get_literal(node))
    let written = literal.count
    if droppedBytes > 0 {
      literal = UnsafeBufferPointer(rebasing: literal.dropFirst(droppedBytes))
    }
    let offset = droppedBytes
    droppedBytes = 0
    let at = source.position(of: node)
    guard options.hasExtensions, literal.contains(UInt8(ascii: "[")) else {
      builder.addText(literal, at: at)
      return
    }
    // Where libcmark resolved no escape, the text is as long as its source and every bracket is bare.
    let span =
      Int(cmark_node_get_end_column(node)) - Int(cmark_node_get_start_column(node)) + 1
    var escaped = span == written ? [] : escapedReferences(in: node)
    var run = 0
    var from = 0
    while from + 2 < literal.count {
      guard literal[from] == UInt8(ascii: "["), literal[from + 1] == UInt8(ascii: "^"),
        let end = labelEnd(literal, from: from + 2)
      else {
        from += 1
        continue
      }
      if !escaped.isEmpty, escaped.removeFirst() {
        from = end
        continue
      }
      builder.addText(UnsafeBufferPointer(rebasing: literal[run..<from]), at: at)
      addNoteReference(
        literal[(from + 2)..<end], at: source.exactPosition(of: node, offset: from + offset))
      run = end + 1
      from = run
    }
    builder.addText(UnsafeBufferPointer(rebasing: literal[run...]), at: at)
  }

  private mutating func addNoteReference(
    _ label: Slice<UnsafeBufferPointer<UInt8>>, at position: SourcePosition
  ) {
    let node = ProseNode(.noteReference, value: -1, text: builder.store(label), at: position)
    if linkDepth > 0 {
      hoisted.append(node)
    } else {
      builder.add(node)
    }
  }

  /// For each `[^label]` that a text shows, in order, whether its bracket was escaped in the source
  /// (`\[^a]`, `&#91;^a]`).
  private mutating func escapedReferences(in node: OpaquePointer) -> [Bool] {
    let line = source.line(Int(cmark_node_get_start_line(node)))
    let start = line.lowerBound + max(0, source.parsedColumn(of: node) - 1)
    let length = Int(cmark_node_get_end_column(node)) - Int(cmark_node_get_start_column(node)) + 1
    let range = min(start, line.upperBound)..<min(max(start, start + length), line.upperBound)
    let raw = UnsafeBufferPointer(rebasing: source.bytes[range])
    var result: [Bool] = []
    var at = 0
    while at < raw.count {
      switch raw[at] {
      case UInt8(ascii: "\\"):
        if at + 2 < raw.count, raw[at + 1] == UInt8(ascii: "["), raw[at + 2] == UInt8(ascii: "^"),
          let end = labelEnd(raw, from: at + 3)
        {
          result.append(true)
          at = end
        } else {
          at += 1
        }
      case UInt8(ascii: "["):
        if at + 1 < raw.count, raw[at + 1] == UInt8(ascii: "^"),
          let end = labelEnd(raw, from: at + 2)
        {
          result.append(false)
          at = end
        }
      case UInt8(ascii: "&"):
        if let semicolon = raw[at...].prefix(10).firstIndex(of: UInt8(ascii: ";")),
          isBracketEntity(raw[(at + 1)..<semicolon]), semicolon + 1 < raw.count,
          raw[semicolon + 1] == UInt8(ascii: "^"), let end = labelEnd(raw, from: semicolon + 2)
        {
          result.append(true)
          at = end
        }
      default: break
      }
      at += 1
    }
    return result
  }

  private func isBracketEntity(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let text = String(decoding: name, as: UTF8.self)
    return ["#91", "#x5b", "#x5B", "#X5b", "#X5B", "lbrack", "lsqb"].contains(text)
  }
}
