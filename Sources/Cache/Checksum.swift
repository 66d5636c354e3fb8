/// A checksum of a file's bytes: tells versions of a file apart, and is no protection against malice.
///
/// The multiplication of FNV-1a, eight bytes at a time.
package func checksum(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
  let prime: UInt64 = 0x0000_0100_0000_01B3
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(bytes.count)
  let raw = UnsafeRawBufferPointer(bytes)
  var at = 0
  while at + 8 <= raw.count {
    let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
    hash = (hash ^ word) &* prime
    hash ^= hash >> 29
    at += 8
  }
  while at < raw.count {
    hash = (hash ^ UInt64(raw[at])) &* prime
    at += 1
  }
  return hash ^ (hash >> 32)
}

package func checksum(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBufferPointer { checksum($0) } }

package func checksum(_ text: String) -> UInt64 {
  var text = text
  return text.withUTF8 { checksum($0) }
}

/// One checksum of several, in their order.
package func checksum(of sums: [UInt64]) -> UInt64 {
  sums.withUnsafeBytes { checksum($0.assumingMemoryBound(to: UInt8.self)) }
}
