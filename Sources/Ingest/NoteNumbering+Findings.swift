internal import Diagnostics
internal import Markdown
internal import Model

// What is wrong with a brief's notes.

extension NoteNumbering {
  func reportUndefined(_ label: String, _ location: SourceLocation) {
    if log.isLeftOut(label) { return }
    log.error(
      "note-undefined", at: location, "the note “\(label)” is not defined",
      hint: log.didYouMean(label, among: definitions.lazy.map(\.label))
        ?? "define it at the start of a line: [^\(label)]: …")
  }

  /// What is shown apart from the text, and the imprint, has no place for notes.
  func reportNotes(in prose: Prose, _ file: String) {
    for node in prose.nodes where node.kind == .noteReference {
      let label = prose.string(node.text)
      log.error(
        "note-place",
        at: SourceLocation(file: file, position: node.position, length: label.utf8.count + 3),
        "no note can stand here, away from the text",
        hint: "refer to it in the abstract, the key findings or a section")
    }
  }

  /// A definition whose text is missing, or stands unindented below it.
  func reportEmpty() {
    for definition in definitions where definition.body.isEmpty {
      log.warning(
        "note-empty", at: definition.location, "the note “\(definition.label)” has no text",
        hint: "indent its lines by four spaces")
    }
  }

  func reportUnused() {
    // What refers to them may be left out, and they with it.
    if !isWhole {
      for index in definitions.indices where numbers[index] == nil {
        log.leaveOut(definitions[index].label)
      }
      return
    }
    for (index, definition) in definitions.enumerated() where numbers[index] == nil {
      log.warning(
        "note-unused", at: definition.location,
        "the note “\(definition.label)” is never referred to; it is left out",
        hint: "refer to it with [^\(definition.label)], or remove it")
      for node in definition.body.nodes where node.kind == .noteReference {
        let label = definition.body.string(node.text)
        if known[noteKey(label)] == nil {
          reportUndefined(
            label,
            SourceLocation(
              file: definition.location.file, position: node.position,
              length: label.utf8.count + 3))
        }
      }
    }
  }

  /// “Ibid.” stands for the note before it.
  func findAntecedents(_ brief: inout Brief) {
    for index in brief.notes.indices {
      guard Self.isIbid(brief.notes[index].body) else { continue }
      if index > 0 {
        brief.notes[index].antecedent = index - 1
      } else {
        log.warning(
          "ibid", at: brief.notes[index].location, "“Ibid.” has no note before it",
          hint: "name the source")
      }
    }
  }

  /// “Ibid., p. 4”, “Id.”, “المرجع نفسه”.
  private static func isIbid(_ note: Prose) -> Bool {
    // Most notes begin with another letter, and are not looked at further.
    for node in note.nodes where node.kind == .text || node.kind == .code || node.kind == .codeBlock
    {
      let letter = note.bytes[node.text.start..<node.text.end].first {
        $0 >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
      }
      guard let letter else { continue }
      if letter < 0x80, letter | 0x20 != UInt8(ascii: "i") { return false }
      break
    }
    let text = note.plainText
    let words = text.prefix(64).lowercased().split { !$0.isLetter }
    let rest = text.dropFirst(words.first?.count ?? 0)
    switch words.first {
    case "ibid", "ibidem", "idem": return text.first?.isLetter == true
    case "ib", "id": return text.first?.isLetter == true && (rest.isEmpty || rest.first == ".")
    case "المرجع", "المصدر":
      return words.count > 1 && ["نفسه", "السابق", "ذاته"].contains(words[1])
    default: return false
    }
  }

  /// Warns of notes that lead back to themselves.
  func reportCircles(_ notes: [Note]) {
    let leadsOn = notes.indices.contains { index in
      let nodes = notes[index].body.nodes
      return nodes.indices.contains { nodes[$0].kind == .noteReference }
    }
    guard leadsOn else { return }
    enum State { case new, open, done }
    var states = Array(repeating: State.new, count: notes.count)
    let edges = notes.map { note in
      note.body.nodes.filter { $0.kind == .noteReference && $0.value >= 0 }
    }
    for start in notes.indices where states[start] == .new {
      var stack = [(note: start, edge: 0)]
      states[start] = .open
      while let (note, edge) = stack.last {
        guard edge < edges[note].count else {
          states[note] = .done
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].edge += 1
        let reference = edges[note][edge]
        let next = Int(reference.value)
        switch states[next] {
        case .new:
          states[next] = .open
          stack.append((next, 0))
        case .open:
          log.add(
            Finding(
              .warning, "note-circle",
              at: SourceLocation(
                file: notes[note].location.file, position: reference.position,
                length: notes[next].label.utf8.count + 3),
              note == next
                ? "the note “\(notes[note].label)” refers to itself"
                : "the notes “\(notes[note].label)” and “\(notes[next].label)” refer to each other in a circle",
              hint: "leave one of the references out",
              related: [.init(notes[next].location, "“\(notes[next].label)” is defined here")]))
        case .done: break
        }
      }
    }
  }
}
