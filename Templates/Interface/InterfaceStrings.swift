public import Charts
public import Model

/// What the interface says, in one language: each has a table of its own, and the compiler asks that
/// none lacks a string.
public protocol InterfaceStrings: ChartWords {
  // Pages of the site.
  var skipToText: String { get }
  var siteNavigation: String { get }
  var moreNavigation: String { get }
  var breadcrumb: String { get }
  var home: String { get }
  var briefs: String { get }
  var topics: String { get }
  var authors: String { get }
  var actors: String { get }
  var places: String { get }
  var glossary: String { get }
  var feed: String { get }
  var search: String { get }
  var searchDescription: String { get }
  var searchFor: String { get }
  var searching: String { get }
  /// `{n}` stands for how many.
  var searchFound: String { get }
  var searchNone: String { get }
  var searchMore: String { get }
  /// Where a search is not narrowed to a topic, place or actor.
  var searchAny: String { get }
  var searchNeedsScript: String { get }
  var searchNotBuilt: String { get }
  var searchMissing: String { get }
  var madeWith: String { get }
  func licensed(_ name: String) -> String

  var otherBriefs: String { get }
  func allBriefs(_ count: Int) -> String
  func count(_ briefs: Int) -> String
  var byYear: String { get }
  var undated: String { get }
  var noBriefs: String { get }
  func briefs(on topic: String) -> String

  var abstract: String { get }
  var keyFindings: String { get }
  var glance: String { get }
  var contents: String { get }
  var inThisSection: String { get }
  var alsoInBrief: String { get }
  var readFromStart: String { get }
  var readBrief: String { get }
  var whole: String { get }
  var wholeShort: String { get }
  var opening: String { get }
  func notes(_ count: Int) -> String
  var sources: String { get }
  var tables: String { get }
  var events: String { get }
  var maps: String { get }
  var sections: String { get }
  var previous: String { get }
  var next: String { get }
  var endOfSection: String { get }

  var publication: String { get }
  var series: String { get }
  var published: String { get }
  var doi: String { get }
  var isbn: String { get }
  var issn: String { get }
  var catalogue: String { get }
  var publisher: String { get }
  var project: String { get }
  var funder: String { get }
  var licence: String { get }
  var disclaimer: String { get }
  var original: String { get }
  var howToCite: String { get }
  var revisions: String { get }
  /// As in “Updated 3 May 2022”.
  func updated(_ date: String) -> String
  var earlierWording: String { get }
  /// What stands before an earlier wording, and before the one that took its place.
  var before: String { get }
  var now: String { get }
  var related: String { get }

  /// As in “about 12 minutes to read”.
  func readingTime(_ minutes: Int) -> String
  var draft: String { get }
  /// Said of an edition that holds parts which are for these audiences alone.
  func holdsEverything(_ audiences: String) -> String

  var notFound: String { get }
  var notFoundText: String { get }
  func moved(_ title: String) -> String
  var movedText: String { get }

  // Maps, tables, sources and records.
  var zones: String { get }
  var zone: String { get }
  var category: String { get }
  var confidence: String { get }
  func confidence(_ confidence: Zone.Confidence) -> String
  var area: String { get }
  var areaByDate: String { get }
  var support: String { get }
  var criterion: String { get }
  var placesShown: String { get }
  var place: String { get }
  var kind: String { get }
  var latitude: String { get }
  var longitude: String { get }
  var basis: String { get }
  var coordinates: String { get }
  var approximate: String { get }
  var movements: String { get }
  func movement(from: String, to: String) -> String
  var callouts: String { get }
  func shownAbove(_ label: String) -> String
  func downloadCSV(_ table: String) -> String
  var downloadMap: String { get }
  var asDrawing: String { get }
  var asData: String { get }
  var onTheMaps: String { get }
  func position(of place: String) -> String
  var source: String { get }
  var notKnown: String { get }

  var publishedWorks: String { get }
  var interviews: String { get }
  var date: String { get }
  var who: String { get }
  var location: String { get }
  var usedIn: String { get }
  func usedIn(_ count: Int) -> String
  var observation: String { get }
  var someInterviews: String { get }
  var oneInterview: String { get }
  func interviews(with role: String) -> String
  func interview(with role: String) -> String
  var editors: String { get }
  func edition(_ number: Int) -> String
  func version(_ number: String) -> String
  var undatedWork: String { get }

  var mentionedIn: String { get }
  var abstractInText: String { get }
  var areas: String { get }
  var relations: String { get }
  var within: String { get }
  var orcid: String { get }
  var website: String { get }

  // Text.
  func map(_ number: Int) -> String
  func table(_ number: Int) -> String
  func section(_ number: Int) -> String
  func noteInText(_ number: Int) -> String
  func note(_ number: Int) -> String
  func backToReference(_ ordinal: Int, of count: Int, note: Int) -> String
  func sameAs(_ number: Int) -> String
  var tableInText: String { get }
  var interview: String { get }
  var notes: String { get }
  var backToText: String { get }
  func callOut(_ kind: CallOut) -> String

  // Documents to print and to read offline.
  var downloads: String { get }
  var fullBrief: String { get }
  var onePager: String { get }
  var mapPack: String { get }
  var ebook: String { get }
  var packsOfSeveral: String { get }
  func pages(_ count: Int) -> String

  /// As in “Map 2, page 6”.
  var pageInText: String { get }
  /// As in “page 1 of 6”.
  var ofPages: String { get }
  var readOn: String { get }
  var thisOnTheWeb: String { get }
  var sourcesAndInterviews: String { get }
  var furtherNotes: String { get }
  var furtherFigures: String { get }
  var setWith: String { get }
  var numbersOfWhole: String { get }

  var onTheWeb: String { get }
  var landmarks: String { get }
  var cover: String { get }
  var accessibleText: String { get }
  var accessibleMaps: String { get }
  var accessiblePictures: String { get }
  var inaccessiblePictures: String { get }

  // Languages.
  var languages: String { get }
  /// What a language (BCP 47) is called in this one; `nil` where the table does not know it.
  func name(ofLanguage tag: String) -> String?
  /// As in “This section has not been translated into Arabic; it stands here in English.”
  func sectionUntranslated(written: String) -> String
  func pageUntranslated(written: String) -> String
  func partlyTranslated(sections: Int, of all: Int, written: String) -> String

  // Dates, numbers and lists.
  var numerals: Numerals { get }
  /// Twelve, January first, as they stand in a date.
  var months: [String] { get }
  /// A day of a month, as it stands in a date.
  func day(_ day: Int) -> String
  func from(_ date: PartialDate) -> String
  func until(_ date: PartialDate) -> String
  /// What parts thousands.
  var thousands: String { get }
  var decimal: String { get }
  /// Bytes, then their multiples by 1,000, as many as there are names.
  var bytes: [String] { get }
  var listComma: String { get }
  /// Before the last item.
  var listLast: String { get }
  var colon: String { get }
  var quotes: (open: String, close: String) { get }

  // Charts, beside what `ChartWords` asks for.
  func chart(_ number: Int) -> String
  var charts: String { get }
  var downloadChart: String { get }
  var asTable: String { get }
  /// What opens the figures of a chart: “Data of Chart 1”.
  func data(of label: String) -> String
  var interviewsByMonth: String { get }
  var interviewsByPlace: String { get }
  var accessibleCharts: String { get }
  // Citations, feeds and links to passages.
  /// Before the names of formats: “To a reference manager: BibTeX, RIS”.
  var takeCitation: String { get }
  /// Said in a citation of a work that a brief renders.
  func renderedAt(_ address: String) -> String
  var jsonFeed: String { get }
  /// What the mark at a paragraph's end is called.
  var linkToParagraph: String { get }
  /// To a copy of a page that a web archive keeps.
  var archivedCopy: String { get }
  func archived(on date: String) -> String
  /// A heading over the series of briefs.
  var allSeries: String { get }

  // Pages of records.
  var timeline: String { get }
  var wholeTimeline: String { get }
  var atlas: String { get }
  var indexOfNames: String { get }
  /// What the list of letters is called.
  var letters: String { get }
  /// A heading over the sentences that speak of a record.
  var mentions: String { get }
  /// Those that are left out of a list, of one brief: “12 more in this brief”.
  func more(mentions count: Int) -> String
  func count(mentions: Int) -> String
  var relationsStatedByOthers: String { get }
  /// A heading over actors without a kind.
  var otherKinds: String { get }
  var placesWithin: String { get }
  /// A heading over the zones in which a place lies.
  var zonesAround: String { get }
  var placesByRegion: String { get }
  /// A heading over places that lie in no other.
  var otherPlaces: String { get }
  func count(events: Int) -> String
  /// What an entry of the index is, beside its name.
  func name(of kind: IndexedKind) -> String
}

/// The table for a language (BCP 47), by its first part; English for a language that has none.
public func interfaceStrings(for language: String) -> any InterfaceStrings {
  switch language.prefix(while: { $0 != "-" }).lowercased() {
  case "fr": FrenchStrings()
  case "ar":
    ArabicStrings(numerals: Numerals(language: language))
  default: EnglishStrings()
  }
}
