internal import Diagnostics
internal import Model

/// A record as an editor sees it: named fields in order.
struct Record {
  var id: String
  var fields: [(name: String, tokens: [Token])] = []

  init(_ id: String) { self.id = id }

  mutating func add(_ name: String, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    fields.append((name, tokens(of: text)))
  }

  mutating func add(_ name: String, _ prose: Prose) {
    guard !prose.isEmpty else { return }
    fields.append((name, tokens(of: prose)))
  }

  mutating func add(_ name: String, _ list: [String]) {
    add(name, list.joined(separator: ", "))
  }

  mutating func add(_ name: String, _ localized: LocalizedName?) {
    for entry in localized?.names ?? [] {
      add(entry.language.isEmpty ? name : "\(name) (\(entry.language))", entry.text)
    }
  }

  typealias Difference = (field: Change.Field, words: Change.Words, isTypography: Bool)

  /// Field by field, in the order of the newer record, those that it lost last.
  func differences(from new: Record) -> [Difference] {
    let mine = Dictionary(fields.map { ($0.name, $0.tokens) }, uniquingKeysWith: { a, _ in a })
    let names = Set(new.fields.map(\.name))
    var found: [Difference] = []
    for (name, after) in new.fields {
      let before = mine[name]
      let difference = TextDifference(before ?? [], after)
      let hasLinks = !difference.links.isEmpty
      let hasNotes = !difference.notesIn.isEmpty || !difference.notesOut.isEmpty
      guard
        before == nil || difference.hasWording || difference.hasTypography || hasLinks || hasNotes
      else { continue }
      let (a, b) = (before.map { text(of: $0) }, text(of: after))
      let ends = hasLinks && a == b
      found.append(
        (
          .init(
            name: name,
            old: ends ? difference.links.map { $0.old ?? "" }.joined(separator: " ") : a,
            new: ends ? difference.links.map { $0.new ?? "" }.joined(separator: " ") : b,
            difference: a.flatMap { numericDifference($0, b) }), difference.words,
          before != nil && !difference.hasWording && !hasLinks && !hasNotes
        ))
    }
    for (name, before) in fields where !names.contains(name) {
      found.append(
        (
          .init(name: name, old: text(of: before), new: nil),
          .init(inserted: 0, deleted: wordCount(before)), false
        ))
    }
    return found
  }
}

/// “+12”, where both are numbers.
func numericDifference(_ old: String, _ new: String) -> String? {
  func number(_ text: String) -> Double? {
    let plain = text.filter { !", \u{A0}\u{202F}".contains($0) }
    guard let first = plain.first, first.isNumber || first == "-" else { return nil }
    return Double(plain)
  }
  guard let a = number(old), let b = number(new), a != b, a.isFinite, b.isFinite else { return nil }
  let difference = b - a
  let rounded = (difference * 1_000_000).rounded() / 1_000_000
  let text =
    rounded == rounded.rounded() && abs(rounded) < 1e15 ? "\(Int(rounded))" : "\(rounded)"
  return difference > 0 ? "+" + text : text.replacingMinus
}

extension String {
  fileprivate var replacingMinus: String { hasPrefix("-") ? "−" + dropFirst() : self }
}

/// Compares records by their ids.
func recordChanges(
  _ target: Change.Target, _ old: [Record], _ new: [Record], _ files: (old: String, new: String),
  subject: String? = nil
) -> [Change] {
  let subject = subject ?? target.rawValue
  let known = Dictionary(old.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
  let ids = Set(new.map(\.id))
  var changes: [Change] = []
  func oneSided(_ record: Record, _ kind: Change.Kind) -> Change {
    var change = Change(kind, target, "\(subject) \(record.id)")
    let words = record.fields.reduce(0) { $0 + wordCount($1.tokens) }
    for (name, tokens) in record.fields {
      let value = text(of: tokens)
      change.fields.append(
        .init(
          name: name, old: kind == .deleted ? value : nil, new: kind == .inserted ? value : nil))
    }
    if kind == .deleted {
      change.words.deleted = words
      change.location.old = SourceLocation(file: files.old)
    } else {
      change.words.inserted = words
      change.location.new = SourceLocation(file: files.new)
    }
    return change
  }
  for record in new {
    guard let before = known[record.id] else {
      changes.append(oneSided(record, .inserted))
      continue
    }
    let differences = before.differences(from: record)
    guard !differences.isEmpty else { continue }
    var change = Change(.edited, target, "\(subject) \(record.id)")
    change.fields = differences.map(\.field)
    for difference in differences {
      change.words.inserted += difference.words.inserted
      change.words.deleted += difference.words.deleted
    }
    if differences.allSatisfy(\.isTypography) { change.weight = .typography }
    change.location = .init(
      old: SourceLocation(file: files.old), new: SourceLocation(file: files.new))
    changes.append(change)
  }
  for record in old where !ids.contains(record.id) { changes.append(oneSided(record, .deleted)) }
  return changes
}

/// Pairs of lists without what stands in both, by id, just as it is.
///
/// - Parameter isComparable: whether indices mean the same on both sides.
func differing<Value: Equatable>(
  _ old: [Value], _ new: [Value], isComparable: Bool, id: (Value) -> String
) -> (old: [Value], new: [Value]) {
  guard isComparable else { return (old, new) }
  let known = Dictionary(old.map { (id($0), $0) }, uniquingKeysWith: { a, _ in a })
  let same = Set(new.filter { known[id($0)] == $0 }.map { id($0) })
  return (old.filter { !same.contains(id($0)) }, new.filter { !same.contains(id($0)) })
}
