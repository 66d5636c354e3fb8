public import Diagnostics
public import Model

extension CrossrefDeposit {
  /// Where a key of a file stands, given the keys that lead to it.
  public typealias Place = (_ file: String, _ keys: [String]) -> SourceLocation

  /// What keeps briefs from being deposited: what the schema asks for and they do not say, and what is not
  /// the portal's to register.
  ///
  /// - Parameter briefs: indices in the portal's briefs; a work for each.
  public static func findings(
    of briefs: [Int], _ works: [CitedWork], in portal: Portal, at place: Place
  ) -> [Finding] {
    var findings = portalFindings(portal, at: place)
    var dois: [String: Int] = [:]
    for (index, work) in zip(briefs, works) {
      let brief = portal.briefs[index]
      findings += Self.findings(of: brief, work, at: place)
      guard let doi = work.doi, brief.original == nil else { continue }
      if let other = dois.updateValue(index, forKey: doi.lowercased()) {
        findings.append(
          Finding(
            .error, "crossref-doi", at: place(brief.file, ["doi"]),
            "two briefs have the DOI “\(doi)”", hint: "give each its own",
            related: [.init(place(portal.briefs[other].file, ["doi"]), "the other is here")]))
      }
    }
    return findings
  }

  private static func portalFindings(_ portal: Portal, at place: Place) -> [Finding] {
    let file = "portal.yaml"
    var findings: [Finding] = []
    func report(_ keys: [String], _ message: String, _ hint: String) {
      findings.append(
        Finding(.error, "crossref-portal", at: place(file, keys), message, hint: hint))
    }
    let depositor = portal.crossref
    if depositor?.name == nil {
      report(
        ["crossref"], "a deposit at Crossref names its depositor, and the portal has none",
        "add “crossref: { depositor: …, email: … }”")
    }
    if let email = depositor?.email {
      let parts = email.split(separator: "@", omittingEmptySubsequences: false)
      if parts.count != 2 || parts.contains(where: \.isEmpty) || !(6...200).contains(email.count)
        || email.contains(where: \.isWhitespace)
      {
        report(
          ["crossref", "email"], "“\(email)” is no e-mail address", "write it as NAME@HOST")
      }
    } else {
      report(
        ["crossref"], "a deposit at Crossref gives an e-mail address, and the portal has none",
        "add “email: …” under “crossref”")
    }
    for (key, name, most) in [
      ("depositor", depositor?.name, 130), ("registrant", depositor?.registrant, 255),
    ] where (name?.count ?? 0) > most {
      report(
        ["crossref", key],
        "“\(key)” has more than \(most) characters, which Crossref does not take",
        "shorten it")
    }
    if portal.baseURL.isEmpty {
      report(
        ["baseURL"], "a DOI leads to a brief’s address, and the portal has none",
        "add “baseURL: …”, or give --base-url")
    }
    return findings
  }

  private static func findings(of brief: Brief, _ work: CitedWork, at place: Place) -> [Finding] {
    var findings: [Finding] = []
    func report(_ rule: String, _ keys: [String], _ message: String, _ hint: String) {
      findings.append(Finding(.error, rule, at: place(brief.file, keys), message, hint: hint))
    }
    if brief.original != nil {
      report(
        "crossref-original", ["original"],
        "“\(brief.id)” renders a work published elsewhere, whose DOI is its publisher’s to register",
        "name the other briefs, without this one")
      return findings
    }
    if work.doi == nil {
      if let doi = brief.doi {
        report(
          "crossref-doi", ["doi"], "“\(doi)” is no DOI", "write it from “10.” on: 10.12345/name")
      } else {
        report("crossref-doi", ["id"], "“\(brief.id)” has no DOI to register", "add “doi: …”")
      }
    }
    if let date = work.date {
      if !(1400...2200).contains(date.year) {
        report(
          "crossref-date", ["date"], "Crossref takes no date of the year \(date.year)",
          "give the date of publication")
      }
    } else {
      report("crossref-date", ["id"], "“\(brief.id)” has no date of publication", "add “date: …”")
    }
    if let doi = work.doi, !isCrossrefDOI(doi) {
      report(
        "crossref-doi", ["doi"], "Crossref does not take “\(doi)”",
        "it takes 10., four to nine digits, a slash and at most 200 characters")
    }
    if work.institution == nil {
      report(
        "crossref-publisher", ["id"], "“\(brief.id)” has no publisher",
        "add “publisher: { name: … }” to it, or to portal.yaml")
    }
    for (key, value, most) in [
      ("publisher", work.institution, 255), ("issue", work.issue, 255),
    ] where (value.map { oneLine($0).count } ?? 0) > most {
      report(
        "crossref-length", [key],
        "“\(key)” has more than \(most) characters, which Crossref does not take", "shorten it")
    }
    if let issn = work.issn, !isISSN(issn) {
      report("crossref-issn", ["issn"], "“\(issn)” is no ISSN", "write it as 1234-5679")
    }
    if let isbn = work.isbn, !isISBN(isbn) {
      report("crossref-isbn", ["isbn"], "“\(isbn)” is no ISBN", "write it as 978-92-9466-156-2")
    }
    for (index, author) in work.authors.enumerated() {
      let parts = [author.given, author.family].compactMap(\.self)
      if author.isOrganization {
        if author.family.count <= 511 { continue }
      } else if parts.allSatisfy({ isCrossrefName($0) }) {
        continue
      }
      report(
        "crossref-name", ["authors", "\(index)"],
        "Crossref does not take “\(parts.joined(separator: " "))” as a person’s name",
        author.isOrganization
          ? "shorten it"
          : "write it without digits and question marks, or give “organization: true”")
    }
    return findings
  }

  /// `10\.[0-9]{4,9}/.{1,200}`, by the schema.
  private static func isCrossrefDOI(_ doi: String) -> Bool {
    guard let slash = doi.firstIndex(of: "/") else { return false }
    let prefix = doi[..<slash].utf8.dropFirst(3)
    return (4...9).contains(prefix.count) && prefix.allSatisfy { (48...57).contains($0) }
      && doi[slash...].unicodeScalars.count <= 201
  }

  private static func isCrossrefName(_ name: String) -> Bool {
    let name = oneLine(name)
    return (1...60).contains(name.count)
      && !name.unicodeScalars.contains { scalar in
        scalar == "?" || scalar.properties.generalCategory == .decimalNumber
      }
  }
}
