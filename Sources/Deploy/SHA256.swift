internal import CMD

/// The SHA-256 of some bytes (FIPS 180-4), in 64 hexadecimal digits.
func sha256(_ bytes: [UInt8]) -> String {
  var context = SHA2_CTX()
  SHA256Init(&context)
  bytes.withUnsafeBufferPointer { SHA256Update(&context, $0.baseAddress, $0.count) }
  var digest = [UInt8](repeating: 0, count: 32)
  digest.withUnsafeMutableBufferPointer { SHA256Final($0.baseAddress, &context) }
  let digits = Array("0123456789abcdef".utf8)
  return String(
    decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
