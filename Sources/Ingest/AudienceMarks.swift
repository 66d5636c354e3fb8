internal import Diagnostics
internal import Markdown
internal import Model

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Marks in Markdown that say whom a part is for: `{audience: internal}` at the start of a note, a
/// call-out's title or a paragraph, and at the end of a heading.
struct AudienceMarks {
  let edition: Edition
  let file: String
  let log: FindingLog

  private static let key = Array("audience".utf8)

  /// Takes out what the edition is not to hold, and the marks.
  ///
  /// - Returns: whether any of the text was taken out.
  @discardableResult
  func apply(to parsed: inout ParsedMarkdown, of bytes: some Collection<UInt8>) -> Bool {
    guard bytes.holdsBrace else { return false }
    var kept: [NoteDefinition] = []
    kept.reserveCapacity(parsed.definitions.count)
    for var definition in parsed.definitions {
      let isKept = takeMark(ofFirstIn: &definition.body, at: 0)
      if isKept {
        apply(to: &definition.body)
        kept.append(definition)
      } else {
        log.leaveOut(definition.label)
      }
    }
    parsed.definitions = kept
    let count = parsed.prose.nodes.count
    apply(to: &parsed.prose)
    return parsed.prose.nodes.count < count
  }

  private func apply(to prose: inout Prose) {
    guard Self.opening(in: prose.bytes[...]) != nil else { return }
    var removed: [Range<Int>] = []
    var index = 0
    // Where the next node begins that is in no other.
    var nextRoot = 0
    // The section of a heading that is left out ends at the next one of its level or above it.
    var hidden: (start: Int, level: UInt8)?
    func close(at end: Int) {
      if let start = hidden?.start { removed.append(start..<end) }
      hidden = nil
    }
    while index < prose.nodes.count {
      let node = prose.nodes[index]
      let isRoot = index == nextRoot
      if isRoot { nextRoot = Int(node.end) }
      if node.kind == .heading, isRoot, let open = hidden, node.detail <= open.level {
        close(at: index)
      }
      if hidden != nil {
        if node.kind == .heading { leaveOut(heading: index, of: prose) }
        index += 1
        continue
      }
      switch node.kind {
      case .heading:
        // Inside a quotation or an item nothing is under it: its mark stays there, and is a finding.
        if isRoot, !takeMark(ofHeading: index, in: &prose) {
          hidden = (index, node.detail)
          leaveOut(heading: index, of: prose)
        }
        index += 1
      case .callOut, .paragraph, .item:
        let count = prose.nodes.count
        let isKept = takeMark(ofFirstIn: &prose, at: index)
        nextRoot -= count - prose.nodes.count
        if isKept {
          index += 1
        } else {
          removed.append(index..<Int(prose.nodes[index].end))
          index = Int(prose.nodes[index].end)
        }
      default: index += 1
      }
    }
    close(at: prose.nodes.count)
    prose.remove(removed)
    reportStrays(in: prose)
  }

  /// Links to it lead nowhere.
  private func leaveOut(heading index: Int, of prose: Prose) {
    let node = prose.nodes[index]
    log.leaveOut(
      node.text.isEmpty
        ? headingAnchor(prose.plainText(in: index..<Int(node.end))) : prose.string(node.text))
  }

  /// Reads the mark with which a block's text begins, and takes it out.
  ///
  /// - Parameter index: the block, or 0 for a text of blocks as a whole.
  /// - Returns: whether the edition holds it.
  private func takeMark(ofFirstIn prose: inout Prose, at index: Int) -> Bool {
    var at = index
    let end = prose.nodes.isEmpty ? 0 : Int(prose.nodes[index].end)
    // Down to the first text: it has to begin what it stands in.
    while at < end, prose.nodes[at].kind != .text {
      switch prose.nodes[at].kind {
      case .paragraph, .callOutTitle, .callOut, .item: at += 1
      default: return true
      }
    }
    guard at < end, let mark = mark(in: prose, at, fromEnd: false) else { return true }
    let text = prose.nodes[at].text
    prose.nodes[at].text = ByteRange(start: mark.end, end: text.end)
    // A title of a mark alone is none.
    if mark.end == text.end, at > index, prose.nodes[at - 1].kind == .callOutTitle,
      Int(prose.nodes[at - 1].end) == at + 1
    {
      prose.remove([at - 1..<at + 1])
    }
    return edition.includes(mark.audiences, log)
  }

  private func takeMark(ofHeading index: Int, in prose: inout Prose) -> Bool {
    let last = Int(prose.nodes[index].end) - 1
    guard last > index, prose.nodes[last].kind == .text,
      let mark = mark(in: prose, last, fromEnd: true)
    else { return true }
    let start = prose.nodes[last].text.start
    var end = mark.start
    while end > start, prose.bytes[end - 1] == 0x20 { end -= 1 }
    // An id may stand before the mark, as well as after it.
    let text = prose.bytes[start..<end]
    if text.last == UInt8(ascii: "}"), let brace = text.lastIndex(of: UInt8(ascii: "{")),
      brace + 3 < end, text[brace + 1] == UInt8(ascii: "#"), prose.nodes[index].text.isEmpty,
      !text[brace...].contains(0x20)
    {
      prose.nodes[index].text = ByteRange(start: brace + 2, end: end - 1)
      end = brace
      while end > start, prose.bytes[end - 1] == 0x20 { end -= 1 }
    }
    prose.nodes[last].text = ByteRange(start: start, end: end)
    return edition.includes(mark.audiences, log)
  }

  /// The first `{audience` in some bytes, however it is written: with blanks, with capital letters.
  private static func opening(in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    var from = bytes.startIndex
    while let brace = bytes[from...].firstIndex(of: UInt8(ascii: "{")) {
      var at = brace + 1
      while at < bytes.endIndex, bytes[at] == 0x20 { at += 1 }
      if bytes.endIndex - at >= key.count,
        bytes[at..<(at + key.count)].elementsEqual(key, by: { $0 | 0x20 == $1 })
      {
        return brace..<(at + key.count)
      }
      from = brace + 1
    }
    return nil
  }

  /// Whether a text holds what is to be a mark.
  static func isMark(in text: [UInt8]) -> Bool { opening(in: text[...]) != nil }

  private struct Mark {
    var audiences: [String]
    /// Of its bytes, with the blanks after it.
    var start: Int
    var end: Int
  }

  private func mark(in prose: Prose, _ index: Int, fromEnd: Bool) -> Mark? {
    let range = prose.nodes[index].text
    let text = prose.bytes[range.start..<range.end]
    let start: Int?
    if fromEnd {
      guard text.last == UInt8(ascii: "}") else { return nil }
      start = text.lastIndex(of: UInt8(ascii: "{"))
    } else {
      start = text.startIndex
    }
    guard let start, let opening = Self.opening(in: text[start...]), opening.lowerBound == start,
      let close = text[start...].firstIndex(of: UInt8(ascii: "}")), close >= opening.upperBound
    else { return nil }
    var inner = text[opening.upperBound..<close]
    while inner.first == 0x20 { inner.removeFirst() }
    guard let sign = inner.popFirst(), sign == UInt8(ascii: ":") || sign == UInt8(ascii: "=") else {
      return nil
    }
    let names = inner.split { $0 == 0x20 || $0 == UInt8(ascii: ",") }
      .map { String(decoding: $0, as: UTF8.self) }
    guard !names.isEmpty else { return nil }
    var end = close + 1
    while end < range.end, prose.bytes[end] == 0x20 { end += 1 }
    return Mark(audiences: names, start: start, end: end)
  }

  /// A mark at a place where it does nothing would show what it is to hide.
  private func reportStrays(in prose: Prose) {
    for node in prose.nodes where node.kind == .text {
      let text = prose.bytes[node.text.start..<node.text.end]
      guard Self.opening(in: text) != nil else { continue }
      log.error(
        "audience-place", at: SourceLocation(file: file, position: node.position),
        "this mark of an audience stands where it has no effect",
        hint:
          "write {audience: internal} at the start of a paragraph, a note or a call-out’s title, "
          + "or at the end of a heading")
    }
  }
}

extension Collection<UInt8> {
  /// Few texts hold one: to look for it costs less than to read them again.
  fileprivate var holdsBrace: Bool {
    let brace = UInt8(ascii: "{")
    return withContiguousStorageIfAvailable { buffer in
      buffer.baseAddress.map { memchr($0, Int32(brace), buffer.count) != nil } ?? false
    } ?? contains(brace)
  }
}

extension Prose {
  /// Takes out nodes: whole subtrees, in order.
  mutating func remove(_ ranges: [Range<Int>]) {
    guard !ranges.isEmpty else { return }
    // How many are gone before each.
    var gone = [Int32](repeating: 0, count: nodes.count + 1)
    for range in ranges { for index in range { gone[index + 1] = 1 } }
    for index in nodes.indices { gone[index + 1] += gone[index] }
    var kept: [ProseNode] = []
    kept.reserveCapacity(nodes.count)
    for index in nodes.indices where gone[index + 1] == gone[index] {
      var node = nodes[index]
      node.end -= gone[Int(node.end)]
      kept.append(node)
    }
    nodes = kept
    // Nothing of what was taken out stays behind.
    self = slice(0..<nodes.count).compacted()
  }

  /// The same with only the bytes and references that its nodes name.
  private func compacted() -> Prose {
    var result = Prose()
    func taken(_ range: ByteRange) -> ByteRange {
      if range.isEmpty { return .empty }
      let start = result.bytes.count
      result.bytes += bytes[range.start..<range.end]
      return ByteRange(start: start, end: result.bytes.count)
    }
    for var node in nodes {
      node.text = taken(node.text)
      node.title = taken(node.title)
      if node.holdsReference {
        result.references.append(references[Int(node.value)])
        node.value = Int32(clamping: result.references.count - 1)
      }
      result.nodes.append(node)
    }
    return result
  }
}
