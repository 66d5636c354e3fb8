internal import Diagnostics
public import Model

/// Entries for `revisions:` that tell readers what changed, a proposal to be edited: for each brief that
/// says something else, a summary in numbers and the passages before and since.
///
/// - Parameters:
///   - portal: the new side.
///   - date: of the revision, as 2022-05-03.
///   - sentences: divides a text into its sentences.
/// - Returns: YAML, with a comment that names each entry's file; a comment alone where there is nothing
///   to tell.
public func revisionDraft(
  of changes: [Change], in portal: Portal, date: String, sentences: (String) -> [String]
) -> String {
  var out = ""
  for brief in portal.briefs {
    let own = changes.filter {
      $0.brief == brief.id && $0.weight < .numbering && isForReaders($0)
    }
    if own.isEmpty { continue }
    if !out.isEmpty { out += "\n" }
    out += "# \(brief.file)\n"
    let language = brief.language
    if !language.hasPrefix("en") {
      out += "# the brief’s language is “\(language)”: write the summary anew\n"
    }
    out += "revisions:\n  - date: \(date)\n"
    out += "    summary: \(JSONText.quoted(summary(of: own).markdownText))\n"
    let wording = own.flatMap { passages(of: $0, in: brief, sentences) }
    if !wording.isEmpty { out += "    wording:\n" + wording.joined() }
  }
  return out.isEmpty ? "# no change of meaning\n" : out
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

/// The items of `wording:` for a change.
private func passages(
  of change: Change, in brief: Brief, _ sentences: (String) -> [String]
) -> [String] {
  let section = brief.sections.contains { $0.id == change.section } ? change.section : nil
  func item(_ was: String, _ now: String) -> String? {
    let texts = [("was", was), ("now", now)].filter { !$0.1.isEmpty }
    if texts.isEmpty { return nil }
    var lines = section.map { ["section: \($0)"] } ?? []
    lines += texts.map { "\($0.0): \(JSONText.quoted($0.1))" }
    return "      - " + lines.joined(separator: "\n        ") + "\n"
  }
  if change.words == Change.Words(), change.fields.isEmpty { return [] }
  if change.text.contains(where: { $0.kind != .kept }) {
    let (was, now) = differing(change.text, sentences)
    return [item(was, now)].compactMap(\.self)
  }
  return change.fields.compactMap { field in
    func value(_ text: String?) -> String {
      text.map { "\(change.subject), \(field.name): \($0)".markdownText } ?? ""
    }
    return item(value(field.old), value(field.new))
  }
}

/// The sentences of a text that differ, before and since; those alike at both ends are left out.
private func differing(
  _ text: [Change.Fragment], _ sentences: (String) -> [String]
) -> (String, String) {
  func side(_ kind: Change.Fragment.Kind) -> [String] {
    let words = text.filter { $0.kind == .kept || $0.kind == kind }.map(\.text).joined()
    return sentences(withoutNotes(words).markdownText)
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

/// Without the marks of notes, which stand in the text apart from blanks: `[^zakat]`.
private func withoutNotes(_ text: String) -> String {
  text.replacing(/\[\^[^\s\]]+\]/, with: "").split(separator: " ").joined(separator: " ")
}
