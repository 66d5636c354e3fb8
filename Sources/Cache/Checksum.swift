/// A checksum of a file's bytes: tells versions of a file apart, and is no protection against malice.
///
/// The multiplication of FNV-1a, eight bytes at a time. Of long ones four sums, since a processor multiplies
/// for each while the others wait; they take sixteen bytes at a time as products of 128 bits, folded
/// (as wyhash does).
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
    while at + 64 <= count {
      hash = folded(hash ^ word(at), word(at + 8))
      second = folded(second ^ word(at + 16), word(at + 24))
      third = folded(third ^ word(at + 32), word(at + 40))
      fourth = folded(fourth ^ word(at + 48), word(at + 56))
      at += 64
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
/// Keeps words of zeros from making all of a sum zero.
private let salt: UInt64 = 0xA076_1D64_78BD_642F

@inline(__always)
private func folded(_ hash: UInt64, _ word: UInt64) -> UInt64 {
  let product = hash.multipliedFullWidth(by: word ^ salt)
  return product.high ^ product.low ^ hash
}

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
