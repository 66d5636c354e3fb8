/// Words of English, French, German and Arabic that count, and that date.
enum FigureWords {
  static func isNumber(_ word: String) -> Bool {
    let word = word.lowercased()
    if numbers.contains(word) { return true }
    // “twenty-one”, “quatre-vingt-dix”
    let parts = word.split(whereSeparator: { "-\u{2011}–".contains($0) })
    return parts.count > 1 && parts.allSatisfy { numbers.contains(String($0)) || $0 == "et" }
  }

  /// Whether it may be an article.
  static func isArticle(_ word: String) -> Bool {
    ["one", "un", "une"].contains(word.lowercased())
  }

  static func isScale(_ word: String) -> Bool { scales.contains(word.lowercased()) }

  private static let scales: Set<String> = [
    "hundred", "thousand", "million", "billion", "trillion", "cent", "cents", "mille", "millions",
    "milliard", "milliards",
  ]

  private static let numbers: Set<String> = scales.union([
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundreds",
    "thousands", "billions", "dozen", "dozens", "half", "third", "thirds", "quarter", "quarters",
    "twice", "percent", "un", "une", "deux", "trois", "quatre", "cinq", "sept", "huit", "neuf",
    "dix",
    "onze", "douze", "treize", "quatorze", "quinze", "seize", "vingt", "vingts", "trente",
    "quarante",
    "cinquante", "soixante", "centaine", "centaines", "millier", "milliers", "dizaine", "dizaines",
    "douzaine", "moitié", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn",
    "elf", "zwölf", "zwanzig", "dreißig", "vierzig", "fünfzig", "hundert", "tausend", "واحد",
    "واحدة", "اثنان", "اثنين", "اثنتان", "ثلاثة", "ثلاث", "أربعة", "أربع", "خمسة", "خمس", "ستة",
    "ست", "سبعة", "سبع", "ثمانية", "ثماني", "تسعة", "تسع", "عشرة", "عشر", "عشرون", "عشرين",
    "ثلاثون", "ثلاثين", "أربعون", "أربعين", "خمسون", "خمسين", "ستون", "ستين", "سبعون", "سبعين",
    "ثمانون", "ثمانين", "تسعون", "تسعين", "مئة", "مائة", "مئات", "ألف", "آلاف", "مليون", "ملايين",
    "مليار", "نصف", "ثلث", "ربع",
  ])

  static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept",
    "oct", "nov", "dec", "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
    "septembre", "octobre", "novembre", "décembre", "janv", "févr", "avr", "juil", "déc", "januar",
    "februar", "märz", "juni", "juli", "oktober", "dezember", "يناير", "فبراير", "مارس", "أبريل",
    "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر", "كانون", "شباط",
    "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين",
  ]

  /// Words before a year.
  static let beforeYears: Set<String> = [
    "in", "since", "from", "until", "till", "by", "during", "before", "after", "early", "late",
    "mid",
    "year", "between", "summer", "autumn", "winter", "spring", "en", "depuis",
    "dès", "jusqu’en", "avant", "après", "fin", "début", "année", "seit", "bis", "jahr", "im",
    "عام",
    "سنة", "منذ", "حتى",
  ]
}
