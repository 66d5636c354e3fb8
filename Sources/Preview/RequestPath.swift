/// The path that a request names, decoded once. It is looked up among the site's files, never on disk.
struct RequestPath: Equatable {
  /// Below the root, without a slash at the start; ends with one where a folder is meant, or is empty.
  let path: String

  /// - Parameter target: `/briefs/a%20b.html`, without a query.
  /// - Returns: `nil` where it is no path: not absolute, broken escapes, bytes that are no UTF-8, NUL,
  ///   controls, a backslash.
  init?(_ target: Substring) {
    guard target.utf8.first == UInt8(ascii: "/"), let text = decoded(target.utf8.dropFirst()),
      !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") })
    else { return nil }
    path = text
  }

  /// Whether it steps outside itself, or names nothing between two slashes.
  var isCrooked: Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let inner = parts.last == "" ? parts.dropLast() : parts[...]
    return inner.contains { $0.isEmpty || $0 == "." || $0 == ".." }
  }
}

/// A target's path and query, divided at the first `?`.
func divided(_ target: String) -> (path: Substring, query: Substring) {
  guard let mark = target.utf8.firstIndex(of: UInt8(ascii: "?")) else { return (target[...], "") }
  return (target[..<mark], target[target.utf8.index(after: mark)...])
}

/// A value of a query, decoded.
func queryValue(_ name: String, in query: Substring) -> String? {
  for pair in query.split(separator: "&") {
    let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2, parts[0] == name { return decoded(parts[1].utf8) }
  }
  return nil
}

private func decoded(_ text: Substring.UTF8View) -> String? {
  var bytes: [UInt8] = []
  var rest = text
  while let byte = rest.popFirst() {
    guard byte == UInt8(ascii: "%") else {
      bytes.append(byte)
      continue
    }
    guard let high = rest.popFirst().flatMap(hexDigit), let low = rest.popFirst().flatMap(hexDigit)
    else { return nil }
    bytes.append(high << 4 | low)
  }
  return String(validating: bytes, as: UTF8.self)
}

private func hexDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}
