/// Numbers, dates and names that one text has where the other has others.
struct Claims {
  private(set) var all: [Change.Claim] = []
  private let old: [Token]
  private let new: [Token]
  private let names: NameWords
  private lazy var supports = SupportingNotes(new)

  init(_ old: [Token], _ new: [Token], _ difference: TokenDifference, _ names: NameWords) {
    self.old = old
    self.new = new
    self.names = names
    addFigures(difference)
    for hunk in difference.hunks { addNames(hunk) }
  }

  private mutating func add(
    _ kind: Change.Claim.Kind, _ before: ArraySlice<Token>, _ after: ArraySlice<Token>
  ) {
    guard before.map(\.key) != after.map(\.key) else { return }
    let claim = Change.Claim(
      kind: kind, old: text(of: before), new: text(of: after),
      note: supports.note(of: after.indices),
      noteChanged: false)
    all.append(claim)
  }

  // MARK: Numbers and dates

  private mutating func addFigures(_ difference: TokenDifference) {
    let (before, after) = (Figure.all(in: old), Figure.all(in: new))
    if before.isEmpty || after.isEmpty { return }
    var mateOfNew: [Int: Int] = [:]
    var taken: Set<Int> = []
    func match(_ x: Int, _ y: Int) {
      guard mateOfNew[y] == nil, taken.insert(x).inserted else { return }
      mateOfNew[y] = x
    }
    // One that kept a word of another is that one.
    let owners = (owners(before, old.count), owners(after, new.count))
    for same in difference.kept where old[same.old].isWord {
      if let a = owners.0[same.old], let b = owners.1[same.new] { match(a, b) }
    }
    // Others are paired in the order in which they stand.
    var (first, last) = (0, 0)
    for hunk in difference.hunks where !hunk.old.isEmpty && !hunk.new.isEmpty {
      while first < before.count, before[first].range.upperBound <= hunk.old.lowerBound {
        first += 1
      }
      while last < after.count, after[last].range.upperBound <= hunk.new.lowerBound { last += 1 }
      let gone = before[first...].indices.prefix {
        before[$0].range.lowerBound < hunk.old.upperBound
      }
      let came = after[last...].indices.prefix { after[$0].range.lowerBound < hunk.new.upperBound }
      for kind in [Change.Claim.Kind.date, .number] {
        let free = (
          gone.filter { before[$0].kind == kind && !taken.contains($0) },
          came.filter { after[$0].kind == kind && mateOfNew[$0] == nil }
        )
        for (a, b) in zip(free.0, free.1) { match(a, b) }
      }
    }
    for index in after.indices {
      guard let mate = mateOfNew[index] else { continue }
      let isDate = before[mate].kind == .date || after[index].kind == .date
      add(isDate ? .date : .number, old[before[mate].range], new[after[index].range])
    }
  }

  private func owners(_ figures: [Figure], _ count: Int) -> [Int?] {
    var owners: [Int?] = Array(repeating: nil, count: count)
    for (index, figure) in figures.enumerated() {
      for token in figure.range { owners[token] = index }
    }
    return owners
  }

  // MARK: Names

  private mutating func addNames(_ hunk: TokenDifference.Hunk) {
    func found(_ tokens: [Token], _ range: Range<Int>) -> (tokens: [Int], isSure: Bool) {
      let answers = range.map { names.isName(tokens, $0) }
      return (zip(range, answers).filter { $1 != .none }.map(\.0), answers.contains(.name))
    }
    let (before, after) = (found(old, hunk.old), found(new, hunk.new))
    // A capital that may only begin a sentence is a name where a name stood, or stands.
    let isLikely =
      before.tokens.allSatisfy { NameWords.looksLikeName(old[$0].text) }
      && after.tokens.allSatisfy { NameWords.looksLikeName(new[$0].text) }
    guard before.isSure || after.isSure || isLikely, let first = after.tokens.first,
      let last = after.tokens.last, !before.tokens.isEmpty
    else { return }
    let texts = (
      text(of: before.tokens.map { old[$0] }), text(of: after.tokens.map { new[$0] })
    )
    guard texts.0.withoutPossessive != texts.1.withoutPossessive else { return }
    all.append(
      Change.Claim(
        kind: .name, old: texts.0, new: texts.1, note: supports.note(of: first..<(last + 1)),
        noteChanged: false))
  }
}

/// Which note supports what the words of a text say.
private struct SupportingNotes {
  private let tokens: [Token]
  /// For each token and the end: the next note from there, and the end of its sentence or cell.
  private var nextNote: [Int]
  private var ends: [Int]
  /// For each token: the last note up to there; -1 for none.
  private var lastNote: [Int]

  init(_ tokens: [Token]) {
    self.tokens = tokens
    nextNote = Array(repeating: tokens.count, count: tokens.count + 1)
    ends = nextNote
    var last = -1
    lastNote = tokens.indices.map { index in
      if tokens[index].kind == .note { last = index }
      return last
    }
    for index in tokens.indices.reversed() {
      nextNote[index] = tokens[index].kind == .note ? index : nextNote[index + 1]
      let isEnd = tokens[index].kind == .cell || isSentenceEnd(tokens, index)
      ends[index] = isEnd ? index : ends[index + 1]
    }
  }

  /// The first after the words in their sentence, or right after its end; else the last before them in it;
  /// else the next of the paragraph, as notes stand for what leads up to them.
  func note(of words: Range<Int>) -> String? {
    let end = ends[words.upperBound]
    if nextNote[words.upperBound] < end { return label(nextNote[words.upperBound]) }
    var after = end
    if end < tokens.count, tokens[end].kind != .cell {
      after += 1
      while after < tokens.count, tokens[after].kind == .punctuation, !tokens[after].isSpaced {
        after += 1
      }
      if after < tokens.count, tokens[after].kind == .note, !tokens[after].isSpaced {
        return label(after)
      }
    }
    let before = words.lowerBound > 0 ? lastNote[words.lowerBound - 1] : -1
    // One that follows the end of a sentence is that sentence's.
    if before >= 0, ends[before] >= words.lowerBound,
      before == 0 || !isSentenceEnd(tokens, before - 1)
    {
      return label(before)
    }
    return nextNote[after] < tokens.count ? label(nextNote[after]) : nil
  }

  private func label(_ index: Int) -> String { String(tokens[index].text.dropFirst(2).dropLast()) }
}

extension String {
  fileprivate var withoutPossessive: String {
    for ending in ["’s", "'s"] where hasSuffix(ending) { return String(dropLast(2)) }
    return self
  }
}
