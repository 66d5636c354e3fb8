// A publication in, its citation out: bytes of BibTeX, RIS, CSL-JSON, and of a deposit at Crossref, each
// escaped for its format. Pure: no clock, no files. `CitedWork` is what all formats write.

/// A format that reference managers read.
public enum CitationFormat: String, CaseIterable, Sendable {
  case bibtex, ris
  case cslJSON = "csl-json"

  /// The end of a file's name, without its dot.
  public var suffix: String {
    switch self {
    case .bibtex: "bib"
    case .ris: "ris"
    case .cslJSON: "json"
    }
  }

  /// What it is called.
  public var name: String {
    switch self {
    case .bibtex: "BibTeX"
    case .ris: "RIS"
    case .cslJSON: "CSL-JSON"
    }
  }

  /// Without parameters; text is UTF-8.
  public var mediaType: String {
    switch self {
    case .bibtex: "application/x-bibtex"
    case .ris: "application/x-research-info-systems"
    case .cslJSON: "application/vnd.citationstyles.csl+json"
    }
  }
}
