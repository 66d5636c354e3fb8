/// A table of data, from CSV.
public struct DataTable: Sendable, Equatable {
  public var id: String
  /// From 1, in the order of first showing.
  public var number: Int
  public var title: String
  public var caption: Prose
  public var source: Prose
  /// Index in `Brief.sections`.
  public var section: Int?
  public var columns: [Column]
  /// Each of as many cells as there are columns.
  public var rows: [[Cell]]
  /// Index of the column that identifies a row.
  public var key: Int?
  /// The CSV as it came, for download.
  public var csv: [UInt8]
  /// Whether the edition leaves out columns of it.
  public var lacksColumns = false
  /// The file of its translated CSV, where it is one.
  public var translation: String?
  /// The language that it is in, where that is not its brief's.
  public var language: String?

  public init(
    id: String, number: Int, title: String, caption: Prose, source: Prose, section: Int?,
    columns: [Column], rows: [[Cell]], key: Int?, csv: [UInt8]
  ) {
    self.id = id
    self.number = number
    self.title = title
    self.caption = caption
    self.source = source
    self.section = section
    self.columns = columns
    self.rows = rows
    self.key = key
    self.csv = csv
  }

  /// A column: its name in the CSV, and how it is shown.
  public struct Column: Sendable, Equatable {
    /// The header in the CSV.
    public var name: String
    public var title: String
    public var type: ColumnType
    public var unit: String?
    public var about: Prose

    public init(name: String, title: String, type: ColumnType, unit: String?, about: Prose) {
      self.name = name
      self.title = title
      self.type = type
      self.unit = unit
      self.about = about
    }
  }

  /// What a column’s cells are.
  public enum ColumnType: String, Sendable, CaseIterable {
    case text, integer, number, date, place, actor, note
  }

  /// A cell, read by its column’s type.
  public enum Cell: Sendable, Equatable {
    case empty
    case text(Prose)
    /// As written, with what it counts as a number; the qualifier is `>`, `≥`, `<`, `≤` or `~`.
    case number(String, Double, qualifier: String)
    case date(DateSpan)
    /// Indices in `Portal.places`.
    case places([Int])
    /// Indices in `Portal.actors`.
    case actors([Int])
    /// Indices in `Brief.notes`.
    case notes([Int])
  }
}
