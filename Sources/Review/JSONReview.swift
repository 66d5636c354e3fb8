internal import Diagnostics

/// Changes as JSON, by the schema in `docs/review.schema.json`.
public func reviewJSON(of changes: [Change], findings: SideFindings = SideFindings()) -> String {
  let summary = ReviewSummary(changes)
  var out = "{\n  \"version\": 1,\n  \"summary\": {"
  out += "\"changes\": \(summary.changes), \"meaning\": \(summary.meaning), "
  out += "\"words\": {\"inserted\": \(summary.inserted), \"deleted\": \(summary.deleted)}, "
  out += "\"kinds\": {"
  out += summary.byKind.map { "\"\($0.kind.rawValue)\": \($0.count)" }.joined(separator: ", ")
  out += "}, \"errors\": {\"old\": \(findings.old.count), \"new\": \(findings.new.count)}},\n"
  if !findings.all.isEmpty {
    out += "  \"findings\": ["
    out += findings.all.map { "\n    " + $0.finding.json(side: $0.side) }.joined(separator: ",")
    out += "\n  ],\n"
  }
  if !findings.unread.isEmpty {
    out += "  \"unread\": [\(findings.unread.map(JSONText.quoted).joined(separator: ", "))],\n"
  }
  out += "  \"changes\": ["
  out += changes.map { "\n    " + $0.json }.joined(separator: ",")
  return out + (changes.isEmpty ? "]\n}\n" : "\n  ]\n}\n")
}

extension Finding {
  fileprivate func json(side: String) -> String {
    let line = location.position.flatMap { $0.line > 0 ? "\($0.line)" : nil }
    return object([
      ("side", JSONText.quoted(side)), ("rule", JSONText.quoted(rule)),
      ("file", JSONText.quoted(location.file)), ("line", line),
      ("message", JSONText.quoted(message)), ("hint", hint.map(JSONText.quoted)),
    ])
  }
}

extension Change {
  fileprivate var json: String {
    var parts: [(String, String?)] = [
      ("kind", JSONText.quoted(kind.rawValue)), ("target", JSONText.quoted(target.rawValue)),
      ("weight", JSONText.quoted("\(weight)")), ("brief", brief.map(JSONText.quoted)),
      ("section", section.map(JSONText.quoted)), ("subject", JSONText.quoted(subject)),
      (
        "location",
        object([("old", location.old.map(Self.json)), ("new", location.new.map(Self.json))])
      ),
      ("words", "{\"inserted\": \(words.inserted), \"deleted\": \(words.deleted)}"),
    ]
    if !text.isEmpty {
      parts.append(
        (
          "text",
          "["
            + text.map {
              object([
                ("kind", JSONText.quoted($0.kind.rawValue)), ("text", JSONText.quoted($0.text)),
              ])
            }.joined(separator: ", ") + "]"
        ))
    }
    if !fields.isEmpty {
      parts.append(
        (
          "fields",
          "["
            + fields.map {
              object([
                ("name", JSONText.quoted($0.name)), ("old", $0.old.map(JSONText.quoted)),
                ("new", $0.new.map(JSONText.quoted)),
                ("difference", $0.difference.map(JSONText.quoted)),
              ])
            }.joined(separator: ", ") + "]"
        ))
    }
    if !claims.isEmpty {
      parts.append(
        (
          "claims",
          "["
            + claims.map {
              object([
                ("kind", JSONText.quoted($0.kind.rawValue)), ("old", JSONText.quoted($0.old)),
                ("new", JSONText.quoted($0.new)), ("note", $0.note.map(JSONText.quoted)),
                ("noteChanged", $0.noteChanged ? "true" : "false"),
              ])
            }.joined(separator: ", ") + "]"
        ))
    }
    parts.append(("remark", remark.map(JSONText.quoted)))
    return object(parts)
  }

  private static func json(_ location: SourceLocation) -> String {
    let line = location.position.flatMap { $0.line > 0 ? ", \"line\": \($0.line)" : nil } ?? ""
    return "{\"file\": \(JSONText.quoted(location.file))\(line)}"
  }
}

private func object(_ pairs: [(String, String?)]) -> String {
  "{"
    + pairs.compactMap { key, value in value.map { "\"\(key)\": \($0)" } }.joined(separator: ", ")
    + "}"
}
