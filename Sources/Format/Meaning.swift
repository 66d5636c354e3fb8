internal import Diagnostics
internal import Markdown
internal import Model

/// What a text means, without how it is laid out: two texts that mean the same are equal.
///
/// A line break that is no hard one is a blank, and blanks in a row are one. Positions do not count;
/// definitions do by their labels, not by their places.
struct Meaning: Equatable {
  typealias Labels = [String]

  private var prose: [UInt8]
  private var definitions: [String: [[UInt8]]]
  /// What is wrong with the text, by rule.
  private var faults: [String: Int]

  init(of text: [UInt8]) {
    let parsed = parseMarkdown(text, file: "", options: MarkdownOptions(rawHTML: .allowed))
    prose = Self.bytes(of: parsed.prose)
    definitions = Dictionary(
      grouping: parsed.definitions, by: \.label
    ).mapValues { $0.map { Self.bytes(of: $0.body) } }
    faults = parsed.findings.reduce(into: [:]) { $0[$1.rule, default: 0] += 1 }
  }

  /// The labels of the notes that a prose refers to, in order.
  static func labels(in prose: Prose) -> Labels {
    prose.nodes.filter { $0.kind == .noteReference }.map { prose.string($0.text) }
  }

  /// A prose written out, so that what differs in meaning differs in bytes.
  private static func bytes(of prose: Prose) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(prose.bytes.count + prose.nodes.count * 16)
    var open: [Int] = []
    for (index, node) in prose.nodes.enumerated() {
      while let end = open.last, end <= index {
        open.removeLast()
        out += [0, 1]
      }
      switch node.kind {
      case .text:
        for byte in prose.bytes[node.text.start..<node.text.end] {
          if byte == 0x20 || byte == 0x09 { addBlank(to: &out) } else { out.append(byte) }
        }
      case .softBreak: addBlank(to: &out)
      default:
        out += [0, 2, node.kind.rawValue, node.detail]
        if node.kind == .reference || node.kind == .figure {
          let reference = prose.references[Int(node.value)]
          add(
            "\(reference.kind.rawValue):\(reference.name)#\(reference.anchor ?? "")".utf8, to: &out)
        } else {
          add("\(node.value)".utf8, to: &out)
        }
        add(prose.bytes[node.text.start..<node.text.end], to: &out)
        add(prose.bytes[node.title.start..<node.title.end], to: &out)
        if Int(node.end) > index + 1 { open.append(Int(node.end)) } else { out += [0, 1] }
      }
    }
    return out
  }

  private static func addBlank(to out: inout [UInt8]) {
    if out.last != 0x20 { out.append(0x20) }
  }

  private static func add(_ bytes: some Collection<UInt8>, to out: inout [UInt8]) {
    withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { out += $0 }
    out += bytes
    // Ends what could be taken for a blank before a text.
    out.append(0)
  }
}
