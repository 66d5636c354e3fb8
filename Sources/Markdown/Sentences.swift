/// Where the sentences of a text without markup begin: offsets of its UTF-8, in order, the first 0.
///
/// By the rules of `isSentenceEnd`; in scripts that have no blanks between sentences, after their own full
/// stops.
package func sentenceStarts(in text: [UInt8]) -> [Int] {
  var starts = [0]
  var at = 0
  while at < text.count {
    let byte = text[at]
    if byte == 0x0A || isBlank(byte) {
      var end = at + 1
      while end < text.count, text[end] == 0x0A || isBlank(text[end]) { end += 1 }
      if end < text.count, isSentenceEnd(ofPlain: text, blanks: at..<end) { starts.append(end) }
      at = end
    } else if byte >= 0xE3, let end = endOfIdeographicSentence(text, at) {
      if end < text.count, text[end] != 0x0A, !isBlank(text[end]) { starts.append(end) }
      at = end
    } else {
      at += 1
    }
  }
  return starts
}

/// Where a sentence ends whose full stop, of a script without blanks, stands at an offset; closing marks
/// belong to it.
private func endOfIdeographicSentence(_ text: [UInt8], _ start: Int) -> Int? {
  guard let (mark, afterMark) = scalar(at: start, in: text), "。！？｡".unicodeScalars.contains(mark)
  else { return nil }
  var end = afterMark
  while let (next, after) = scalar(at: end, in: text),
    "。！？｡」』”’）》".unicodeScalars.contains(next)
  {
    end = after
  }
  return end
}
