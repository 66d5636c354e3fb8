internal import Diagnostics
internal import Model

/// Builds a prose in document order.
struct ProseBuilder {
  private(set) var prose = Prose()
  private var open: [Int] = []
  /// A text that text just after it joins: the last node, with nothing entered or left since.
  private var openText: Int?

  var depth: Int { open.count }

  /// - Parameter size: bytes of the Markdown, from which those of the prose follow roughly.
  init(size: Int = 0) {
    prose.bytes.reserveCapacity(size)
    prose.nodes.reserveCapacity(size / 32)
  }

  /// What was built, in memory of its own; the builder starts anew in the memory that it has.
  mutating func take() -> Prose {
    defer {
      prose.nodes.removeAll(keepingCapacity: true)
      prose.bytes.removeAll(keepingCapacity: true)
      prose.references = []
      open.removeAll(keepingCapacity: true)
      openText = nil
    }
    return Prose(
      nodes: prose.nodes.withUnsafeBufferPointer { Array($0) },
      bytes: prose.bytes.withUnsafeBufferPointer { Array($0) }, references: prose.references)
  }

  /// Begins a node whose children follow, up to `leave()`.
  mutating func enter(_ node: ProseNode) {
    openText = nil
    open.append(prose.nodes.count)
    prose.nodes.append(node)
  }

  mutating func leave() {
    openText = nil
    guard let index = open.popLast() else { return }
    prose.nodes[index].end = Int32(clamping: prose.nodes.count)
  }

  /// Adds a node without children.
  mutating func add(_ node: ProseNode) {
    openText = nil
    var node = node
    node.end = Int32(clamping: prose.nodes.count + 1)
    prose.nodes.append(node)
  }

  /// Adds text, joined to text just before it.
  mutating func addText(_ text: UnsafeBufferPointer<UInt8>, at position: SourcePosition) {
    guard !text.isEmpty else { return }
    if let last = openText, prose.nodes[last].text.end == prose.bytes.count {
      let start = prose.nodes[last].text.start
      prose.bytes.append(contentsOf: text)
      prose.nodes[last].text = ByteRange(start: start, end: prose.bytes.count)
      return
    }
    add(ProseNode(.text, text: store(text), at: position))
    openText = prose.nodes.count - 1
  }

  /// Keeps bytes and says where.
  mutating func store(_ bytes: UnsafeBufferPointer<UInt8>) -> ByteRange {
    guard !bytes.isEmpty else { return .empty }
    let start = prose.bytes.count
    prose.bytes.append(contentsOf: bytes)
    return ByteRange(start: start, end: prose.bytes.count)
  }

  mutating func add(_ reference: Reference) -> Int {
    prose.references.append(reference)
    return prose.references.count - 1
  }

  /// Takes `{#id}` off the end of the heading that is open, where it ends in one.
  mutating func takeHeadingID() {
    guard let heading = open.last, let last = prose.nodes.indices.last, last > heading,
      prose.nodes[last].kind == .text, isChild(last, of: heading)
    else { return }
    let range = prose.nodes[last].text
    let text = prose.bytes[range.start..<range.end]
    guard text.last == UInt8(ascii: "}"), let brace = text.lastIndex(of: UInt8(ascii: "{")),
      text.distance(from: brace, to: text.endIndex) > 3, text[brace + 1] == UInt8(ascii: "#"),
      brace == text.startIndex || text[brace - 1] == 0x20
    else { return }
    let id = (brace + 2)..<(text.endIndex - 1)
    guard !prose.bytes[id].contains(where: { $0 <= 0x20 || $0 == 0x22 || $0 == 0x3C }) else {
      return
    }
    prose.nodes[heading].text = ByteRange(start: id.lowerBound, end: id.upperBound)
    var end = brace
    while end > text.startIndex, prose.bytes[end - 1] == 0x20 { end -= 1 }
    if end == text.startIndex {
      prose.nodes.removeLast()
    } else {
      prose.nodes[last].text = ByteRange(start: text.startIndex, end: end)
    }
  }

  private func isChild(_ index: Int, of parent: Int) -> Bool {
    var at = parent + 1
    while at < index { at = Int(prose.nodes[at].end) }
    return at == index
  }
}
