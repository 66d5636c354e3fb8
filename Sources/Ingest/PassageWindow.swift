/// What is shown of a sentence: all of it, or the part around the words of a link.
struct PassageWindow {
  /// With an ellipsis where it is cut.
  let text: String
  /// The words of the link in `text`: offsets of its UTF-8.
  let words: Range<Int>
  /// Offsets in the text that the sentence is from.
  let shown: Range<Int>
  /// Whether nothing is cut off its end.
  let isWholeAtEnd: Bool
  private let mark: Int

  /// - Parameters:
  ///   - text: UTF-8.
  ///   - sentence: offsets in it.
  ///   - words: the link's, within the sentence.
  ///   - most: characters to be shown, about.
  init(_ text: [UInt8], sentence: Range<Int>, words: Range<Int>, most: Int) {
    var shown = sentence
    var words = words
    if sentence.count > most, Self.length(text, sentence) > most {
      let end = Self.forward(text, from: words.lowerBound, by: most, to: words.upperBound)
      words = words.lowerBound..<end
      let room = most - Self.length(text, words)
      var lower = Self.back(text, from: words.lowerBound, by: room / 2, to: sentence.lowerBound)
      let used = Self.length(text, lower..<words.lowerBound)
      var upper = Self.forward(text, from: end, by: room - used, to: sentence.upperBound)
      // At the ends of words, where there are any.
      if lower > sentence.lowerBound,
        let blank = text[lower..<words.lowerBound].firstIndex(of: 0x20)
      {
        lower = blank + 1
      }
      if upper < sentence.upperBound, let blank = text[end..<upper].lastIndex(of: 0x20) {
        upper = blank
      }
      shown = lower..<upper
    }
    let isWholeAtStart = shown.lowerBound == sentence.lowerBound
    isWholeAtEnd = shown.upperBound == sentence.upperBound
    mark = isWholeAtStart ? 0 : "…".utf8.count
    self.shown = shown
    self.text =
      (isWholeAtStart ? "" : "…") + String(decoding: text[shown], as: UTF8.self)
      + (isWholeAtEnd ? "" : "…")
    let start = words.lowerBound - shown.lowerBound + mark
    self.words = start..<(start + words.count)
  }

  /// Where an offset of the whole text stands in `text`.
  func offset(of whole: Int) -> Int { whole - shown.lowerBound + mark }

  private static func isScalarStart(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }

  /// In scalars.
  private static func length(_ text: [UInt8], _ range: Range<Int>) -> Int {
    text[range].count(where: isScalarStart)
  }

  private static func forward(_ text: [UInt8], from: Int, by count: Int, to end: Int) -> Int {
    var (at, left) = (from, count)
    while at < end {
      if isScalarStart(text[at]) {
        if left == 0 { break }
        left -= 1
      }
      at += 1
    }
    return at
  }

  private static func back(_ text: [UInt8], from: Int, by count: Int, to start: Int) -> Int {
    var (at, left) = (from, count)
    while at > start, left > 0 {
      at -= 1
      if isScalarStart(text[at]) { left -= 1 }
    }
    return at
  }
}
