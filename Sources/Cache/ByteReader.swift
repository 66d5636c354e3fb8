/// Reads what `ByteWriter` wrote.
package struct ByteReader {
  /// The bytes are not those that were written.
  package struct Damage: Error {
    @inlinable package init() {}
  }

  @usableFromInline let bytes: UnsafeRawBufferPointer
  @usableFromInline var at = 0

  @inlinable package init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  package var isAtEnd: Bool { at == bytes.count }

  @inlinable package mutating func raw(_ size: Int) throws(Damage) -> UnsafeRawBufferPointer {
    guard size >= 0, bytes.count - at >= size else { throw Damage() }
    defer { at += size }
    return UnsafeRawBufferPointer(rebasing: bytes[at..<(at + size)])
  }

  @inlinable package mutating func word() throws(Damage) -> UInt64 {
    try raw(8).loadUnaligned(as: UInt64.self)
  }

  @inlinable package mutating func number() throws(Damage) -> Int {
    var value: UInt = 0
    var shift: UInt = 0
    while shift < UInt(UInt.bitWidth) {
      guard at < bytes.count else { throw Damage() }
      let byte = bytes[at]
      at += 1
      value |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return Int(bitPattern: value >> 1) ^ -Int(bitPattern: value & 1) }
      shift += 7
    }
    throw Damage()
  }

  /// How many values follow, each of at least one byte.
  @inlinable package mutating func count() throws(Damage) -> Int {
    let count = try number()
    guard count >= 0, count <= bytes.count - at else { throw Damage() }
    return count
  }

  @inlinable package mutating func flag() throws(Damage) -> Bool { try raw(1)[0] != 0 }

  @inlinable package mutating func text() throws(Damage) -> String {
    String(decoding: try raw(count()), as: UTF8.self)
  }

  @inlinable package mutating func stamp() throws(Damage) -> FileStamp {
    FileStamp(
      size: Int64(bitPattern: try word()), modified: Int64(bitPattern: try word()),
      changed: Int64(bitPattern: try word()), inode: try word(), device: try word())
  }

  @inlinable package mutating func optional<Value>(
    _ body: (inout ByteReader) throws(Damage) -> Value
  ) throws(Damage) -> Value? {
    try flag() ? try body(&self) : nil
  }

  @inlinable package mutating func array<Value>(
    _ body: (inout ByteReader) throws(Damage) -> Value
  ) throws(Damage) -> [Value] {
    let count = try count()
    var values: [Value] = []
    values.reserveCapacity(min(count, 1 << 16))
    for _ in 0..<count { values.append(try body(&self)) }
    return values
  }
}
