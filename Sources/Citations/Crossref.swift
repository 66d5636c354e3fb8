public import HTML
public import Model

/// A batch of reports for Crossref to register, by its deposit schema 5.3.1
/// (https://gitlab.com/crossref/schema): `report-paper`, in a series where that has an ISSN, which the
/// schema asks of one.
///
/// What it writes is valid where `findings(of:)` found nothing.
public struct CrossrefDeposit: Sendable {
  let works: [CitedWork]
  let depositor: CrossrefDepositor
  /// The day that the batch is dated with; that of the newest change in it where it is not given.
  let now: PartialDate?

  public init(_ works: [CitedWork], depositor: CrossrefDepositor, now: PartialDate? = nil) {
    self.works = works
    self.depositor = depositor
    self.now = now
  }

  public func write(to sink: inout Sink) {
    var body = Sink()
    element("body") {
      for work in works { CrossrefReport(work: work) }
    }.write(to: &body)
    let bytes = body.bytes
    let day = now ?? works.compactMap(\.lastChange).max()
    sink.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    element(
      "doi_batch", Attribute("xmlns", "http://www.crossref.org/schema/5.3.1"),
      Attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
      Attribute("xmlns:jats", "http://www.ncbi.nlm.nih.gov/JATS1"),
      Attribute("xmlns:ai", "http://www.crossref.org/AccessIndicators.xsd"),
      Attribute("version", "5.3.1"),
      Attribute(
        "xsi:schemaLocation",
        "http://www.crossref.org/schema/5.3.1 http://www.crossref.org/schemas/crossref5.3.1.xsd")
    ) {
      Raw("\n")
      element("head") {
        element("doi_batch_id") { "chancery-\(Self.digits(of: bytes))" }
        element("timestamp") { Self.timestamp(day) }
        element("depositor") {
          element("depositor_name") { oneLine(depositor.name ?? "") }
          element("email_address") { oneLine(depositor.email ?? "") }
        }
        element("registrant") { oneLine(depositor.registrant ?? depositor.name ?? "") }
      }
      Raw("\n")
      UnsafeRaw(unsafe: bytes)
      Raw("\n")
    }.write(to: &sink)
    sink.append("\n")
  }

  /// A number that grows with the day: `20220405000000`. Crossref takes a record in place of another
  /// only where its number is greater.
  private static func timestamp(_ date: PartialDate?) -> String {
    guard let date else { return "0" }
    return date.firstDate.iso.filter { $0 != "-" } + "000000"
  }

  /// FNV-1a of 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/): batches of one depositor are few.
  private static func digits(of bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

/// One report; the order of elements is the schema's.
private struct CrossrefReport: Markup {
  let work: CitedWork

  func write(to sink: inout Sink) {
    sink.append("\n")
    element("report-paper", Attribute("publication_type", "full_text")) {
      if let series = work.crossrefSeries {
        element("report-paper_series_metadata", language) {
          element("series_metadata") {
            element("titles") { element("title") { oneLine(series.title) } }
            element("issn") { series.issn }
          }
          contributors
          titles
          abstract
          publication
          doi
        }
      } else {
        element("report-paper_metadata", language) {
          contributors
          titles
          abstract
          publication
          licence
          doi
        }
      }
    }.write(to: &sink)
  }

  private var language: Attribute? {
    crossrefLanguage(work.language).map { Attribute("language", $0) }
  }

  private var titles: some Markup {
    element("titles") {
      element("title") { oneLine(work.title) }
      if let subtitle = work.subtitle { element("subtitle") { oneLine(subtitle) } }
    }
  }

  @MarkupBuilder
  private var contributors: some Markup {
    if !work.authors.isEmpty {
      element("contributors") {
        for (index, author) in work.authors.enumerated() {
          Streamed { Self.write(author, isFirst: index == 0, to: &$0) }
        }
      }
    }
  }

  private static func write(_ author: CitedName, isFirst: Bool, to sink: inout Sink) {
    let sequence = Attribute("sequence", isFirst ? "first" : "additional")
    let role = Attribute("contributor_role", "author")
    if author.isOrganization {
      element("organization", sequence, role) { oneLine(author.family) }.write(to: &sink)
    } else {
      element("person_name", sequence, role) {
        if let given = author.given { element("given_name") { oneLine(given) } }
        element("surname") { oneLine(author.family) }
        if let suffix = author.suffix { element("suffix") { suffix } }
        if let orcid = author.orcid { element("ORCID") { "https://orcid.org/\(orcid)" } }
      }.write(to: &sink)
    }
  }

  @MarkupBuilder
  private var abstract: some Markup {
    if !work.abstract.isEmpty {
      element("jats:abstract", Attribute("xml:lang", work.language)) {
        for paragraph in work.abstract { element("jats:p") { oneLine(paragraph) } }
      }
    }
  }

  @MarkupBuilder
  private var publication: some Markup {
    if let date = work.date {
      element("publication_date", Attribute("media_type", "online")) {
        if let month = date.month { element("month") { Self.twoDigits(month) } }
        if let day = date.day { element("day") { Self.twoDigits(day) } }
        element("year") { "\(date.year)" }
      }
    }
    if let isbn = work.isbn { element("isbn") { isbn } }
    if let institution = work.institution {
      element("publisher") { element("publisher_name") { oneLine(institution) } }
      element("institution") { element("institution_name") { oneLine(institution) } }
    }
    if let issue = work.issue {
      element("publisher_item") {
        element("identifier", Attribute("id_type", "report-number")) { oneLine(issue) }
      }
    }
  }

  @MarkupBuilder
  private var licence: some Markup {
    if let licence = work.licence {
      element("ai:program", Attribute("name", "AccessIndicators")) {
        element("ai:license_ref", Attribute("applies_to", "vor")) { licence }
      }
    }
  }

  @MarkupBuilder
  private var doi: some Markup {
    if let doi = work.doi, let url = work.url {
      element("doi_data") {
        element("doi") { doi }
        element("resource") { url }
      }
    }
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}

extension CitedWork {
  /// A series as the schema has it: with an ISSN.
  var crossrefSeries: (title: String, issn: String)? {
    guard let series, let issn else { return nil }
    return (series, issn)
  }
}

/// A language as the schema has it: two letters of ISO 639-1; `nil` for one that it does not list.
func crossrefLanguage(_ tag: String) -> String? {
  let language = tag.prefix { $0 != "-" }.lowercased()
  return languages.contains(language) ? language : nil
}

private let languages = Set(
  """
  aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz \
  ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik \
  io is it iu ja jw ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mi ml mn \
  mr ms mt mu my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd \
  se si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo \
  wa wo xh yi yo za zh
  """.split(separator: " ").map(String.init)
)
