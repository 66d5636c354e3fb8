// Where notes are defined, found without a second block parser.
//
// libcmark 0.30 knows no notes, and would take `[^1]: Ibid.` for a link reference. A definition has
// the structure of a list item whose content is indented by four: so each line that may begin one is
// rewritten as such an item (`[^zakat]: text` becomes `+   text`), and libcmark settles the rest. A
// line that does not come out as an item was inside code or raw HTML: it is put back, and the file
// is parsed again. Lines keep their numbers; the shift of columns is kept for each marker.

internal import Diagnostics

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A line that may begin a note's definition.
struct NoteMarker {
  var label: String
  /// From 1, in the bytes parsed.
  var line: Int
  /// Byte column of the bracket, from 1: the item's column too.
  var column: Int
  /// Offset of the bracket, and of the note's text, in the bytes parsed.
  var start: Int
  var textStart: Int
  /// Nothing follows on the marker's line.
  var isBare: Bool

  /// How far right the text stood before the marker was shortened to four bytes.
  var shift: Int { isBare ? 0 : textStart - start - 4 }
}

/// Stands for the text of a bare marker, so that the item is not an empty one; dropped when lowered.
let bareNoteText: StaticString = "<!---->"

/// All lines of the form `prefix[^label]:`, where the prefix is blanks, quotation marks and list marks.
func noteMarkers(in bytes: UnsafeBufferPointer<UInt8>) -> [NoteMarker] {
  var found: [NoteMarker] = []
  found.reserveCapacity(bytes.count / 512)
  guard let base = bytes.baseAddress else { return [] }
  let end = bytes.count
  var at = 0
  // The line of the marker before, and where it begins.
  var (line, lineStart) = (1, 0)
  while at < end, let bracket = memchr(base + at, Int32(UInt8(ascii: "[")), end - at) {
    at = UnsafeRawPointer(bracket) - UnsafeRawPointer(base)
    guard at + 1 < end, bytes[at + 1] == UInt8(ascii: "^"),
      let labelEnd = labelEnd(bytes, from: at + 2), labelEnd + 1 < end,
      bytes[labelEnd + 1] == UInt8(ascii: ":")
    else {
      at += 1
      continue
    }
    var start = at
    while start > lineStart, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    guard isPrefix(bytes, start..<at) else {
      at += 1
      continue
    }
    line += lineEndCount(in: UnsafeBufferPointer(rebasing: bytes[lineStart..<start]))
    lineStart = start
    var text = labelEnd + 2
    while text < end, bytes[text] == 0x20 || bytes[text] == 0x09 { text += 1 }
    let isBare = text >= end || bytes[text] == 0x0A || bytes[text] == 0x0D
    found.append(
      NoteMarker(
        label: String(decoding: bytes[(at + 2)..<labelEnd], as: UTF8.self), line: line,
        column: at - lineStart + 1, start: at, textStart: text, isBare: isBare))
    at = labelEnd + 1
  }
  return found
}

/// The offset of the bracket that closes a label begun at `start`; `nil` where none does.
func labelEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
  var at = start
  while at < bytes.count, at - start <= 200 {
    switch bytes[at] {
    case UInt8(ascii: "]"): return at > start ? at : nil
    case UInt8(ascii: "["), 0...0x20, 0x7F: return nil
    default: at += 1
    }
  }
  return nil
}

/// Whether a reference by that label is text wherever it stands: two of them on a line make no
/// emphasis, no code and no tag between them.
func isSafeLabel(_ label: String) -> Bool {
  var label = label
  return label.withUTF8 { bytes in
    !bytes.contains { isMarkup($0) } && bytes.first != UInt8(ascii: "_")
      && bytes.last != UInt8(ascii: "_")
  }
}

private func isMarkup(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: "&"),
    UInt8(ascii: "\\"), UInt8(ascii: "|"):
    true
  default: false
  }
}

/// Blanks, `>` and list marks: what containers may put before a line's own text.
private func isPrefix(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
  var at = range.lowerBound
  while at < range.upperBound {
    switch bytes[at] {
    case 0x20, 0x09, UInt8(ascii: ">"): at += 1
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
      guard at + 1 < range.upperBound, bytes[at + 1] == 0x20 || bytes[at + 1] == 0x09 else {
        return false
      }
      at += 2
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      var digits = at
      while digits < range.upperBound, (48...57).contains(bytes[digits]) { digits += 1 }
      guard digits - at <= 9, digits + 1 < range.upperBound,
        bytes[digits] == UInt8(ascii: ".") || bytes[digits] == UInt8(ascii: ")"),
        bytes[digits + 1] == 0x20 || bytes[digits + 1] == 0x09
      else { return false }
      at = digits + 2
    default: return false
    }
  }
  return true
}

/// The bytes with each marker rewritten as a list item's.
func rewritten(_ bytes: UnsafeBufferPointer<UInt8>, _ markers: [NoteMarker]) -> [UInt8] {
  let mark = itemMark(for: bytes)
  var out: [UInt8] = []
  out.reserveCapacity(bytes.count + markers.count * 8)
  var at = 0
  for marker in markers {
    out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[at..<marker.start]))
    out.append(contentsOf: mark)
    if marker.isBare { bareNoteText.withUTF8Buffer { out.append(contentsOf: $0) } }
    at = marker.textStart
  }
  out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[at...]))
  return out
}

/// A kind of item that the file itself does not use, so that no list of its own is joined: four
/// bytes. The last two can begin a thematic break, and are the last to be taken.
private func itemMark(for bytes: UnsafeBufferPointer<UInt8>) -> String.UTF8View {
  let marks = ["+   ", "1)  ", "1.  ", "*   ", "-   "]
  return (marks.first { mark in !marksItems(mark.utf8.first { !isDigit($0) }, bytes) } ?? marks[0])
    .utf8
}

/// Whether a line begins with an item that has that mark.
private func marksItems(_ mark: UInt8?, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  guard let mark, let base = bytes.baseAddress else { return false }
  var from = 0
  while from < bytes.count, let found = memchr(base + from, Int32(mark), bytes.count - from) {
    let at = UnsafeRawPointer(found) - UnsafeRawPointer(base)
    from = at + 1
    guard from < bytes.count, bytes[from] == 0x20 || bytes[from] == 0x09 else { continue }
    var before = at - 1
    while before >= 0, isIndentation(bytes[before]) || isDigit(bytes[before]) { before -= 1 }
    if before < 0 || bytes[before] == 0x0A || bytes[before] == 0x0D { return true }
  }
  return false
}

private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
