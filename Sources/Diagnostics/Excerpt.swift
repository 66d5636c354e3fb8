/// The part of a line around a caret, ready to print, however long the line is.
struct Excerpt {
  /// With “…” where the line goes on.
  private(set) var text = ""
  /// Columns before the caret.
  private(set) var indent: Int
  /// Columns that the caret underlines.
  private(set) var marked: Int

  /// - Parameters:
  ///   - caret: the offset of the first byte marked, in `line` or at its end.
  ///   - length: bytes marked.
  ///   - width: the most characters shown.
  init(of line: ArraySlice<UInt8>, at caret: Int, length: Int, width: Int) {
    var caret = caret
    while caret > line.startIndex, caret < line.endIndex, line[caret] & 0xC0 == 0x80 { caret -= 1 }
    // Four bytes a character at most, and one character on each side to see whether there is more.
    let reach = (width + 1) * 4
    var first = max(line.startIndex, caret - reach)
    var last = min(line.endIndex, caret + reach)
    while first > line.startIndex, line[first] & 0xC0 == 0x80 { first -= 1 }
    while last < line.endIndex, line[last] & 0xC0 == 0x80 { last += 1 }
    let before = Self.scalars(line[first..<caret])
    let after = Self.scalars(line[caret..<last])
    let all = before + after
    let end = min(last, caret + min(length, reach))
    marked = max(1, min(Self.scalars(line[caret..<end]).count, width))

    var from = 0
    if all.count > width, before.count > width / 2 {
      from = min(before.count - width / 2, max(0, all.count - width / 2))
    }
    let to = min(all.count, from + width)
    let isCutBefore = from > 0 || first > line.startIndex
    if isCutBefore { text += "…" }
    text.unicodeScalars.append(contentsOf: all[from..<to])
    if to < all.count || last < line.endIndex { text += "…" }
    indent = before.count - from + (isCutBefore ? 1 : 0)
    marked = max(1, min(marked, to - before.count))
  }

  private static func scalars(_ bytes: ArraySlice<UInt8>) -> [Unicode.Scalar] {
    Array(printable(String(decoding: bytes, as: UTF8.self)).unicodeScalars)
  }
}
