internal import Model

/// A piece of a citation, for each form of output to set in its way.
enum WorkPiece {
  case text(String)
  /// The title of a work that stands alone, or of what it is a part of: in italics.
  case whole(String, url: String?, language: String?)
  /// The title of a part, between the quotation marks around it.
  case part(String, url: String?, language: String?)
  case link(String, url: String)
}

extension Work {
  /// A published work as a bibliography cites it: authors (date). Title. Container, number. Publisher. Its
  /// title carries the link.
  ///
  /// - Parameters:
  ///   - page: of the language of what it stands in.
  ///   - isRightToLeft: whether that runs from right to left: there a work in a script that does not is cited in
  ///     its own language, as one line cannot run both ways.
  func pieces(_ page: any InterfaceStrings, isRightToLeft: Bool) -> [WorkPiece] {
    let strings =
      isRightToLeft && !title.startsRightToLeft
      ? interfaceStrings(for: self["language"] ?? "en") : page
    let people = authors.isEmpty ? editors : authors
    let role = authors.isEmpty && !people.isEmpty ? " (\(strings.editors))" : ""
    let date = issued.map(strings.dates) ?? strings.undatedWork
    var pieces: [WorkPiece] = [
      .text("\(strings.names(people))\(role)\(people.isEmpty ? "" : " ")(\(date)). ")
    ]
    let url = self.url ?? doi.map(ReportData.doiURL)
    let isWhole = ["book", "report", "thesis", "legislation", "motion_picture"].contains(type)
    // A title with a mark of its own takes no other.
    let stop = title.last.map { ".?!…".contains($0) } ?? false ? "" : "."
    if isWhole {
      pieces += [.whole(title, url: url, language: self["language"]), .text(stop)]
    } else {
      pieces += [
        .text(strings.quotes.open), .part(title, url: url, language: self["language"]),
        .text(strings.quotes.close + stop),
      ]
    }
    func clause(_ parts: String?...) {
      let words = parts.compactMap(\.self).joined()
      if !words.isEmpty { pieces.append(.text(" \(words)\(words.hasSuffix(".") ? "" : ".")")) }
    }
    clause(self["edition"].map(strings.edition))
    clause(self["version"].map(strings.version))
    if let container = self["container-title"] {
      pieces += [.text(" "), .whole(container, url: nil, language: nil)]
      let issue = self["issue"].map { self["volume"] == nil ? " \($0)" : "(\($0))" }
      let rest = [self["volume"].map { " \($0)" }, issue, self["page"].map { ", \($0)" }]
      let words = rest.compactMap(\.self).joined()
      pieces.append(.text(words + ((words.isEmpty ? container : words).hasSuffix(".") ? "" : ".")))
    }
    if !authors.isEmpty, !editors.isEmpty {
      clause(strings.list(editors.map(\.full)), " (\(strings.editors))")
    }
    clause(self["event-title"])
    clause(
      self["collection-title"],
      self["genre"] == nil && self["collection-title"] != nil
        ? self["number"].map { " \($0)" } : nil)
    if let genre = self["genre"] {
      clause(genre, self["number"].map { " \($0)" })
    } else if self["collection-title"] == nil {
      clause(self["number"])
    }
    if let publisher = self["publisher"], publisher != self["container-title"] {
      clause(publisher, self["publisher-place"].map { ", \($0)" })
    }
    for variable in ["archive", "medium", "status", "note"] { clause(self[variable]) }
    if let doi {
      pieces += [.text(" "), .link("doi:\(doi)", url: ReportData.doiURL(doi)), .text(".")]
    }
    if let archived {
      pieces += [
        .text(" ("), .link(strings.name(of: archived), url: archived.url), .text(")"),
      ]
    }
    return pieces
  }
}

extension String {
  /// Whether its first letter is of a script that runs from right to left: Hebrew, Arabic and those beside them
  /// in Unicode.
  fileprivate var startsRightToLeft: Bool {
    unicodeScalars.first { $0.properties.isAlphabetic }.map {
      (0x590...0x8FF).contains($0.value) || (0xFB1D...0xFEFC).contains($0.value)
    } ?? false
  }
}

extension InterfaceStrings {
  /// “Orton, Kyle and Aymenn Al-Tamimi”.
  fileprivate func names(_ people: [Work.Name]) -> String {
    guard let first = people.first else { return "" }
    let lead = first.given.map { "\(first.family), \($0)" } ?? first.family
    return list([lead] + people.dropFirst().map(\.full))
  }

  /// What an edition is called: a number with its word, anything else as it is given.
  fileprivate func edition(_ text: String) -> String { Int(text).map(edition) ?? text }
}
