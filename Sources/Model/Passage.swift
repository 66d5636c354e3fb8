/// The sentence in which the text speaks of a record: plain text, with the words that do.
public struct Passage: Sendable, Equatable {
  /// The sentence; of a long one the part around the words, with an ellipsis where it is cut.
  public var text: String
  /// The words of the link, as offsets of the text's UTF-8; empty where the link has none of its own, and
  /// the record's name belongs there.
  public var words: Range<Int>
  /// Other links without words of their own, whose labels belong in the text: in its order.
  public var gaps: [Gap]

  /// Where a label belongs.
  public struct Gap: Sendable, Equatable {
    /// Of the text's UTF-8.
    public var offset: Int
    public var target: Target

    public init(offset: Int, target: Target) {
      self.offset = offset
      self.target = target
    }
  }

  public init(text: String, words: Range<Int>, gaps: [Gap] = []) {
    self.text = text
    self.words = words
    self.gaps = gaps
  }

  /// Its pieces in order, each with whether it is what speaks of the record.
  ///
  /// - Parameters:
  ///   - name: the record's, for a link without words of its own.
  ///   - label: that of another link without words.
  public func pieces(
    name: String, label: (Target) -> String
  ) -> [(text: String, isMention: Bool)] {
    let bytes = Array(text.utf8)
    func cut(_ range: Range<Int>) -> String {
      String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }
    var pieces: [(text: String, isMention: Bool)] = []
    func plain(_ range: Range<Int>) {
      var at = range.lowerBound
      var words = ""
      for gap in gaps where range.contains(gap.offset) || gap.offset == range.upperBound {
        // What stands where the words begin comes before them, and is told once.
        if gap.offset == range.lowerBound, range.lowerBound == self.words.upperBound,
          gap.offset == self.words.lowerBound
        {
          continue
        }
        words += cut(at..<gap.offset) + label(gap.target)
        at = gap.offset
      }
      words += cut(at..<range.upperBound)
      if !words.isEmpty { pieces.append((words, false)) }
    }
    plain(0..<words.lowerBound)
    pieces.append((words.isEmpty ? name : cut(words), true))
    plain(words.upperBound..<bytes.count)
    return pieces
  }
}
