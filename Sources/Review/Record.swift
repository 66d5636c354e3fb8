internal import Diagnostics
internal import Model

/// A record as an editor sees it: named fields in order.
struct Record {
  struct Field {
    var name: String
    var tokens: [Token]
    /// The keys of the file that give it, with `/` between them, where its name is not that key.
    var key: String?
  }

  var id: String
  /// Keys that lead to it in its file of YAML; none where the file is all its own.
  var keys: [String]
  private(set) var fields: [Field] = []
  /// Where it stands in a file that has no keys.
  var location: SourceLocation?
  private let renames: Renames

  init(_ id: String, _ renames: Renames = [:], keys: [String]? = nil) {
    self.id = id
    self.keys = keys ?? [id]
    self.renames = renames
  }

  mutating func add(_ name: String, _ text: String?, key: String? = nil) {
    guard let text, !text.isEmpty else { return }
    fields.append(Field(name: name, tokens: tokens(of: text), key: key))
  }

  mutating func add(_ name: String, _ prose: Prose, key: String? = nil) {
    guard !prose.isEmpty else { return }
    fields.append(Field(name: name, tokens: tokens(of: prose, renames: renames), key: key))
  }

  mutating func add(_ name: String, _ list: [String], key: String? = nil) {
    add(name, list.joined(separator: ", "), key: key)
  }

  mutating func add(_ name: String, _ localized: LocalizedName?) {
    for entry in localized?.names ?? [] {
      let field = entry.language.isEmpty ? name : "\(name) (\(entry.language))"
      add(field, entry.text, key: name)
    }
  }

  mutating func remove(where isUnwanted: (_ name: String) -> Bool) {
    fields.removeAll { isUnwanted($0.name) }
  }

  /// Things of one kind, each under what it is called: “route from a to b”.
  mutating func add(
    _ kind: String, _ things: [(name: String, text: String)], key: String
  ) {
    var seen: [String: Int] = [:]
    for (index, thing) in things.enumerated() {
      seen[thing.name, default: 0] += 1
      let count = seen[thing.name] ?? 1
      let name = count > 1 ? "\(thing.name) (\(count))" : thing.name
      add(
        "\(kind) \(name)", thing.text.isEmpty ? "yes" : thing.text, key: "\(key)/\(index)")
    }
  }

  typealias Difference = (
    field: Change.Field, words: Change.Words, isTypography: Bool, claims: [Change.Claim]
  )

  /// Values begin with capitals as sentences do: what no capital inside one tells is not known here.
  private static var names: NameWords { NameWords(texts: { [] }, records: { [] }) }

  /// The note that a record names for what it says.
  fileprivate var note: String? {
    fields.first { $0.name == "note" || $0.name == "notes" }?.tokens.first { $0.isWord }?.text
  }

  /// Field by field, in the order of the newer record, those that it lost last.
  func differences(from new: Record) -> [Difference] {
    let mine = Dictionary(fields.map { ($0.name, $0.tokens) }, uniquingKeysWith: { a, _ in a })
    let names = Set(new.fields.map(\.name))
    var found: [Difference] = []
    for field in new.fields {
      let (name, after) = (field.name, field.tokens)
      let before = mine[name]
      let difference = TextDifference(before ?? [], after, names: before == nil ? nil : Self.names)
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
          before != nil && !difference.hasWording && !hasLinks && !hasNotes, difference.claims
        ))
    }
    for field in fields where !names.contains(field.name) {
      found.append(
        (
          .init(name: field.name, old: text(of: field.tokens), new: nil),
          .init(inserted: 0, deleted: wordCount(field.tokens)), false, []
        ))
    }
    return found
  }
}

/// “+12”, where both are numbers.
func numericDifference(_ old: String, _ new: String) -> String? {
  func number(_ text: String) -> Double? {
    let plain = text.filter { !" \u{A0}\u{202F}".contains($0) }
    guard let first = plain.first, first.isNumber || first == "-" else { return nil }
    let groups = plain.split(separator: ",", omittingEmptySubsequences: false)
    // A comma parts thousands, or it is one that begins what is less than one.
    let areThousands = groups.dropFirst().allSatisfy { group in
      group.prefix { $0 != "." }.count == 3
    }
    if groups.count == 2, !areThousands { return Double(groups.joined(separator: ".")) }
    return areThousands ? Double(groups.joined()) : nil
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

/// Compares records by their ids, and those under another id by what they say.
///
/// - Parameters:
///   - name: a word for the id, where it may change: “id”; `nil` where it says itself what it is.
func recordChanges(
  _ target: Change.Target, _ old: [Record], _ new: [Record], _ files: (old: String, new: String),
  subject: String? = nil, id name: String? = "id"
) -> [Change] {
  let subject = subject ?? target.rawValue
  let renamed = renamedRecords(old, new)
  let known = Dictionary(
    old.map { (renamed[$0.id] ?? $0.id, $0) }, uniquingKeysWith: { first, _ in first })
  let ids = Set(new.map(\.id))
  var changes: [Change] = []
  func change(_ kind: Change.Kind, _ before: Record?, _ after: Record?) -> Change {
    var change = Change(kind, target, "\(subject) \((after ?? before)?.id ?? "")")
    if let before {
      change.location.old = before.location ?? SourceLocation(file: files.old)
      change.location.oldKeys = before.keys
    }
    if let after {
      change.location.new = after.location ?? SourceLocation(file: files.new)
      change.location.newKeys = after.keys
    }
    return change
  }
  func oneSided(_ record: Record, _ kind: Change.Kind) -> Change {
    let isNew = kind == .inserted
    var change = change(kind, isNew ? nil : record, isNew ? record : nil)
    let words = record.fields.reduce(0) { $0 + wordCount($1.tokens) }
    for field in record.fields {
      let value = text(of: field.tokens)
      change.fields.append(
        .init(name: field.name, old: isNew ? nil : value, new: isNew ? value : nil))
    }
    if isNew { change.words.inserted = words } else { change.words.deleted = words }
    return change
  }
  for record in new {
    guard let before = known[record.id] else {
      changes.append(oneSided(record, .inserted))
      continue
    }
    let differences = before.differences(from: record)
    let isRenamed = name != nil && before.id != record.id
    guard !differences.isEmpty || isRenamed else { continue }
    var change = change(.edited, before, record)
    if let name, isRenamed {
      change.fields = [.init(name: name, old: before.id, new: record.id)]
      change.words = TextDifference(tokens(of: before.id), tokens(of: record.id)).words
    }
    change.fields += differences.map(\.field)
    // The place of the field that changed is nearer than the record's.
    if change.fields.count == 1 || record.keys.isEmpty, let name = change.fields.first?.name {
      let field = (record.fields + before.fields).first { $0.name == name }
      let keys = (field?.key ?? name).split(separator: "/").map(String.init)
      change.location.oldKeys += keys
      change.location.newKeys += keys
    }
    for difference in differences {
      if target.makesClaims {
        change.claims += difference.claims.map { claim in
          var claim = claim
          claim.note = claim.note ?? record.note
          return claim
        }
      }
      change.words.inserted += difference.words.inserted
      change.words.deleted += difference.words.deleted
    }
    if !isRenamed, differences.allSatisfy(\.isTypography) { change.weight = .typography }
    changes.append(change)
  }
  for record in old where !ids.contains(renamed[record.id] ?? record.id) {
    changes.append(oneSided(record, .deleted))
  }
  return changes
}

/// Records that stand under another id, known by what else they say: new ids by old.
///
/// Two are the same if all their fields but one are, at least two fields or five words, and that one says
/// something alike or is as short as a name.
func renamedRecords(_ old: [Record], _ new: [Record]) -> [String: String] {
  let (oldIDs, newIDs) = (Set(old.map(\.id)), Set(new.map(\.id)))
  var gone = old.filter { !newIDs.contains($0.id) }
  var came = new.filter { !oldIDs.contains($0.id) }
  var renamed: [String: String] = [:]
  for isWhole in [true, false] where !gone.isEmpty && !came.isEmpty {
    var known: [Int: Record] = [:]
    for record in gone.reversed() {
      for key in record.keys(isWhole: isWhole) { known[key] = record }
    }
    for record in came {
      let mates = record.keys(isWhole: isWhole).lazy.compactMap { known[$0] }
      guard let mate = mates.first(where: { renamed[$0.id] == nil && $0.isLike(record) }) else {
        continue
      }
      renamed[mate.id] = record.id
    }
    let taken = Set(renamed.values)
    gone.removeAll { renamed[$0.id] != nil }
    came.removeAll { taken.contains($0.id) }
  }
  return renamed
}

/// The same for links, `place:dhiban`; the records are asked for only where ids came and ids went.
func renames(
  of kind: String, _ ids: (old: [String], new: [String]),
  _ records: () -> (old: [Record], new: [Record])
) -> Renames {
  let (before, after) = (Set(ids.old), Set(ids.new))
  if before.isSubset(of: after) || after.isSubset(of: before) { return [:] }
  let (old, new) = records()
  let pairs = renamedRecords(old, new).map { ("\(kind):\($0.key)", $0.value) }
  return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
}

extension Record {
  /// Whether fields that differ may be two versions of one: as short as a name, or with words in common.
  fileprivate func isLike(_ other: Record) -> Bool {
    fields.allSatisfy { field in
      guard let mate = other.fields.first(where: { $0.name == field.name }) else { return true }
      let (x, y) = (field.tokens.map(\.key), mate.tokens.map(\.key))
      if x == y || max(wordCount(field.tokens), wordCount(mate.tokens)) <= 3 { return true }
      return Double(commonCount(x.sorted(), y.sorted())) >= 0.2 * Double(x.count + y.count)
    }
  }

  /// Hashes of all its fields, or of all but one each; none where that is too little to know it by.
  fileprivate func keys(isWhole: Bool) -> [Int] {
    let hashes = fields.map { field in
      var hasher = Hasher()
      hasher.combine(field.name)
      for token in field.tokens { hasher.combine(token.key) }
      return hasher.finalize()
    }
    let counts = fields.map { wordCount($0.tokens) }
    let (total, words) = (hashes.reduce(0, &+), counts.reduce(0, +))
    func isEnough(_ fields: Int, _ words: Int) -> Bool { fields > 0 && (fields > 1 || words > 4) }
    if isWhole { return isEnough(fields.count, words) ? [total] : [] }
    return fields.indices.compactMap { index in
      isEnough(fields.count - 1, words - counts[index]) ? total &- hashes[index] : nil
    }
  }
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

extension Change.Target {
  /// Whether a record of it states something: what lies where on a map is told in words of its own.
  fileprivate var makesClaims: Bool {
    switch self {
    case .tableRow, .event, .actor, .term, .person, .metadata, .source: true
    default: false
    }
  }
}
