internal import Model

/// Which words of some texts name somebody or something.
///
/// A word with a capital inside a sentence does. One that begins a sentence does if it is written so
/// elsewhere, is of a record's name, an acronym, or followed by another.
final class NameWords {
  private let texts: () -> [[Token]]
  private let records: () -> [String]
  private lazy var words = Words(texts(), records())

  /// - Parameters:
  ///   - texts: what the briefs say, asked for when first needed.
  ///   - records: names of places, actors and people.
  init(texts: @escaping () -> [[Token]], records: @escaping () -> [String]) {
    self.texts = texts
    self.records = records
  }

  private struct Words {
    /// Written with a capital inside a sentence.
    var capital: Set<String> = []
    /// Written without one.
    var small: Set<String> = []
    /// Of records' names.
    var known: Set<String> = []

    init(_ texts: [[Token]], _ records: [String]) {
      for tokens in texts {
        for (index, token) in tokens.enumerated() where token.kind == .word {
          if !token.text.beginsWithCapital {
            small.insert(token.text)
          } else if !startsSentence(tokens, index) {
            capital.insert(token.text)
          }
        }
      }
      for name in records {
        for word in tokens(of: name) where word.kind == .word {
          if word.text.beginsWithCapital || !word.text.hasCase { known.insert(word.text) }
        }
      }
    }
  }

  enum Answer { case name, perhaps, none }

  /// Whether a token is a name; perhaps where it has a capital only for beginning a sentence, as far as the
  /// texts tell.
  func isName(_ tokens: [Token], _ index: Int) -> Answer {
    let token = tokens[index]
    let (text, small) = (token.text, token.text.lowercased())
    guard token.kind == .word, !FigureWords.months.contains(small) else { return .none }
    if let link = token.link, !link.contains("/"), Self.recordKinds.contains(where: link.hasPrefix)
    {
      return .name
    }
    if FigureWords.isNumber(text) { return .none }
    if words.known.contains(text) { return .name }
    guard text.beginsWithCapital, !Self.common.contains(small) else { return .none }
    guard startsSentence(tokens, index) else { return .name }
    let letters = text.unicodeScalars.filter(\.properties.isAlphabetic)
    let isAcronym = letters.count > 1 && letters.allSatisfy(\.properties.isUppercase)
    if isAcronym || words.capital.contains(text) { return .name }
    // “Ahmad Hassan left”
    if index + 1 < tokens.count, tokens[index + 1].text.beginsWithCapital,
      tokens[index + 1].isSpaced
    {
      return .name
    }
    return words.small.contains(small) ? .none : .perhaps
  }

  /// Whether a word that may only begin a sentence looks like no other word of English or French.
  static func looksLikeName(_ text: String) -> Bool {
    text.count > 3 && !endings.contains(where: text.lowercased().hasSuffix)
  }

  private static let endings = [
    "s", "ing", "ed", "ly", "tion", "ment", "ness", "ity", "er", "al", "ic", "ous", "ive", "able",
    "ance",
    "ence", "ward", "ism",
  ]

  private static let recordKinds = ["place:", "actor:", "person:", "zone:"]

  /// Words that often begin a sentence.
  private static let common: Set<String> = [
    "the", "a", "an", "this", "that", "these", "those", "he", "she", "it", "they", "we", "you",
    "i", "his", "her", "its", "their", "our", "your", "my", "in", "on", "at", "by", "for", "from",
    "to", "with", "without", "of", "as", "and", "but", "or", "nor", "so", "yet", "if", "when",
    "while", "where", "who", "what", "why", "how", "which", "there", "here", "then", "now", "no",
    "not", "none", "nobody", "nothing", "everybody", "everyone", "everything", "somebody",
    "someone", "something", "anybody", "anyone", "all", "some", "many", "most", "few", "several",
    "each", "every", "both", "either", "neither", "another", "other", "such", "after", "before",
    "since", "until", "during", "despite", "although", "though", "because", "however", "moreover",
    "thus", "hence", "also", "only", "even", "indeed", "instead", "meanwhile", "rather",
    "perhaps", "about", "around", "almost", "nearly", "over", "under", "more", "less", "least",
    "much", "soon", "later", "last", "next", "first", "second", "third", "just", "like", "near",
    "part", "them", "themselves", "than", "through", "throughout", "toward", "upon", "whatever",
    "whether", "whom", "will", "within", "people", "between", "against", "along", "among", "back",
    "down", "early", "late", "long", "still", "once", "never", "always", "often", "today",
    "yesterday", "tomorrow", "one", "le", "la", "les", "un", "une", "des", "ce", "cet", "cette",
    "ces", "il", "elle", "ils", "elles", "nous", "vous", "je", "son", "sa", "ses", "leur",
    "leurs", "dans", "en", "sur", "sous", "par", "pour", "avec", "sans", "chez", "entre", "vers",
    "depuis", "pendant", "après", "avant", "et", "mais", "ou", "donc", "car", "si", "quand",
    "lorsque", "comme", "qui", "que", "quoi", "où", "der", "die", "das", "ein", "eine", "er",
    "sie", "es", "wir", "ich", "im", "am", "und", "aber",
  ]

  /// After these a full stop ends no sentence.
  static let abbreviations: Set<String> = [
    "Dr", "Mr", "Mrs", "Ms", "Prof", "Gen", "Col", "Lt", "Maj", "Capt", "Sgt", "St", "Mt", "No",
    "no",
    "vs", "cf", "al", "approx", "ca", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep",
    "Sept",
    "Oct", "Nov", "Dec", "Fig", "fig", "Vol", "vol", "Art", "art", "pp", "ed", "eds", "Mme", "Mlle",
  ]
}

extension String {
  /// “Hasaka”, “al-Hasaka”, “d’Alep”.
  var beginsWithCapital: Bool {
    guard let first = unicodeScalars.first else { return false }
    if first.properties.isUppercase { return true }
    for lead in [
      "al-", "el-", "ad-", "ar-", "as-", "at-", "az-", "an-", "ash-", "d’", "d'", "l’", "l'",
    ]
    where hasPrefix(lead) {
      return dropFirst(lead.count).unicodeScalars.first?.properties.isUppercase == true
    }
    return false
  }

  /// Whether its script has capitals.
  var hasCase: Bool { unicodeScalars.contains { $0.properties.isCased } }
}
