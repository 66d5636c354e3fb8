/// The bytes of a part of an address, with those that are percent-encoded as they stand for (RFC 3986, 2.1).
public func percentDecoded(_ text: some Sequence<UInt8>) -> [UInt8] {
  func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
  }
  let bytes = Array(text)
  var out: [UInt8] = []
  out.reserveCapacity(bytes.count)
  var at = 0
  while at < bytes.count {
    if bytes[at] == UInt8(ascii: "%"), at + 2 < bytes.count, let high = digit(bytes[at + 1]),
      let low = digit(bytes[at + 2])
    {
      out.append(high << 4 | low)
      at += 3
    } else {
      out.append(bytes[at])
      at += 1
    }
  }
  return out
}
