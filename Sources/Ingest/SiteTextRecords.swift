internal import Model

// security:, llms: and humans: of portal.yaml.

extension Record {
  func siteTexts() -> SiteTexts {
    var texts = SiteTexts()
    if let record = record("security") { texts.security = record.securityContact() }
    if let text = text("llms") {
      switch text.lowercased() {
      case "true", "yes", "on": texts.hasModelsList = true
      case "false", "no", "off": break
      default:
        texts.hasModelsList = true
        texts.modelsNote = text
      }
    }
    texts.humans = text("humans").flatMap { $0.isEmpty ? nil : $0 }
    return texts
  }

  /// Warns of a security.txt that nobody would believe or find (RFC 9116, 2.5.5 and 3).
  ///
  /// - Parameter now: when the site is published; `nil` where that is not known.
  func checkSecurity(of portal: Portal, now: Instant?) {
    guard let security = portal.texts.security, let record = record("security") else { return }
    let expires = security.expires
    if expires.day == nil {
      log.warning(
        "expires", at: record.location(of: "expires"),
        "“\(expires.iso)” is no day; security.txt expires on the first of it",
        hint: "write a day within a year")
    }
    let day = expires.firstDate
    if let now, let start = Instant(day.iso), start.seconds + 86_400 <= now.seconds {
      log.warning(
        "expires", at: record.location(of: "expires"), "security.txt expired on \(day.iso)",
        hint: "write a day within a year")
    }
    let afterHost = portal.baseURL.split(separator: "/", omittingEmptySubsequences: false)
      .dropFirst(3)
    if afterHost.contains(where: { !$0.isEmpty }) {
      log.warning(
        "security-place", at: record.location,
        "security.txt is looked for at the root of a host, and this site is below it",
        hint: "serve its .well-known/security.txt as that of the host")
    }
  }

  private func securityContact() -> SecurityContact? {
    expect("contact", "expires", "policy", "encryption", "acknowledgments", "languages")
    if !has("expires") {
      log.error(
        "missing-key", at: location,
        "“security” needs “expires”, without which nobody may believe it",
        hint: "add “expires: …”, a day within a year")
    }
    let contacts = names("contact").compactMap { address($0) }
    if !has("contact") {
      log.error(
        "missing-key", at: location, "“security” needs “contact”",
        hint: "add “contact: mailto:…”, or an address from https:// on")
    }
    guard let expires = date("expires"), !contacts.isEmpty else { return nil }
    return SecurityContact(
      contacts: contacts, expires: expires, policy: url("policy"), encryption: url("encryption"),
      acknowledgments: url("acknowledgments"),
      languages: names("languages").compactMap { language($0.text, at: $0.location) })
  }

  private func address(_ name: Name) -> String? {
    let lower = name.text.lowercased()
    if ["https://", "mailto:", "tel:"].contains(where: lower.hasPrefix),
      !name.text.contains(where: \.isWhitespace)
    {
      return name.text
    }
    log.error(
      "address", at: name.location, "“\(name.text)” is no address that security.txt may name",
      hint: "write it from https://, mailto: or tel: on")
    return nil
  }
}
