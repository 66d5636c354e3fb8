internal import CMark
internal import Diagnostics
internal import Model

extension Lowering {
  /// Adds a text, with the note references in it.
  mutating func addText(_ node: OpaquePointer) {
    var literal = borrowed(cmark_node_get_literal(node))
    if droppedBytes > 0 {
      literal = UnsafeBufferPointer(rebasing: literal.dropFirst(droppedBytes))
    }
    let offset = droppedBytes
    droppedBytes = 0
    let at = source.position(of: node)
    guard options.hasExtensions, literal.holds(UInt8(ascii: "[")) else {
      builder.addText(literal, at: at)
      return
    }
    // Where libcmark resolved no escape, the text is as long as its source and every bracket is bare.
    let span =
      Int(cmark_node_get_end_column(node)) - Int(cmark_node_get_start_column(node)) + 1
    let start = source.offset(of: node)
    var written = span == literal.count + offset ? nil : references(in: source.bytes(start, span))
    var run = 0
    var from = 0
    while let bracket = literal.index(of: UInt8(ascii: "["), from: from),
      bracket + 2 < literal.count
    {
      from = bracket
      guard literal[from + 1] == UInt8(ascii: "^") else {
        from += 1
        continue
      }
      guard let end = labelEnd(literal, from: from + 2) else {
        if written == nil { reportBlankInLabel(literal, from, node, offset) }
        from += 2
        continue
      }
      var place = start + offset + from
      if let first = written?.popFirst() {
        place = start + first.offset
        if first.isEscaped {
          from = end
          continue
        }
      }
      builder.addText(UnsafeBufferPointer(rebasing: literal[run..<from]), at: at)
      addNoteReference(
        literal[(from + 2)..<end],
        at: source.position(of: literal[from...end], expected: place, in: node))
      run = end + 1
      from = run
    }
    builder.addText(UnsafeBufferPointer(rebasing: literal[run...]), at: at)
  }

  /// `[^a b]` is text, and hardly meant to be.
  private mutating func reportBlankInLabel(
    _ literal: UnsafeBufferPointer<UInt8>, _ start: Int, _ node: OpaquePointer, _ offset: Int
  ) {
    let rest = literal[(start + 2)...].prefix(80)
    guard let end = rest.firstIndex(of: UInt8(ascii: "]")), end > start + 2,
      !rest[..<end].contains(UInt8(ascii: "["))
    else { return }
    let label = String(decoding: literal[(start + 2)..<end], as: UTF8.self)
    findings.append(
      Finding(
        .warning, "note-label",
        at: SourceLocation(
          file: file, position: source.exactPosition(of: node, offset: start + offset),
          length: end - start + 1),
        "“[^\(label)]” is no note: a label holds no blanks",
        hint: "write [^\(label.replacing(" ", with: "-"))], or \\[ where a bracket is meant"))
  }

  private mutating func addNoteReference(
    _ label: Slice<UnsafeBufferPointer<UInt8>>, at position: SourcePosition
  ) {
    let node = ProseNode(
      .noteReference, value: -1, text: builder.store(UnsafeBufferPointer(rebasing: label)),
      at: position)
    if linkDepth > 0 {
      hoisted.append(node)
    } else {
      builder.add(node)
    }
  }

  /// The `[^label]`s that a text's source shows, in order: where, and whether the bracket was escaped
  /// (`\[^a]`, `&#91;^a]`).
  private func references(
    in raw: UnsafeBufferPointer<UInt8>
  ) -> ArraySlice<(offset: Int, isEscaped: Bool)> {
    var result: [(offset: Int, isEscaped: Bool)] = []
    var at = 0
    while at < raw.count {
      switch raw[at] {
      case UInt8(ascii: "\\"):
        if at + 2 < raw.count, raw[at + 1] == UInt8(ascii: "["), raw[at + 2] == UInt8(ascii: "^"),
          let end = labelEnd(raw, from: at + 3)
        {
          result.append((at, true))
          at = end
        } else {
          at += 1
        }
      case UInt8(ascii: "["):
        if at + 1 < raw.count, raw[at + 1] == UInt8(ascii: "^"),
          let end = labelEnd(raw, from: at + 2)
        {
          result.append((at, false))
          at = end
        }
      case UInt8(ascii: "&"):
        if let semicolon = raw[at...].prefix(10).firstIndex(of: UInt8(ascii: ";")),
          isBracketEntity(raw[(at + 1)..<semicolon]), semicolon + 1 < raw.count,
          raw[semicolon + 1] == UInt8(ascii: "^"), let end = labelEnd(raw, from: semicolon + 2)
        {
          result.append((at, true))
          at = end
        }
      default: break
      }
      at += 1
    }
    return result[...]
  }

  private func isBracketEntity(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let text = String(decoding: name, as: UTF8.self)
    return ["#91", "#x5b", "#x5B", "#X5b", "#X5B", "lbrack", "lsqb"].contains(text)
  }
}
