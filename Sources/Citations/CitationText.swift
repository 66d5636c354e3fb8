public import HTML

/// A text in one line: blanks and line breaks as one space each, other controls left out.
func oneLine(_ text: String) -> String {
  if isOneLine(text) { return text }
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

/// Whether it is plain ASCII in one line, without blanks at its ends or two in a row.
private func isOneLine(_ text: String) -> Bool {
  var last: UInt8 = 0x20
  for byte in text.utf8 {
    if byte < 0x20 || byte >= 0x7F || (byte == 0x20 && last == 0x20) { return false }
    last = byte
  }
  return last != 0x20
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
