extension [Change.Fragment] {
  /// Without most of what was kept: a few words on each side of what changed.
  func elided(words most: Int = 8) -> [Change.Fragment] { shown.cutKept(words: most) }

  /// Without blanks that came and went beside words: what is left reads as the newer text has it, and marks
  /// begin at words.
  private var shown: [Change.Fragment] {
    var result: [Change.Fragment] = []
    func add(_ kind: Change.Fragment.Kind, _ text: Substring) {
      if text.isEmpty { return }
      if let last = result.last, last.kind == kind {
        result[result.count - 1].text += text
      } else {
        result.append(.init(kind: kind, text: String(text)))
      }
    }
    for fragment in self {
      let blanks = fragment.text.prefix { $0.isWhitespace && !$0.isNewline }
      let words = fragment.text.dropFirst(blanks.count)
      switch fragment.kind {
      case .kept: add(.kept, fragment.text[...])
      case .deleted:
        if !words.isEmpty { add(.kept, blanks) }
        add(.deleted, words)
      case .inserted:
        // What went and what came in its place are two words, though no blank stands between them.
        let isAfterWord = result.last?.kind == .deleted && !words.isEmpty
        add(.kept, blanks.isEmpty && isAfterWord ? " " : blanks)
        add(.inserted, words)
      }
    }
    return result
  }

  private func cutKept(words most: Int) -> [Change.Fragment] {
    guard contains(where: { $0.kind != .kept }) else {
      guard let first, let cut = first.text.cut(after: most * 2) else { return self }
      return [.init(kind: .kept, text: cut + " …")]
    }
    return enumerated().map { index, fragment in
      guard fragment.kind == .kept else { return fragment }
      let words = fragment.text.split(separator: " ", omittingEmptySubsequences: true)
      let (isFirst, isLast) = (index == 0, index == count - 1)
      let (head, tail) = (isFirst ? 0 : most, isLast ? 0 : most)
      guard words.count > head + tail + 2 else { return fragment }
      let (start, end) = (words.prefix(head), words.suffix(tail))
      var text = (start + ["…"] + end).joined(separator: " ")
      if fragment.text.hasPrefix(" ") { text = " " + text }
      if fragment.text.hasSuffix(" ") { text += " " }
      return .init(kind: .kept, text: text)
    }
  }
}

extension String {
  fileprivate func cut(after most: Int) -> String? {
    let words = split(separator: " ", omittingEmptySubsequences: true)
    return words.count > most ? words.prefix(most).joined(separator: " ") : nil
  }
}
