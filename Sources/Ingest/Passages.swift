internal import Markdown
internal import Model

/// A passage whose other links are not yet resolved.
struct OpenPassage: Sendable, Equatable {
  /// As those of `Passage`.
  var text: String
  var words: Range<Int>
  var gaps: [Gap]

  struct Gap: Sendable, Equatable {
    var offset: Int
    /// Which of the links of the same text.
    var link: Int
  }
}

/// Finds the sentences in which the typed links of a prose stand.
struct Passages {
  /// Characters of a passage, about: a sentence that is longer is cut around its link.
  static let most = 400

  private let prose: Prose
  /// By link, in the order of their nodes; `nil` for figures, and for what has no sentence.
  private(set) var all: [OpenPassage?] = []

  /// - Parameter isWanted: whether a reference's passage is kept.
  init(of prose: Prose, where isWanted: (Reference) -> Bool) {
    self.prose = prose
    var at = 0
    while at < prose.nodes.count {
      let node = prose.nodes[at]
      switch node.kind {
      case .blockQuote, .callOut, .list, .item, .table, .tableRow: at += 1
      case .codeBlock, .htmlBlock, .thematicBreak: at = Int(node.end)
      case .paragraph, .heading, .callOutTitle, .tableCell, .figure:
        if node.kind == .figure { all.append(nil) }
        find(in: (at + 1)..<Int(node.end), isWanted)
        at = Int(node.end)
      default:
        // Inlines alone: a title, a label.
        find(in: at..<prose.nodes.count, isWanted)
        at = prose.nodes.count
      }
    }
  }

  /// A link in the text of a block.
  private struct Spot {
    var link: Int
    var start: Int
    var end: Int
    var isWanted: Bool
  }

  private mutating func find(in range: Range<Int>, _ isWanted: (Reference) -> Bool) {
    let references = range.filter { prose.nodes[$0].holdsReference }
    guard !references.isEmpty else { return }
    let first = all.count
    all += references.map { _ in nil }
    var (text, spots) = plainText(of: range, firstLink: first, isWanted)
    guard spots.contains(where: \.isWanted) else { return }
    while text.last == 0x20 { text.removeLast() }
    for index in spots.indices {
      spots[index].start = min(spots[index].start, text.count)
      spots[index].end = min(spots[index].end, text.count)
    }
    let starts = sentenceStarts(in: text)
    for index in spots.indices where spots[index].isWanted {
      all[spots[index].link] = passage(of: index, spots, text, starts)
    }
  }

  /// The text without notes and pictures, and where its links stand.
  private func plainText(
    of range: Range<Int>, firstLink: Int, _ isWanted: (Reference) -> Bool
  ) -> (text: [UInt8], spots: [Spot]) {
    var text: [UInt8] = []
    var spots: [Spot] = []
    var link = firstLink
    var open: (spot: Int, end: Int)?
    func close(before at: Int) {
      guard let (spot, end) = open, at >= end else { return }
      spots[spot].end = text.count
      open = nil
    }
    var at = range.lowerBound
    while at < range.upperBound {
      close(before: at)
      let node = prose.nodes[at]
      switch node.kind {
      case .text, .code: text += prose.bytes[node.text.start..<node.text.end]
      case .softBreak, .lineBreak: if text.last != 0x20 { text.append(0x20) }
      case .image:
        link += (at..<Int(node.end)).count { prose.nodes[$0].holdsReference }
        at = Int(node.end)
        continue
      case .reference, .figure:
        let isWanted = node.kind == .reference && isWanted(prose.references[Int(node.value)])
        spots.append(Spot(link: link, start: text.count, end: text.count, isWanted: isWanted))
        open = (spots.count - 1, Int(node.end))
        link += 1
      default: break
      }
      at += 1
    }
    close(before: .max)
    return (text, spots)
  }

  private func passage(
    of index: Int, _ spots: [Spot], _ text: [UInt8], _ starts: [Int]
  ) -> OpenPassage {
    let spot = spots[index]
    let first = sentence(at: spot.start, starts)
    let last = sentence(at: max(spot.start, spot.end - 1), starts)
    var end = last + 1 < starts.count ? starts[last + 1] : text.count
    while end > spot.end, text[end - 1] == 0x20 || text[end - 1] == 0x0A { end -= 1 }
    let window = PassageWindow(
      text, sentence: starts[first]..<max(end, spot.end), words: spot.start..<spot.end,
      most: Self.most)
    var gaps: [OpenPassage.Gap] = []
    // In the order of the text, so that those of a window stand together.
    var next = Self.firstSpot(spots, from: window.shown.lowerBound)
    while next < spots.count, spots[next].start <= window.shown.upperBound {
      let other = spots[next]
      let isInside = other.start < window.shown.upperBound || window.isWholeAtEnd
      if next != index, other.start == other.end, isInside {
        gaps.append(
          OpenPassage.Gap(offset: window.offset(of: other.start), link: other.link))
      }
      next += 1
    }
    return OpenPassage(text: window.text, words: window.words, gaps: gaps)
  }

  private func sentence(at offset: Int, _ starts: [Int]) -> Int {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private static func firstSpot(_ spots: [Spot], from offset: Int) -> Int {
    var (low, high) = (0, spots.count)
    while low < high {
      let middle = (low + high) / 2
      if spots[middle].start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
