public import Model

extension Brief {
  /// Where a picture or document of the brief stands, below the site's root.
  public func path(ofFile name: String) -> String { "briefs/\(slug)/files/\(name)" }

  /// Where a table's CSV stands, below the site's root.
  public func path(ofCSV table: DataTable) -> String { "briefs/\(slug)/data/\(table.id).csv" }
}
