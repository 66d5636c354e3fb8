internal import Model

// Taking parts out of a prose, and with them what they leave empty.

extension Prose {
  /// The ranges, with lists and quotations of which nothing would be left.
  func withEmptied(_ ranges: [Range<Int>]) -> [Range<Int>] {
    guard !ranges.isEmpty else { return [] }
    var isGone = [Bool](repeating: false, count: nodes.count)
    for range in ranges { for index in range { isGone[index] = true } }
    // From the innermost out.
    for index in nodes.indices.reversed() where !isGone[index] {
      guard nodes[index].kind == .list || nodes[index].kind == .blockQuote else { continue }
      let children = index + 1..<Int(nodes[index].end)
      if !children.isEmpty, children.allSatisfy({ isGone[$0] }) { isGone[index] = true }
    }
    return nodes.indices.filter { isGone[$0] }.map { $0..<$0 + 1 }
  }

  /// Takes out nodes: whole subtrees, in order.
  mutating func remove(_ ranges: [Range<Int>]) {
    guard !ranges.isEmpty else { return }
    // How many are gone before each.
    var gone = [Int32](repeating: 0, count: nodes.count + 1)
    for range in ranges { for index in range { gone[index + 1] = 1 } }
    for index in nodes.indices { gone[index + 1] += gone[index] }
    var kept: [ProseNode] = []
    kept.reserveCapacity(nodes.count)
    for index in nodes.indices where gone[index + 1] == gone[index] {
      var node = nodes[index]
      node.end -= gone[Int(node.end)]
      kept.append(node)
    }
    nodes = kept
    // Nothing of what was taken out stays behind.
    self = slice(0..<nodes.count).compacted()
  }

  /// The same with only the bytes and references that its nodes name.
  private func compacted() -> Prose {
    var result = Prose()
    func taken(_ range: ByteRange) -> ByteRange {
      if range.isEmpty { return .empty }
      let start = result.bytes.count
      result.bytes += bytes[range.start..<range.end]
      return ByteRange(start: start, end: result.bytes.count)
    }
    for var node in nodes {
      node.text = taken(node.text)
      node.title = taken(node.title)
      if node.holdsReference {
        result.references.append(references[Int(node.value)])
        node.value = Int32(clamping: result.references.count - 1)
      }
      result.nodes.append(node)
    }
    return result
  }
}
