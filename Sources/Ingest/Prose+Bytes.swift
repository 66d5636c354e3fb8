internal import Model

// A prose as bytes, for this process alone: nodes as they lie in memory.

extension Prose {
  /// Bytes of memory that it takes, roughly.
  var size: Int {
    nodes.count * MemoryLayout<ProseNode>.stride + bytes.count
      + references.count * MemoryLayout<Reference>.stride
  }

  func write(to out: inout [UInt8]) {
    out.append(word: nodes.count)
    out.append(word: bytes.count)
    out.append(word: references.count)
    nodes.withUnsafeBytes { out.append(contentsOf: $0) }
    out.append(contentsOf: bytes)
    for reference in references {
      out.append(text: reference.kind.rawValue)
      out.append(text: reference.name)
      out.append(word: reference.anchor == nil ? 0 : 1)
      if let anchor = reference.anchor { out.append(text: anchor) }
    }
  }

  /// `nil` where the bytes hold no prose. References come without their targets.
  init?(readingFrom buffer: UnsafeRawBufferPointer, at offset: inout Int) {
    guard let nodes = buffer.word(at: &offset), let bytes = buffer.word(at: &offset),
      let references = buffer.word(at: &offset), nodes >= 0, bytes >= 0, references >= 0,
      let nodeBytes = buffer.part(nodes * MemoryLayout<ProseNode>.stride, at: &offset),
      let textBytes = buffer.part(bytes, at: &offset)
    else { return nil }
    self.init()
    self.nodes = [ProseNode](unsafeUninitializedCapacity: nodes) { target, count in
      UnsafeMutableRawBufferPointer(target).copyMemory(from: nodeBytes)
      count = nodes
    }
    self.bytes = Array(textBytes)
    for _ in 0..<references {
      guard let kind = buffer.text(at: &offset).flatMap(TargetKind.init),
        let name = buffer.text(at: &offset), let hasAnchor = buffer.word(at: &offset)
      else { return nil }
      let anchor = hasAnchor == 0 ? nil : buffer.text(at: &offset)
      self.references.append(Reference(kind: kind, name: name, anchor: anchor))
    }
  }
}

extension [UInt8] {
  mutating func append(word: Int) {
    Swift.withUnsafeBytes(of: word) { append(contentsOf: $0) }
  }

  mutating func append(text: String) {
    append(word: text.utf8.count)
    append(contentsOf: text.utf8)
  }
}

extension UnsafeRawBufferPointer {
  func word(at offset: inout Int) -> Int? {
    guard count - offset >= MemoryLayout<Int>.size else { return nil }
    defer { offset += MemoryLayout<Int>.size }
    return loadUnaligned(fromByteOffset: offset, as: Int.self)
  }

  func part(_ size: Int, at offset: inout Int) -> UnsafeRawBufferPointer? {
    guard size >= 0, count - offset >= size else { return nil }
    defer { offset += size }
    return UnsafeRawBufferPointer(rebasing: self[offset..<(offset + size)])
  }

  func text(at offset: inout Int) -> String? {
    word(at: &offset).flatMap { part($0, at: &offset) }.map { String(decoding: $0, as: UTF8.self) }
  }
}
