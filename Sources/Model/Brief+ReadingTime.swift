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
  /// How many words it has, near enough to say how long reading takes: its blanks, and one for each block.
  fileprivate var wordCount: Int {
    let blanks = bytes.withUnsafeBufferPointer { bytes in
      var count = 0
      for byte in bytes { count &+= byte == 0x20 ? 1 : 0 }
      return count
    }
    return nodes.reduce(blanks) { count, node in
      switch node.kind {
      case .paragraph, .heading, .tableCell, .softBreak: count + 1
      default: count
      }
    }
  }
}
