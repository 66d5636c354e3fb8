public import Citations
public import Model

extension Brief {
  /// Where a picture or document of the brief stands, below the site's root.
  public func path(ofFile name: String) -> String { "briefs/\(slug)/files/\(name)" }

  /// Where a table's CSV stands, below the site's root.
  public func path(ofCSV table: DataTable) -> String { "briefs/\(slug)/data/\(table.id).csv" }

  /// Where its citation stands, below the site's root; a brief in one file has it in its page.
  public func path(ofCitation format: CitationFormat) -> String {
    "briefs/\(slug)/cite.\(format.suffix)"
  }
}
