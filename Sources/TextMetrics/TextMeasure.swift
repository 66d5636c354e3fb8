/// How much room a text takes, estimated: the reader's own font is not known when a drawing is made.
public enum TextMeasure {
  /// The estimated width of a line in ems: those of a common sans-serif, rounded up.
  public static func width(of text: String) -> Double {
    var width = 0.0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x300...0x36F, 0x610...0x61A, 0x64B...0x65F, 0x670, 0x200B...0x200F, 0x202A...0x202E,
        0x2066...0x2069, 0xFE00...0xFE0F:
        continue
      case 0x20, 0xA0: width += 0.28
      case 0x21...0x7E: width += latin(scalar)
      case 0x600...0x77F: width += arabic(scalar)
      case 0x1100...0x11FF, 0x2E80...0x9FFF, 0xAC00...0xD7A3, 0xFF00...0xFF60: width += 1
      case 0x2018, 0x2019, 0x2BB...0x2BF: width += 0.25
      case 0x1F000...0x1FAFF, 0x2600...0x27BF: width += 1.3
      case 0x20000...0x3FFFF: width += 1
      default:
        let category = scalar.properties.generalCategory
        width += category == .nonspacingMark || category == .enclosingMark ? 0 : 0.62
      }
    }
    return width
  }

  private static func arabic(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "ا", "أ", "إ", "آ", "ل": 0.32
    case "س", "ش", "ص", "ض": 0.95
    case "د", "ذ", "ر", "ز", "و", "ي", "ن", "ب", "ت", "ث", "ف", "ق", "ه", "ئ", "ى", "ء": 0.52
    default: 0.62
    }
  }

  private static func latin(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", ".", ",", ":", ";", "'", "!", "|", "I": 0.29
    case "f", "t", "r", "-", "(", ")", "/", "[", "]", "\"": 0.38
    case "m", "M", "W", "w", "@", "%": 0.9
    case "A"..."Z": 0.7
    default: 0.57
    }
  }

  /// A name cut into lines of about equal length, none much wider than a number of ems.
  public static func lines(of text: String, within ems: Double) -> [String] {
    let whole = width(of: text)
    guard whole > ems else { return [text] }
    let words = words(of: text)
    // A longer name finds room on no sheet, on one line or on many, and costs much to divide.
    guard whole <= 1000, words.count > 1 else { return [text] }
    let count = Int((whole / ems).rounded(.up))
    // The narrowest measure that needs no more lines than that.
    var measure = whole / Double(count)
    var lines = filled(words, measure: measure)
    while lines.count > count {
      measure += 0.5
      lines = filled(words, measure: measure)
    }
    return lines
  }

  /// A text cut into lines of a number of ems at most; a longer word stands alone.
  public static func paragraph(_ text: String, within ems: Double) -> [String] {
    filled(words(of: text), measure: ems)
  }

  /// What may stand on a line of its own: words, and the parts of a word that an en dash joins.
  private static func words(of text: String) -> [(text: String, isJoined: Bool)] {
    text.unicodeScalars.split { scalar in
      scalar.isASCII
        ? scalar == " " || (9...13).contains(scalar.value) : scalar.properties.isWhitespace
    }.flatMap { word in
      let parts = Substring(word).split(separator: "–", omittingEmptySubsequences: false)
      return parts.enumerated().compactMap { index, part in
        let text = index + 1 < parts.count ? part + "–" : part
        return text.isEmpty ? nil : (String(text), index > 0)
      }
    }
  }

  /// As many words on each line as the measure allows; one at least.
  private static func filled(
    _ words: [(text: String, isJoined: Bool)], measure: Double
  ) -> [String] {
    var lines: [String] = []
    var filled = 0.0
    for (word, isJoined) in words {
      let blank = isJoined ? "" : " "
      let (own, added) = (width(of: word), width(of: blank))
      if !lines.isEmpty, filled + (added + own) <= measure {
        lines[lines.count - 1] += blank
        lines[lines.count - 1] += word
        filled += added + own
      } else {
        lines.append(word)
        filled = own
      }
    }
    return lines
  }
}
