/// Whether the full stop at `dot` belongs to an abbreviation, an initial or a number of a list rather
/// than ends a sentence; `next`: where the word after it begins.
func isAbbreviation(_ text: [UInt8], dot: Int, next: Int) -> Bool {
  var start = dot
  while let (last, before) = scalar(before: start, in: text),
    last == "." || last.properties.isAlphabetic || last.properties.numericType != nil
      || last.properties.generalCategory == .nonspacingMark
  {
    // No abbreviation is that long.
    if dot - start > 64 { return false }
    start = before
  }
  let word = String(decoding: text[start..<dot], as: UTF8.self)
  if word.isEmpty || word.last == "." { return false }
  if word.allSatisfy(\.isNumber) { return start == 0 || isGermanMonth(text, next) }
  let parts = word.split(separator: ".", omittingEmptySubsequences: false)
  let areLetters = word.allSatisfy { $0.isLetter || $0 == "." }
  if parts.count > 1 { return areLetters && parts.allSatisfy { (1...2).contains($0.count) } }
  if word.count == 1 { return areLetters }
  if never.contains(word) || never.contains(word.prefix(1).lowercased() + word.dropFirst()) {
    return true
  }
  guard beforeNumbers.contains(word.lowercased()) else { return false }
  return isNumber(text, next)
}

/// “3. Mai”
private func isGermanMonth(_ text: [UInt8], _ start: Int) -> Bool {
  let months = [
    "Januar", "Jänner", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
    "Oktober", "November", "Dezember",
  ]
  let word = String(decoding: text[start...].prefix(12), as: UTF8.self).prefix { $0.isLetter }
  return months.contains(String(word))
}

/// Digits, a Roman number in capitals, or a sign of a document: “S/2014/365”, “A.1”, “R. 123”.
private func isNumber(_ text: [UInt8], _ start: Int) -> Bool {
  guard let (first, end) = scalar(at: start, in: text) else { return false }
  if first.properties.numericType != nil { return true }
  if first.properties.isUppercase, end < text.count, text[end] == UInt8(ascii: ".") { return true }
  let word = text[start...].prefix(64).prefix { !isBlank($0) && $0 != 0x0A }
  if word.contains(where: { (48...57).contains($0) }) { return true }
  let roman = Set("IVXLCDM".utf8)
  let letters = text[start...].prefix { roman.contains($0) }
  guard !letters.isEmpty, letters.count < 9 else { return false }
  guard let (after, _) = scalar(at: letters.endIndex, in: text) else { return true }
  return !after.properties.isAlphabetic
}

/// Abbreviations after which a sentence goes on: titles, and words that something must follow.
private let never: Set<String> = [
  "gen", "Gens", "gén", "Gén", "Sens", "Drs", "Eng", "Pvt", "Pfc", "Supt", "Det", "Insp", "Asst",
  "Atty",
  "Cdt", "Cne", "Adj", "Maj", "Bd", "Éds", "Mass", "تر", "تح", "ط", "ص", "د", "أ", "م", "ج",
  "Dr", "Mr", "Mrs", "Ms", "Messrs", "Prof", "Profs", "Gen", "Col", "Lt", "Maj", "Capt", "Cpt",
  "Cdr", "Cmdr", "Sgt", "Cpl", "Brig", "Adm", "Rev", "Hon", "Gov", "Sen", "Rep", "Reps", "Pres",
  "Amb", "Min", "Sec", "Dep", "St", "Ste", "Sts", "Mt", "Ft", "Jr", "Sr", "Sra", "Dra", "Inc",
  "Ltd",
  "Corp", "Bros", "Univ", "Dept", "Assn", "vs", "Vs", "cf", "Cf", "viz", "ca", "al", "approx", "op",
  "Op", "loc", "Loc", "ed", "Ed", "eds", "Eds", "trans", "Trans", "transl", "repr", "resp", "esp",
  "incl", "excl", "MM", "Mme", "Mmes", "Mlle", "Mlles", "Mgr", "Me", "Pr", "av", "apr", "env",
  "Env", "éd", "Éd",
  "trad", "coll", "dir", "hrsg", "bzw", "Hr", "Fr", "Ing", "Dipl", "Ph", "ex",
]

/// Abbreviations after which a number belongs to them, and any other word begins a sentence.
private let beforeNumbers: Set<String> = [
  "no", "nos", "nr", "num", "núm", "art", "arts", "fig", "figs", "vol", "vols", "pp", "pg", "pág",
  "págs", "ch", "chap", "sec", "sect", "para", "paras", "par", "col", "cols", "fol", "eq", "tab",
  "app", "annex", "pt", "pts", "bk", "ser", "ep", "nn", "ll", "vv", "op", "res", "doc", "docs",
  "abs",
  "bd", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "janv",
  "févr", "avr", "juil", "déc", "tel", "tél", "al", "alin", "réf", "ref",
]
