/// Checksums of the content, by what shows it.
public struct ContentKeys: Sendable {
  /// Of the portal's own records and pages, which any page may show.
  public var records: UInt64
  /// Of what the pages of each brief show beside them, in the portal's order.
  public var pages: [UInt64]

  public init(records: UInt64, pages: [UInt64]) {
    self.records = records
    self.pages = pages
  }
}
