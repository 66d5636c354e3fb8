/// A part of a brief's EPUB: a file of XHTML.
enum EPUBPart: Hashable, Sendable {
  case cover
  /// The navigation document.
  case contents
  /// Abstract, key findings, figures at a glance.
  case front
  /// Index in `Brief.sections`.
  case section(Int)
  /// Index in `Brief.maps`.
  case map(Int)
  /// Index in `Brief.charts`.
  case chart(Int)
  /// Tables that no other part shows.
  case tables
  case events, sources, glossary, notes, colophon

  /// In the folder of the publication. Names are counted, not taken from content, so that they are
  /// ASCII, which reading systems ask for.
  var fileName: String {
    switch self {
    case .cover: "cover.xhtml"
    case .contents: "nav.xhtml"
    case .front: "front.xhtml"
    case .section(let index): "section-\(index + 1).xhtml"
    case .map(let index): "map-\(index + 1).xhtml"
    case .chart(let index): "chart-\(index + 1).xhtml"
    case .tables: "tables.xhtml"
    case .events: "events.xhtml"
    case .sources: "sources.xhtml"
    case .glossary: "glossary.xhtml"
    case .notes: "notes.xhtml"
    case .colophon: "colophon.xhtml"
    }
  }

  /// Its division of the book, in EPUB's Structural Semantics Vocabulary.
  var division: String {
    switch self {
    case .cover, .contents, .front: "frontmatter"
    case .section: "bodymatter"
    case .map, .chart, .tables, .events, .sources, .glossary, .notes, .colophon: "backmatter"
    }
  }
}
