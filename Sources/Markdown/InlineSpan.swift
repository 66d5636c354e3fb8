/// A stretch of a paragraph inside which no line is broken.
package struct InlineSpan {
  package enum Kind { case code, html, brackets }
  package var kind: Kind
  package var range: Range<Int>
  /// Where the text of a link or a picture ends: the offset of its closing bracket.
  package var textEnd: Int
}

/// The code spans, raw HTML and autolinks, and outermost brackets with what follows them
/// (`[text](destination)`) of a paragraph, in order.
///
/// An approximation of CommonMark's rules, good enough to choose places: whether a break there keeps
/// the meaning is found out by parsing.
package func inlineSpans(_ text: [UInt8]) -> [InlineSpan] {
  var finder = InlineSpanFinder(text)
  finder.find()
  return finder.spans
}

private struct InlineSpanFinder {
  let text: [UInt8]
  var spans: [InlineSpan] = []
  /// Offsets of runs of backticks by their length, the last first.
  private var backticks: [Int: [Int]] = [:]
  /// No `>` stands after this offset.
  private var lastAngle: Int
  /// Offsets of brackets that are open.
  private var open: [Int] = []

  /// As far as a destination with its title may be long.
  private static let longestDestination = 4096
  /// As far as a tag may be long.
  private static let longestTag = 4096

  init(_ text: [UInt8]) {
    self.text = text
    lastAngle = text.lastIndex(of: UInt8(ascii: ">")) ?? -1
    var at = text.count - 1
    while at >= 0 {
      guard text[at] == UInt8(ascii: "`") else {
        at -= 1
        continue
      }
      let end = at + 1
      while at >= 0, text[at] == UInt8(ascii: "`") { at -= 1 }
      backticks[end - at - 1, default: []].append(at + 1)
    }
  }

  mutating func find() {
    var at = 0
    while at < text.count {
      switch text[at] {
      case UInt8(ascii: "\\"): at += 2
      case UInt8(ascii: "`"): at = passCode(at)
      case UInt8(ascii: "<"): at = passTag(at)
      case UInt8(ascii: "["):
        open.append(at)
        at += 1
      case UInt8(ascii: "]"):
        at = closeBracket(at)
      default: at += 1
      }
    }
  }

  private mutating func add(_ kind: InlineSpan.Kind, _ range: Range<Int>, textEnd: Int) {
    // What stands inside brackets belongs to them.
    while let last = spans.last, last.range.lowerBound >= range.lowerBound { spans.removeLast() }
    spans.append(InlineSpan(kind: kind, range: range, textEnd: textEnd))
  }

  private mutating func passCode(_ start: Int) -> Int {
    var end = start
    while end < text.count, text[end] == UInt8(ascii: "`") { end += 1 }
    let length = end - start
    var closers = backticks[length] ?? []
    while let next = closers.last, next < end { closers.removeLast() }
    backticks[length] = closers
    guard let close = closers.last else { return end }
    add(.code, start..<(close + length), textEnd: close)
    return close + length
  }

  private mutating func passTag(_ start: Int) -> Int {
    guard start < lastAngle, start + 1 < text.count else { return start + 1 }
    let next = text[start + 1]
    let isLetter = (65...90).contains(next & 0xDF)
    guard
      isLetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
        || next == UInt8(ascii: "?")
    else { return start + 1 }
    let isComment = text[start...].starts(with: "<!--".utf8)
    let limit = isComment ? text.count : min(text.count, start + Self.longestTag)
    var at = start + 1
    while at < limit {
      if text[at] == UInt8(ascii: ">"),
        !isComment || (at >= start + 6 && text[at - 1] == 0x2D && text[at - 2] == 0x2D)
      {
        add(.html, start..<(at + 1), textEnd: at)
        return at + 1
      }
      at += 1
    }
    // No comment ends after here: the next need not look.
    if isComment { lastAngle = min(lastAngle, start) }
    return start + 1
  }

  private mutating func closeBracket(_ close: Int) -> Int {
    guard let start = open.popLast() else { return close + 1 }
    var end = close + 1
    if end < text.count, text[end] == UInt8(ascii: "("), let after = destinationEnd(end) {
      end = after
    }
    let first = start > 0 && text[start - 1] == UInt8(ascii: "!") ? start - 1 : start
    add(.brackets, first..<end, textEnd: close)
    return end
  }

  /// The offset after the parenthesis that closes a destination and its title.
  private func destinationEnd(_ start: Int) -> Int? {
    var depth = 0
    var quote: UInt8?
    var at = start
    let limit = min(text.count, start + Self.longestDestination)
    while at < limit {
      let byte = text[at]
      switch byte {
      case UInt8(ascii: "\\"): at += 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if quote == byte {
          quote = nil
        } else if quote == nil, at > start, isBlank(text[at - 1]) || text[at - 1] == 0x0A {
          quote = byte
        }
      case UInt8(ascii: "(") where quote == nil: depth += 1
      case UInt8(ascii: ")") where quote == nil:
        depth -= 1
        if depth == 0 { return at + 1 }
      default: break
      }
      at += 1
    }
    return nil
  }
}
