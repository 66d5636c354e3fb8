internal import Diagnostics
internal import Markdown

/// A paragraph's lines, one sentence each. Hard line breaks stay, and line ends inside raw HTML.
///
/// - Parameter lines: without indentation, with what stands before their ends.
func paragraphLines(_ lines: [ArraySlice<UInt8>]) -> [[UInt8]] {
  var out: [[UInt8]] = []
  var open: [UInt8] = []
  for (index, line) in lines.enumerated() {
    let isLast = index == lines.count - 1
    var text = line
    while let last = text.last, isBlank(last) { text.removeLast() }
    if !open.isEmpty { open.append(0x0A) }
    open += text
    // The mark of a call-out stands on a line of its own, with its title.
    let isMark = index == 0 && text.starts(with: "[!".utf8)
    let isHard = !isLast && isHardBreak(line, trimmed: text)
    guard isHard || isMark || isLast else { continue }
    var sentences = isMark ? [open] : sentenceLines(open)
    if isHard, text.last != UInt8(ascii: "\\") {
      sentences[sentences.count - 1] += [0x20, 0x20]
    }
    out += sentences
    open = []
  }
  return out
}

private func isHardBreak(_ line: ArraySlice<UInt8>, trimmed: ArraySlice<UInt8>) -> Bool {
  if line.count == trimmed.count {
    return trimmed.reversed().prefix { $0 == UInt8(ascii: "\\") }.count % 2 == 1
  }
  return line.suffix(2).elementsEqual([0x20, 0x20])
}

/// A text's sentences; its lines are joined, but for those ends that stand inside raw HTML or between
/// two characters that are written without blanks between words.
private func sentenceLines(_ joined: [UInt8]) -> [[UInt8]] {
  let spans = inlineSpans(joined)
  var lines: [[UInt8]] = []
  var line: [UInt8] = []
  var next = spans[...]
  var at = 0
  while at < joined.count {
    while let span = next.first, span.range.upperBound <= at { next.removeFirst() }
    let inside = next.first.flatMap { $0.range.contains(at) ? $0 : nil }
    let byte = joined[at]
    guard byte == 0x0A || isBlank(byte) else {
      line.append(byte)
      at += 1
      continue
    }
    if let inside {
      if byte == 0x0A, inside.kind == .html {
        lines.append(line)
        line = []
      } else {
        line.append(byte == 0x0A ? 0x20 : byte)
      }
      at += 1
      continue
    }
    var end = at + 1
    while end < joined.count, joined[end] == 0x0A || isBlank(joined[end]) { end += 1 }
    let isKept = byte == 0x0A && end == at + 1 && isBetweenIdeographs(joined, at)
    if isKept || isSentenceEnd(joined, blanks: at..<end, spans: spans, before: next.startIndex) {
      lines.append(line)
      line = []
    } else {
      for blank in joined[at..<end] { line.append(blank == 0x0A ? 0x20 : blank) }
    }
    at = end
  }
  lines.append(line)
  return lines
}

/// Whether a line end stands between two characters of a script that has no blanks between words.
private func isBetweenIdeographs(_ text: [UInt8], _ at: Int) -> Bool {
  guard let (before, _) = scalar(before: at, in: text),
    let (after, _) = scalar(at: at + 1, in: text)
  else { return false }
  return columnWidth(before) == 2 && columnWidth(after) == 2
}
