/// A number or a date in a text: the tokens that make it.
struct Figure {
  /// `.number` or `.date`.
  var kind: Change.Claim.Kind
  var range: Range<Int>

  /// All of a text, in order.
  static func all(in tokens: [Token]) -> [Figure] {
    var finder = FigureFinder(tokens)
    return finder.figures()
  }
}

private struct FigureFinder {
  let tokens: [Token]
  private var found: [Figure] = []

  init(_ tokens: [Token]) { self.tokens = tokens }

  mutating func figures() -> [Figure] {
    var at = 0
    while at < tokens.count {
      if let end = dateEnd(at) {
        found.append(Figure(kind: .date, range: at..<end))
        at = end
      } else if let end = numberEnd(at) {
        let start = at > 0 && isSign(at - 1) ? at - 1 : at
        found.append(Figure(kind: isYear(at, end) ? .date : .number, range: start..<end))
        at = end
      } else {
        at += 1
      }
    }
    return found
  }

  // MARK: Dates

  private func isMonth(_ index: Int) -> Bool {
    guard tokens.indices.contains(index), tokens[index].kind == .word else { return false }
    let text = tokens[index].text
    guard FigureWords.months.contains(text.lowercased()) else { return false }
    // “may” and “march” are verbs; a month is written with a capital, or beside a number.
    let isVerb = ["may", "march", "mars", "mai", "sept"].contains(text)
    return !isVerb || isNumber(index - 1) || isNumber(index + 1)
  }

  private func isNumber(_ index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].kind == .number
  }

  /// The index after a date that begins at `start`.
  private func dateEnd(_ start: Int) -> Int? {
    let token = tokens[start]
    if token.kind == .number, isWrittenDate(token.text) { return start + 1 }
    // 2022年1月20日
    if token.kind == .number, isOneOf(["年", "月", "日"], start + 1) {
      var end = start + 2
      while isNumber(end), isOneOf(["月", "日"], end + 1) { end += 2 }
      return end
    }
    var end = start
    var hasMonth = false
    // A day, a month and a year in any order; points after abbreviations, a comma before the year.
    while end < tokens.count, end - start < 8 {
      if isMonth(end), !hasMonth {
        hasMonth = true
        end += 1
        if isOneOf(["."], end), tokens[end - 1].text.count <= 4, !tokens[end].isSpaced { end += 1 }
        // “كانون الثاني”, “تشرين الأول”
        if isOneOf(["الثاني", "الأول"], end) { end += 1 }
      } else if isDayOrYear(end),
        hasMonth || isMonth(end + 1) || isOneOf(["."], end + 1) && isMonth(end + 2)
          || isOneOf(["de", "of"], end + 1) && isMonth(end + 2)
      {
        end += 1
        if !hasMonth, isOneOf([".", "de", "of"], end) { end += 1 }
      } else if hasMonth, isOneOf([","], end), isYearText(end + 1) {
        end += 1
      } else {
        break
      }
    }
    return hasMonth ? end : nil
  }

  private func isOneOf(_ texts: [String], _ index: Int) -> Bool {
    tokens.indices.contains(index) && texts.contains(tokens[index].text)
  }

  private func isDayOrYear(_ index: Int) -> Bool {
    guard isNumber(index) else { return false }
    let text = tokens[index].text
    let digits = text.prefix(while: \.isNumber)
    let ending = text.dropFirst(digits.count).lowercased()
    guard let number = Int(digits.western),
      ["", "st", "nd", "rd", "th", "er"].contains(ending)
        || isRange(text)
    else { return false }
    return (1...31).contains(number) || digits.count == 4
  }

  /// “20–25”
  private func isRange(_ text: String) -> Bool {
    let parts = text.split(whereSeparator: { "-–".contains($0) })
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
  }

  private func isYearText(_ index: Int) -> Bool {
    isNumber(index) && tokens[index].text.count == 4 && tokens[index].text.allSatisfy(\.isNumber)
  }

  /// 2022-01-20, 2022-01, 20.01.2022, 20/01/2022.
  private func isWrittenDate(_ text: String) -> Bool {
    for mark in ["-", ".", "/"] {
      let parts = text.split(separator: Character(mark), omittingEmptySubsequences: false)
      let numbers = parts.compactMap { Int($0.western) }
      guard numbers.count == parts.count else { continue }
      let lengths = parts.map(\.count)
      if lengths == [4, 2, 2], (1...12).contains(numbers[1]), (1...31).contains(numbers[2]) {
        return true
      }
      if mark == "-", lengths == [4, 2], (1...12).contains(numbers[1]) { return true }
      if parts.count == 3, lengths[2] == 4, (1...2).contains(lengths[0]),
        (1...2).contains(lengths[1]),
        numbers[0] <= 31, numbers[1] <= 31
      {
        return true
      }
    }
    return false
  }

  /// A year by itself, as the word before tells.
  private func isYear(_ start: Int, _ end: Int) -> Bool {
    guard end == start + 1, start > 0, isYearText(start) || isYears(tokens[start].text) else {
      return false
    }
    return FigureWords.beforeYears.contains(tokens[start - 1].text.lowercased())
  }

  /// “2014–2017”, “2014/15”
  private func isYears(_ text: String) -> Bool {
    let parts = text.split(whereSeparator: { "-–/".contains($0) })
    return parts.count == 2 && parts[0].count == 4 && parts.allSatisfy { $0.allSatisfy(\.isNumber) }
  }

  // MARK: Numbers

  private func isSign(_ index: Int) -> Bool {
    tokens[index].kind == .symbol && !tokens[index + 1].isSpaced
      && !["?", "!", "؟", "&", "@", "#", "*", "/"].contains(tokens[index].text)
  }

  private func isNumberWord(_ index: Int) -> Bool {
    guard tokens.indices.contains(index), tokens[index].kind == .word else { return false }
    return FigureWords.isNumber(tokens[index].text)
  }

  /// The index after a number that begins at `start`: “3 million”, “two hundred and fifty”, “12 %”.
  private func numberEnd(_ start: Int) -> Int? {
    guard isNumber(start) || isNumberWord(start) else { return nil }
    // “one of them”, “un homme”: an article as often as a number.
    var end = start + 1
    while end < tokens.count {
      if isNumberWord(end), !FigureWords.isArticle(tokens[end].text) {
        end += 1
      } else if isOneOf(["and", "et"], end), isNumberWord(end + 1),
        end > start, FigureWords.isScale(tokens[end - 1].text)
      {
        end += 2
      } else if isOneOf(["%", "‰"], end) {
        end += 1
      } else {
        break
      }
    }
    return end
  }
}

extension Substring {
  /// With the digits 0–9, whatever digits it is written with.
  fileprivate var western: String {
    map { $0.wholeNumberValue.map(String.init) ?? String($0) }.joined()
  }
}
