/// Rich text as a flat tree: nodes in document order, each knowing where its descendants end.
///
/// `nodes[i]`'s children are the nodes from `i + 1` up to `nodes[i].end`; the next sibling stands at
/// `nodes[i].end`. Text lives in one array of UTF-8 bytes that nodes point into. There is no root:
/// `nodes` is a forest of blocks, or of inlines where the prose is a title or a label.
public struct Prose: Sendable, Equatable {
  public var nodes: [ProseNode]
  /// UTF-8.
  public var bytes: [UInt8]
  /// Targets of the typed links and figures; `ProseNode.value` of `.reference` and `.figure` indexes it.
  public var references: [Reference]

  public init(nodes: [ProseNode] = [], bytes: [UInt8] = [], references: [Reference] = []) {
    self.nodes = nodes
    self.bytes = bytes
    self.references = references
  }

  public var isEmpty: Bool { nodes.isEmpty }

  /// The bytes that a range of a node names.
  public func string(_ range: ByteRange) -> String {
    String(decoding: bytes[range.start..<range.end], as: UTF8.self)
  }

  /// Indices of the top-level nodes, in order.
  public var roots: ProseSiblings { ProseSiblings(nodes, from: 0, to: nodes.count) }

  /// Indices of a node's children, in order.
  public func children(of index: Int) -> ProseSiblings {
    ProseSiblings(nodes, from: index + 1, to: Int(nodes[index].end))
  }

  /// The text alone, without notes and markup; blocks and line breaks are one space.
  public var plainText: String { plainText(in: 0..<nodes.count) }

  /// The text of some nodes alone. References without text of their own are left out.
  public func plainText(in range: Range<Int>) -> String {
    var out: [UInt8] = []
    func space() { if let last = out.last, last != 0x20 { out.append(0x20) } }
    for node in nodes[range] {
      switch node.kind {
      case .text, .code, .codeBlock: out.append(contentsOf: bytes[node.text.start..<node.text.end])
      case .softBreak, .lineBreak, .paragraph, .heading, .item, .tableCell, .figure: space()
      default: break
      }
    }
    while out.last == 0x20 { out.removeLast() }
    return String(decoding: out, as: UTF8.self)
  }
}

/// Indices of nodes that have one parent, or none, in order.
public struct ProseSiblings: Sequence, IteratorProtocol, Sendable {
  private let nodes: [ProseNode]
  private var at: Int
  private let end: Int

  init(_ nodes: [ProseNode], from start: Int, to end: Int) {
    self.nodes = nodes
    at = start
    self.end = end
  }

  public mutating func next() -> Int? {
    guard at < end else { return nil }
    defer { at = Int(nodes[at].end) }
    return at
  }
}

/// A half-open range of `Prose.bytes`, kept in 32 bits: one prose holds less than 2 GiB.
public struct ByteRange: Sendable, Equatable {
  private var first: Int32
  private var past: Int32
  public static var empty: ByteRange { ByteRange(start: 0, end: 0) }

  public init(start: Int, end: Int) {
    first = Int32(clamping: start)
    past = Int32(clamping: end)
  }

  public var start: Int { Int(first) }
  public var end: Int { Int(past) }
  public var isEmpty: Bool { first == past }
}
