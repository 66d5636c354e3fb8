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
  if word.allSatisfy(\.isNumber) { return start == 0 }
  let parts = word.split(separator: ".", omittingEmptySubsequences: false)
  let areLetters = word.allSatisfy { $0.isLetter || $0 == "." }
  if parts.count > 1 { return areLetters && parts.allSatisfy { (1...2).contains($0.count) } }
  if word.count == 1 { return areLetters }
  if never.contains(word) { return true }
  guard beforeNumbers.contains(word.lowercased()) else { return false }
  return isNumber(text, next)
}

/// Digits, or a Roman number in capitals.
private func isNumber(_ text: [UInt8], _ start: Int) -> Bool {
  guard let (first, _) = scalar(at: start, in: text) else { return false }
  if first.properties.numericType != nil { return true }
  let roman = Set("IVXLCDM".utf8)
  let letters = text[start...].prefix { roman.contains($0) }
  guard !letters.isEmpty, letters.count < 9 else { return false }
  guard let (after, _) = scalar(at: letters.endIndex, in: text) else { return true }
  return !after.properties.isAlphabetic
}

/// Abbreviations after which a sentence goes on: titles, and words that something must follow.
private let never: Set<String> = [
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
