extension Prose {
  /// Some of its nodes as a prose of their own: whole subtrees.
  public func slice(_ range: Range<Int>) -> Prose {
    var result = Prose()
    guard !range.isEmpty else { return result }
    var (firstByte, lastByte) = (Int.max, 0)
    var (firstReference, lastReference) = (Int.max, -1)
    func take(_ part: ByteRange) {
      if part.isEmpty { return }
      firstByte = min(firstByte, part.start)
      lastByte = max(lastByte, part.end)
    }
    for index in range {
      let node = nodes[index]
      take(node.text)
      take(node.title)
      if node.kind == .reference || node.kind == .figure {
        firstReference = min(firstReference, Int(node.value))
        lastReference = max(lastReference, Int(node.value))
      }
    }
    if firstByte < lastByte { result.bytes = Array(bytes[firstByte..<lastByte]) }
    if firstReference <= lastReference {
      result.references = Array(references[firstReference...lastReference])
    }
    result.nodes = nodes.withUnsafeBufferPointer { nodes in
      Array(unsafeUninitializedCapacity: range.count) { copies, count in
        for index in range {
          copies.initializeElement(
            at: index - range.lowerBound,
            to: nodes[index].moved(
              nodes: -range.lowerBound, bytes: -firstByte, references: -firstReference))
        }
        count = range.count
      }
    }
    return result
  }

  /// Adds another prose's nodes after its own.
  public mutating func append(_ other: Prose) {
    let (nodeCount, byteCount) = (nodes.count, bytes.count)
    nodes += other.nodes.map {
      $0.moved(nodes: nodeCount, bytes: byteCount, references: references.count)
    }
    bytes += other.bytes
    references += other.references
  }

  /// Keeps text in it and says where, for a node to name.
  public mutating func store(_ text: String) -> ByteRange {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    return ByteRange(start: start, end: bytes.count)
  }
}

extension ProseNode {
  fileprivate func moved(nodes: Int, bytes: Int, references: Int) -> ProseNode {
    var node = self
    node.end += Int32(clamping: nodes)
    // An empty range may stand beyond the bytes that are kept.
    func moved(_ range: ByteRange) -> ByteRange {
      range.isEmpty ? .empty : ByteRange(start: range.start + bytes, end: range.end + bytes)
    }
    node.text = moved(text)
    node.title = moved(title)
    if kind == .reference || kind == .figure { node.value += Int32(clamping: references) }
    return node
  }
}
