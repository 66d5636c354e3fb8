extension Brief {
  /// Minutes that reading its sections takes, at the speeds measured for English, French and Arabic
  /// (Trauzettel-Klosinski and Dietz, “Standardized Assessment of Reading Performance: The New
  /// International Reading Speed Texts IReST”, 2012); `nil` where they hold too little to say.
  ///
  /// Its sections have their bodies.
  public var readingMinutes: Int? {
    let words = sections.reduce(0) { $0 + $1.body.wordCount }
    let perMinute =
      switch writtenIn.prefix(2) {
      case "ar": 138
      case "fr": 195
      default: 228
      }
    let minutes = (words + perMinute / 2) / perMinute
    return minutes > 0 ? minutes : nil
  }
}

extension Prose {
  /// How many words it has, near enough to say how long reading takes: the blanks in its text, and one for
  /// each block. Bodies may share their bytes with others, so only what its nodes point at counts.
  fileprivate var wordCount: Int {
    bytes.withUnsafeBytes { bytes in
      var count = 0
      for node in nodes {
        switch node.kind {
        case .text, .code, .codeBlock:
          count &+= blanks(
            in: UnsafeRawBufferPointer(rebasing: bytes[node.text.start..<node.text.end]))
        case .paragraph, .heading, .tableCell, .softBreak: count &+= 1
        default: break
        }
      }
      return count
    }
  }
}

/// How many blanks there are in a text, counted eight bytes at a time.
private func blanks(in bytes: UnsafeRawBufferPointer) -> Int {
  let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
  var count = 0
  var at = 0
  while at + 8 <= bytes.count {
    let others = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self) ^ 0x2020_2020_2020_2020
    // The highest bit of each byte says whether it is another.
    count &+= 8 - (((others & low) &+ low | others) & ~low).nonzeroBitCount
    at += 8
  }
  while at < bytes.count {
    count &+= bytes[at] == 0x20 ? 1 : 0
    at += 1
  }
  return count
}
