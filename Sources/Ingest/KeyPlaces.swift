internal import Yams
public import Diagnostics

/// Where the keys of a file stand: of a YAML file, or of a Markdown file's front matter.
public struct KeyPlaces: Sendable {
  private var lines: [[String]: SourcePosition] = [:]

  /// - Parameter file: its name, which tells what it is.
  public init(_ bytes: [UInt8], file: String) {
    let bytes = bytes.withoutByteOrderMark
    let log = FindingLog()
    guard checkedText(bytes, file: file, log: log) else { return }
    let source = SourceFile(name: file, bytes: bytes)
    let record =
      file.hasSuffix(".md")
      ? FrontMatter(source, log: log).record : YAMLReader(file: source, log: log).record()
    if let record { add(record.mapping, record.origin, []) }
  }

  /// As deep as records of the content go.
  private static let deepest = 5

  private mutating func add(_ mapping: Node.Mapping, _ origin: Record.Origin, _ path: [String]) {
    for (key, value) in mapping {
      guard let name = key.string else { continue }
      lines[path + [name]] = origin.location(key.mark).position
      add(value, origin, path + [name])
    }
  }

  private mutating func add(_ node: Node, _ origin: Record.Origin, _ path: [String]) {
    guard path.count < Self.deepest else { return }
    switch node {
    case .mapping(let mapping): add(mapping, origin, path)
    case .sequence(let items):
      for (index, item) in items.enumerated() {
        lines[path + ["\(index)"]] = origin.location(item.mark).position
        add(item, origin, path + ["\(index)"])
      }
    default: break
    }
  }

  /// Where a key stands, or the deepest of those that lead to it.
  ///
  /// - Parameter path: keys, the outermost first; an item of a list by its index.
  public func position(of path: [String]) -> SourcePosition? {
    var path = path
    while !path.isEmpty {
      if let found = lines[path] { return found }
      path.removeLast()
    }
    return nil
  }
}
