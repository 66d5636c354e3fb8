internal import Diagnostics
internal import Model

/// Compares a brief's notes, by label and by what they say.
struct NoteComparison {
  let old: Brief
  let new: Brief
  /// Indices of notes that are the same note.
  private(set) var pairs: [(old: Int, new: Int)] = []
  /// What the newer side calls records, notes among them, that the older one called otherwise.
  private(set) var renames: Renames
  private var mates: Set<Int> = []
  /// References that came and went, by label; those in blocks that stand on one side only too.
  private var came: [String: [Mark]] = [:]
  private var went: [String: [Mark]] = [:]
  private(set) var changedLabels: Set<String> = []
  /// What tells names in the notes' texts.
  var names: NameWords?

  /// A reference in the text.
  struct Mark {
    var mark: TextDifference.NoteMark
    var section: String?
    var location: SourceLocation
    /// The new block that it stands in, or that became of the one where it stood; -1 for none.
    var block: Int
  }

  /// - Parameter renames: of other records.
  init(old: Brief, new: Brief, renames: Renames = [:]) {
    self.old = old
    self.new = new
    self.renames = renames
    match()
    for pair in pairs {
      let labels = (old.notes[pair.old].label, new.notes[pair.new].label)
      if labels.0 != labels.1 { self.renames["note:\(labels.0)"] = labels.1 }
    }
    // One that is gone is not the one that has its label now.
    let labels = Set(new.notes.map(\.label))
    for (index, note) in old.notes.enumerated() where !mates.contains(index) {
      if labels.contains(note.label) {
        self.renames["gone:\(note.label)"] = "\(note.label) (gone)"
      }
    }
    findChanged()
  }

  /// Takes in what else has other names: the brief's own records.
  mutating func adopt(_ renames: Renames) {
    self.renames.merge(renames) { own, _ in own }
    findChanged()
  }

  private mutating func findChanged() {
    changedLabels = []
    let matched = Set(pairs.map(\.new))
    for (index, note) in new.notes.enumerated() where !matched.contains(index) {
      changedLabels.insert(note.label)
    }
    for pair in pairs where !hasSameBody(pair) && bodyDifference(pair).hasWording {
      changedLabels.insert(new.notes[pair.new].label)
    }
  }

  /// Notes with words for labels are the same by label, then by what they say. Numbers for labels say
  /// nothing: people count them anew. Those are the same by what they say and their order first.
  private mutating func match() {
    var mateOfNew: [Int: Int] = [:]
    func pair(_ x: Int, _ y: Int) {
      mateOfNew[y] = x
      mates.insert(x)
    }
    let byLabel = Dictionary(
      old.notes.enumerated().map { ($1.label, $0) }, uniquingKeysWith: { first, _ in first })
    let labels = Set(new.notes.map(\.label))
    for (index, note) in new.notes.enumerated() where !note.label.isCount {
      if let mate = byLabel[note.label] { pair(mate, index) }
    }
    let gone = old.notes.indices.filter {
      !mates.contains($0) && (old.notes[$0].label.isCount || !labels.contains(old.notes[$0].label))
    }
    let rest = new.notes.indices.filter { mateOfNew[$0] == nil }
    if !rest.isEmpty {
      let bodies = (gone.map { hash(of: old.notes[$0]) }, rest.map { hash(of: new.notes[$0]) })
      let difference = TokenDifference(bodies.0, bodies.1)
      for same in difference.kept { pair(gone[same.old], rest[same.new]) }
      var byBody: [Int: [Int]] = [:]
      for (index, body) in zip(gone, bodies.0).reversed() where !mates.contains(index) {
        byBody[body, default: []].append(index)
      }
      for (index, body) in zip(rest, bodies.1) where mateOfNew[index] == nil {
        if let mate = byBody[body]?.popLast() { pair(mate, index) }
      }
      for hunk in difference.hunks where hunk.old.count * hunk.new.count <= Self.mostToCompare {
        for index in rest[hunk.new] where mateOfNew[index] == nil {
          let free = gone[hunk.old].filter { !mates.contains($0) }
          let alike = free.map { ($0, likeness(old.notes[$0], new.notes[index])) }
          if let best = alike.max(by: { $0.1 < $1.1 }), best.1 >= 0.4 { pair(best.0, index) }
        }
      }
      for index in rest where mateOfNew[index] == nil {
        if let mate = byLabel[new.notes[index].label], !mates.contains(mate) { pair(mate, index) }
      }
    }
    pairs = mateOfNew.map { ($0.value, $0.key) }.sorted { $0.new < $1.new }
  }

  /// Pairs of notes that stand where others stood, beyond which none is compared with another.
  private static let mostToCompare = 400

  /// Dice's coefficient of their words.
  private func likeness(_ a: Note, _ b: Note) -> Double {
    let (x, y) = (tokens(of: a.body).map(\.key), tokens(of: b.body).map(\.key))
    guard !x.isEmpty, !y.isEmpty else { return 0 }
    let common = commonCount(x.sorted(), y.sorted())
    // What a few words have in common tells little.
    return common < 4 ? 0 : 2 * Double(common) / Double(x.count + y.count)
  }

  private func hash(of note: Note) -> Int {
    var hasher = Hasher()
    for token in tokens(of: note.body) { hasher.combine(token.key) }
    return hasher.finalize()
  }

  mutating func add(came marks: [Mark]) {
    for mark in marks { came[mark.mark.label, default: []].append(mark) }
  }

  mutating func add(went marks: [Mark]) {
    for mark in marks { went[mark.mark.label, default: []].append(mark) }
  }

  /// The same to the last mark and place: nothing to compare.
  private func hasSameBody(_ pair: (old: Int, new: Int)) -> Bool {
    renames.isEmpty && old.notes[pair.old].body == new.notes[pair.new].body
  }

  private func bodyDifference(_ pair: (old: Int, new: Int)) -> TextDifference {
    TextDifference(
      tokens(of: old.notes[pair.old].body, renames: renames),
      tokens(of: new.notes[pair.new].body), names: names)
  }

  mutating func changes() -> [Change] {
    var changes: [Change] = []
    let differences = pairs.map { hasSameBody($0) ? TextDifference([], []) : bodyDifference($0) }
    for (pair, difference) in zip(pairs, differences) { addMarks(difference, pair) }
    for (pair, difference) in zip(pairs, differences) {
      let (before, after) = (old.notes[pair.old], new.notes[pair.new])
      changes += noteChange(difference, before, after)
      changes += references(of: after, before)
    }
    let matched = Set(pairs.map(\.new))
    for (index, note) in new.notes.enumerated() where !matched.contains(index) {
      var change = Change(.inserted, .note, "note \(note.label)")
      let text = tokens(of: note.body)
      change.words.inserted = wordCount(text)
      change.text = [.init(kind: .inserted, text: Review.text(of: text))]
      change.location.new = note.location
      if let mark = came[note.label]?.first { place(&change, at: mark) }
      changes.append(change)
    }
    let lost = lostReferences
    for (index, note) in old.notes.enumerated() where !mates.contains(index) {
      let text = tokens(of: note.body)
      var change = Change(.deleted, .note, "note \(note.label)")
      change.words.deleted = wordCount(text)
      change.text = [.init(kind: .deleted, text: Review.text(of: text))]
      change.location.old = note.location
      if let mark = went[renames.note(note.label)]?.first {
        change.section = mark.section
        if !mark.mark.context.isEmpty { change.remark = "it stood after “\(mark.mark.context)”" }
      }
      if lost[note.label] != nil { change.remark = "the text still refers to it" }
      changes.append(change)
    }
    for (label, location) in lost.sorted(by: { $0.key < $1.key }) {
      var change = Change(.broken, .noteReference, "[^\(label)] refers to no note")
      change.location.new = location
      changes.append(change)
    }
    return changes
  }

  /// References in notes to other notes.
  private mutating func addMarks(_ difference: TextDifference, _ pair: (old: Int, new: Int)) {
    func marks(_ marks: [TextDifference.NoteMark], _ note: Note) -> [Mark] {
      marks.map { mark in
        // Blocks of the text count from 0.
        Mark(
          mark: mark, section: nil,
          location: SourceLocation(
            file: note.location.file, line: Int(mark.line), column: 1), block: -2 - pair.new)
      }
    }
    add(came: marks(difference.notesIn, new.notes[pair.new]))
    add(went: marks(difference.notesOut, old.notes[pair.old]))
  }

  private func noteChange(
    _ difference: TextDifference, _ before: Note, _ after: Note
  ) -> [Change] {
    var changes: [Change] = []
    var change = Change(.edited, .note, "note \(after.label)")
    change.location = .init(old: before.location, new: after.location)
    if difference.hasWording || difference.hasTypography {
      change.words = difference.words
      change.text = difference.fragments
      change.claims = difference.claims
      if !difference.hasWording { change.weight = .typography }
    }
    if before.label != after.label, !(before.label.isCount && after.label.isCount) {
      change.fields.append(.init(name: "label", old: before.label, new: after.label))
    }
    let antecedents = (
      before.antecedent.map { old.notes[$0].label }.map { renames.note($0) },
      after.antecedent.map { new.notes[$0].label }
    )
    if antecedents.0 != antecedents.1 {
      change.fields.append(.init(name: "“Ibid.” means", old: antecedents.0, new: antecedents.1))
      change.weight = .meaning
    }
    if !change.text.isEmpty || !change.fields.isEmpty { changes.append(change) }
    for link in difference.links { changes.append(linkChange(link, change.location, nil)) }
    return changes
  }

  /// References that came, went, or went elsewhere.
  private func references(of note: Note, _ before: Note) -> [Change] {
    var (gone, added) = (went[note.label] ?? [], came[note.label] ?? [])
    var changes: [Change] = []
    // Those that went along with the words before them are where they were.
    for index in added.indices.reversed() {
      let words = added[index].mark.context
      guard words.split(separator: " ").count > 2,
        let mate = gone.firstIndex(where: { $0.mark.context == words })
      else { continue }
      added.remove(at: index)
      gone.remove(at: mate)
    }
    while let from = gone.first, let to = added.first {
      gone.removeFirst()
      added.removeFirst()
      var change = Change(.moved, .note, "note \(note.label)")
      change.location = .init(old: from.location, new: to.location)
      change.section = to.section
      if isAtSamePlace(from, to) {
        change.weight = .typography
        change.remark = "its number stands elsewhere among the marks of punctuation"
      } else {
        change.remark =
          "from after “\(from.mark.context)” to after “\(to.mark.context)”"
      }
      changes.append(change)
    }
    // What stands in a text that came or went as a whole came or went with it.
    added.removeAll { $0.block == -1 }
    gone.removeAll { $0.block == -1 }
    for (kind, marks) in [(Change.Kind.inserted, added), (.deleted, gone)] {
      for mark in marks {
        var change = Change(kind, .noteReference, "reference to note \(note.label)")
        if kind == .inserted {
          place(&change, at: mark)
        } else {
          change.location.old = mark.location
          change.section = mark.section
          change.remark = "it stood after “\(mark.mark.context)”"
        }
        changes.append(change)
      }
    }
    return changes
  }

  private func isAtSamePlace(_ from: Mark, _ to: Mark) -> Bool {
    guard from.block == to.block, from.block != -1, from.mark.keptWords == to.mark.keptWords else {
      return false
    }
    let (x, y) = (from.mark.context, to.mark.context)
    return x.split(separator: " ").last == y.split(separator: " ").last || y.hasPrefix(x)
      || x.hasPrefix(y)
  }

  private func place(_ change: inout Change, at mark: Mark) {
    change.section = mark.section
    if change.target == .noteReference { change.location.new = mark.location }
    if !mark.mark.context.isEmpty { change.remark = "it stands after “\(mark.mark.context)”" }
  }

  // MARK: References to no note

  /// The first place of each label that lost its note.
  private var lostReferences: [String: SourceLocation] {
    let before = Set(Self.unresolved(old).map(\.label))
    return Dictionary(
      Self.unresolved(new).lazy.filter { !before.contains($0.label) }.map {
        ($0.label, $0.location)
      },
      uniquingKeysWith: { first, _ in first })
  }

  private static func unresolved(_ brief: Brief) -> [(label: String, location: SourceLocation)] {
    var found: [(String, SourceLocation)] = []
    func look(_ prose: Prose, _ file: String) {
      for node in prose.nodes where node.kind == .noteReference && node.value < 0 {
        found.append((prose.string(node.text), SourceLocation(file: file, position: node.position)))
      }
    }
    for section in brief.sections {
      look(section.heading, section.file)
      look(section.body, section.file)
    }
    look(brief.abstract, brief.file)
    for finding in brief.keyFindings { look(finding, brief.file) }
    for note in brief.notes { look(note.body, note.location.file) }
    return found
  }
}

extension String {
  /// Whether it is a number that counts, and no name: “12”.
  fileprivate var isCount: Bool { !isEmpty && utf8.allSatisfy { (48...57).contains($0) } }
}
