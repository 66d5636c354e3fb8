internal import HTML

/// A page as the preview serves it: with the script that reloads it, which its policy is widened for.
struct ServedPage {
  /// - Parameters:
  ///   - page: as it would be written to disk.
  ///   - sum: of what the page shows.
  ///   - origin: that it is asked for at, `http://localhost:8080`.
  static func bytes(of page: [UInt8], sum: String, origin: String) -> [UInt8] {
    let headEnd = firstRange(of: "</head>", in: page[...])?.lowerBound
    let head = page[..<(headEnd ?? 0)]
    var out = Sink(capacity: page.count + 1024)
    var copied = 0
    var from = 0
    while let policy = policyValue(in: head, from: from) {
      out.append(unsafe: page[copied..<policy.lowerBound])
      var widened = ContentPolicy(unescaped(page[policy]))
      // This one file and these addresses, so that scripts of the portal stay as forbidden as they are.
      widened.allow("\(origin)\(OwnFile.script)", for: "script-src")
      widened.allow("\(origin)\(OwnFile.folder)", for: "connect-src")
      widened.allow("\(origin)\(OwnFile.stylesheet)", for: "style-src")
      out.append(text: widened.text)
      copied = policy.upperBound
      from = policy.upperBound
    }
    let end = headEnd ?? page.count
    out.append(unsafe: page[copied..<end])
    element(
      "script", Attribute("src", OwnFile.script), Attribute("data-sum", sum),
      Attribute("defer", true)
    ) { Nothing() }.write(to: &out)
    out.append(unsafe: page[end...])
    return out.bytes
  }

  /// Where the next policy's text stands, between its quotation marks.
  private static func policyValue(in head: ArraySlice<UInt8>, from: Int) -> Range<Int>? {
    guard
      let name = firstRange(
        of: "http-equiv=\"Content-Security-Policy\" content=\"", in: head[from...])
    else { return nil }
    let start = name.upperBound
    return head[start...].firstIndex(of: UInt8(ascii: "\"")).map { start..<$0 }
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
      .replacing("&#39;", with: "'").replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
  }
}

/// Where a text first stands.
func firstRange(of text: StaticString, in bytes: ArraySlice<UInt8>) -> Range<Int>? {
  text.withUTF8Buffer { text in
    guard let first = text.first else { return nil }
    var at = bytes.startIndex
    while let start = bytes[at...].firstIndex(of: first), start + text.count <= bytes.endIndex {
      if bytes[start..<(start + text.count)].elementsEqual(text) {
        return start..<(start + text.count)
      }
      at = start + 1
    }
    return nil
  }
}
