extension String {
  /// What begins a line is no mark of a list, a heading or a quotation.
  var withoutMark: String {
    if let first, "-+=:".contains(first) { return "\\" + self }
    let digits = prefix { $0.isASCII && $0.isNumber }
    let mark = dropFirst(digits.count).first
    guard !digits.isEmpty, let mark, ".)".contains(mark) else { return self }
    return digits + "\\" + dropFirst(digits.count)
  }

  func cut(to most: Int) -> String { count > most ? prefix(most) + "…" : self }

  /// Without what follows so many words, and how many they are; no longer than they may be.
  func cut(words most: Int) -> String {
    if utf8.count < most * 2 { return self }
    let words = split(separator: " ", maxSplits: most, omittingEmptySubsequences: true)
    let isLong = utf8.count > most * 20
    guard words.count > most || isLong else { return self }
    let lead = hasPrefix(" ") ? " " : ""
    let kept = lead + words.prefix(most).joined(separator: " ")
    let rest = split(separator: " ", omittingEmptySubsequences: true).count - min(most, words.count)
    return kept.cut(to: most * 12) + (rest > 0 ? " … (\(rest) more words)" : "")
  }

  /// As text and nothing else: no markup, no mention of a person, one line.
  var markdownText: String {
    var out = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "{", "}", "[", "]", "#", "|", "~", "!", "$":
        out += "\\"
        out.unicodeScalars.append(scalar)
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "&": out += "&amp;"
      // A name after it would be told.
      case "@": out += "@<!-- -->"
      case "\n", "\r": out += " "
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// Marks go inside the blanks around a text.
  func around(_ open: String, _ close: String) -> String {
    let lead = prefix { $0 == " " }
    let rest = dropFirst(lead.count)
    return lead + open + rest + close
  }
}
