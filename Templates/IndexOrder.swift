internal import HTML

/// What names are sorted by in lists for readers, and the letter under which each stands.
///
/// As indexes do: without regard to case, accents and vowel signs, without the article that begins a name
/// (“al-Hasaka” under H, «الحسكة» under ح), letters of the page's own script before those of others.
struct IndexOrder {
  /// Whether the page is in a language of Arabic script.
  let isArabic: Bool
  /// Words that begin names without being what they are looked up by, in lower case.
  let articles: [[Unicode.Scalar]]

  /// - Parameter language: the page's, BCP 47.
  init(language: String) {
    let tongue = language.prefix { $0 != "-" }.lowercased()
    isArabic = ["ar", "fa", "ur", "ckb", "ps"].contains(tongue)
    let articles = ["al-", "the ", "ال"] + (tongue == "en" ? ["a ", "an "] : [])
    self.articles = articles.map { Array($0.unicodeScalars) }
  }

  /// A key that compares as the names are to stand.
  struct Key: Comparable {
    /// 0 for the page's own script, 1 for others, 2 for figures and signs.
    var group: Int
    /// Letters without accents.
    var letters: [UInt32]
    /// What tells names of the same letters apart.
    var name: String

    static func < (a: Key, b: Key) -> Bool {
      if a.group != b.group { return a.group < b.group }
      if a.letters != b.letters { return a.letters.lexicographicallyPrecedes(b.letters) }
      return a.name < b.name
    }
  }

  func key(_ name: String) -> Key {
    let letters = letters(of: name)
    return Key(group: group(letters.first), letters: letters.map(\.value), name: name)
  }

  /// The letter as a heading; `nil` for figures and signs.
  func letter(of key: Key) -> String? {
    guard key.group < 2, let first = key.letters.first.flatMap(Unicode.Scalar.init) else {
      return nil
    }
    return String(String(first).uppercased().prefix(1))
  }

  private func group(_ first: Unicode.Scalar?) -> Int {
    guard let first, first.properties.isAlphabetic else { return 2 }
    return (0x600...0x6FF).contains(first.value) == isArabic ? 0 : 1
  }

  private func letters(of name: String) -> [Unicode.Scalar] {
    var out: [Unicode.Scalar] = []
    let scalars = Array(name.lowercased().unicodeScalars)
    var rest = scalars.drop { !$0.properties.isAlphabetic && $0.properties.numericType == nil }
    for article in articles where rest.starts(with: article) && rest.count > article.count + 1 {
      rest = rest.dropFirst(article.count)
      break
    }
    for scalar in rest {
      if let plain = Self.plain[scalar] {
        out += plain.unicodeScalars
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        // Vowel signs and joined accents are no letters of their own.
        if scalar.properties.generalCategory != .nonspacingMark { out.append(scalar) }
      } else if scalar.properties.isWhitespace || scalar == "-" {
        if let last = out.last, last != " " { out.append(" ") }
      }
    }
    return out
  }

  /// Letters with accents by those that they are sorted as: Latin (blocks Latin-1 and Extended-A, and the
  /// dotted letters of transliteration) and the forms of alif, ya and ta of Arabic.
  private static let plain: [Unicode.Scalar: String] = {
    var plain: [Unicode.Scalar: String] = [:]
    for (letters, base) in [
      ("àáâãäåāăąǎ", "a"), ("æ", "ae"), ("çćĉċč", "c"), ("ďđðḍ", "d"), ("èéêëēĕėęě", "e"),
      ("ĝğġģ", "g"), ("ĥħḥ", "h"), ("ìíîïĩīĭįıǐ", "i"), ("ĵ", "j"), ("ķ", "k"), ("ĺļľŀł", "l"),
      ("ñńņňŉŋ", "n"), ("òóôõöøōŏőǒ", "o"), ("œ", "oe"), ("ŕŗř", "r"), ("śŝşšșṣ", "s"),
      ("ß", "ss"), ("ţťŧțṭ", "t"), ("þ", "th"), ("ùúûüũūŭůűųǔ", "u"), ("ŵ", "w"),
      ("ýÿŷ", "y"), ("źżžẓ", "z"), ("ʿʾʻʼ", ""),
      ("أإآٱ", "ا"), ("ى", "ي"), ("ؤ", "و"), ("ئ", "ي"), ("ة", "ه"), ("ـ", ""),
    ] {
      for scalar in letters.unicodeScalars { plain[scalar] = base }
    }
    return plain
  }()
}

extension PageContext {
  var indexOrder: IndexOrder { IndexOrder(language: language) }
}
