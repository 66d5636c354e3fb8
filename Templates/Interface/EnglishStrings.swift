internal import Model

struct EnglishStrings: InterfaceStrings {
  var skipToText: String { "Skip to the text" }
  var siteNavigation: String { "Site" }
  var moreNavigation: String { "More of this site" }
  var breadcrumb: String { "Breadcrumb" }
  var home: String { "Home" }
  var briefs: String { "Briefs" }
  var topics: String { "Topics" }
  var authors: String { "Authors" }
  var actors: String { "Actors" }
  var places: String { "Places" }
  var glossary: String { "Glossary" }
  var feed: String { "Atom feed" }
  var search: String { "Search" }
  var searchDescription: String { "Search in the text of all briefs." }
  var searchFor: String { "Search in all briefs for" }
  var searching: String { "Searching…" }
  var searchFound: String { "Pages found: {n}" }
  var searchNone: String { "No page has these words." }
  var searchAny: String { "All" }
  var searchMore: String { "Show more" }
  var searchNeedsScript: String {
    "To search, this page needs JavaScript. Everything else on this site does without."
  }
  var searchNotBuilt: String { "This site cannot be searched: it was built without an index." }
  var searchMissing: String {
    "This site cannot be searched here: its index was not built, or cannot be loaded."
  }
  var madeWith: String { "Made with Chancery" }
  func licensed(_ name: String) -> String { "Text under \(name)" }

  var otherBriefs: String { "Other briefs" }
  func allBriefs(_ count: Int) -> String { "All \(grouped(count)) briefs" }
  func count(_ briefs: Int) -> String { briefs == 1 ? "1 brief" : "\(grouped(briefs)) briefs" }
  var byYear: String { "Years" }
  var undated: String { "Undated" }
  var noBriefs: String { "No brief has been published yet." }
  func briefs(on topic: String) -> String { "Briefs on \(topic)" }

  var abstract: String { "Abstract" }
  var keyFindings: String { "Key findings" }
  var glance: String { "Figures at a glance" }
  var contents: String { "Contents" }
  var inThisSection: String { "In this section" }
  var alsoInBrief: String { "Also in this brief" }
  var readFromStart: String { "Start reading" }
  var readBrief: String { "Read the brief" }
  var whole: String { "The whole brief on one page" }
  var wholeShort: String { "Whole brief" }
  var opening: String { "Opening" }
  func notes(_ count: Int) -> String { "Notes (\(count))" }
  var sources: String { "Sources" }
  var tables: String { "Tables" }
  var events: String { "Events" }
  var maps: String { "Maps" }
  var sections: String { "Sections" }
  var previous: String { "Previous" }
  var next: String { "Next" }
  var endOfSection: String { "Back to the brief" }

  var publication: String { "About this publication" }
  var series: String { "Series" }
  var published: String { "Published" }
  var doi: String { "DOI" }
  var isbn: String { "ISBN" }
  var issn: String { "ISSN" }
  var catalogue: String { "Catalogue number" }
  var publisher: String { "Publisher" }
  var project: String { "Project" }
  var funder: String { "Funder" }
  var licence: String { "Licence" }
  var disclaimer: String { "Disclaimer" }
  var original: String { "Original" }
  var howToCite: String { "How to cite" }
  var revisions: String { "Revisions" }
  func updated(_ date: String) -> String { "Updated \(date)" }
  var earlierWording: String { "Earlier wording" }
  var before: String { "Before" }
  var now: String { "Now" }
  var related: String { "Related briefs" }

  func readingTime(_ minutes: Int) -> String {
    minutes == 1 ? "about a minute to read" : "about \(minutes) minutes to read"
  }
  var draft: String { "Draft" }
  func holdsEverything(_ audiences: String) -> String {
    "This edition holds everything, and parts of it are for certain audiences alone: \(audiences). It is not to be published."
  }

  var notFound: String { "Page not found" }
  var notFoundText: String {
    "There is no page at this address. It may have moved, or the address may be mistyped."
  }
  func moved(_ title: String) -> String { "Moved: \(title)" }
  var movedText: String { "This brief has moved to" }

  var zones: String { "Zones" }
  var zone: String { "Zone" }
  var category: String { "Category" }
  var confidence: String { "Confidence" }
  func confidence(_ confidence: Zone.Confidence) -> String {
    switch confidence {
    case .stated: "stated"
    case .inferred: "inferred"
    case .schematic: "schematic"
    }
  }
  var area: String { "Area, km²" }
  var areaByDate: String { "Area on each date, km²" }
  var support: String { "Stated in" }
  var criterion: String { "Why it is there" }
  var placesShown: String { "Places shown" }
  var place: String { "Place" }
  var kind: String { "Kind" }
  var latitude: String { "Latitude" }
  var longitude: String { "Longitude" }
  var basis: String { "Basis" }
  var coordinates: String { "Coordinates" }
  var approximate: String { "approximate" }
  var movements: String { "Movements and routes" }
  func movement(from: String, to: String) -> String { "From \(from) to \(to)" }
  var callouts: String { "Events on the map" }
  func shownAbove(_ label: String) -> String { "\(label) is shown above." }
  func downloadCSV(_ table: String) -> String { "Download \(table) as CSV" }
  var downloadMap: String { "Download this map" }
  var asDrawing: String { "as a drawing (SVG)" }
  var asData: String { "as data (GeoJSON)" }
  var onTheMaps: String { "On the maps" }
  func position(of place: String) -> String { "Where \(place) lies" }
  var source: String { "Source" }
  var notKnown: String { "not known" }

  var publishedWorks: String { "Published works" }
  var interviews: String { "Interviews and observation" }
  var date: String { "Date" }
  var who: String { "Who" }
  var location: String { "Where" }
  var usedIn: String { "Notes" }
  func usedIn(_ count: Int) -> String { count == 1 ? "Note" : "Notes" }
  var observation: String { "field observation" }
  var someInterviews: String { "Interviews" }
  var oneInterview: String { "Interview" }
  func interviews(with role: String) -> String { "Interviews with \(role)" }
  func interview(with role: String) -> String { "Interview with \(role)" }
  var editors: String { "ed." }
  func edition(_ number: Int) -> String {
    let end =
      switch (number % 100, number % 10) {
      case (11...13, _): "th"
      case (_, 1): "st"
      case (_, 2): "nd"
      case (_, 3): "rd"
      default: "th"
      }
    return "\(number)\(end) ed."
  }
  func version(_ number: String) -> String { "version \(number)" }
  var undatedWork: String { "n.d." }

  var mentionedIn: String { "Mentioned in" }
  var abstractInText: String { "front page" }
  var areas: String { "Areas" }
  var relations: String { "Relations" }
  var within: String { "In" }
  var orcid: String { "ORCID" }
  var website: String { "Website" }

  func map(_ number: Int) -> String { "Map \(number)" }
  func table(_ number: Int) -> String { "Table \(number)" }
  func section(_ number: Int) -> String { "Section \(number)" }
  func noteInText(_ number: Int) -> String { "note \(number)" }
  func note(_ number: Int) -> String { "Note \(number)" }
  func backToReference(_ ordinal: Int, of count: Int, note: Int) -> String {
    count == 1
      ? "\(backToText), note \(note)" : "\(backToText), reference \(ordinal) of note \(note)"
  }
  func sameAs(_ number: Int) -> String { "See note \(number)" }
  var tableInText: String { "Table" }
  var interview: String { "interview" }
  var notes: String { "Notes" }
  var backToText: String { "Back to the text" }
  func callOut(_ kind: CallOut) -> String {
    switch kind {
    case .note: "Note"
    case .tip: "Tip"
    case .important: "Important"
    case .warning: "Warning"
    case .caution: "Caution"
    }
  }

  var downloads: String { "To print and read offline" }
  var fullBrief: String { "The whole brief" }
  var onePager: String { "On one page" }
  var mapPack: String { "The maps" }
  var ebook: String { "E-book" }
  var packsOfSeveral: String { "Briefing packs" }
  func pages(_ count: Int) -> String { count == 1 ? "1 page" : "\(grouped(count)) pages" }

  var pageInText: String { "page" }
  var ofPages: String { "of" }
  var readOn: String { "Read on" }
  var thisOnTheWeb: String { "This document on the web" }
  var sourcesAndInterviews: String { "Sources and interviews" }
  var furtherNotes: String { "Other notes" }
  var furtherFigures: String { "Maps, charts and tables" }
  var setWith: String { "Set with Chancery and Typst." }
  var numbersOfWhole: String { "Numbers are those of the notes in the whole brief." }

  var onTheWeb: String { "On the web" }
  var landmarks: String { "Landmarks" }
  var cover: String { "Title page" }
  var accessibleText: String {
    "Text structured by headings, with a table of contents; each reference to a note is a link, "
      + "and each note leads back to the text."
  }
  var accessibleMaps: String { "Each map is described in words and tables." }
  var accessiblePictures: String { "Pictures have text alternatives." }
  var inaccessiblePictures: String { "Some pictures have no text alternative." }

  var languages: String { "Languages" }
  func name(ofLanguage tag: String) -> String? {
    [
      "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fa": "Persian",
      "fr": "French",
      "he": "Hebrew", "it": "Italian", "ku": "Kurdish", "pt": "Portuguese", "ru": "Russian",
      "so": "Somali", "sw": "Swahili", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu",
      "zh": "Chinese",
    ][tag]
  }
  func sectionUntranslated(written: String) -> String {
    "This section has not been translated; it stands here in \(written)."
  }
  func pageUntranslated(written: String) -> String {
    "This page has not been translated; it stands here in \(written)."
  }
  func partlyTranslated(sections: Int, of all: Int, written: String) -> String {
    sections == 0
      ? "The text of this brief has not been translated; it stands here in \(written)."
      : "\(number(sections)) of \(number(all)) sections of this brief are translated; the others stand here in \(written)."
  }

  var numerals: Numerals { .european }
  var months: [String] {
    [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
  }
  func day(_ day: Int) -> String { "\(day)" }
  func from(_ date: PartialDate) -> String { "from \(self.date(date))" }
  func until(_ date: PartialDate) -> String { "until \(self.date(date))" }
  var thousands: String { "," }
  var decimal: String { "." }
  var bytes: [String] { ["bytes", "kB", "MB", "GB"] }
  var listComma: String { ", " }
  var listLast: String { " and " }
  var colon: String { ": " }
  var quotes: (open: String, close: String) { ("“", "”") }

  var takeCitation: String { "For a reference manager:" }
  func renderedAt(_ address: String) -> String { "Rendered in other words at \(address)" }
  var jsonFeed: String { "JSON feed" }
  var linkToParagraph: String { "Link to this paragraph" }
  var archivedCopy: String { "archived copy" }
  func archived(on date: String) -> String { "archived copy of \(date)" }
  var allSeries: String { "Series" }
}

// Charts.
extension EnglishStrings {
  func chart(_ number: Int) -> String { "Chart \(number)" }
  var charts: String { "Charts" }
  var downloadChart: String { "Download this chart" }
  var asTable: String { "as a table (CSV)" }
  func data(of label: String) -> String { "Data of \(label)" }
  var interviewsByMonth: String { "Interviews by month" }
  var interviewsByPlace: String { "Interviews by place" }
  var accessibleCharts: String { "Each chart is described in words, with a table of its figures." }

  func kind(of chart: Chart.Kind) -> String {
    switch chart {
    case .bar: "Bar chart"
    case .stackedBar: "Stacked bar chart"
    case .line: "Line chart"
    case .dot: "Dot chart"
    case .timeline: "Timeline"
    }
  }
  var chartEvent: String { "Event" }
  func chartQualifier(_ sign: String) -> String {
    switch sign {
    case ">": "more than"
    case "≥": "at least"
    case "<": "less than"
    case "≤": "at most"
    default: "about"
    }
  }
  func chartInexact(_ signs: String) -> String {
    "Broken outlines mark figures that are not exact: \(signs)."
  }
  func chartTotalSigns(_ signs: String) -> String { "Signs before totals: \(signs)." }
  var chartLeastTotals: String {
    "A total of which only the least is known leaves out parts of which only the most is known."
  }
  func chartGaps(_ names: String) -> String { "Not known: \(names)." }
  func chartUndated(_ count: Int) -> String {
    count == 1
      ? "1 interview without a date is not counted."
      : "\(count) interviews without a date are not counted."
  }
  func chartUnplaced(_ count: Int) -> String {
    count == 1
      ? "1 interview without a place is not counted."
      : "\(count) interviews without a place are not counted."
  }
  var chartMonthsLeftOut: String { "Months without interviews are left out." }
  var chartSeveralPeople: String { "An interview with several people counts once." }
  var chartSeveralPlaces: String { "An interview in several places counts for each of them." }
  var chartPartialDates: String {
    "An open mark is a date that is known to the month or the year only."
  }
  func chartRange(_ count: Int, from least: String, to greatest: String) -> String {
    "\(count) in all, from \(least) to \(greatest)"
  }
  func chartMore(_ count: Int) -> String { "\(count) more" }
}

// Pages of records.
extension EnglishStrings {
  var timeline: String { "Timeline" }
  var wholeTimeline: String { "The timeline of all briefs" }
  var atlas: String { "Atlas" }
  var indexOfNames: String { "Index A–Z" }
  var letters: String { "Letters" }
  var mentions: String { "Mentions" }
  func more(mentions count: Int) -> String { "\(grouped(count)) more in this brief" }
  func count(mentions: Int) -> String {
    mentions == 1 ? "1 mention" : "\(grouped(mentions)) mentions"
  }
  var relationsStatedByOthers: String { "Relations stated on other actors’ pages" }
  var otherKinds: String { "Others" }
  var placesWithin: String { "Places within it" }
  var zonesAround: String { "Zones in which it lies" }
  var placesByRegion: String { "Places by region" }
  var otherPlaces: String { "Elsewhere" }
  func count(events: Int) -> String { events == 1 ? "1 event" : "\(grouped(events)) events" }
  func name(of kind: IndexedKind) -> String {
    switch kind {
    case .actor: "actor"
    case .place: "place"
    case .term: "term"
    case .person: "author"
    case .topic: "topic"
    case .series: "series"
    case .event: "event"
    }
  }
}
