internal import Diagnostics
internal import Yams

/// Parses YAML, with limits against input that was made to expand.
struct YAMLReader {
  /// Most nodes, aliases followed.
  static let most = 400_000
  /// Bytes of the largest file.
  static let largest = 8 << 20

  let file: SourceFile
  let log: FindingLog

  /// The record that a file holds; `nil` with a finding where it holds none. An empty file is an
  /// empty record.
  func record() -> Record? { record(file.bytes, linesBefore: 0) }

  /// The record in some of the file's bytes, such as its front matter.
  func record(_ bytes: some Collection<UInt8>, linesBefore: Int) -> Record? {
    let record = parsed(bytes, linesBefore)
    if record == nil { log.lose(file.name) }
    return record
  }

  private func parsed(_ bytes: some Collection<UInt8>, _ linesBefore: Int) -> Record? {
    guard bytes.count <= Self.largest else {
      log.error(
        "file-size", at: file.start, "\(Self.largest >> 20) MB of YAML is the most that is read",
        hint: "divide it")
      return nil
    }
    if let (line, fault) = excess(in: bytes) {
      log.error(
        "yaml-nesting", at: file.location(line: line + linesBefore), fault.message,
        hint: fault.hint)
      return nil
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let origin = Record.Origin(file: file, linesBefore: linesBefore, log: log)
    do {
      guard
        let node = try Parser(
          yaml: text, resolver: .basic, constructor: .default, encoding: .utf8
        ).singleRoot()
      else { return Record(Node.Mapping([]), origin) }
      var budget = Self.most
      guard isWithin(&budget, node) else {
        log.error(
          "yaml-size", at: origin.location(node.mark),
          "aliases make more than \(Self.most) values of this file", hint: "write the values out")
        return nil
      }
      guard case .mapping(let mapping) = node else {
        if case .scalar(let scalar) = node, ["", "~", "null"].contains(scalar.string) {
          return Record(Node.Mapping([]), origin)
        }
        log.error(
          "yaml-type", at: origin.location(node.mark), "keys with values are expected here",
          hint: "write “key: value”, a line each")
        return nil
      }
      return Record(mapping, origin)
    } catch let error as YamlError {
      report(error, origin)
    } catch {
      log.error(
        "yaml", at: file.location(line: linesBefore + 1), "the YAML cannot be read: \(error)")
    }
    return nil
  }

  private func report(_ error: YamlError, _ origin: Record.Origin) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      let isTab = problem.contains("cannot start any token")
      log.error(
        "yaml-syntax", at: origin.location(mark), "the YAML cannot be read: \(problem)",
        hint: isTab
          ? "indent with spaces, not tabs; put text with special characters in quotes" : nil)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let name = duplicates.map { "\($0)" }.min() ?? ""
      log.error(
        "yaml-duplicate", at: secondKey(name, origin, context.mark),
        "the key “\(name)” stands twice in one record", hint: "keep one of them")
    case .reader(let problem, let offset, _, _):
      let end = file.line(origin.linesBefore + 1).lowerBound + (offset ?? 0)
      let line = lineStarts(of: Array(file.bytes.prefix(end))).count
      log.error("yaml-syntax", at: file.location(line: line), "the YAML cannot be read: \(problem)")
    default:
      log.error("yaml-syntax", at: origin.location(nil), "the YAML cannot be read")
    }
  }

  /// Where a key of a mapping stands for the second time, if each stands on a line of its own; else
  /// where the mapping begins.
  private func secondKey(_ key: String, _ origin: Record.Origin, _ mark: Mark?) -> SourceLocation {
    let start = origin.location(mark)
    guard let position = start.position else { return start }
    let before = Int(position.column) - 1
    var seen = 0
    var line = Int(position.line)
    while file.line(line).lowerBound < file.bytes.count {
      let text = file.bytes[file.line(line)].dropFirst(before)
      if text.starts(with: (key + ":").utf8) {
        seen += 1
        if seen == 2 {
          return file.location(line: line, column: before + 1, length: key.utf8.count)
        }
      }
      line += 1
    }
    return start
  }

  private func isWithin(_ budget: inout Int, _ node: Node) -> Bool {
    budget -= 1
    if budget < 0 { return false }
    switch node {
    case .mapping(let mapping):
      for (key, value) in mapping {
        if !isWithin(&budget, key) || !isWithin(&budget, value) { return false }
      }
    case .sequence(let sequence):
      for item in sequence where !isWithin(&budget, item) { return false }
    default: break
    }
    return true
  }
}
