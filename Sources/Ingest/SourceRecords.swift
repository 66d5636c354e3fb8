internal import Diagnostics
internal import Model
internal import Yams

// sources.yaml: published works and interviews.

extension Record {
  /// CSL-JSON's variables that are kept as they come.
  private static let variables = [
    "container-title", "collection-title", "publisher", "publisher-place", "number", "genre",
    "language", "volume", "issue", "page", "edition", "archive", "note", "ISBN", "ISSN",
    "event-title",
    "title-short", "medium", "status", "version",
  ]

  /// CSL 1.0.2, appendix III.
  private static let types = Set(
    """
    article article-journal article-magazine article-newspaper bill book broadcast chapter classic \
    collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing \
    interview legal_case legislation manuscript map motion_picture musical_score pamphlet \
    paper-conference patent performance periodical personal_communication post post-weblog regulation \
    report review review-book software song speech standard thesis treaty webpage
    """.split(separator: " ").map(String.init))

  func sources(_ names: PortalNames) -> [Source] {
    withAnchors(records(names))
  }

  /// Sources that are not to be known by their names are counted.
  private func withAnchors(_ sources: [Source]) -> [Source] {
    guard sources.contains(where: \.hasHiddenName) else { return sources }
    var sources = sources
    let taken = Set(sources.filter { !$0.hasHiddenName }.map(\.id))
    var number = 0
    for index in sources.indices where sources[index].hasHiddenName {
      repeat { number += 1 } while taken.contains("interview-\(number)")
      sources[index].anchor = "interview-\(number)"
    }
    return sources
  }

  private func records(_ names: PortalNames) -> [Source] {
    recordsByID().compactMap { id, record in
      guard let type = record.required("type", of: "a source") else { return nil }
      if type == "interview" || type == "observation" {
        var source = Source(id: id, content: .interview(record.interview(type, names)))
        source.hasHiddenName = record.keys.contains(AudienceFilter.hiddenName)
        return source
      }
      return record.work(type).map { Source(id: id, content: .work($0)) }
    }
  }

  private func interview(_ type: String, _ names: PortalNames) -> Interview {
    expect("type", "role", "plural", "place", "date", "month", "note", AudienceFilter.publicForm)
    return Interview(
      role: text("role") ?? "", isPlural: flag("plural") ?? false,
      isObservation: type == "observation",
      places: self.names("place").filter { !log.isLeftOut($0.text) }.map {
        Interview.PlaceName(name: $0.text, place: names.places[$0.text])
      },
      date: span(has("month") ? "month" : "date"))
  }

  private func work(_ type: String) -> Work? {
    let known = Set(
      Self.variables + [
        "type", "title", "author", "editor", "issued", "URL", "DOI", "archived", "archivedOn",
      ])
    for key in keys where !known.contains(key) && key != "audience" {
      log.warning(
        "unknown-key", at: location(of: key), "the key “\(key)” is not known here; it is left out",
        hint: log.didYouMean(key, among: known.sorted()) ?? "use CSL-JSON's names")
    }
    if !Self.types.contains(type) {
      log.warning(
        "source-type", at: location(of: "type"), "“\(type)” is no type of CSL",
        hint: log.didYouMean(type, among: Self.types)
          ?? "use “webpage”, “report”, “book”, “article-journal”, “interview”…")
    }
    guard let title = required("title", of: "a published work") else { return nil }
    var work = Work(
      type: type, title: title, authors: people("author"), editors: people("editor"),
      issued: span("issued"), url: url("URL"), doi: doi("DOI"),
      variables: Self.variables.compactMap { name in
        text(name).map { Work.Variable(name: name, value: $0) }
      })
    work.archived = archivedCopy()
    return work
  }

  private func archivedCopy() -> Work.ArchivedCopy? {
    let date = date("archivedOn")
    guard let url = url("archived") else {
      if has("archivedOn"), !has("archived") {
        log.warning(
          "archived", at: location(of: "archivedOn"),
          "“archivedOn” says when, and nothing says where",
          hint: "add “archived: …”, the copy’s address")
      }
      return nil
    }
    return Work.ArchivedCopy(url: url, date: date)
  }

  private func people(_ key: String) -> [Work.Name] {
    guard case Node.sequence? = node(key) else {
      return text(key).map { [Work.Name(family: $0)] } ?? []
    }
    return records(key).compactMap { record in
      record.expect("family", "given", "literal")
      if let literal = record.text("literal") { return Work.Name(family: literal) }
      guard let family = record.required("family", of: "a name") else { return nil }
      return Work.Name(family: family, given: record.text("given"))
    }
  }
}
