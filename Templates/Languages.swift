internal import HTML
internal import Model

// Text in another language than its page's.

extension PageContext {
  /// The language of a text where that is not the page's, for its element; nothing for `nil`.
  func lang(_ language: String?) -> Attribute? {
    language.flatMap { $0 == self.language ? nil : .lang($0) }
  }

  /// The direction that goes with it, where that is not the page's.
  func dir(_ language: String?) -> Attribute? {
    guard let language, Model.isRightToLeft(language) != isRightToLeft else { return nil }
    return Attribute("dir", Model.isRightToLeft(language) ? "rtl" : "ltr")
  }

  /// The page's language again, for what stands within text in another.
  func ownLang(within language: String?) -> Attribute? {
    language.flatMap { $0 == self.language ? nil : .lang(self.language) }
  }

  /// The page's direction again, likewise.
  func ownDir(within language: String?) -> Attribute? {
    dir(language).map { _ in Attribute("dir", isRightToLeft ? "rtl" : "ltr") }
  }

  /// What a language is called on this page.
  func name(ofLanguage tag: String) -> String {
    strings.name(ofLanguage: String(tag.prefix { $0 != "-" })) ?? ownName(ofLanguage: tag)
  }

  /// The title of a brief, marked where it is in another language.
  func title(of index: Int, isFull: Bool = false) -> Either<Element<Text>, Text> {
    let words = Text(isFull ? portal.briefs[index].fullTitle : portal.briefs[index].title)
    guard portal.briefs[index].writtenIn != portal.briefs[index].language,
      let language = portal.briefs[index].language(of: "title"), language != self.language
    else {
      return .second(words)
    }
    return .first(span(lang(language), dir(language)) { words })
  }
}

/// What a language calls itself; its tag where that is not known here (CLDR 44, names of languages).
func ownName(ofLanguage tag: String) -> String {
  let names = [
    "ar": "العربية", "de": "Deutsch", "en": "English", "es": "Español", "fa": "فارسی",
    "fr": "Français", "he": "עברית", "it": "Italiano", "ku": "Kurdî", "ckb": "کوردیی ناوەندی",
    "pt": "Português", "ru": "Русский", "so": "Soomaali", "sw": "Kiswahili", "tr": "Türkçe",
    "uk": "Українська", "ur": "اردو", "zh": "中文", "nl": "Nederlands", "pl": "Polski",
    "ps": "پښتو", "am": "አማርኛ", "ha": "Hausa", "id": "Bahasa Indonesia", "ja": "日本語",
  ]
  return names[tag] ?? names[String(tag.prefix { $0 != "-" })] ?? tag
}

/// The way to the page in the site's other languages.
struct LanguageSwitch: Markup {
  let context: PageContext

  func write(to sink: inout Sink) {
    let portal = context.portal
    guard portal.languages.count > 1 else { return }
    nav(.class("languages"), .ariaLabel(context.strings.languages)) {
      ul {
        for language in portal.languages {
          li {
            if language == portal.language {
              span(Attribute("aria-current", "true")) { ownName(ofLanguage: language) }
            } else {
              a(
                .href(context.links.href(context.page, in: language)),
                .lang(language), Attribute("hreflang", language),
                context.dir(language)
              ) { ownName(ofLanguage: language) }
            }
          }
        }
      }
    }.write(to: &sink)
  }
}

/// That a text stands in the language that it is written in, as nobody has translated it.
struct UntranslatedNotice: Markup {
  enum Extent {
    case section, page
    /// How many sections are translated, of how many.
    case brief(Int, of: Int)
  }

  let context: PageContext
  let extent: Extent
  let language: String

  func write(to sink: inout Sink) {
    let name = context.name(ofLanguage: language)
    let strings = context.strings
    p(.class("untranslated"), context.unindexed) {
      switch extent {
      case .section: strings.sectionUntranslated(written: name)
      case .page: strings.pageUntranslated(written: name)
      case .brief(let count, let all):
        strings.partlyTranslated(sections: count, of: all, written: name)
      }
    }.write(to: &sink)
    sink.append("\n")
  }

  /// What a page of the whole brief says of its sections; nothing where all are translated.
  init?(_ context: PageContext, ofSectionsOf index: Int) {
    let sections = context.portal.briefs[index].sections
    guard let language = sections.lazy.compactMap(\.language).first else { return nil }
    self.context = context
    self.language = language
    extent = .brief(sections.count { $0.language == nil }, of: sections.count)
  }

  init?(_ context: PageContext, _ extent: Extent, in language: String?) {
    guard let language else { return nil }
    self.context = context
    self.extent = extent
    self.language = language
  }
}

/// The same page in the site's other languages, for search engines.
struct AlternateLanguages: Markup {
  let context: PageContext

  func write(to sink: inout Sink) {
    let portal = context.portal
    guard portal.languages.count > 1, !portal.baseURL.isEmpty, context.page != .notFound else {
      return
    }
    for language in portal.languages {
      link(
        .rel("alternate"), Attribute("hreflang", language),
        .href(context.links.canonical(context.page, in: language))
      ).write(to: &sink)
    }
    link(
      .rel("alternate"), Attribute("hreflang", "x-default"),
      .href(context.links.canonical(context.page, in: portal.languages[0]))
    ).write(to: &sink)
    sink.append("\n")
  }
}
