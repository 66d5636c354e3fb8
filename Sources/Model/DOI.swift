/// A DOI without what is written before it (`https://doi.org/`, `doi:`); `nil` for what is none: `10.`,
/// four digits or more with dots, a slash and a name (https://www.doi.org/doi-handbook/, 3.2). In an
/// address it is percent-encoded, and nowhere else.
public func bareDOI(_ text: String) -> String? {
  var doi = text[...].trimmed
  let lower = doi.lowercased()
  let addresses = ["https://", "http://", ""].flatMap { scheme in
    ["doi.org/", "dx.doi.org/", "www.doi.org/"].map { scheme + $0 }
  }
  if let address = addresses.first(where: lower.hasPrefix) {
    guard let decoded = percentDecoded(doi.utf8.dropFirst(address.utf8.count)) else { return nil }
    doi = decoded[...]
  }
  for prefix in ["info:doi/", "doi:", "doi "] where doi.lowercased().hasPrefix(prefix) {
    doi = doi.dropFirst(prefix.count).trimmed
    break
  }
  guard doi.hasPrefix("10."), let slash = doi.firstIndex(of: "/") else { return nil }
  let registrant = doi[doi.index(doi.startIndex, offsetBy: 3)..<slash]
  guard registrant.utf8.prefix(while: { (48...57).contains($0) }).count >= 4,
    registrant.utf8.allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: ".") }),
    doi.index(after: slash) < doi.endIndex, !doi.contains(where: \.isWhitespace)
  else { return nil }
  return String(doi)
}

/// Text with its percent-encoded bytes as they are; `nil` where that is no text.
private func percentDecoded(_ text: Substring.UTF8View) -> String? {
  func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
  }
  var bytes: [UInt8] = []
  var at = text.startIndex
  while at < text.endIndex {
    let rest = text[at...].prefix(3)
    if rest.first == UInt8(ascii: "%"), rest.count == 3,
      let high = digit(rest[rest.index(after: at)]), let low = digit(rest.last ?? 0)
    {
      bytes.append(high << 4 | low)
      at = rest.endIndex
    } else {
      bytes.append(text[at])
      at = text.index(after: at)
    }
  }
  return String(validating: bytes, as: UTF8.self)
}

extension Substring {
  fileprivate var trimmed: Substring {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
