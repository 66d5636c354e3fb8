internal import HTML
internal import Model

/// Writes the prose of one brief as Typst, its notes at their references, in one pass over the nodes
/// and without recursion.
///
/// A class, because what a document holds already (a note, a figure) is shared by its parts. A
/// document is written twice: once to learn what it holds, then with links to just that.
final class TypstWriter {
  let portal: Portal
  let index: Int
  let strings: any InterfaceStrings
  /// Addresses on the web, for what the document does not hold.
  let links: Links
  /// Starts every label of this brief in the document.
  let prefix: String
  /// Labels that a first writing found; `nil` while that is done.
  private let held: Set<String>?
  private(set) var labels: Set<String> = []
  /// Those that links were written to.
  private(set) var linked: Set<String> = []
  var pictures: [(path: String, source: String)] = []
  /// Numbers of notes in the document, by index, where it holds some sections only.
  private(set) var numbers: [Int: Int]?
  private var openNotes: Set<Int> = []
  var figure: (TypstWriter, Prose, Int, Target, inout Sink) -> Void = { _, _, _, _, _ in }

  /// Containers nested deeper than this are written without their marks: Typst's own depth has a
  /// limit, and no page shows more.
  private static let mostNested = 12

  init(
    portal: Portal, brief: Int, held: Set<String>?, numbers: [Int: Int]? = nil,
    labels prefix: String? = nil
  ) {
    self.portal = portal
    index = brief
    self.held = held
    strings = interfaceStrings(for: portal.briefs[brief].language)
    links = Links(from: .brief(brief), in: portal)
    self.prefix = prefix ?? "b\(brief)"
    self.numbers = numbers
  }

  var brief: Brief { portal.briefs[index] }

  /// Where references to notes stand: in the text, where a note is printed once; before it, where
  /// each is printed anew, as the text comes later; as numbers alone, where the notes are not; nowhere.
  enum NotePlace { case text, front, heading, numbers, none }

  /// Puts a label at what was written last.
  func mark(_ name: String, to sink: inout Sink) { label(name, after: " <", to: &sink) }

  /// The same for a function's argument `name`, which puts it where it can be found.
  func name(_ name: String, to sink: inout Sink) { label(name, after: ", name: <", to: &sink) }

  private func label(_ name: String, after opening: StaticString, to sink: inout Sink) {
    let label = "\(prefix)-\(name)"
    guard labels.insert(label).inserted else { return }
    sink.append(opening)
    sink.append(unsafe: label)
    sink.append(">")
  }

  /// Whether something with that label has been written.
  func holds(_ name: String) -> Bool { labels.contains("\(prefix)-\(name)") }

  /// The label of something that the document holds.
  func label(_ name: String) -> String? {
    let label = "\(prefix)-\(name)"
    linked.insert(label)
    return held?.contains(label) ?? true ? label : nil
  }

  func inline(_ prose: Prose, notes: NotePlace = .none, to sink: inout Sink) {
    write(prose, nodes: 0..<prose.nodes.count, notes: notes, headingShift: 0, to: &sink)
  }

  func inlineText(_ prose: Prose, notes: NotePlace = .none) -> String {
    var sink = Sink()
    inline(prose, notes: notes, to: &sink)
    return String(decoding: sink.bytes, as: UTF8.self)
  }

  /// - Parameter headingShift: added to headings' levels.
  func write(
    _ prose: Prose, nodes range: Range<Int>, notes: NotePlace, headingShift: Int,
    section: Int? = nil, to sink: inout Sink
  ) {
    var open: [Int] = []
    var nesting = 0
    var at = range.lowerBound
    while at < range.upperBound || !open.isEmpty {
      if let last = open.last, at >= Int(prose.nodes[last].end) {
        open.removeLast()
        if Self.isContainer(prose.nodes[last].kind) { nesting -= 1 }
        if nesting < Self.mostNested { leave(prose, last, open, to: &sink) }
        continue
      }
      guard at < range.upperBound else { break }
      let node = prose.nodes[at]
      let isDeep = nesting >= Self.mostNested && Self.isContainer(node.kind)
      let goesIn =
        isDeep
        || enter(
          prose, at, open, notes: notes, headingShift: headingShift, section: section, to: &sink)
      if goesIn {
        open.append(at)
        if Self.isContainer(node.kind) { nesting += 1 }
        at += 1
      } else {
        at = Int(node.end)
      }
    }
  }

  private static func isContainer(_ kind: ProseNode.Kind) -> Bool {
    switch kind {
    case .blockQuote, .callOut, .list, .item, .emphasis, .strong, .link: true
    default: false
    }
  }

  /// Writes a node's beginning, or all of it. Whether its children are to follow.
  private func enter(
    _ prose: Prose, _ index: Int, _ parents: [Int], notes: NotePlace, headingShift: Int,
    section: Int?, to sink: inout Sink
  ) -> Bool {
    let node = prose.nodes[index]
    switch node.kind {
    case .paragraph: sink.append("\n\n")
    case .heading:
      // A heading without words cannot be one in a tagged document.
      guard !prose.plainText(in: (index + 1)..<Int(node.end)).isEmpty else { return true }
      sink.append("\n\n#part(")
      sink.append(min(6, Int(node.detail) + headingShift))
      sink.append(", none, [")
      write(
        prose, nodes: (index + 1)..<Int(node.end),
        notes: notes == .none || notes == .numbers ? notes : .heading,
        headingShift: 0, to: &sink)
      sink.append("])")
      if let section, !node.text.isEmpty {
        mark(headingLabel(prose.string(node.text), in: section), to: &sink)
      }
      sink.append("\n\n")
      return false
    case .blockQuote: sink.append("\n\n#quote(block: true)[")
    case .callOut:
      sink.append("\n\n#call-out([")
      let kind = CallOut(rawValue: node.detail) ?? .note
      let first = index + 1
      if first < Int(node.end), prose.nodes[first].kind == .callOutTitle {
        write(
          prose, nodes: (first + 1)..<Int(prose.nodes[first].end), notes: notes, headingShift: 0,
          to: &sink)
      } else {
        sink.append(typst: strings.callOut(kind))
      }
      sink.append("])[")
    case .callOutTitle: return false
    case .list:
      let style = ListStyle(rawValue: node.detail)
      if style.contains(.ordered) {
        sink.append("\n\n#enum(start: ")
        sink.append(Int(node.value))
        sink.append(", tight: ")
      } else {
        sink.append("\n\n#list(tight: ")
      }
      sink.append(style.contains(.tight) ? "true" : "false")
    case .item: sink.append(", [")
    case .codeBlock:
      sink.append("\n\n#raw(block: true, ")
      sink.append(typstCode: prose.string(node.text))
      sink.append(")\n\n")
      return false
    case .htmlBlock, .htmlInline: return false
    case .thematicBreak:
      sink.append("\n\n#align(center, line(length: 20%, stroke: hairline))\n\n")
      return false
    case .table:
      writeTable(prose, index, notes: notes, to: &sink)
      return false
    case .tableRow, .tableCell: return true
    case .figure:
      if let target = prose.references[Int(node.value)].target {
        figure(self, prose, index, target, &sink)
      }
      return false
    case .text:
      sink.append(typst: prose.string(node.text))
      return false
    case .softBreak:
      sink.append("#\" \";")
      return false
    case .lineBreak:
      sink.append("#linebreak();")
      return false
    case .code:
      sink.append("#raw(")
      sink.append(typstString: prose.string(node.text))
      sink.append(");")
      return false
    case .emphasis: sink.append("#emph[")
    case .strong: sink.append("#strong[")
    case .link:
      let address = self.address(of: node, prose.string(node.text))
      if let address {
        sink.append("#link(")
        sink.append(typstString: address, breaksWords: false)
        sink.append(")[")
      } else {
        sink.append("#[")
      }
      if Int(node.end) == index + 1 { sink.append(typst: prose.string(node.text)) }
    case .image:
      writePicture(prose, index, isAlone: isAlone(prose, index, parents), to: &sink)
      return false
    case .noteReference:
      guard node.value >= 0 else { return false }
      let follows = index > 0 && prose.nodes[index - 1].kind == .noteReference
      if follows, notes != .none, prose.nodes[index - 1].value >= 0 { sink.append(Self.comma) }
      writeNote(Int(node.value), notes, to: &sink)
      return false
    case .reference:
      writeReference(prose, index, notes: notes, to: &sink)
      return false
    }
    return true
  }

  private func leave(_ prose: Prose, _ index: Int, _ parents: [Int], to sink: inout Sink) {
    switch prose.nodes[index].kind {
    case .blockQuote, .callOut: sink.append("\n\n]\n\n")
    case .list: sink.append(")\n\n")
    case .item: sink.append("]")
    case .emphasis, .strong, .link: sink.append("];")
    case .paragraph: sink.append("\n\n")
    default: break
    }
  }

  // MARK: Notes

  func number(of note: Int) -> Int {
    guard let known = numbers else { return brief.notes[note].number }
    if let number = known[note] { return number }
    numbers?[note] = known.count + 1
    return known.count + 1
  }

  private func writeNote(_ note: Int, _ place: NotePlace, to sink: inout Sink) {
    guard brief.notes.indices.contains(note), place != .none else { return }
    if place == .numbers {
      sink.append(unsafe: "#super[\(strings.number(number(of: note)))];")
      return
    }
    // A note that refers to itself, or to one that refers to it, is not written into itself.
    guard openNotes.insert(note).inserted else { return reference(to: note, &sink) }
    defer { openNotes.remove(note) }
    let name = "n\(note)"
    if place != .front, labels.contains("\(prefix)-\(name)") {
      if place == .heading { sink.append("#heading-note[") }
      sink.append("#again(\"")
      sink.append(number(of: note), strings)
      sink.append("\", <")
      sink.append(unsafe: "\(prefix)-\(name)")
      sink.append(">);")
      if place == .heading { sink.append("];") }
      return
    }
    if place == .heading { sink.append("#heading-note[") }
    sink.append("#note(\"")
    sink.append(number(of: note), strings)
    sink.append("\")[")
    if place != .front { labels.insert("\(prefix)-\(name)") }
    writeBody(of: note, notes: place == .front ? .front : .text, to: &sink)
    sink.append("]")
    if place != .front {
      sink.append("<")
      sink.append(unsafe: "\(prefix)-\(name)")
      sink.append(">")
    }
    if place == .heading { sink.append("];") } else { sink.append("#\"\";") }
  }

  /// References to notes that data gives, after some words.
  func writeNotes(_ notes: [Int], after words: Prose, to sink: inout Sink) {
    let follows = words.nodes.last?.kind == .noteReference
    for (position, note) in notes.enumerated() {
      if position > 0 || follows { sink.append(Self.comma) }
      writeNote(note, .text, to: &sink)
    }
  }

  /// Between the numbers of notes that follow each other: 44,50 is not 4450.
  private static let comma: StaticString = "#super[,];"

  /// A note's text. Its first paragraph goes on the line that its number begins.
  func writeBody(of note: Int, notes: NotePlace, to sink: inout Sink) {
    let body = brief.notes[note].body
    var start = 0
    if let first = body.nodes.first, first.kind == .paragraph {
      start = Int(first.end)
      write(body, nodes: 1..<start, notes: notes, headingShift: 2, to: &sink)
    }
    write(body, nodes: start..<body.nodes.count, notes: notes, headingShift: 2, to: &sink)
  }

  /// A note's number alone, raised; a link where the document holds the note.
  private func reference(to note: Int, _ sink: inout Sink) {
    let number = "#super[\(strings.number(number(of: note)))];"
    sink.append(unsafe: label("n\(note)").map { "#link(<\($0)>)[\(number)];" } ?? number)
  }

  /// “3, 7”: numbers of notes, each a link where the document holds it.
  func noteNumbers(_ notes: [Int]) -> String {
    notes.map { note in
      let number = strings.number(self.number(of: note))
      return label("n\(note)").map { "#link(<\($0)>)[\(number)];" } ?? number
    }.joined(separator: ", ")
  }
}
