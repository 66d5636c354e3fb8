internal import Model

// What citations need beside what pages show.

extension Record {
  /// `crossref:` of portal.yaml.
  func crossrefDepositor(_ key: String) -> CrossrefDepositor? {
    guard let record = record(key) else { return nil }
    record.expect("depositor", "email", "registrant")
    func text(_ key: String) -> String? {
      record.text(key).flatMap { $0.isEmpty ? nil : $0 }
    }
    return CrossrefDepositor(
      name: text("depositor"), email: text("email"), registrant: text("registrant"))
  }

  /// A DOI, bare. What is none would lead nowhere, and is left out.
  func doi(_ key: String) -> String? {
    guard let text = text(key), !text.isEmpty else { return nil }
    if let doi = bareDOI(text) { return doi }
    log.warning(
      "doi", at: location(of: key), "“\(text)” is no DOI, and is left out",
      hint: "write it from “10.” on: 10.12345/name")
    return nil
  }

  /// An ISBN or ISSN, as it is written; one whose digits cannot be right is a warning.
  func number(_ key: String, _ name: String, like example: String, _ isRight: (String) -> Bool)
    -> String?
  {
    guard let text = text(key), !text.isEmpty else { return nil }
    if !isRight(text) {
      log.warning(
        key, at: location(of: key), "“\(text)” is no \(name): its digits do not check",
        hint: "write it as \(example)")
    }
    return text
  }

  /// The part of a person's name that bibliographies sort by.
  func family(of name: String) -> String? {
    guard let family = text("family"), !family.isEmpty else { return nil }
    if name.contains(family) { return family }
    log.error(
      "family-name", at: location(of: "family"), "“\(family)” is no part of the name “\(name)”",
      hint: "write it as it stands there")
    return nil
  }

  /// An ORCID iD, as it was written; one whose digits cannot be right is a warning.
  func orcid(_ key: String) -> String? {
    guard let text = text(key) else { return nil }
    if ORCID(text) == nil {
      log.warning(
        "orcid", at: location(of: key), "“\(text)” is no ORCID iD",
        hint: "copy it from the person’s page: 0000-0002-1825-0097")
    }
    return text
  }
}
