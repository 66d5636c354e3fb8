extension String {
  /// Inline Markdown without references to some notes, and with the words alone of typed links to some
  /// records.
  ///
  /// - Parameter isLeftOut: told a note's label, or what a link names after its type.
  func withoutLinks(_ isLeftOut: (String) -> Bool) -> String {
    var out = ""
    var rest = self[...]
    while let open = rest.firstIndex(of: "[") {
      out += rest[..<open]
      rest = rest[open...]
      if rest.hasPrefix("[^"), let close = rest.firstIndex(of: "]"),
        isLeftOut(String(rest[rest.index(open, offsetBy: 2)..<close]))
      {
        rest = rest[rest.index(after: close)...]
      } else if let link = TypedLink(rest), isLeftOut(link.name) {
        out += link.words
        rest = rest[link.end...]
      } else {
        out.append("[")
        rest = rest.dropFirst()
      }
    }
    return out + rest
  }
}

/// `[words](kind:name)` at the start of a text.
private struct TypedLink {
  let words: Substring
  /// Without the brief that it may name.
  let name: String
  let end: String.Index

  init?(_ text: Substring) {
    guard let middle = text.firstRange(of: "]("),
      let close = text[middle.upperBound...].firstIndex(of: ")"),
      let colon = text[middle.upperBound..<close].firstIndex(of: ":")
    else { return nil }
    words = text[text.index(after: text.startIndex)..<middle.lowerBound]
    let whole = text[text.index(after: colon)..<close]
    name = whole.split(separator: "/").last.map(String.init) ?? ""
    end = text.index(after: close)
  }
}
