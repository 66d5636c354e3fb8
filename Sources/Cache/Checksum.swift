/// A checksum of a file's bytes: tells versions of a file apart, and is no protection against malice.
///
/// The multiplication of FNV-1a, eight bytes at a time; long ones in four sums, since a processor
/// multiplies for each while the others wait.
package func checksum(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
  let basis: UInt64 = 0xCBF2_9CE4_8422_2325
  var hash = basis ^ UInt64(bytes.count)
  let raw = UnsafeRawBufferPointer(bytes)
  let count = raw.count
  func word(_ at: Int) -> UInt64 {
    UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
  }
  var at = 0
  if count >= 256 {
    var (second, third, fourth) = (hash &+ 1, hash &+ 2, hash &+ 3)
    while at + 32 <= count {
      hash = mixed(hash, word(at))
      second = mixed(second, word(at + 8))
      third = mixed(third, word(at + 16))
      fourth = mixed(fourth, word(at + 24))
      at += 32
    }
    hash = mixed(mixed(mixed(hash, second), third), fourth)
  }
  while at + 8 <= count {
    hash = mixed(hash, word(at))
    at += 8
  }
  while at < count {
    hash = (hash ^ UInt64(raw[at])) &* prime
    at += 1
  }
  return hash ^ (hash >> 32)
}

private let prime: UInt64 = 0x0000_0100_0000_01B3

@inline(__always)
private func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
  let product = (hash ^ word) &* prime
  return product ^ (product >> 29)
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
