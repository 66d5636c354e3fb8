/// Whether a sentence ends before some blanks of a paragraph, and a line may begin after them.
///
/// English, French and Arabic: a terminator of UAX #29 (“Sentence Boundaries”) or an ellipsis, closing
/// marks and note references, then blanks, then no small letter. Where it is in doubt (an
/// abbreviation, an initial) no sentence ends: a line too long does less harm than a torn sentence.
///
/// - Parameters:
///   - spans: the paragraph's spans; `next` is the index of the first that ends after the blanks.
package func isSentenceEnd(
  _ text: [UInt8], blanks: Range<Int>, spans: [InlineSpan], before next: Int
) -> Bool {
  canBeginLine(text, blanks.upperBound)
    && beginsSentence(text, blanks.upperBound)
    && endsSentence(text, blanks.lowerBound, next: blanks.upperBound, spans, next)
}

/// The same of a text without markup.
func isSentenceEnd(ofPlain text: [UInt8], blanks: Range<Int>) -> Bool {
  beginsSentence(text, blanks.upperBound)
    && endsSentence(text, blanks.lowerBound, next: blanks.upperBound, [], 0)
}

private let closers: Set<Unicode.Scalar> = ["”", "’", "\"", "'", "»", "›", ")", "]", "*", "_", "}"]
private let openers: Set<Unicode.Scalar> = [
  "“", "‘", "’", "„", "\"", "'", "«", "‹", "(", "*", "_", "¿", "¡", "—", "–", "…", "{", "\u{200E}",
  "\u{200F}", "\u{2067}", "\u{2066}", "\u{2068}",
]

/// As many marks as may open or close a sentence; beyond, it is in doubt.
private let mostMarks = 16
/// Numbers of notes that are typed as such.
private let raised: Set<Unicode.Scalar> = ["¹", "²", "³", "⁰", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]

private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
  scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\u{A0}" || scalar == "\u{202F}"
}

/// Whether what stands before an offset ends a sentence.
private func endsSentence(
  _ text: [UInt8], _ offset: Int, next: Int, _ spans: [InlineSpan], _ nextSpan: Int
) -> Bool {
  var at = offset
  var span = nextSpan - 1
  var marks = 0
  while let (last, start) = scalar(before: at, in: text) {
    marks += 1
    if marks > mostMarks { return false }
    while span >= 0, spans[span].range.upperBound > at { span -= 1 }
    if span >= 0, spans[span].range.upperBound == at {
      let found = spans[span]
      switch found.kind {
      case .code: return false
      case .html: at = found.range.lowerBound
      case .brackets:
        if text[found.range].starts(with: "[^".utf8) {
          at = found.range.lowerBound
          // A blank may stand before the reference.
          if let (blank, start) = scalar(before: at, in: text), isSpace(blank) { at = start }
        } else if span > 0, spans[span - 1].range.upperBound == found.range.lowerBound,
          spans[span - 1].kind == .brackets
        {
          // `[text][reference]`
          at = spans[span - 1].textEnd
          span -= 2
        } else {
          at = found.textEnd
        }
      }
      continue
    }
    if closers.contains(last) || (raised.contains(last) && isAfterEnd(text, start)) {
      at = start
      // « Oui. » has blanks inside.
      if last == "»", let (blank, start) = scalar(before: at, in: text), isSpace(blank) {
        at = start
      }
      continue
    }
    switch last {
    case "…": return true
    case ".": return !isAbbreviation(text, dot: start, next: next)
    default: return last.properties.isSentenceTerminal
    }
  }
  return false
}

/// Whether only raised figures stand between an offset and what ends a sentence.
private func isAfterEnd(_ text: [UInt8], _ offset: Int) -> Bool {
  var at = offset
  while let (last, start) = scalar(before: at, in: text) {
    if raised.contains(last) {
      at = start
    } else {
      return last == "." || last.properties.isSentenceTerminal || closers.contains(last)
    }
  }
  return false
}

/// Whether what stands at an offset can begin a sentence.
private func beginsSentence(_ text: [UInt8], _ offset: Int) -> Bool {
  var at = offset
  var marks = 0
  while let (first, end) = scalar(at: at, in: text) {
    marks += 1
    if marks > mostMarks { return false }
    switch first {
    case "[":
      if end < text.count, text[end] == UInt8(ascii: "^") || text[end] == UInt8(ascii: "]") {
        return end < text.count && text[end] == UInt8(ascii: "]")
      }
      at = end
    case "`", "§", "№", "€", "$", "£": return true
    case "\\": at = end
    case _ where openers.contains(first):
      at = end
      while let (blank, end) = scalar(at: at, in: text), isSpace(blank) { at = end }
    default:
      let properties = first.properties
      if properties.isLowercase { return false }
      return properties.isAlphabetic || properties.numericType != nil
    }
  }
  return false
}

/// Whether a line that begins there is still text: no mark of a list, heading, quotation, rule, table,
/// fence, HTML block or definition.
private func canBeginLine(_ text: [UInt8], _ start: Int) -> Bool {
  func isOver(_ at: Int) -> Bool { at >= text.count || isBlank(text[at]) || text[at] == 0x0A }
  guard start < text.count else { return false }
  var at = start
  switch text[start] {
  case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "|"),
    UInt8(ascii: ":"), UInt8(ascii: "~"), UInt8(ascii: "<"), UInt8(ascii: "+"), UInt8(ascii: "-"):
    return false
  case UInt8(ascii: "*"), UInt8(ascii: "_"):
    while at < text.count, text[at] == text[start] { at += 1 }
    return !isOver(at)
  case UInt8(ascii: "`"):
    while at < text.count, text[at] == text[start] { at += 1 }
    return at - start < 3
  case UInt8(ascii: "0")...UInt8(ascii: "9"):
    while at < text.count, (48...57).contains(text[at]) { at += 1 }
    let isMark =
      at < text.count && (text[at] == UInt8(ascii: ".") || text[at] == UInt8(ascii: ")"))
    return !(isMark && isOver(at + 1))
  default: return true
  }
}
