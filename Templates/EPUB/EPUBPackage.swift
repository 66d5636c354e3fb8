internal import HTML
internal import Model

/// The package document of EPUB 3.3: metadata, manifest, order of reading.
/// https://www.w3.org/TR/epub-33/#sec-package-doc
struct EPUBPackage: Markup {
  let portal: Portal
  let contents: EPUBContents
  let strings: any InterfaceStrings
  /// What is in the publication beside the package document itself.
  let items: [Item]
  let access: EPUBAccess

  struct Item {
    var path: String
    var mediaType: String
    var properties: String?
    /// Whether it is read in its turn.
    var isInSpine = false
  }

  private var brief: Brief { portal.briefs[contents.brief] }
  private typealias Attributes = [(name: StaticString, value: String)]

  func write(to sink: inout Sink) {
    let language = Self.tag(brief.language)
    sink.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    element(
      "package", Attribute("xmlns", "http://www.idpf.org/2007/opf"),
      Attribute("version", "3.0"), Attribute("unique-identifier", "id"),
      Attribute("xml:lang", language),
      Model.isRightToLeft(brief.language) ? Attribute.dir("rtl") : nil
    ) {
      Raw("\n")
      element(
        "metadata", Attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/")
      ) { Streamed(writeMetadata) }
      Raw("\n")
      element("manifest") {
        forEach(items.enumerated()) { index, item in
          Raw("\n")
          empty(
            "item", .id("i\(index + 1)"), .href(item.path),
            Attribute("media-type", item.mediaType),
            item.properties.map { Attribute("properties", $0) })
        }
      }
      Raw("\n")
      element(
        "spine",
        Model.isRightToLeft(brief.language)
          ? Attribute("page-progression-direction", "rtl") : nil
      ) {
        forEach(items.enumerated().filter { $0.element.isInSpine }) { index, _ in
          Raw("\n")
          empty("itemref", Attribute("idref", "i\(index + 1)"))
        }
      }
      Raw("\n")
    }.write(to: &sink)
    sink.append("\n")
  }

  private func writeMetadata(to sink: inout Sink) {
    func dc(_ name: StaticString, _ text: String?, id: String? = nil) -> Bool {
      guard let text, text.contains(where: { !$0.isWhitespace }) else { return false }
      sink.append("\n")
      element(name, id.map { Attribute.id($0) }) { text }.write(to: &sink)
      return true
    }
    func meta(_ property: String, _ text: String, refines: String? = nil, scheme: String? = nil) {
      guard text.contains(where: { !$0.isWhitespace }) else { return }
      sink.append("\n")
      element(
        "meta", refines.map { Attribute("refines", "#" + $0) },
        Attribute("property", property),
        scheme.map { Attribute("scheme", $0) }
      ) { text }.write(to: &sink)
    }

    let own = EPUBIdentity(of: contents.brief, in: portal)
    for (number, identifier) in own.identifiers.enumerated() {
      let id = number == 0 ? "id" : "id\(number + 1)"
      _ = dc("dc:identifier", identifier.text, id: id)
      if let code = identifier.onixCode {
        meta("identifier-type", code, refines: id, scheme: "onix:codelist5")
      }
    }
    _ = dc("dc:title", brief.title, id: "title")
    meta("title-type", "main", refines: "title")
    if dc("dc:title", brief.subtitle, id: "subtitle") {
      meta("title-type", "subtitle", refines: "subtitle")
    }
    for (number, author) in brief.authors.enumerated() {
      let id = "author\(number + 1)"
      guard dc("dc:creator", author.name, id: id) else { continue }
      meta("role", "aut", refines: id, scheme: "marc:relators")
      meta("display-seq", "\(number + 1)", refines: id)
    }
    _ = dc("dc:language", Self.tag(brief.language))
    _ = dc("dc:publisher", own.publisher)
    _ = dc("dc:date", brief.date?.iso)
    _ = dc("dc:description", brief.abstract.isEmpty ? nil : brief.abstract.plainText)
    for topic in brief.topics { _ = dc("dc:subject", topic) }
    for source in own.sources { _ = dc("dc:source", source) }
    if let licence = brief.licence ?? portal.licence {
      _ = dc("dc:rights", [licence.name, licence.url].compactMap(\.self).joined(separator: ", "))
    }
    meta("dcterms:modified", Self.time(of: brief.lastChange))
    if let series = brief.series, series.contains(where: { !$0.isWhitespace }) {
      sink.append("\n")
      element("meta", Attribute("property", "belongs-to-collection"), .id("series")) { series }
        .write(to: &sink)
      meta("collection-type", "series", refines: "series")
      if let issue = brief.issue, Self.isPosition(issue) {
        meta("group-position", issue, refines: "series")
      }
      if let issn = brief.issn {
        meta("dcterms:identifier", "urn:issn:\(issn)", refines: "series")
      }
    }
    for (property, value) in access.metadata(strings) { meta("schema:\(property)", value) }
    sink.append("\n")
  }

  /// `CCYY-MM-DDThh:mm:ssZ`, the first moment of a date that is known to its month or year.
  static func time(of date: PartialDate?) -> String {
    date.map { $0.firstDate.iso + "T00:00:00Z" } ?? "1980-01-01T00:00:00Z"
  }

  /// “3”, “12.4”: what orders a series.
  private static func isPosition(_ issue: String) -> Bool {
    let numbers = issue.split(separator: ".", omittingEmptySubsequences: false)
    return numbers.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
  }

  /// A language as BCP 47 has it, “und” for what is no tag.
  static func tag(_ language: String) -> String {
    let parts = language.split(separator: "-", omittingEmptySubsequences: false)
    let isTag =
      parts.allSatisfy { part in
        (1...8).contains(part.utf8.count)
          && part.utf8.allSatisfy { byte in
            (48...57).contains(byte) || (97...122).contains(byte | 0x20)
          }
      }
      && (parts.first.map { (2...3).contains($0.utf8.count) && $0.allSatisfy(\.isLetter) } ?? false)
    return isTag ? language : "und"
  }
}
