/// Whether a token ends a sentence.
func isSentenceEnd(_ tokens: [Token], _ index: Int) -> Bool {
  let token = tokens[index]
  guard ["!", "?", "؟", "۔", "…", ".", "。"].contains(token.text) else { return false }
  guard token.text == ".", index > 0, !token.isSpaced else { return true }
  let before = tokens[index - 1]
  // “U.S.”, “J.”, “Dr.”
  if before.kind == .word, before.text.count == 1 || NameWords.abbreviations.contains(before.text) {
    return index + 1 == tokens.count
  }
  return true
}

/// Whether a token is the first word of a sentence, a cell or something quoted.
func startsSentence(_ tokens: [Token], _ index: Int) -> Bool {
  var at = index - 1
  while at >= 0,
    tokens[at].kind == .note || ["“", "\"", "«", "‘", "(", "„"].contains(tokens[at].text)
  {
    at -= 1
  }
  if at < 0 || tokens[at].kind == .cell || tokens[at].text == ":" { return true }
  // A comma and an opening quotation mark begin what somebody says.
  if at < index - 1, tokens[at].text == ",", tokens[at + 1].kind != .note { return true }
  return isSentenceEnd(tokens, at)
}
