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
    let bytes = percentDecoded(doi.utf8.dropFirst(address.utf8.count))
    guard let decoded = String(validating: bytes, as: UTF8.self) else { return nil }
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

extension Substring {
  fileprivate var trimmed: Substring {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
