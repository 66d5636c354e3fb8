/// The files of a site that a page shows, by what its markup says: those that `src` names, and its
/// stylesheets.
///
/// - Parameters:
///   - page: its bytes.
///   - path: where it is, below the root.
/// - Returns: paths below the root; a file may be among them more than once.
func filesShown(in page: [UInt8], at path: String) -> [String] {
  var files: [String] = []
  func collect(_ opening: StaticString, in bytes: ArraySlice<UInt8>) {
    var rest = bytes
    while let found = firstRange(of: opening, in: rest) {
      rest = rest[found.upperBound...]
      guard let end = rest.firstIndex(of: UInt8(ascii: "\"")) else { return }
      let address = String(decoding: rest[..<end], as: UTF8.self).replacing("&amp;", with: "&")
      if let file = resolved(address, at: path) { files.append(file) }
      rest = rest[end...]
    }
  }
  collect(" src=\"", in: page[...])
  var rest = page[...]
  while let found = firstRange(of: "<link ", in: rest) {
    rest = rest[found.upperBound...]
    let tag = rest.prefix { $0 != UInt8(ascii: ">") }
    if firstRange(of: "stylesheet", in: tag) != nil {
      collect(" href=\"", in: page[found.lowerBound..<tag.endIndex])
    }
    rest = rest[tag.endIndex...]
  }
  return files
}

/// A relative address as a path below the root; `nil` where it leads elsewhere.
private func resolved(_ address: String, at path: String) -> String? {
  let name = address.prefix { $0 != "?" && $0 != "#" }
  if name.isEmpty || name.hasPrefix("//") || name.prefix(while: { $0 != "/" }).contains(":") {
    return nil
  }
  guard let decoded = RequestPath(name.hasPrefix("/") ? name : "/\(name)") else { return nil }
  var parts = name.hasPrefix("/") ? [] : path.split(separator: "/").dropLast().map(String.init)
  for part in decoded.path.split(separator: "/") {
    switch part {
    case ".": continue
    case "..": if parts.popLast() == nil { return nil }
    default: parts.append(String(part))
    }
  }
  return parts.joined(separator: "/")
}
