internal import Diagnostics
internal import Markdown
internal import Model
internal import Yams

/// A mapping of YAML, read key by key. What is missing or wrong becomes a finding at its place.
struct Record {
  /// Where the YAML stands.
  struct Origin {
    let file: SourceFile
    let linesBefore: Int
    let log: FindingLog
    /// Whether Markdown in values may hold raw HTML.
    var allowsRawHTML = false

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
  let origin: Origin
  private let mark: Mark?

  init(_ mapping: Node.Mapping, _ origin: Origin, at mark: Mark? = nil) {
    self.mapping = mapping
    self.origin = origin
    self.mark = mark ?? mapping.mark
  }

  var location: SourceLocation { origin.location(mark) }

  var log: FindingLog { origin.log }
  var keys: [String] { mapping.keys.compactMap(\.string) }

  /// Warns of keys that are not among those known.
  func expect(_ known: String...) {
    for key in mapping.keys {
      let name = key.string ?? ""
      if known.contains(name) || name == "audience" { continue }
      log.warning(
        "unknown-key", at: origin.location(key.mark, length: name.utf8.count),
        "the key “\(name)” is not known here; it is left out",
        hint: didYouMean(name, among: known) ?? "known keys are \(known.joined(separator: ", "))")
    }
  }

  func node(_ key: String) -> Node? {
    guard let node = mapping[key] else { return nil }
    if case .scalar(let scalar) = node, scalar.style == .plain,
      scalar.string.isEmpty || scalar.string == "~" || scalar.string == "null"
    {
      return nil
    }
    return node
  }

  func has(_ key: String) -> Bool { node(key) != nil }

  func location(of key: String) -> SourceLocation {
    mapping[key].map { origin.location($0.mark, length: max(1, $0.string?.utf8.count ?? 1)) }
      ?? location
  }

  func wrongType(_ key: String, _ expected: String) {
    log.error("yaml-type", at: location(of: key), "“\(key)” must be \(expected)")
  }

  // MARK: Plain values

  func text(_ key: String) -> String? {
    guard let node = node(key) else { return nil }
    guard case .scalar(let scalar) = node else {
      wrongType(key, "a text")
      return nil
    }
    var string = scalar.string
    while string.last?.isWhitespace == true { string.removeLast() }
    return string
  }

  func required(_ key: String, of what: String) -> String? {
    if let text = text(key), !text.isEmpty { return text }
    if !has(key) || text(key) == "" {
      log.error("missing-key", at: location, "\(what) needs “\(key)”", hint: "add “\(key): …”")
    }
    return nil
  }

  func number(_ key: String, in range: ClosedRange<Double>? = nil) -> Double? {
    guard let text = text(key) else { return nil }
    guard let number = Double(text), number.isFinite else {
      wrongType(key, "a number")
      return nil
    }
    if let range, !range.contains(number) {
      log.error(
        "number-range", at: location(of: key),
        "“\(key)” is \(text), and must be from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return number
  }

  func flag(_ key: String) -> Bool? {
    guard let text = text(key) else { return nil }
    switch text.lowercased() {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    default:
      wrongType(key, "true or false")
      return nil
    }
  }

  func date(_ key: String) -> PartialDate? {
    guard let text = text(key) else { return nil }
    if let date = PartialDate(text) { return date }
    log.error(
      "date", at: location(of: key), "“\(text)” is no date",
      hint: "write 2022, 2022-03 or 2022-03-31")
    return nil
  }

  func span(_ key: String) -> DateSpan? {
    guard let text = text(key) else { return nil }
    if let span = DateSpan(text) { return span }
    log.error(
      "date", at: location(of: key), "“\(text)” is no date and no span of dates",
      hint: "write 2022, 2022-03, 2022-03-31 or 2018/2020")
    return nil
  }

  /// An address of the web, or of mail.
  func url(_ key: String) -> String? {
    guard let text = text(key) else { return nil }
    let lower = text.lowercased()
    let schemes = ["https://", "http://", "mailto:", "tel:", "ftp://"]
    if schemes.contains(where: lower.hasPrefix), !text.contains(where: \.isWhitespace) {
      return text
    }
    log.error(
      "address", at: location(of: key), "“\(text)” is no address of a page",
      hint: "write it from https:// on")
    return nil
  }

  func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, _: Choice.Type) -> Choice?
  where Choice.RawValue == String {
    guard let text = text(key) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let all = Choice.allCases.map(\.rawValue)
    log.error(
      "choice", at: location(of: key), "“\(text)” is not possible for “\(key)”",
      hint: didYouMean(text, among: all) ?? "possible are \(all.joined(separator: ", "))")
    return nil
  }

  /// A name in one language or several.
  func localizedName(_ key: String) -> LocalizedName? {
    guard let node = node(key) else { return nil }
    switch node {
    case .scalar(let scalar): return LocalizedName(scalar.string)
    case .mapping(let mapping):
      var names: [LocalizedName.Entry] = []
      for (language, value) in mapping {
        guard let language = language.string, let text = value.string else {
          wrongType(key, "a name, or names by language")
          return nil
        }
        names.append(LocalizedName.Entry(language: language, text: text))
      }
      return names.isEmpty ? nil : LocalizedName(names)
    default:
      wrongType(key, "a name, or names by language")
      return nil
    }
  }

  // MARK: Lists and records

  /// One name or a list of names.
  func names(_ key: String) -> [Name] {
    guard let node = node(key) else { return [] }
    let nodes: [Node]
    switch node {
    case .scalar: nodes = [node]
    case .sequence(let sequence): nodes = Array(sequence)
    default:
      wrongType(key, "a name or a list of names")
      return []
    }
    return nodes.compactMap { item in
      guard case .scalar(let scalar) = item else {
        log.error("yaml-type", at: origin.location(item.mark), "a name is expected here")
        return nil
      }
      return Name(text: scalar.string, origin: origin, mark: item.mark)
    }
  }

  func record(_ key: String) -> Record? {
    guard let node = node(key) else { return nil }
    guard case .mapping(let mapping) = node else {
      wrongType(key, "keys with values")
      return nil
    }
    return Record(mapping, origin, at: node.mark)
  }

  /// A list of records.
  func records(_ key: String) -> [Record] {
    guard let node = node(key) else { return [] }
    guard case .sequence(let sequence) = node else {
      wrongType(key, "a list")
      return []
    }
    return sequence.compactMap { item in
      guard case .mapping(let mapping) = item else {
        log.error(
          "yaml-type", at: origin.location(item.mark), "keys with values are expected here")
        return nil
      }
      return Record(mapping, origin, at: item.mark)
    }
  }

  /// The records that this one holds by their ids, in order.
  func recordsByID() -> [(id: String, record: Record)] {
    mapping.compactMap { key, value in
      let id = key.string ?? ""
      guard isID(id) else {
        log.error(
          "id", at: origin.location(key.mark, length: max(1, id.utf8.count)),
          "“\(id)” cannot be an id", hint: "use letters, digits and hyphens")
        return nil
      }
      guard case .mapping(let mapping) = value else {
        log.error(
          "yaml-type", at: origin.location(value.mark), "keys with values are expected for “\(id)”")
        return nil
      }
      return (id, Record(mapping, origin, at: key.mark))
    }
  }

  // MARK: Markdown

  /// Blocks of Markdown.
  func blocks(_ key: String) -> Prose {
    guard let node = node(key) else { return Prose() }
    return blocks(node, key)
  }

  /// Inline Markdown: one paragraph's inlines.
  func inlines(_ key: String) -> Prose {
    guard let node = node(key) else { return Prose() }
    return inlines(node, key)
  }

  /// A list of inline Markdown.
  func inlineList(_ key: String) -> [Prose] {
    guard let node = node(key) else { return [] }
    guard case .sequence(let sequence) = node else {
      wrongType(key, "a list")
      return []
    }
    return sequence.map { inlines($0, key) }
  }

  private func blocks(_ node: Node, _ key: String) -> Prose {
    guard case .scalar(let scalar) = node else {
      wrongType(key, "a text")
      return Prose()
    }
    var parsed = parseMarkdown(
      Array(scalar.string.utf8), file: origin.file.name,
      options: MarkdownOptions(allowsRawHTML: origin.allowsRawHTML))
    ScalarMap(scalar, origin).relocate(&parsed)
    log.add(contentsOf: parsed.findings)
    for definition in parsed.definitions {
      log.error(
        "note-place", at: definition.location, "a note cannot be defined here",
        hint: "define it in a section or in notes.md")
    }
    return parsed.prose
  }

  private func inlines(_ node: Node, _ key: String) -> Prose {
    let prose = blocks(node, key)
    guard let first = prose.nodes.first else { return prose }
    guard prose.roots.count == 1, first.kind == .paragraph else {
      log.error(
        "inline", at: origin.location(node.mark),
        "“\(key)” takes one paragraph, without lists, headings or quotations")
      return Prose()
    }
    return prose.slice(1..<prose.nodes.count)
  }
}

/// Whether a text can be an id or a slug: letters, digits, hyphens, dots and underscores.
func isID(_ text: String) -> Bool {
  !text.isEmpty && text.utf8.count <= 200 && text.first != "." && text.first != "-"
    && text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || $0.properties.generalCategory == .nonspacingMark
        || $0.properties.generalCategory == .spacingMark
        || $0 == "-" || $0 == "." || $0 == "_"
    }
}

/// A slug made of a name: its letters and digits in lower case, hyphens between.
func slug(_ name: String) -> String {
  var out = ""
  var isGap = false
  for scalar in name.unicodeScalars {
    let category = scalar.properties.generalCategory
    if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || category == .nonspacingMark || category == .spacingMark || scalar == "_" || scalar == "."
    {
      if isGap, !out.isEmpty { out += "-" }
      isGap = false
      out += scalar.properties.lowercaseMapping
    } else if scalar != "'" && scalar != "’" {
      isGap = true
    }
  }
  while out.hasPrefix(".") { out.removeFirst() }
  while out.hasSuffix(".") { out.removeLast() }
  return String(out.prefix(120))
}
