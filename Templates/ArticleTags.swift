internal import HTML
internal import Model

/// What other sites show of a brief that is linked to: Open Graph's tags of an article
/// (https://ogp.me/#type_article).
struct ArticleTags: Markup {
  let context: PageContext
  let brief: Int

  func write(to sink: inout Sink) {
    let portal = context.portal
    let brief = portal.briefs[brief]
    if let date = brief.date { tag("article:published_time", date.iso, to: &sink) }
    if let change = brief.lastChange, change != brief.date {
      tag("article:modified_time", change.iso, to: &sink)
    }
    for author in brief.authors { tag("article:author", profile(of: author), to: &sink) }
    for topic in brief.topics { tag("article:tag", topic, to: &sink) }
    // Readers of these tags take whole addresses only.
    if let card = portal.builtPacks[.card(self.brief)], !portal.baseURL.isEmpty {
      tag("og:image", context.links.absolute(path: card.sitePath), to: &sink)
      tag("og:image:type", card.document.mediaType, to: &sink)
      tag("og:image:width", String(CardWriter.size.width), to: &sink)
      tag("og:image:height", String(CardWriter.size.height), to: &sink)
      tag("og:image:alt", brief.fullTitle, to: &sink)
      sink.append("<meta name=\"twitter:card\" content=\"summary_large_image\">")
    }
  }

  /// The address of an author's entry, as Open Graph has it; the name where there is none.
  private func profile(of author: Author) -> String {
    guard let person = author.person, !context.portal.baseURL.isEmpty else { return author.name }
    return context.links.canonical(.authors) + "#" + urlComponent(context.portal.people[person].id)
  }

  private func tag(_ name: StaticString, _ value: String, to sink: inout Sink) {
    sink.append("<meta property=\"")
    sink.append(name)
    sink.append("\" content=\"")
    sink.append(text: value)
    sink.append("\">")
  }

  /// A language with its territory, as Open Graph has it: that of the tag, else where the language's
  /// interface strings come from; `nil` for a language of which neither is known.
  static func locale(of language: String) -> String? {
    let parts = language.split(separator: "-")
    guard let first = parts.first?.lowercased() else { return nil }
    if let region = parts.dropFirst().first(where: { $0.utf8.count == 2 }) {
      return "\(first)_\(region.uppercased())"
    }
    return ["en": "en_GB", "fr": "fr_FR", "ar": "ar_AR"][first]
  }
}
