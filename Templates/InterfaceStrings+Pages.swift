// The words of page frames and of a brief's pages.
extension InterfaceStrings {
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
  var related: String { "Related briefs" }

  var notFound: String { "Page not found" }
  var notFoundText: String {
    "There is no page at this address. It may have moved, or the address may be mistyped."
  }
  func moved(_ title: String) -> String { "Moved: \(title)" }
  var movedText: String { "This brief has moved to" }
}
