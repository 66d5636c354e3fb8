internal import Cache
internal import Diagnostics
internal import Model

// A prose as bytes, for this machine and this program alone: nodes as they lie in memory. Links come
// back without their targets.

extension Prose {
  /// Bytes of memory that it takes, roughly.
  var size: Int {
    nodes.count * MemoryLayout<ProseNode>.stride + bytes.count
      + references.count * MemoryLayout<Reference>.stride
  }
}

extension ByteWriter {
  mutating func write(_ prose: Prose) {
    write(prose.nodes.count)
    write(prose.bytes.count)
    prose.nodes.withUnsafeBytes { write(raw: $0) }
    prose.bytes.withUnsafeBytes { write(raw: $0) }
    write(prose.references) { writer, reference in
      writer.write(reference.kind)
      writer.write(reference.name)
      writer.write(reference.anchor) { $0.write($1) }
    }
  }

  mutating func write(_ kind: TargetKind) { write(kind.rawValue) }

  mutating func write(_ position: SourcePosition) {
    write(Int(position.line))
    write(Int(position.column))
  }
}

extension ByteReader {
  mutating func prose() throws(Damage) -> Prose {
    let (nodeCount, byteCount) = (try number(), try number())
    guard nodeCount >= 0, nodeCount <= Int(Int32.max) else { throw Damage() }
    let nodes = try raw(nodeCount * MemoryLayout<ProseNode>.stride)
    let bytes = try raw(byteCount)
    var prose = Prose()
    prose.nodes = [ProseNode](unsafeUninitializedCapacity: nodeCount) { target, count in
      UnsafeMutableRawBufferPointer(target).copyMemory(from: nodes)
      count = nodeCount
    }
    prose.bytes = Array(bytes)
    prose.references = try array { reader throws(Damage) in
      Reference(
        kind: try reader.targetKind(), name: try reader.text(),
        anchor: try reader.optional { reader throws(Damage) in try reader.text() })
    }
    return prose
  }

  mutating func targetKind() throws(Damage) -> TargetKind {
    guard let kind = TargetKind(rawValue: try text()) else { throw Damage() }
    return kind
  }

  mutating func position() throws(Damage) -> SourcePosition {
    SourcePosition(line: try number(), column: try number())
  }
}
