internal import Diagnostics
public import Model

/// Entries for `revisions:` that tell readers what changed, a proposal to be edited: for each brief that
/// says something else, a summary in numbers and the passages before and since.
///
/// - Parameters:
///   - portals: the two sides.
///   - date: of the revision.
///   - sentences: divides a text into its sentences.
/// - Returns: YAML, with a comment that names each entry's file; a comment alone where there is nothing
///   to tell.
public func revisionDraft(
  of changes: [Change], in portals: (old: Portal, new: Portal), date: PartialDate,
  sentences: @escaping (String) -> [String]
) -> String {
  var out = ""
  for brief in portals.new.briefs {
    let own = changes.filter {
      $0.brief == brief.id && $0.weight < .numbering && isForReaders($0)
        // A translation has readers of its own.
        && $0.section?.contains("/") != true
    }
    if own.isEmpty { continue }
    if !out.isEmpty { out += "\n" }
    out += "# \(brief.file)\n"
    if !brief.language.hasPrefix("en") {
      out += "# the brief’s language is “\(brief.language)”: write the summary anew\n"
    }
    out += brief.revisions.isEmpty ? "revisions:\n" : "# to be added to “revisions:”\n"
    out += "  - date: \(date.iso)\n"
    out += "    summary: \(JSONText.quoted(summary(of: own).inlineMarkdown))\n"
    let briefs = portals.old.briefs.filter { $0.id == brief.id } + [brief]
    let passages = own.flatMap { Passages(briefs, sentences).items(of: $0) }
    if !passages.isEmpty { out += "    wording:\n" + passages.joined() }
  }
  if !out.isEmpty { return out }
  return changes.contains { $0.weight < .numbering }
    ? "# nothing that readers need to be told\n" : "# no change of meaning\n"
}

/// Whether readers of a brief learn of it: not what changes with something else, and no revision.
private func isForReaders(_ change: Change) -> Bool {
  switch change.target {
  case .page, .link, .brief: false
  case .metadata: !change.subject.hasPrefix("revision of ")
  default: true
  }
}

/// “374 is now 347; 2 paragraphs edited, 1 note inserted.”
private func summary(of changes: [Change]) -> String {
  var parts: [String] = []
  let claims = changes.flatMap(\.claims)
  if (1...3).contains(claims.count) {
    parts = claims.map { "“\($0.old)” is now “\($0.new)”" }
  }
  var counts: [(name: String, count: Int)] = []
  for change in changes {
    let name =
      "\(change.target.rawValue.split(separator: "-").joined(separator: " ")) \(change.kind.rawValue)"
    if let index = counts.firstIndex(where: { $0.name == name }) {
      counts[index].count += 1
    } else {
      counts.append((name, 1))
    }
  }
  let told = counts.map { name, count in
    let words = name.split(separator: " ")
    let noun = words.dropLast().joined(separator: " ")
    return "\(count) \(count == 1 || noun == "metadata" ? noun : plural(noun)) \(words.last ?? "")"
  }
  parts.append(told.joined(separator: ", "))
  return parts.joined(separator: "; ") + "."
}

private func plural(_ noun: String) -> String {
  noun == "person" ? "people" : noun + "s"
}

/// The items of `wording:` for changes.
private struct Passages {
  /// The brief as it was, and as it is.
  let briefs: [Brief]
  let sentences: (String) -> [String]

  init(_ briefs: [Brief], _ sentences: @escaping (String) -> [String]) {
    self.briefs = briefs
    self.sentences = sentences
  }

  func items(of change: Change) -> [String] {
    if change.words == Change.Words(), change.fields.isEmpty { return [] }
    if change.text.contains(where: { $0.kind != .kept }) {
      let (was, now) = differing(change.text)
      return [item(change, was, now)].compactMap(\.self)
    }
    // Of records, readers see figures and rows; the rest is the brief's own affair.
    guard let name = name(of: change) else { return [] }
    return change.fields.compactMap { field in
      func value(_ text: String?) -> String {
        guard let text else { return "" }
        let lead = field.name == "value" ? name : "\(name), \(field.name)"
        return "\(lead): \(readable(text))".inlineMarkdown
      }
      return item(change, value(field.old), value(field.new))
    }
  }

  private func name(of change: Change) -> String? {
    func rest(after lead: String) -> String? {
      change.subject.firstRange(of: lead).map { String(change.subject[$0.upperBound...]) }
    }
    switch change.target {
    case .tableRow: return rest(after: ", row ") ?? change.subject
    case .metadata: return rest(after: "figure at a glance ")
    default: return nil
    }
  }

  private func item(_ change: Change, _ was: String, _ now: String) -> String? {
    let texts = [("was", was), ("now", now)].filter { !$0.1.isEmpty }
    if texts.isEmpty { return nil }
    let isSection = briefs.last?.sections.contains { $0.id == change.section } ?? false
    var lines = isSection ? ["section: \(change.section ?? "")"] : []
    lines += texts.map { "\($0.0): \(JSONText.quoted($0.1))" }
    return "      - " + lines.joined(separator: "\n        ") + "\n"
  }

  /// The sentences of a text that differ, before and since; those alike at both ends are left out.
  private func differing(_ text: [Change.Fragment]) -> (String, String) {
    func side(_ kind: Change.Fragment.Kind) -> [String] {
      let words = text.filter { $0.kind == .kept || $0.kind == kind }.map(\.text).joined()
      return sentences(readable(words).inlineMarkdown)
    }
    var (was, now) = (side(.deleted)[...], side(.inserted)[...])
    while let a = was.first, let b = now.first, a == b {
      was.removeFirst()
      now.removeFirst()
    }
    while let a = was.last, let b = now.last, a == b {
      was.removeLast()
      now.removeLast()
    }
    return (was.joined(separator: " "), now.joined(separator: " "))
  }

  /// Without the marks of notes and pictures, which stand in the text apart from blanks, and with titles for
  /// what is named: `[^zakat]`, `[picture map.png]`, `[section:attack]`.
  private func readable(_ text: String) -> String {
    text.replacing(/\[\^[^\s\]]+\]|\[picture [^\]]*\]/, with: "")
      .replacing(
        /\[(map|table|chart|timeline|section|event|source|zone|place|actor|term|person|brief|note):([^\s\]]+)\]/
      ) {
        title(of: String($0.2), String($0.1))
      }
      .split(separator: " ").joined(separator: " ")
  }

  private func title(of name: String, _ kind: String) -> String {
    for brief in briefs.reversed() {
      let title: String? =
        switch kind {
        case "section": brief.sections.first { $0.id == name }?.title
        case "map": brief.maps.first { $0.id == name }?.title
        case "table": brief.tables.first { $0.id == name }?.title
        case "chart", "timeline": brief.charts.first { $0.id == name }?.title
        default: nil
        }
      if let title { return "“\(title)”" }
    }
    return name
  }
}

extension String {
  /// As one paragraph of Markdown that says just this.
  fileprivate var inlineMarkdown: String {
    let text = markdownText.replacing("@<!-- -->", with: "@")
    return text.withoutMark
  }
}
