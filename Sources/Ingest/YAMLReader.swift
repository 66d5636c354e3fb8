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
      guard let node = try Parser(yaml: text, resolver: .basic, constructor: .default).singleRoot()
      else { return Record(Node.Mapping([]), origin) }
      var budget = Self.most
      guard isWithin(&budget, node) else {
        log.error(
          "yaml-size", at: origin.location(node.mark),
          "aliases make more than \(Self.most) values of this file", hint: "write the values out")
        return nil
      }
      guard case .mapping(let mapping) = node else {
        if case .scalar(let scalar) = node, scalar.string.isEmpty {
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
      let names = duplicates
      log.error(
        "yaml-duplicate", at: origin.location(context.mark),
        "the key “\(names.first ?? "")” stands twice in one record", hint: "keep one of them")
    case .reader(let problem, let offset, _, _):
      let line = file.bytes.prefix(offset ?? 0).count { $0 == 0x0A } + 1
      log.error("yaml-syntax", at: file.location(line: line), "the YAML cannot be read: \(problem)")
    default:
      log.error("yaml-syntax", at: origin.location(nil), "the YAML cannot be read")
    }
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
