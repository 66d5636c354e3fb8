/// Numbers, dates and names that one text has where the other has others.
struct Claims {
  private(set) var all: [Change.Claim] = []

  init(_ old: [Token], _ new: [Token], _ hunk: TokenDifference.Hunk) {
    let note = Self.note(of: new, around: hunk.new)
    func add(_ kind: Change.Claim.Kind, _ before: String, _ after: String) {
      guard before != after, !before.isEmpty, !after.isEmpty else { return }
      all.append(.init(kind: kind, old: before, new: after, note: note, noteChanged: false))
    }
    let months = (Self.hasMonth(old[hunk.old]), Self.hasMonth(new[hunk.new]))
    let (oldDate, newDate) = (Self.date(old, hunk.old), Self.date(new, hunk.new))
    if let oldDate, let newDate, months.0 || months.1 || Self.hasNumber(old[hunk.old]) {
      add(.date, oldDate, newDate)
    } else {
      let numbers = (old[hunk.old].filter(Self.isNumber), new[hunk.new].filter(Self.isNumber))
      for (before, after) in zip(numbers.0, numbers.1) where before.key != after.key {
        add(.number, before.text, after.text)
      }
    }
    add(.name, Self.names(old, hunk.old), Self.names(new, hunk.new))
  }

  // MARK: What words are

  private static func isNumber(_ token: Token) -> Bool {
    token.kind == .number || numberWords.contains(token.text.lowercased())
  }

  private static func hasNumber(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.contains { $0.kind == .number }
  }

  private static func isMonth(_ token: Token) -> Bool {
    token.kind == .word && months.contains(token.text.lowercased())
      && (token.text != "may" && token.text != "march")
  }

  private static func hasMonth(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.contains(where: isMonth)
  }

  /// The date that a hunk is part of, with its month; `nil` where there is none.
  private static func date(_ tokens: [Token], _ range: Range<Int>) -> String? {
    func isPart(_ index: Int) -> Bool {
      tokens[index].kind == .number || isMonth(tokens[index])
    }
    guard let first = range.first(where: isPart), let last = range.last(where: isPart) else {
      return nil
    }
    var (low, high) = (first, last)
    while low > 0, first - low < 2, isPart(low - 1) { low -= 1 }
    while high + 1 < tokens.count, high - last < 2, isPart(high + 1) { high += 1 }
    let part = tokens[low...high]
    guard hasMonth(part), hasNumber(part), part.allSatisfy({ $0.isWord }), part.count <= 5 else {
      return nil
    }
    return text(of: part)
  }

  /// The names in a hunk: capitals inside a sentence, and what links to a record.
  private static func names(_ tokens: [Token], _ range: Range<Int>) -> String {
    let found = range.filter { index in
      let token = tokens[index]
      guard token.kind == .word, !isMonth(token) else { return false }
      if let link = token.link, !link.contains("/"), recordKinds.contains(where: link.hasPrefix) {
        return true
      }
      guard let first = token.text.unicodeScalars.first else { return false }
      let isCapital =
        first.properties.isUppercase
        || (token.text.hasPrefix("al-")
          && token.text.dropFirst(3).first?.unicodeScalars.first?.properties.isUppercase == true)
      return isCapital && !startsSentence(tokens, index)
        && !numberWords.contains(token.text.lowercased())
    }
    return text(of: found.map { tokens[$0] })
  }

  private static let recordKinds = ["place:", "actor:", "source:", "person:", "event:", "zone:"]

  private static func startsSentence(_ tokens: [Token], _ index: Int) -> Bool {
    var at = index - 1
    while at >= 0, tokens[at].kind == .note { at -= 1 }
    return at < 0 || isSentenceEnd(tokens[at]) || tokens[at].text == ":"
  }

  private static func isSentenceEnd(_ token: Token) -> Bool {
    [".", "!", "?", "؟", "۔", "…", "|"].contains(token.text)
  }

  /// The note that supports what a hunk says: the first after it, as a note stands for what leads up to
  /// it; at the end of a text the last before, if it stands in the same sentence.
  private static func note(of tokens: [Token], around range: Range<Int>) -> String? {
    func label(_ token: Token) -> String { String(token.text.dropFirst(2).dropLast()) }
    if let next = tokens[range.upperBound...].first(where: { $0.kind == .note }) {
      return label(next)
    }
    var at = range.lowerBound - 1
    while at >= 0, !isSentenceEnd(tokens[at]) {
      if tokens[at].kind == .note {
        return at > 0 && isSentenceEnd(tokens[at - 1]) ? nil : label(tokens[at])
      }
      at -= 1
    }
    return nil
  }

  private static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre", "يناير", "فبراير", "مارس",
    "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
    "كانون", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين",
  ]

  private static let numberWords: Set<String> = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "hundreds",
    "thousand", "thousands", "million", "millions", "billion", "dozen", "dozens", "half", "third",
    "quarter", "deux", "trois", "quatre", "cinq", "sept", "huit", "neuf", "dix", "onze", "douze",
    "vingt", "trente", "quarante", "cinquante", "soixante", "cent", "cents", "mille",
    "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة", "مئة", "مائة", "ألف",
    "مليون",
  ]
}
