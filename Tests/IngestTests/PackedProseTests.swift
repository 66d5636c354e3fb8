import Cache
import Diagnostics
import Model
import Testing

@testable import Ingest

/// A prose comes back from its bytes as it was, and from damaged bytes not at all, or as another.
struct PackedProseTests {
  private static let kinds = (0...UInt8.max).compactMap(ProseNode.Kind.init(rawValue:))

  /// Any nodes: their kinds say nothing of the fields that they use.
  private static func prose(_ random: inout some RandomNumberGenerator) -> Prose {
    let count = Int.random(in: 0...40, using: &random)
    let bytes = (0..<Int.random(in: 0...300, using: &random)).map { _ in
      UInt8.random(in: 0...255, using: &random)
    }
    func range() -> ByteRange {
      let start = Int.random(in: 0...bytes.count, using: &random)
      let end = Int.random(in: start...bytes.count, using: &random)
      return start == end ? .empty : ByteRange(start: start, end: end)
    }
    func number() -> Int {
      switch Int.random(in: 0..<4, using: &random) {
      case 0: Int(Int32.random(in: .min...(.max), using: &random))
      case 1: Int.random(in: -200...200, using: &random)
      default: 0
      }
    }
    var nodes: [ProseNode] = []
    for index in 0..<count {
      var node = ProseNode(
        kinds.randomElement(using: &random) ?? .text,
        detail: Bool.random(using: &random) ? 0 : UInt8.random(in: 0...255, using: &random),
        value: number(), text: range(), title: range())
      node.ordinal = Int32(number())
      node.end = Int32(Int.random(in: (index + 1)...(count + 1), using: &random))
      nodes.append(node)
    }
    let references = (0..<Int.random(in: 0...3, using: &random)).map { index in
      Reference(
        kind: TargetKind.allCases[Int.random(in: 0..<TargetKind.allCases.count, using: &random)],
        name: "name \(index) ü", anchor: Bool.random(using: &random) ? "part" : nil)
    }
    return Prose(nodes: nodes, bytes: bytes, references: references)
  }

  @Test func itComesBack() throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<3000 {
      let all = [Self.prose(&random), Self.prose(&random)]
      var writer = ByteWriter()
      for prose in all { writer.write(prose) }
      try writer.bytes.withUnsafeBytes { buffer in
        var reader = ByteReader(buffer)
        for prose in all {
          var expected = prose
          for index in expected.nodes.indices where expected.nodes[index].text.isEmpty {
            expected.nodes[index].text = .empty
          }
          let read = try reader.prose()
          #expect(read == expected)
        }
        #expect(reader.isAtEnd)
      }
    }
  }

  @Test func damagedBytesAreRead() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      var writer = ByteWriter()
      writer.write(Self.prose(&random))
      var bytes = writer.bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
        let at = Int.random(in: bytes.indices, using: &random)
        if Bool.random(using: &random) {
          // A number as large as there are.
          bytes.insert(
            contentsOf: Array(repeating: 0xFF, count: Int.random(in: 0...9, using: &random)), at: at
          )
          bytes[at] = UInt8.random(in: 0...255, using: &random)
        } else {
          bytes.removeSubrange(at...)
        }
      }
      bytes.withUnsafeBytes { buffer in
        var reader = ByteReader(buffer)
        guard let prose = try? reader.prose() else { return }
        for (index, node) in prose.nodes.enumerated() {
          #expect(node.text.end <= prose.bytes.count)
          #expect(node.text.start >= 0 && node.title.start >= 0)
          #expect(Int(node.end) > index)
        }
      }
    }
  }
}
