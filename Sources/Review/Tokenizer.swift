internal import Diagnostics
internal import Model

/// Words as Unicode's annex 29 finds them where that matters to an editor: letters, digits and marks, with
/// apostrophes and hyphens between letters, points and commas between digits; an ideograph is a word.
struct Tokenizer {
  private let prose: Prose
  private let renames: Renames
  private var result: [Token] = []
  private var scalars: [Unicode.Scalar] = []
  /// What holds from that scalar on.
  private var runs: [(start: Int, style: UInt8, link: String?, line: Int32)] = []
  private var space = Token.Space.none

  static let emphasis: UInt8 = 1
  static let strong: UInt8 = 2
  static let code: UInt8 = 4

  init(_ prose: Prose, renames: Renames) {
    self.prose = prose
    self.renames = renames
  }

  mutating func tokens(in range: Range<Int>) -> [Token] {
    result = []
    space = .none
    var open: [(end: Int, style: UInt8, link: String?)] = []
    var (style, link): (UInt8, String?) = (0, nil)
    var line: Int32 = 0
    for index in range {
      let node = prose.nodes[index]
      while let last = open.last, last.end <= index {
        (style, link) = (last.style, last.link)
        open.removeLast()
      }
      if node.position.line > 0 { line = node.position.line }
      func enter(_ newStyle: UInt8, _ newLink: String?) {
        open.append((Int(node.end), style, link))
        style |= newStyle
        link = newLink ?? link
      }
      switch node.kind {
      case .text: addText(node.text, style, link, line)
      case .code: addText(node.text, style | Self.code, link, line)
      case .htmlInline: addText(node.text, style | Self.code, link, line)
      case .codeBlock, .htmlBlock: addLines(node.text, style | Self.code, line)
      case .softBreak, .lineBreak:
        runs.append((scalars.count, style, link, line))
        scalars.append("\n")
      case .emphasis: enter(Self.emphasis, nil)
      case .strong: enter(Self.strong, nil)
      case .link:
        enter(0, prose.string(node.text))
        if Int(node.end) == index + 1 { add(object: "<\(prose.string(node.text))>", line) }
      case .image:
        enter(0, nil)
        add(object: "[picture \(prose.string(node.text))]", line)
      // What it names is not for those who read this edition.
      case .reference where prose.references[Int(node.value)].name.isEmpty: break
      case .reference:
        let name = self.name(prose.references[Int(node.value)])
        if Int(node.end) == index + 1 {
          add(object: "[\(name)]", line)
        } else {
          enter(0, name)
        }
      case .figure:
        flush()
        space = .plain
        add(object: "[\(name(prose.references[Int(node.value)]))]", line)
        space = .plain
      case .noteReference:
        let label = prose.string(node.text)
        add(object: "[^\(renames.note(label))]", line, .note)
        if renames["gone:\(label)"] != nil { result[result.count - 1].written = "[^\(label)]" }
      case .tableCell:
        flush()
        if prose.nodes[index - 1].kind != .tableRow { add(object: "|", line, .cell) }
        space = .plain
      case .thematicBreak: add(object: "* * *", line)
      case .paragraph, .heading, .item, .callOutTitle, .tableRow, .blockQuote, .callOut, .list,
        .table:
        flush()
        space = result.isEmpty ? .none : .plain
      }
    }
    flush()
    return result
  }

  private mutating func addText(
    _ text: ByteRange, _ style: UInt8, _ link: String?, _ line: Int32
  ) {
    runs.append((scalars.count, style, link, line))
    scalars.append(contentsOf: prose.string(text).unicodeScalars)
  }

  /// Code, in which line ends and what lines are indented by mean something.
  private mutating func addLines(_ text: ByteRange, _ style: UInt8, _ line: Int32) {
    var lines = prose.string(text).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    while lines.last?.isEmpty == true { lines.removeLast() }
    for (index, text) in lines.enumerated() {
      let indent = text.prefix { $0 == " " || $0 == "\t" }
      let number = line + Int32(clamping: index)
      if index > 0 || !indent.isEmpty {
        add(object: (index > 0 ? "\n" : "") + indent, number, .symbol)
      }
      runs.append((scalars.count, style, nil, number))
      scalars.append(contentsOf: text.dropFirst(indent.count).unicodeScalars)
      flush()
    }
  }

  /// `place:dhiban`, as the newer side has it.
  private func name(_ reference: Reference) -> String {
    var name = reference.name
    if reference.kind == .note {
      name = renames.note(name)
    } else if let other = renames["\(reference.kind.rawValue):\(name)"] {
      name = other
    }
    // `zone:map:id`
    if reference.kind == .zone, !renames.isEmpty, let colon = name.firstIndex(of: ":") {
      let (map, zone) = (String(name[..<colon]), String(name[name.index(after: colon)...]))
      name = (renames["map:\(map)"] ?? map) + ":" + (renames["zone:\(zone)"] ?? zone)
    }
    if name == reference.name, !renames.isEmpty, let slash = name.firstIndex(of: "/"),
      let brief = renames["brief:\(name[..<slash])"]
    {
      name = brief + name[slash...]
    }
    return reference.kind.rawValue + ":" + name + (reference.anchor.map { "#\($0)" } ?? "")
  }

  private mutating func add(object text: String, _ line: Int32, _ kind: Token.Kind = .object) {
    flush()
    result.append(
      Token(
        text: text, key: text.hashValue &+ 1, kind: kind, space: space, style: 0, link: nil,
        line: line))
    space = .none
  }

  /// Makes tokens of the text so far.
  private mutating func flush() {
    defer {
      scalars.removeAll(keepingCapacity: true)
      runs.removeAll(keepingCapacity: true)
    }
    var at = 0
    var run = 0
    while at < scalars.count {
      let scalar = scalars[at]
      let kind = ScalarKind(scalar)
      if kind == .blank {
        passBlank(at)
        at += 1
        continue
      }
      if kind == .invisible, at + 1 == scalars.count || ScalarKind(scalars[at + 1]) == .blank {
        at += 1
        continue
      }
      while run + 1 < runs.count, runs[run + 1].start <= at { run += 1 }
      var end = at + 1
      var hasDigit = kind == .digit
      if kind == .letter || kind == .digit || kind == .invisible {
        while end < scalars.count {
          let next = ScalarKind(scalars[end])
          if next == .letter || next == .digit || next == .invisible {
            if next == .digit { hasDigit = true }
            end += 1
          } else if end + 1 < scalars.count, joins(scalars[end], end) {
            end += 2
          } else if hasDigit, isGroup(end) {
            end += 4
          } else {
            break
          }
        }
      }
      if kind == .invisible, scalars[at..<end].allSatisfy({ ScalarKind($0) == .invisible }) {
        at = end
        continue
      }
      let isCode = runs[run].style & Self.code != 0
      let tokenKind: Token.Kind =
        hasDigit
        ? .number
        : kind == .mark && (isCode || scalars[at].isSymbol || isSign(at)) ? .symbol : kind.tokenKind
      append(scalars[at..<end], kind: tokenKind, runs[run])
      at = end
    }
  }

  private mutating func passBlank(_ at: Int) {
    switch scalars[at] {
    case "\u{A0}": if space == .none { space = .noBreak }
    case "\u{202F}": if space == .none { space = .narrow }
    case "\n":
      // Scripts without blanks are wrapped anywhere.
      let isBetweenIdeographs =
        at > 0 && at + 1 < scalars.count && ScalarKind(scalars[at - 1]).isWide(scalars[at - 1])
        && ScalarKind(scalars[at + 1]).isWide(scalars[at + 1])
      if !isBetweenIdeographs { space = .plain }
    default: space = .plain
    }
  }

  private func joins(_ scalar: Unicode.Scalar, _ at: Int) -> Bool {
    let (before, after) = (ScalarKind(scalars[at - 1]), ScalarKind(scalars[at + 1]))
    switch scalar {
    case "'", "’", "ʼ", "-", "\u{2010}", "\u{2011}", "–":
      return (before == .letter || before == .digit) && (after == .letter || after == .digit)
    // 1,500 and 1.5, 14:30, 20/01/2022.
    case ".", ",", "٫", "٬", ":", "/", "⁄": return before == .digit && after == .digit
    default: return false
    }
  }

  /// Whether a narrow blank and just three digits follow: 12 500.
  private func isGroup(_ at: Int) -> Bool {
    guard at + 3 < scalars.count, ["\u{A0}", "\u{202F}", "\u{2009}"].contains(scalars[at]),
      ScalarKind(scalars[at - 1]) == .digit
    else { return false }
    let isGroup = (1...3).allSatisfy { ScalarKind(scalars[at + $0]) == .digit }
    return isGroup && (at + 4 == scalars.count || ScalarKind(scalars[at + 4]) != .digit)
  }

  /// Whether a dash is a minus: right before a digit, and after nothing that it might join.
  private func isSign(_ at: Int) -> Bool {
    guard ["-", "–", "\u{2011}"].contains(scalars[at]), at + 1 < scalars.count,
      ScalarKind(scalars[at + 1]) == .digit
    else { return false }
    guard at > 0 else { return true }
    let before = ScalarKind(scalars[at - 1])
    return before == .blank || before == .mark
  }

  private mutating func append(
    _ part: ArraySlice<Unicode.Scalar>, kind: Token.Kind,
    _ run: (start: Int, style: UInt8, link: String?, line: Int32)
  ) {
    var hasher = Hasher()
    let shown: String
    var written: String?
    if part.allSatisfy(\.isASCII) {
      shown = String(unsafeUninitializedCapacity: part.count) { bytes in
        for (index, scalar) in part.enumerated() {
          bytes[index] = UInt8(truncatingIfNeeded: scalar.value)
        }
        return part.count
      }
      hasher.combine(shown)
    } else {
      var text = String.UnicodeScalarView()
      var plain = String.UnicodeScalarView()
      for scalar in part where ScalarKind(scalar) != .invisible {
        text.append(scalar)
        plain.append(contentsOf: scalar.plainly.unicodeScalars)
      }
      shown = String(text)
      if text.count < part.count { written = String(String.UnicodeScalarView(part)) }
      // Strings that Unicode holds to be the same have the same hash.
      hasher.combine(String(plain))
    }
    result.append(
      Token(
        text: shown, written: written, key: hasher.finalize(), kind: kind, space: space,
        style: run.style,
        link: run.link, line: run.line))
    space = .none
  }
}
