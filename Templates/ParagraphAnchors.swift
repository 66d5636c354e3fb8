internal import HTML
internal import Model

/// Gives the paragraphs of a page anchors of their own, and each a link to itself at its end.
///
/// An anchor is made of the paragraph's first words, so that nothing that changes elsewhere changes it;
/// paragraphs that begin alike are told apart by a number, the same on every page. A class, because the pieces of a page share
/// what was given.
final class ParagraphAnchors {
  /// How many bytes of text an anchor is made of.
  private static let length = 48
  /// The element that says what the links are called: one for all, as a page has a hundred.
  static let label = "_p"

  private var given: [UInt32: Int] = [:]
  private var open: [(hash: UInt32, number: Int)] = []

  /// - Parameter sections: those of the brief that stand before the page's.
  init(after sections: ArraySlice<Section>) {
    for section in sections { count(section.body) }
  }

  private func count(_ prose: Prose) {
    var parents: [Int] = []
    prose.bytes.withUnsafeBufferPointer { bytes in
      for (index, node) in prose.nodes.enumerated() {
        while let last = parents.last, Int(prose.nodes[last].end) <= index { parents.removeLast() }
        if node.kind == .paragraph, !prose.isTight(parents) {
          given[Self.hash(of: prose, index, bytes: bytes), default: 0] += 1
        }
        parents.append(index)
      }
    }
  }

  /// Begins a paragraph.
  func begin(
    _ prose: Prose, _ index: Int, bytes: UnsafeBufferPointer<UInt8>, to sink: inout Sink
  ) {
    let hash = Self.hash(of: prose, index, bytes: bytes)
    let number = given[hash, default: 0] + 1
    given[hash] = number
    open.append((hash, number))
    sink.append("<p id=\"")
    Self.write(hash, number, to: &sink)
    sink.append("\">")
  }

  /// Writes the link before a paragraph's end. The style sheet gives it its mark, so that nobody copies
  /// it with the text.
  func end(to sink: inout Sink) {
    guard let (hash, number) = open.popLast() else { return }
    sink.append(" <a class=\"p\" href=\"#")
    Self.write(hash, number, to: &sink)
    sink.append("\" aria-labelledby=\"_p\"></a>")
  }

  private static func write(_ hash: UInt32, _ number: Int, to sink: inout Sink) {
    sink.append("p-")
    for shift in [20, 16, 12, 8, 4, 0] as [UInt32] {
      let digit = UInt8(truncatingIfNeeded: hash >> shift & 15)
      sink.append(digit < 10 ? 48 + digit : 87 + digit)
    }
    if number > 1 {
      sink.append("-")
      sink.append(number)
    }
  }

  /// FNV-1a of 32 bits, folded to 24 (http://www.isthe.com/chongo/tech/comp/fnv/).
  private static func hash(
    of prose: Prose, _ index: Int, bytes: UnsafeBufferPointer<UInt8>
  ) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    var left = length
    var at = index + 1
    let end = Int(prose.nodes[index].end)
    while at < end, left > 0 {
      let kind = prose.nodes[at].kind
      if kind == .text || kind == .code {
        let start = prose.nodes[at].text.start
        let past = min(prose.nodes[at].text.end, start + left)
        for position in start..<past { hash = (hash ^ UInt32(bytes[position])) &* 0x0100_0193 }
        left -= past - start
      }
      at += 1
    }
    return (hash >> 24 ^ hash) & 0xFF_FFFF
  }
}

/// What the links to paragraphs are called, once on a page that has any.
struct ParagraphLabel: Markup {
  let context: PageContext

  func write(to sink: inout Sink) {
    if context.links.publication != nil { return }
    span(.id(ParagraphAnchors.label), .flag("hidden"), context.unindexed) {
      context.strings.linkToParagraph
    }.write(to: &sink)
    sink.append("\n")
  }
}
