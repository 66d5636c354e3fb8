internal import Cache
internal import Diagnostics
internal import Model

// A prose as bytes, for this machine and this program alone: about three bytes a node, where memory takes
// forty. Links come back without their targets, and nodes without their positions, since what is wrong
// with them has been found.
//
// A node begins with a byte: its kind in the low five bits, then whether it has children, a text, and
// more. The text follows that of the node before, so that its length says where it is.

/// What a node's first byte says beside its kind.
private struct NodeMarks: OptionSet {
  let rawValue: UInt8
  static let kind: UInt8 = 0x1F
  static let hasChildren = NodeMarks(rawValue: 0x20)
  static let hasText = NodeMarks(rawValue: 0x40)
  /// A byte of `MoreMarks` follows.
  static let hasMore = NodeMarks(rawValue: 0x80)
}

/// What few nodes have.
private struct MoreMarks: OptionSet {
  let rawValue: UInt8
  static let detail = MoreMarks(rawValue: 1)
  static let value = MoreMarks(rawValue: 2)
  static let ordinal = MoreMarks(rawValue: 4)
  static let title = MoreMarks(rawValue: 8)
  /// The text begins elsewhere than where the last one ended.
  static let textStart = MoreMarks(rawValue: 16)
}

/// The most that a node takes: two bytes of marks, eight numbers of five.
private let mostNodeBytes = 42

extension ByteWriter {
  mutating func write(_ prose: Prose) {
    write(nodesOf: prose)
    prose.bytes.withUnsafeBytes { write(raw: $0) }
  }

  /// All of a prose but its text.
  mutating func write(nodesOf prose: Prose) {
    write(prose.nodes.count)
    write(prose.bytes.count)
    if !prose.nodes.isEmpty {
      withUnsafeTemporaryAllocation(
        of: UInt8.self, capacity: prose.nodes.count * mostNodeBytes
      ) { buffer in
        guard let start = buffer.baseAddress else { return }
        let end = pack(prose.nodes, at: start)
        write(end - start)
        write(raw: UnsafeRawBufferPointer(start: start, count: end - start))
      }
    }
    write(prose.references.count)
    for reference in prose.references {
      write(reference.kind)
      write(reference.name)
      write(reference.anchor) { $0.write($1) }
    }
  }

  mutating func write(_ kind: TargetKind) { write(kind.rawValue) }

  mutating func write(_ position: SourcePosition) {
    write(Int(position.line))
    write(Int(position.column))
  }
}

/// Writes nodes where there is room for the most that they take, and gives the end.
private func pack(
  _ nodes: [ProseNode], at start: UnsafeMutablePointer<UInt8>
) -> UnsafeMutablePointer<UInt8> {
  var out = start
  func put(_ number: Int) {
    var rest = UInt(bitPattern: number << 1) ^ UInt(bitPattern: number >> (Int.bitWidth - 1))
    while rest >= 0x80 {
      out.pointee = UInt8(truncatingIfNeeded: rest) | 0x80
      out += 1
      rest >>= 7
    }
    out.pointee = UInt8(truncatingIfNeeded: rest)
    out += 1
  }
  var textEnd = 0
  for (index, node) in nodes.enumerated() {
    var more: MoreMarks = []
    if node.detail != 0 { more.insert(.detail) }
    if node.value != 0 { more.insert(.value) }
    if node.ordinal != 0 { more.insert(.ordinal) }
    if !node.title.isEmpty { more.insert(.title) }
    if !node.text.isEmpty, node.text.start != textEnd { more.insert(.textStart) }
    var marks = NodeMarks(rawValue: node.kind.rawValue)
    if Int(node.end) != index + 1 { marks.insert(.hasChildren) }
    if !node.text.isEmpty { marks.insert(.hasText) }
    if !more.isEmpty { marks.insert(.hasMore) }
    out.pointee = marks.rawValue
    out += 1
    if !more.isEmpty {
      out.pointee = more.rawValue
      out += 1
      if more.contains(.detail) { put(Int(node.detail)) }
      if more.contains(.value) { put(Int(node.value)) }
      if more.contains(.ordinal) { put(Int(node.ordinal)) }
      if more.contains(.title) {
        put(node.title.start)
        put(node.title.end)
      }
      if more.contains(.textStart) { put(node.text.start) }
    }
    if marks.contains(.hasChildren) { put(Int(node.end) - index) }
    if marks.contains(.hasText) {
      put(node.text.end - node.text.start)
      textEnd = node.text.end
    }
  }
  return out
}

/// Bytes that are read one after another; beyond their end zeros are.
private struct PackedBytes {
  private var next: UnsafePointer<UInt8>
  private let end: UnsafePointer<UInt8>
  private(set) var isWhole = true

  init?(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress else { return nil }
    next = start.assumingMemoryBound(to: UInt8.self)
    end = next + bytes.count
  }

  @inline(__always) mutating func byte() -> UInt8 {
    guard next < end else {
      isWhole = false
      return 0
    }
    defer { next += 1 }
    return next.pointee
  }

  /// As `ByteReader.number()`.
  @inline(__always) mutating func number() -> Int {
    let first = byte()
    let value = first < 0x80 ? UInt(first) : rest(after: first)
    return Int(bitPattern: value >> 1) ^ -Int(bitPattern: value & 1)
  }

  private mutating func rest(after first: UInt8) -> UInt {
    var value = UInt(first & 0x7F)
    var shift: UInt = 7
    while shift < UInt(UInt.bitWidth) {
      let next = byte()
      value |= UInt(next & 0x7F) << shift
      if next < 0x80 { break }
      shift += 7
    }
    return value
  }
}

/// Reads nodes, and says whether they were there and name bytes that are.
///
/// - Parameter text: where their prose's bytes are to stand.
private func unpack(
  _ packed: UnsafeRawBufferPointer, to nodes: UnsafeMutableBufferPointer<ProseNode>,
  count: inout Int, of nodeCount: Int, text: Range<Int>
) -> Bool {
  guard var bytes = PackedBytes(packed), let target = nodes.baseAddress else { return false }
  var textEnd = 0
  while count < nodeCount {
    let first = bytes.byte()
    let marks = NodeMarks(rawValue: first)
    guard let kind = ProseNode.Kind(rawValue: first & NodeMarks.kind) else { return false }
    var node = ProseNode(kind)
    var more: MoreMarks = []
    var start = textEnd
    if marks.contains(.hasMore) {
      more = MoreMarks(rawValue: bytes.byte())
      if more.contains(.detail) { node.detail = UInt8(clamping: bytes.number()) }
      if more.contains(.value) { node.value = Int32(clamping: bytes.number()) }
      if more.contains(.ordinal) { node.ordinal = Int32(clamping: bytes.number()) }
      if more.contains(.title) {
        node.title = ByteRange(
          start: text.lowerBound &+ bytes.number(), end: text.lowerBound &+ bytes.number())
      }
      if more.contains(.textStart) { start = bytes.number() }
    }
    node.end = Int32(clamping: count &+ (marks.contains(.hasChildren) ? bytes.number() : 1))
    if marks.contains(.hasText) {
      textEnd = start &+ bytes.number()
      node.text = ByteRange(start: text.lowerBound &+ start, end: text.lowerBound &+ textEnd)
    }
    guard bytes.isWhole, Int(node.end) > count, names(node.text, in: text),
      names(node.title, in: text)
    else { return false }
    (target + count).initialize(to: node)
    count += 1
  }
  return true
}

/// Whether a range of a node is one of bytes that are.
private func names(_ range: ByteRange, in text: Range<Int>) -> Bool {
  range.isEmpty
    || (range.start >= text.lowerBound && range.start < range.end && range.end <= text.upperBound)
}

extension ByteReader {
  mutating func prose() throws(Damage) -> Prose {
    var (prose, size) = try proseWithoutText(from: 0)
    prose.bytes = Array(try raw(size))
    return prose
  }

  /// A prose whose text is still to be given, and the size of that.
  ///
  /// - Parameter start: where the prose's text begins in the bytes that it will have.
  mutating func proseWithoutText(from start: Int) throws(Damage) -> (Prose, size: Int) {
    // A node takes a byte at the least.
    let (nodeCount, byteCount) = (try count(), try number())
    guard byteCount >= 0, byteCount <= Int(Int32.max) else { throw Damage() }
    var prose = Prose()
    if nodeCount > 0 {
      let packed = try raw(number())
      var isWhole = true
      prose.nodes = [ProseNode](unsafeUninitializedCapacity: nodeCount) { nodes, count in
        isWhole = unpack(
          packed, to: nodes, count: &count, of: nodeCount,
          text: start..<(start + byteCount))
      }
      guard isWhole else { throw Damage() }
    }
    let references = try count()
    for _ in 0..<references {
      prose.references.append(
        Reference(
          kind: try targetKind(), name: try text(),
          anchor: try optional { reader throws(Damage) in try reader.text() }))
    }
    return (prose, byteCount)
  }

  mutating func targetKind() throws(Damage) -> TargetKind {
    guard let kind = TargetKind(rawValue: try text()) else { throw Damage() }
    return kind
  }

  mutating func position() throws(Damage) -> SourcePosition {
    SourcePosition(line: try number(), column: try number())
  }
}
