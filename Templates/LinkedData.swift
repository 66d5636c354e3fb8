internal import HTML
internal import Model

/// Linked data of schema.org in a page: data blocks, which no script policy keeps out because nothing
/// runs.
struct LinkedData: Markup {
  let context: PageContext
  /// The page's own name.
  let title: String
  /// Pages above this one, the home page apart.
  let trail: [Page]

  func write(to sink: inout Sink) {
    if !trail.isEmpty { breadcrumbs(to: &sink) }
    switch context.page {
    case .home: site(to: &sink)
    case .authors: people(context.portal.people[...], to: &sink)
    case .person(let index): people(context.portal.people[index...index], to: &sink)
    case .data(let brief): datasets(of: brief, to: &sink)
    default: break
    }
  }

  // MARK: The way to the page

  /// Addresses have to be absolute, and the last item, which is the page, needs none.
  private func breadcrumbs(to sink: inout Sink) {
    guard !context.portal.baseURL.isEmpty else { return }
    begin("BreadcrumbList", to: &sink)
    sink.append(",\"itemListElement\":[")
    let pages = [.home] + trail
    for (index, page) in pages.enumerated() {
      item(index + 1, context.name(of: page), page, to: &sink)
      sink.append(",")
    }
    item(pages.count + 1, title, nil, to: &sink)
    sink.append("]")
    end(to: &sink)
  }

  private func item(_ position: Int, _ name: String, _ page: Page?, to sink: inout Sink) {
    sink.append("{\"@type\":\"ListItem\",\"position\":")
    sink.append(position)
    sink.member("name", name)
    if let page { sink.member("item", context.links.canonical(page)) }
    sink.append("}")
  }

  // MARK: What pages show

  private func site(to sink: inout Sink) {
    let portal = context.portal
    begin("WebSite", to: &sink)
    sink.member("name", portal.title)
    if !portal.baseURL.isEmpty { sink.member("url", portal.baseURL) }
    sink.member("description", portal.description ?? portal.tagline)
    sink.member("inLanguage", portal.language)
    sink.organization(portal.publisher)
    if let licence = portal.licence?.url { sink.member("license", safe: licence) }
    end(to: &sink)
  }

  private func people(_ people: ArraySlice<Person>, to sink: inout Sink) {
    guard !people.isEmpty else { return }
    sink.append("\n<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\"")
    sink.append(",\"@graph\":[")
    for (index, person) in people.enumerated() {
      if index > 0 { sink.append(",") }
      sink.append(unsafe: "{\"@type\":\"\(person.isOrganization ? "Organization" : "Person")\"")
      sink.member("name", person.name)
      if !person.isOrganization, !person.role.isEmpty {
        sink.member("jobTitle", person.role.plainText)
      }
      if let url = person.url { sink.member("url", safe: url) }
      if let orcid = person.orcid.flatMap({ ORCID($0) }) { sink.member("sameAs", orcid.url) }
      sink.append("}")
    }
    sink.append("]}</script>")
  }

  /// A data set for each table, whose file has an address only where the portal has one.
  private func datasets(of index: Int, to sink: inout Sink) {
    let brief = context.portal.briefs[index]
    for table in brief.tables {
      begin("Dataset", to: &sink)
      sink.member("name", table.title)
      // Search engines take no description that says little.
      let caption = table.caption.plainText
      sink.member(
        "description",
        caption.isEmpty ? "\(table.title)\(context.strings.colon)\(brief.fullTitle)" : caption)
      sink.member("inLanguage", brief.textLanguage)
      if let licence = (brief.licence ?? context.portal.licence)?.url {
        sink.member("license", safe: licence)
      }
      if let date = brief.date { sink.member("datePublished", date.iso) }
      sink.organization(context.portal.publisher, as: "creator")
      sink.append(",\"isPartOf\":{\"@type\":\"Report\"")
      sink.member("name", brief.fullTitle)
      if !context.portal.baseURL.isEmpty {
        sink.member("url", context.links.canonical(.brief(index)))
      }
      sink.append("}")
      if !context.portal.baseURL.isEmpty {
        sink.member(
          "url", context.links.canonical(.data(index)) + "#table-\(urlComponent(table.id))")
        sink.append(",\"distribution\":{\"@type\":\"DataDownload\",\"encodingFormat\":\"text/csv\"")
        sink.member("contentUrl", context.links.absolute(path: brief.path(ofCSV: table)))
        sink.append("}")
      }
      end(to: &sink)
    }
  }

  private func begin(_ type: StaticString, to sink: inout Sink) {
    sink.append("\n<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\"")
    sink.append(",\"@type\":\"")
    sink.append(type)
    sink.append("\"")
  }

  private func end(to sink: inout Sink) { sink.append("}</script>") }
}

extension Sink {
  /// `,"name":"value"`; nothing where there is no value.
  mutating func member(_ name: StaticString, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    append(",\"")
    append(name)
    append("\":")
    append(json: value)
  }

  /// An address that content gives, unless it could run code.
  mutating func member(_ name: StaticString, safe address: String) {
    if !isDangerousURL(address.utf8) { member(name, address) }
  }

  /// Who publishes.
  mutating func organization(_ publisher: Publisher?, as name: StaticString = "publisher") {
    guard let publisher else { return }
    append(",\"")
    append(name)
    append("\":{\"@type\":\"Organization\"")
    member("name", publisher.name)
    if let url = publisher.url { member("url", safe: url) }
    append("}")
  }
}
