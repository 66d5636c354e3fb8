/// One form of those that an address may be written in: scheme and host in small letters, a path, no fragment,
/// what has to be percent-encoded encoded and nothing else (RFC 3986, 6.2.2.1 and 6.2.2.2; RFC 3987, 3.1).
func normalAddress(_ text: String) -> String {
  var text = text.prefix { $0 != "#" }
  if text.hasPrefix("//") { text = "https:" + text }
  guard let scheme = text.firstRange(of: "://") else { return String(text) }
  let rest = text[scheme.upperBound...]
  let host = rest.prefix { $0 != "/" && $0 != "?" }
  let path = rest[host.endIndex...]
  let head = text[..<scheme.lowerBound].lowercased() + "://" + host.lowercased()
  return head + (path.hasPrefix("/") ? "" : "/") + normalPath(path)
}

private func normalPath(_ path: Substring) -> String {
  let bytes = Array(path.utf8)
  var out: [UInt8] = []
  var at = 0
  while at < bytes.count {
    if bytes[at] == UInt8(ascii: "%"), at + 2 < bytes.count,
      Character(Unicode.Scalar(bytes[at + 1])).isHexDigit,
      let byte = UInt8(String(decoding: bytes[at + 1...at + 2], as: UTF8.self), radix: 16)
    {
      append(byte, isEncoded: true)
      at += 3
    } else {
      append(bytes[at], isEncoded: false)
      at += 1
    }
  }
  return String(decoding: out, as: UTF8.self)

  func append(_ byte: UInt8, isEncoded: Bool) {
    switch byte {
    case 48...57, 65...90, 97...122, 45, 46, 95, 126: out.append(byte)
    // What parts an address means another thing when it is encoded.
    case 0x21...0x7E where !isEncoded && !"<>\"\\^`{|}".utf8.contains(byte): out.append(byte)
    default:
      let digits = Array(String(byte, radix: 16, uppercase: true).utf8)
      out += [UInt8(ascii: "%")] + (digits.count == 1 ? [48] : []) + digits
    }
  }
}
