internal import Diagnostics
internal import Model

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What a link's destination is, by its scheme.
enum Destination {
  case typed(TargetKind, String)
  case dangerous(String)
  case unknown(String)
  case address

  init(_ address: UnsafeBufferPointer<UInt8>) {
    // What most links begin with.
    if isWebAddress(address) {
      self = .address
      return
    }
    var scheme: [UInt8] = []
    var end: Int?
    for (index, byte) in address.enumerated() {
      if byte == UInt8(ascii: ":") {
        end = index
        break
      }
      // Browsers skip blanks and controls in a scheme.
      if byte <= 0x20 || byte == 0x7F { continue }
      guard scheme.count < 20, isSchemeByte(byte) else { break }
      scheme.append(byte >= 65 && byte <= 90 ? byte + 32 : byte)
    }
    guard let end, !scheme.isEmpty else {
      self = .address
      return
    }
    let rest = address[(end + 1)...]
    let kind = TargetKind.allCases.first { scheme.elementsEqual($0.rawValue.utf8) }
    if let kind, !rest.starts(with: "//".utf8) {
      self = .typed(kind, String(decoding: rest, as: UTF8.self))
      return
    }
    let name = String(decoding: scheme, as: UTF8.self)
    if ["javascript", "vbscript", "data"].contains(name) {
      self = .dangerous(name)
    } else if !rest.starts(with: "//".utf8),
      nearestName(to: name, among: TargetKind.allCases.map(\.rawValue)) != nil
    {
      self = .unknown(name)
    } else {
      self = .address
    }
  }
}

private func isWebAddress(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
  let start: StaticString = "https://"
  guard let bytes = address.baseAddress, address.count >= start.utf8CodeUnitCount else {
    return false
  }
  return memcmp(bytes, start.utf8Start, start.utf8CodeUnitCount) == 0
}

private func isSchemeByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
    true
  default: false
  }
}
