internal import Diagnostics

/// Changes as Markdown, for a comment on a pull request.
///
/// - Parameters:
///   - findings: what keeps a side from being compared whole.
///   - most: bytes; what does not fit is left out, and said.
public func reviewMarkdown(
  of changes: [Change], findings: SideFindings = SideFindings(), most: Int = 60_000
) -> String {
  var out = "**" + ReviewSummary(changes).sentence(findings) + "**\n"
  out += findings.markdown
  var left = 0
  for weight in [Change.Weight.meaning, .order, .numbering, .typography] {
    let group = changes.filter { $0.weight == weight }
    guard !group.isEmpty else { continue }
    let head =
      "\n<details\(weight == .meaning ? " open" : "")>\n"
      + "<summary>\(weight.title): \(group.count)</summary>\n\n"
    let foot = "\n</details>\n"
    // Room for the last sentence too.
    guard out.utf8.count + head.utf8.count + foot.utf8.count + 200 < most else {
      left += group.count
      continue
    }
    out += head
    for change in group {
      let item = change.markdown
      // One that is too long leaves room for shorter ones.
      guard out.utf8.count + item.utf8.count + foot.utf8.count + 200 < most else {
        left += 1
        continue
      }
      out += item
    }
    out += foot
  }
  if left > 0 {
    out +=
      "\n\(left) \(left == 1 ? "change is" : "changes are") left out: the comment would be too long.\n"
  }
  return out
}

extension SideFindings {
  private static let most = 20
  private static let mostBytes = 10_000

  fileprivate var markdown: String {
    if sentences.isEmpty { return "" }
    var out = "\n<details open>\n<summary>Errors: \(all.count)</summary>\n\n"
    for sentence in sentences {
      out += (sentence.prefix(1).uppercased() + sentence.dropFirst()).markdownText + ".\n"
    }
    out += "\n"
    var shown = 0
    for (side, finding) in all.prefix(Self.most) {
      var item = "- \(side): \(finding.message.cut(to: 400).markdownText) "
      item += "`\(finding.location.shown.filter { $0 != "`" }.cut(to: 200))`\n"
      // The changes need room too.
      if out.utf8.count + item.utf8.count > Self.mostBytes { break }
      out += item
      shown += 1
    }
    if all.count > shown { out += "- and \(all.count - shown) more\n" }
    return out + "\n</details>\n"
  }
}

extension Change {
  /// Words of a passage that a comment shows.
  private static let mostWords = 300

  fileprivate var markdown: String {
    var out = "- **\(heading.markdownText)**"
    if let place = location.new ?? location.old { out += " `\(place.shown.filter { $0 != "`" })`" }
    out += "\n"
    if let remark { out += "  \(remark.markdownText)  \n" }
    if !text.isEmpty {
      out += "  > "
      for fragment in text.elided() {
        let text = fragment.text.cut(words: Self.mostWords).markdownText
        switch fragment.kind {
        case .kept: out += out.hasSuffix("  > ") ? text.withoutMark : text
        case .deleted: out += text.around("<del>", "</del>")
        case .inserted: out += text.around("<ins>", "</ins>")
        }
      }
      out += "\n\n"
    }
    for claim in claims { out += "  - \(claim.sentence(in: self).markdownText)\n" }
    for field in fields {
      out += "  - \(field.name.markdownText): "
      if let old = field.old { out += "<del>\(old.cut(words: Self.mostWords).markdownText)</del>" }
      if field.old != nil, field.new != nil { out += " → " }
      if let new = field.new { out += "<ins>\(new.cut(words: Self.mostWords).markdownText)</ins>" }
      if let difference = field.difference { out += " (\(difference.markdownText))" }
      out += "\n"
    }
    return out
  }
}
