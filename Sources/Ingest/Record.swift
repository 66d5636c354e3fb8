internal import Diagnostics
internal import Markdown
internal import Yams

/// A mapping of YAML, read key by key. What is missing or wrong becomes a finding at its place.
struct Record {
  /// Where the YAML stands.
  struct Origin {
    var file: SourceFile
    let linesBefore: Int
    let log: FindingLog
    /// The line from which on it is a translation; `nil` where nothing of it is.
    var translation: Int?
    /// The language of what is no translation, where that is not the one that is read.
    var fallbackLanguage: String?
    /// What becomes of raw HTML in the values' Markdown.
    var rawHTML = RawHTML.refused

    func location(_ mark: Mark?, length: Int = 1) -> SourceLocation {
      guard let mark else { return file.location(line: linesBefore + 1) }
      let line = mark.line + linesBefore
      return file.location(
        line: line, column: file.byteColumn(line: line, character: mark.column), length: length)
    }
  }

  /// A name given as a value, and where.
  struct Name {
    var text: String
    let origin: Origin
    let mark: Mark?

    var location: SourceLocation { origin.location(mark, length: max(1, text.utf8.count)) }
  }

  let mapping: Node.Mapping
  /// Its keys' texts, in their order: comparing nodes takes far longer.
  private let names: [String?]
  let origin: Origin
  private let mark: Mark?

  init(_ mapping: Node.Mapping, _ origin: Origin, at mark: Mark? = nil) {
    let merged = mapping.merged
    self.mapping = merged
    names = merged.map(\.key.string)
    self.origin = origin
    self.mark = mark ?? mapping.mark
  }

  var location: SourceLocation { origin.location(mark) }

  /// Whether anything that it says is a translation.
  var isTranslated: Bool {
    origin.translation.map { line in mapping.contains { Self.isTranslated($0.value, from: line) } }
      ?? false
  }

  /// Keys whose values are also kept as they stood before their translation.
  static let keptKeys: Set<String> = ["kind", "category", "series", "topics", "authors"]

  /// A key that no YAML has.
  static func ownKey(_ key: String) -> String { "\u{0}own \(key)" }

  /// What a key gives in the language that the record is written in.
  func ownText(_ key: String) -> String? { text(Self.ownKey(key)) ?? text(key) }

  /// The language of its texts, where that is not the one that is read.
  var language: String? {
    origin.fallbackLanguage.flatMap { isTranslated ? nil : $0 }
  }

  private static func isTranslated(_ node: Node, from line: Int) -> Bool {
    switch node {
    case .scalar(let scalar): scalar.mark.map { $0.line >= line } ?? false
    case .mapping(let mapping): mapping.contains { isTranslated($0.value, from: line) }
    case .sequence(let items): items.contains { isTranslated($0, from: line) }
    case .alias: false
    }
  }

  var log: FindingLog { origin.log }
  var keys: [String] { names.compactMap(\.self) }

  private func entry(_ key: String) -> (key: Node, value: Node)? {
    names.firstIndex(of: key).map { mapping[mapping.startIndex + $0] }
  }

  /// Warns of keys that are not among those known.
  func expect(_ known: String...) {
    for (key, name) in zip(mapping.keys, names) {
      let name = name ?? ""
      if known.contains(name) || name == AudienceFilter.key || name.utf8.first == 0 { continue }
      // A slip here would publish what is not to be published.
      if nearestName(to: name, among: [AudienceFilter.key]) != nil {
        log.error(
          "unknown-key", at: origin.location(key.mark, length: name.utf8.count),
          "the key “\(name)” is not known here", hint: "did you mean “audience”?")
        continue
      }
      log.warning(
        "unknown-key", at: origin.location(key.mark, length: name.utf8.count),
        "the key “\(name)” is not known here; it is left out",
        hint: log.didYouMean(name, among: known)
          ?? "known keys are \(known.joined(separator: ", "))")
    }
  }

  func node(_ key: String) -> Node? {
    guard let node = entry(key)?.value else { return nil }
    if case .scalar(let scalar) = node, scalar.style == .plain,
      scalar.string.isEmpty || scalar.string == "~" || scalar.string == "null"
    {
      return nil
    }
    return node
  }

  func has(_ key: String) -> Bool { node(key) != nil }

  func location(of key: String) -> SourceLocation {
    entry(key).map {
      origin.location($0.value.mark, length: max(1, $0.value.string?.utf8.count ?? 1))
    } ?? location
  }

  func wrongType(_ key: String, _ expected: String) {
    log.error("yaml-type", at: location(of: key), "“\(key)” must be \(expected)")
  }
}

extension Node.Mapping {
  /// With what its merge keys (`<<`) name; its own keys come first, then those of earlier maps.
  var merged: Node.Mapping {
    guard let value = first(where: { $0.key.string == "<<" })?.value else { return self }
    var result: [(Node, Node)] = filter { $0.key.string != "<<" }.map { ($0.key, $0.value) }
    var known = Set(result.compactMap(\.0.string))
    for case .mapping(let other) in value.sequence.map(Array.init) ?? [value] {
      for (key, value) in other.merged where known.insert(key.string ?? "").inserted {
        result.append((key, value))
      }
    }
    return Node.Mapping(result, tag, style, mark)
  }
}
