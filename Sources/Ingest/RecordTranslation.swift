internal import Diagnostics
internal import Model
internal import Yams

/// Puts a record's translations in the place of what they translate.
///
/// What is read is one text: the record's file and after it those of its translations. Places in it are
/// lines of that text, and `FindingLog` knows which file each belongs to.
struct RecordTranslation {
  let language: String
  private let edition: Edition
  private(set) var record: Record
  private var log: FindingLog { record.log }

  /// Keys of which addresses and links are made.
  private static let addressKeys: Set = ["slug", "id", "aliases"]

  init(of record: Record, into language: String, edition: Edition) {
    self.edition = edition
    self.record = record
    self.language = language
  }

  /// Adds what another file says, all of it or its front matter: what stands there counts.
  ///
  /// - Returns: its keys.
  @discardableResult
  mutating func add(_ file: SourceFile) -> [String] {
    guard file.name.hasSuffix(".md") else { return add(file, file.bytes[...]) }
    guard case .lines(let last) = FrontMatter.extent(in: file) else { return [] }
    // The line that opens it counts as one more that is blank.
    return add(file, [0x0A] + file.bytes[file.line(2).lowerBound..<file.line(last).lowerBound])
  }

  private mutating func add(_ file: SourceFile, _ yaml: ArraySlice<UInt8>) -> [String] {
    var origin = record.origin
    let joined = JoinedFile(origin.file, file)
    log.join(file.name, to: origin.file.name, after: joined.lines)
    // Read as if the lines of what stands before it were blank, so that places are those of the whole.
    let blank = [UInt8](repeating: 0x0A, count: max(0, joined.lines - origin.linesBefore))
    guard
      let other = YAMLReader(file: joined.file, log: log)
        .record(blank + yaml, linesBefore: origin.linesBefore)
    else { return [] }
    guard let shown = shown(other.mapping, other.origin) else { return [] }
    origin.file = joined.file
    origin.translation = origin.translation ?? joined.lines + 1 - origin.linesBefore
    record = Record(merge(record.mapping, shown, origin, isWhole: true), origin)
    return shown.compactMap(\.key.string)
  }

  /// What an edition has of a translation: what it leaves out stands in the language that it is written in. Items
  /// of lists are told apart by their order, and left out when they are merged.
  private func shown(_ mapping: Node.Mapping, _ origin: Record.Origin) -> Node.Mapping? {
    guard edition.audience != nil else { return mapping }
    guard AudienceFilter(edition: edition, origin: origin).includes(mapping.merged) else {
      return nil
    }
    let shown = mapping.compactMap { key, value -> (Node, Node)? in
      guard case .mapping(let inner) = value else { return (key, value) }
      return self.shown(inner, origin).map { (key, .mapping($0)) }
    }
    return Node.Mapping(shown, mapping.tag, mapping.style, mapping.mark)
  }

  /// Adds what another part of the same file says.
  ///
  /// - Returns: its keys.
  mutating func add(_ other: Node.Mapping) -> [String] {
    guard let shown = shown(other, record.origin) else { return [] }
    record = Record(
      merge(record.mapping, shown, record.origin, isWhole: true), record.origin)
    return shown.compactMap(\.key.string)
  }

  private func merge(
    _ base: Node.Mapping, _ other: Node.Mapping, _ origin: Record.Origin, isWhole: Bool = false
  ) -> Node.Mapping {
    var pairs = base.map { ($0.key, $0.value) }
    let places = Dictionary(
      pairs.enumerated().map { ($1.0.string ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    for (key, value) in other {
      let name = key.string ?? ""
      if isWhole, Self.addressKeys.contains(name), value.mapping == nil {
        log.warning(
          "translates-nothing", at: origin.location(key.mark, length: max(1, name.utf8.count)),
          "a page has one address in all languages; “\(name)” is left out",
          hint: "give it in the file that this translates")
        continue
      }
      guard let place = places[name] else {
        if value.mapping != nil || value.sequence != nil {
          log.warning(
            "translates-nothing", at: origin.location(key.mark, length: max(1, name.utf8.count)),
            "there is no “\(name)” that this would translate; it is left out",
            hint: log.didYouMean(name, among: places.keys))
        } else {
          pairs.append((key, value))
        }
        continue
      }
      // What a translation says otherwise still decides how a thing is drawn and cited.
      if Record.keptKeys.contains(name), pairs[place].1.mapping == nil, value.mapping == nil {
        pairs.append((Node(stringLiteral: Record.ownKey(name)), pairs[place].1))
      }
      pairs[place].1 = merge(pairs[place].1, value, origin, key)
    }
    return Node.Mapping(pairs, base.tag, base.style, base.mark)
  }

  private func merge(_ base: Node, _ other: Node, _ origin: Record.Origin, _ key: Node) -> Node {
    switch (base, other) {
    case (.mapping(let base), .mapping(let other)):
      return .mapping(merge(base, other, origin))
    case (.mapping(let names), .scalar):
      // One name more, of names by language.
      let rest = names.filter { $0.key.string != language }.map { ($0.key, $0.value) }
      let tag = Node.scalar(Node.Scalar(language, .implicit, .any, other.mark))
      return .mapping(Node.Mapping(rest + [(tag, other)], names.tag, names.style, names.mark))
    case (.sequence(let items), .sequence(let others)):
      guard items.contains(where: { $0.mapping != nil }) else { return other }
      guard items.count == others.count else {
        log.error(
          "translation", at: origin.location(other.mark),
          "“\(key.string ?? "")” has \(items.count) items, and its translation \(others.count)",
          hint: "give as many, in the same order")
        return base
      }
      let merged = zip(items, others).map { merge($0, $1, origin, key) }
      return .sequence(Node.Sequence(merged, items.tag, items.style, items.mark))
    default: return other
    }
  }
}

/// A text of two files, and how many lines the first has.
private struct JoinedFile {
  let file: SourceFile
  let lines: Int

  init(_ first: SourceFile, _ second: SourceFile) {
    var bytes = first.bytes
    if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
    lines = bytes.withUnsafeBufferPointer { buffer in
      var starts = [0]
      _ = addLineStarts(of: buffer, from: 0, to: &starts, upTo: .max)
      return starts.count - 1
    }
    file = SourceFile(name: first.name, bytes: bytes + second.bytes)
  }
}
