internal import Yams

/// A data file as lines that tell its values, for comparison: one value a line, whatever the file's
/// own lines are; texts by sentence, positions by point. Comments and quotation marks are left out.
///
/// - Parameters:
///   - file: a name that ends in `.yaml`, `.yml`, `.json` or `.geojson`.
///   - lines: divides a text.
/// - Returns: `nil` where the file cannot be read, or is none of these.
public func dataOutline(
  of bytes: [UInt8], file: String, lines: @escaping (String) -> [String]
) -> [UInt8]? {
  let log = FindingLog()
  guard checkedText(bytes, file: file, log: log) else { return nil }
  var outline = DataOutline(lines: lines)
  if file.hasSuffix(".yaml") || file.hasSuffix(".yml") {
    guard let record = YAMLReader(file: SourceFile(name: file, bytes: bytes), log: log).record()
    else { return nil }
    outline.add(record.mapping, indent: 0)
  } else if file.hasSuffix(".geojson") || file.hasSuffix(".json") {
    var reader = JSONReader(bytes)
    do {
      try outline.add(&reader, indent: 0)
      guard reader.next() == nil, reader.faults.isEmpty else { return nil }
    } catch {
      return nil
    }
  } else {
    return nil
  }
  return outline.bytes
}

private struct DataOutline {
  let lines: (String) -> [String]
  var bytes: [UInt8] = []
  /// The line that is open has its key, and no value yet.
  private var isOpen = false

  init(lines: @escaping (String) -> [String]) { self.lines = lines }

  // MARK: YAML

  mutating func add(_ mapping: Node.Mapping, indent: Int) {
    for (key, value) in mapping {
      begin(indent, "\(key.string ?? ""):")
      add(value, indent: indent + 1)
    }
  }

  private mutating func add(_ node: Node, indent: Int) {
    switch node {
    case .mapping(let mapping):
      end()
      add(mapping, indent: indent)
    case .sequence(let items):
      end()
      for item in items {
        begin(indent, "-")
        add(item, indent: indent + 1)
      }
    case .scalar(let scalar): add(text: scalar.string, indent: indent)
    case .alias: end()
    }
  }

  // MARK: JSON

  mutating func add(_ reader: inout JSONReader, indent: Int) throws(JSONFault) {
    switch reader.next() {
    case UInt8(ascii: "{"):
      end()
      var keys = try reader.enterObject()
      while let key = try reader.nextKey(&keys) {
        begin(indent, "\(key):")
        try add(&reader, indent: indent + 1)
      }
    case UInt8(ascii: "["):
      try addArray(&reader, indent: indent)
    case UInt8(ascii: "\""): add(text: try reader.string(), indent: indent)
    default: try addNumber(&reader)
    }
  }

  /// A position is one line; what holds positions has one for each.
  private mutating func addArray(_ reader: inout JSONReader, indent: Int) throws(JSONFault) {
    try reader.enterArray()
    var isFirst = true
    var isLine = true
    while try reader.nextItem(&isFirst) {
      let byte = reader.next()
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "\"") {
        if isLine { end() }
        isLine = false
      }
      if isLine {
        try addNumber(&reader, ends: false)
      } else if byte == UInt8(ascii: "["), !isOpen {
        begin(indent, nil)
        try add(&reader, indent: indent + 1)
      } else {
        begin(indent, "-")
        try add(&reader, indent: indent + 1)
      }
    }
    if isLine { end() }
  }

  private mutating func addNumber(_ reader: inout JSONReader, ends: Bool = true) throws(JSONFault) {
    let start = reader.start()
    let number = try reader.number()
    let text =
      number.map { "\($0)" } ?? String(decoding: reader.bytes[start..<reader.at], as: UTF8.self)
    if isOpen, let last = bytes.last, last != 0x20 { bytes.append(0x20) }
    bytes += text.utf8
    isOpen = true
    if ends { end() }
  }

  // MARK: Lines

  private mutating func begin(_ indent: Int, _ text: String?) {
    end()
    bytes += repeatElement(0x20, count: indent * 2)
    bytes += (text ?? "").utf8
    isOpen = true
  }

  private mutating func end() {
    if isOpen { bytes.append(0x0A) }
    isOpen = false
  }

  private mutating func add(text: String, indent: Int) {
    let parts = lines(text)
    if parts.count < 2 {
      if isOpen, !text.isEmpty { bytes.append(0x20) }
      bytes += (parts.first ?? "").utf8
      isOpen = true
      end()
    } else {
      end()
      for part in parts {
        begin(indent, part)
        end()
      }
    }
  }
}
