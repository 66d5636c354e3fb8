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
  /// - Returns: whether any of the text was taken out, and whether all of it was, under its title.
  @discardableResult
  func apply(
    to parsed: inout ParsedMarkdown, of bytes: some Collection<UInt8>
  ) -> (isCut: Bool, hidesAll: Bool) {
    guard bytes.mayHoldMark else { return (false, false) }
    let count = parsed.prose.nodes.count
    let hidden = apply(to: &parsed.prose)
    var kept: [NoteDefinition] = []
    kept.reserveCapacity(parsed.definitions.count)
    /// What is hidden in each note; `nil` for all of it.
    var hiddenInNotes: [String: [Hidden]?] = [:]
    // A note within another's definition comes before it.
    for var definition in parsed.definitions.reversed() {
      let place = definition.place
      let around = place.note.map { hiddenInNotes[$0] ?? [] } ?? hidden
      if around.map({ !$0.contains { $0.holds(place) } }) ?? false,
        case let mark = takeMark(ofFirstIn: &definition.body, at: 0), mark.isKept
      {
        hiddenInNotes[definition.label] = apply(
          to: &definition.body, removing: [mark.emptyTitle].compactMap(\.self))
        kept.append(definition)
      } else {
        hiddenInNotes[definition.label] = .some(nil)
        log.leaveOut(definition.label)
      }
    }
    parsed.definitions = kept.reversed()
    let hidesAll = hidden.contains { $0.level == 1 && $0.nodes == 0..<count }
    return (parsed.prose.nodes.count < count, hidesAll)
  }

  /// Nodes that the edition does not hold.
  private struct Hidden {
    var nodes: Range<Int>
    /// Whether they are a heading and everything under it.
    var isSection = false
    /// Of that heading.
    var level: UInt8 = 0

    /// Whether it is written among them: definitions leave no node behind.
    func holds(_ place: NoteDefinition.Place) -> Bool {
      let before = place.nodesBefore
      if before <= nodes.lowerBound || before > nodes.upperBound { return false }
      return before < nodes.upperBound || isSection || place.container.map(nodes.contains) ?? false
    }
  }

  /// - Parameter titles: of call-outs, to be taken out as they are empty.
  /// - Returns: what is taken out, by the numbers that its nodes had.
  private func apply(to prose: inout Prose, removing titles: [Range<Int>] = []) -> [Hidden] {
    var hidden: [Hidden] = []
    /// Titles that a mark alone leaves empty.
    var empty = titles
    var index = 0
    // Where the next node begins that is in no other.
    var nextRoot = 0
    // The section of a heading that is left out ends at the next one of its level or above it.
    var open: (start: Int, level: UInt8)?
    func close(at end: Int) {
      if let open {
        hidden.append(Hidden(nodes: open.start..<end, isSection: true, level: open.level))
      }
      open = nil
    }
    while index < prose.nodes.count {
      let node = prose.nodes[index]
      let isRoot = index == nextRoot
      if isRoot { nextRoot = Int(node.end) }
      if node.kind == .heading, isRoot, let section = open, node.detail <= section.level {
        close(at: index)
      }
      if open != nil {
        if node.kind == .heading { leaveOut(heading: index, of: prose) }
        index += 1
        continue
      }
      switch node.kind {
      case .heading:
        // Inside a quotation or an item nothing is under it: its mark stays there, and is a finding.
        if isRoot, !takeMark(ofHeading: index, in: &prose) {
          open = (index, node.detail)
          leaveOut(heading: index, of: prose)
        }
        index += 1
      case .callOut, .paragraph, .item:
        let mark = takeMark(ofFirstIn: &prose, at: index)
        if mark.isKept {
          mark.emptyTitle.map { empty.append($0) }
          index += 1
        } else {
          hidden.append(Hidden(nodes: index..<Int(node.end)))
          index = Int(node.end)
        }
      default: index += 1
      }
    }
    close(at: prose.nodes.count)
    let removed = (hidden.map(\.nodes) + empty).sorted { $0.lowerBound < $1.lowerBound }
    prose.remove(prose.withEmptied(removed))
    reportStrays(in: prose)
    return hidden
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
  /// - Returns: whether the edition holds it, and the title that the mark leaves empty.
  private func takeMark(
    ofFirstIn prose: inout Prose, at index: Int
  ) -> (isKept: Bool, emptyTitle: Range<Int>?) {
    var at = index
    let end = prose.nodes.isEmpty ? 0 : Int(prose.nodes[index].end)
    // Down to the first text: it has to begin what it stands in.
    while at < end, prose.nodes[at].kind != .text {
      switch prose.nodes[at].kind {
      case .paragraph, .callOutTitle, .callOut, .item: at += 1
      default: return (true, nil)
      }
    }
    guard at < end, let mark = mark(in: prose, at, fromEnd: false) else { return (true, nil) }
    let text = prose.nodes[at].text
    prose.nodes[at].text = ByteRange(start: mark.end, end: text.end)
    var emptyTitle: Range<Int>?
    if mark.end == text.end, at > index, Int(prose.nodes[at - 1].end) == at + 1 {
      if prose.nodes[at - 1].kind == .callOutTitle {
        emptyTitle = at - 1..<at + 1
      } else if at - 1 == index, prose.nodes[index].kind == .paragraph {
        log.error(
          "audience-place",
          at: SourceLocation(file: file, position: prose.nodes[at].position),
          "this mark of an audience stands alone, and hides nothing",
          hint:
            "write it in the line of what it is for: at the start of a paragraph, of an item, or of a "
            + "call-out’s title, or at the end of a heading")
      }
    }
    return (edition.includes(mark.audiences, log), emptyTitle)
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

  /// Whether a text holds what is to be a mark, however it is misspelt: one that is not minded would show what it
  /// is to hide. Code spans are not looked into.
  static func isMark(in text: [UInt8]) -> Bool {
    var isCode = false
    return isMark(
      in: text.filter { byte in
        if byte == UInt8(ascii: "`") { isCode.toggle() }
        return !isCode
      }[...])
  }

  private static func isMark(in text: ArraySlice<UInt8>) -> Bool {
    var from = text.startIndex
    while let at = text[from...].firstIndex(where: isLetter) {
      let word = text[at...].prefix(while: isLetter)
      from = word.endIndex
      guard (6...11).contains(word.count), isLikeKey(word) else { continue }
      let rest = text[from...].drop { $0 == 0x20 }
      let value = rest.prefix { $0 != UInt8(ascii: "}") }
      let isClosed = value.endIndex < text.endIndex
      let isOpen =
        text[..<at].lastIndex(of: UInt8(ascii: "{")).map {
          !text[$0..<at].contains(UInt8(ascii: "}"))
        } ?? false
      let sign = rest.first ?? 0
      // `{audience: internal`, `{#id audience=internal}`, `audience: internal}`; `{audience}`, of which nothing comes.
      if sign == UInt8(ascii: ":") || isOpen && sign == UInt8(ascii: "=") {
        if isOpen || isClosed, isNames(value.dropFirst()) { return true }
      } else if isOpen, isClosed, text[..<at].last == UInt8(ascii: "{"), isNames(value),
        word.elementsEqual(key, by: { $0 | 0x20 == $1 })
      {
        return true
      }
    }
    return false
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Whether a word is the key, but for one letter or the order of two.
  private static func isLikeKey(_ word: ArraySlice<UInt8>) -> Bool {
    let word = word.map { $0 | 0x20 }
    return word == key || distance(word, key) <= 1 || word.sorted() == key.sorted()
  }

  /// Whether a text can be names of audiences, or none.
  private static func isNames(_ text: ArraySlice<UInt8>) -> Bool {
    text.allSatisfy { byte in
      isLetter(byte) || (48...57).contains(byte) || byte >= 0x80 || " ,_-.[]\"'".utf8.contains(byte)
    }
  }

  /// How many letters have to be put in, taken out or changed (Levenshtein).
  private static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var row = Array(0...other.count)
    for (i, a) in one.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in other.enumerated() {
        let changed = diagonal + (a == b ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(changed, row[j] + 1, diagonal + 1)
      }
    }
    return row[other.count]
  }

  /// Whether a line is one of front matter, which in a text keeps nothing from anyone: `audience: internal`,
  /// `draft: true`, `publishAt: 2022-04-05`.
  private static func isKeyLine(_ line: ArraySlice<UInt8>) -> Bool {
    let line = line.filter { $0 != UInt8(ascii: "\"") && $0 != 0x20 }
    func begins(_ key: String) -> Bool { line.starts(with: key.utf8) }
    if begins("audience:") { return line.count > 9 && isNames(line[9...]) }
    return begins("draft:true") || begins("draft:yes") || begins("publishAt:20")
  }

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
    for (index, node) in prose.nodes.enumerated() {
      switch node.kind {
      case .text, .htmlBlock, .htmlInline: break
      default: continue
      }
      let text = prose.bytes[node.text.start..<node.text.end]
      let location = SourceLocation(file: file, position: node.position)
      if Self.isMark(in: text) {
        log.error(
          "audience-place", at: location,
          "this mark of an audience stands where it has no effect",
          hint:
            "write {audience: internal}, apart from {#id}, at the start of a paragraph, a note or a "
            + "call-out’s title, or at the end of a heading")
      } else if index == 0
        || [.paragraph, .heading, .softBreak].contains(prose.nodes[index - 1].kind),
        Self.isKeyLine(text)
      {
        log.error(
          "front-matter-start", at: location,
          "this line would be front matter, and stands in the text, where it keeps nothing from anyone",
          hint: "write front matter between two lines “---”, of which one is the file’s first")
      }
    }
  }
}

extension Collection<UInt8> {
  /// Few texts do: to look for braces and the word costs less than to read them again.
  fileprivate var mayHoldMark: Bool {
    withContiguousStorageIfAvailable { buffer in
      guard let start = buffer.baseAddress else { return false }
      return memchr(start, Int32(UInt8(ascii: "{")), buffer.count) != nil
        || memchr(start, Int32(UInt8(ascii: "}")), buffer.count) != nil
        || buffer.holdsKeyLine
    } ?? true
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a line begins as one of front matter that keeps something from someone.
  fileprivate var holdsKeyLine: Bool {
    guard let start = baseAddress else { return false }
    var at = 0
    while let end = memchr(start + at, 0x0A, count - at) {
      at = start.distance(to: end.assumingMemoryBound(to: UInt8.self)) + 1
      while at < count, start[at] == 0x20 || start[at] == UInt8(ascii: "\"") { at += 1 }
      let rest = self[at...]
      if ["audience", "draft", "publishAt"].contains(where: { rest.starts(with: $0.utf8) }) {
        return true
      }
    }
    return false
  }
}
