/// Values as bytes, one after another, for this machine alone.
package struct ByteWriter {
  package var bytes: [UInt8] = []

  @inlinable package init() {}

  @inlinable package mutating func write(_ word: UInt64) {
    withUnsafeBytes(of: word) { bytes.append(contentsOf: $0) }
  }

  /// Small numbers take a byte: seven bits at a time, the sign in the lowest (as LEB128 and zigzag).
  @inlinable package mutating func write(_ number: Int) {
    var rest = UInt(bitPattern: number << 1) ^ UInt(bitPattern: number >> (Int.bitWidth - 1))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  @inlinable package mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  @inlinable package mutating func write(_ text: String) {
    var text = text
    text.withUTF8 {
      write($0.count)
      bytes.append(contentsOf: $0)
    }
  }

  @inlinable package mutating func write(raw: UnsafeRawBufferPointer) {
    bytes.append(contentsOf: raw)
  }

  @inlinable package mutating func write(_ stamp: FileStamp) {
    write(UInt64(bitPattern: stamp.size))
    write(UInt64(bitPattern: stamp.modified))
    write(UInt64(bitPattern: stamp.changed))
    write(stamp.inode)
    write(stamp.device)
  }

  @inlinable package mutating func write<Value>(
    _ value: Value?, _ body: (inout ByteWriter, Value) -> Void
  ) {
    write(value != nil)
    if let value { body(&self, value) }
  }

  @inlinable package mutating func write<Value>(
    _ values: some Collection<Value>, _ body: (inout ByteWriter, Value) -> Void
  ) {
    write(values.count)
    for value in values { body(&self, value) }
  }
}
