internal import Diagnostics
internal import Model

/// Builds a prose in document order.
///
/// Owns raw memory, because a page has some thousand nodes and pieces of text, each added in few steps;
/// what was built is copied out once, and the memory serves for the next. No method calls another's code
/// while it changes a field, so that accesses need not be checked.
final class ProseBuilder {
  @exclusivity(unchecked) private var nodes: UnsafeMutablePointer<ProseNode>
  @exclusivity(unchecked) private var nodeCount = 0
  @exclusivity(unchecked) private var nodeCapacity: Int
  @exclusivity(unchecked) private var bytes: UnsafeMutablePointer<UInt8>
  @exclusivity(unchecked) private var byteCount = 0
  @exclusivity(unchecked) private var byteCapacity: Int
  @exclusivity(unchecked) private var references: [Reference] = []
  @exclusivity(unchecked) private var open: [Int] = []
  /// A text that text just after it joins: the last node, with nothing entered or left since; -1 for none.
  @exclusivity(unchecked) private var openText = -1

  var depth: Int { open.count }
  var count: Int { nodeCount }
  /// The innermost node that has not ended.
  var container: Int? { open.last }

  /// - Parameter size: bytes of the Markdown, from which those of the prose follow roughly.
  init(size: Int = 0) {
    byteCapacity = max(size, 256)
    nodeCapacity = max(size / 32, 16)
    bytes = .allocate(capacity: byteCapacity)
    nodes = .allocate(capacity: nodeCapacity)
  }

  deinit {
    bytes.deallocate()
    nodes.deallocate()
  }

  /// What was built; the builder starts anew.
  func take() -> Prose {
    let prose = Prose(
      nodes: Array(UnsafeBufferPointer(start: nodes, count: nodeCount)),
      bytes: Array(UnsafeBufferPointer(start: bytes, count: byteCount)), references: references)
    nodeCount = 0
    byteCount = 0
    openText = -1
    if !references.isEmpty { references = [] }
    open.removeAll(keepingCapacity: true)
    return prose
  }

  /// Begins a node whose children follow, up to `leave()`.
  func enter(_ node: ProseNode) {
    open.append(nodeCount)
    append(node)
  }

  func leave() {
    openText = -1
    guard let index = open.popLast() else { return }
    nodes[index].end = Int32(clamping: nodeCount)
  }

  /// Adds a node without children.
  func add(_ node: ProseNode) {
    append(node)
    nodes[nodeCount - 1].end = Int32(clamping: nodeCount)
  }

  private func append(_ node: ProseNode) {
    openText = -1
    if nodeCount == nodeCapacity {
      let grown = UnsafeMutablePointer<ProseNode>.allocate(capacity: nodeCapacity * 2)
      grown.moveInitialize(from: nodes, count: nodeCount)
      nodes.deallocate()
      (nodes, nodeCapacity) = (grown, nodeCapacity * 2)
    }
    (nodes + nodeCount).initialize(to: node)
    nodeCount += 1
  }

  /// Adds text, joined to text just before it.
  func addText(_ text: UnsafeBufferPointer<UInt8>, at position: SourcePosition) {
    guard !text.isEmpty else { return }
    if openText >= 0, nodes[openText].text.end == byteCount {
      let start = nodes[openText].text.start
      nodes[openText].text = ByteRange(start: start, end: store(text).end)
      return
    }
    add(ProseNode(.text, text: store(text), at: position))
    openText = nodeCount - 1
  }

  /// Keeps bytes and says where.
  func store(_ text: UnsafeBufferPointer<UInt8>) -> ByteRange {
    guard let first = text.baseAddress, !text.isEmpty else { return .empty }
    let start = byteCount
    if byteCapacity - start < text.count {
      let capacity = max(byteCapacity * 2, start + text.count)
      let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
      grown.update(from: bytes, count: start)
      bytes.deallocate()
      (bytes, byteCapacity) = (grown, capacity)
    }
    (bytes + start).update(from: first, count: text.count)
    byteCount = start + text.count
    return ByteRange(start: start, end: byteCount)
  }

  func add(_ reference: Reference) -> Int {
    references.append(reference)
    return references.count - 1
  }

  /// Takes `{#id}` off the end of the heading that is open, where it ends in one.
  func takeHeadingID() {
    let last = nodeCount - 1
    guard let heading = open.last, last > heading, nodes[last].kind == .text,
      isChild(last, of: heading)
    else { return }
    let range = nodes[last].text
    let text = UnsafeBufferPointer(start: bytes, count: byteCount)[range.start..<range.end]
    guard text.last == UInt8(ascii: "}"), let brace = text.lastIndex(of: UInt8(ascii: "{")),
      text.distance(from: brace, to: text.endIndex) > 3, text[brace + 1] == UInt8(ascii: "#"),
      brace == text.startIndex || text[brace - 1] == 0x20
    else { return }
    let id = (brace + 2)..<(text.endIndex - 1)
    guard !text[id].contains(where: { $0 <= 0x20 || $0 == 0x22 || $0 == 0x3C }) else { return }
    nodes[heading].text = ByteRange(start: id.lowerBound, end: id.upperBound)
    var end = brace
    while end > text.startIndex, text[end - 1] == 0x20 { end -= 1 }
    if end == text.startIndex {
      nodeCount -= 1
    } else {
      nodes[last].text = ByteRange(start: text.startIndex, end: end)
    }
  }

  private func isChild(_ index: Int, of parent: Int) -> Bool {
    var at = parent + 1
    while at < index { at = Int(nodes[at].end) }
    return at == index
  }
}
