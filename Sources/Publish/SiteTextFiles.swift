internal import Model
internal import Templates

// Files that programs look for at a site's root: security.txt, llms.txt, humans.txt.

/// A text file of the site that its settings ask for.
enum SiteTextFile: CaseIterable {
  case security, models, humans

  /// Below the site's root.
  var path: String {
    switch self {
    case .security: ".well-known/security.txt"
    case .models: "llms.txt"
    case .humans: "humans.txt"
    }
  }

  /// `nil` where the portal does not ask for it.
  func text(of portal: Portal) -> String? {
    switch self {
    case .security: portal.texts.security.map { securityText($0, portal) }
    case .models: portal.texts.hasModelsList ? modelsText(portal) : nil
    case .humans: portal.texts.humans.map { $0.hasSuffix("\n") ? $0 : $0 + "\n" }
    }
  }
}

/// RFC 9116: a field a line.
private func securityText(_ security: SecurityContact, _ portal: Portal) -> String {
  var lines = security.contacts.map { "Contact: \($0)" }
  lines.append("Expires: \(security.expires.firstDate.iso)T23:59:59Z")
  if let encryption = security.encryption { lines.append("Encryption: \(encryption)") }
  if let thanks = security.acknowledgments { lines.append("Acknowledgments: \(thanks)") }
  let languages = security.languages.isEmpty ? [portal.language] : security.languages
  lines.append("Preferred-Languages: \(languages.joined(separator: ", "))")
  // It stands at the root of a host, and says where only where the portal does too.
  if !portal.baseURL.isEmpty, Links.path(ofURL: portal.baseURL) == "/" {
    lines.append("Canonical: \(portal.baseURL)\(SiteTextFile.security.path)")
  }
  if let policy = security.policy { lines.append("Policy: \(policy)") }
  return lines.joined(separator: "\n") + "\n"
}

/// A list in Markdown (https://llmstxt.org): the portal's name, what it is, and each brief with its
/// address and what it says.
private func modelsText(_ portal: Portal) -> String {
  let links = Links(from: .home, in: portal)
  var text = "# \(line(portal.title))\n"
  if let summary = portal.description ?? portal.tagline { text += "\n> \(line(summary))\n" }
  if let note = portal.texts.modelsNote { text += "\n\(note.hasSuffix("\n") ? note : note + "\n")" }
  if let licence = portal.licence {
    text += "\n\(line([licence.name, licence.url].compactMap(\.self).joined(separator: ", ")))\n"
  }
  guard !portal.briefs.isEmpty else { return text }
  text += "\n## \(interfaceStrings(for: portal.language).briefs)\n\n"
  for index in portal.briefs.indices {
    let title = escaped(line(portal.briefs[index].fullTitle))
    text += "- [\(title)](\(links.canonical(.brief(index))))"
    let abstract = portal.briefs[index].abstract
    let summary = abstract.isEmpty ? portal.briefs[index].opening : abstract.plainText
    if let summary, !summary.isEmpty { text += ": \(line(summary))" }
    text += "\n"
  }
  return text
}

private func line(_ text: String) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

/// Text of a link in Markdown.
private func escaped(_ text: String) -> String {
  var out = ""
  for character in text {
    if "[]\\".contains(character) { out.append("\\") }
    out.append(character)
  }
  return out
}
