public import HTML

/// A text in one line: blanks and line breaks as one space each, other controls left out.
func oneLine(_ text: String) -> String {
  let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  if isPlain { return text }
  var out = String.UnicodeScalarView()
  var isBlankDue = false
  for scalar in text.unicodeScalars {
    switch scalar {
    case " ", "\t"..."\r", "\u{85}", "\u{2028}", "\u{2029}": isBlankDue = !out.isEmpty
    case "\0"..<" ", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": continue
    default:
      if isBlankDue { out.append(" ") }
      isBlankDue = false
      out.append(scalar)
    }
  }
  return String(out)
}

extension CitationFormat {
  /// Writes works one after another.
  ///
  /// - Parameter hasAbstracts: whether their abstracts are among what is written.
  public func write(_ works: [CitedWork], hasAbstracts: Bool = true, to sink: inout Sink) {
    switch self {
    case .bibtex: writeBibTeX(works, hasAbstracts: hasAbstracts, to: &sink)
    case .ris: writeRIS(works, hasAbstracts: hasAbstracts, to: &sink)
    case .cslJSON: writeCSL(works, hasAbstracts: hasAbstracts, to: &sink)
    }
  }
}
