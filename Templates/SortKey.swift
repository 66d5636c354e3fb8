/// What a name is sorted by in a list for readers: without regard to case, and without the article
/// that begins it (“al-Hasaka” under H), as indexes do.
func sortKey(_ name: String) -> String {
  var key = name.lowercased()[...]
  while let first = key.first, !first.isLetter, !first.isNumber { key.removeFirst() }
  for article in ["al-", "the "] where key.hasPrefix(article) && key.count > article.count {
    key.removeFirst(article.count)
    break
  }
  return String(key)
}
